export { type ArgType, argTypesOf } from './lib/testing/arg-types.ts';
export { type CheckModuleOptions, checkModule } from './lib/testing/check-module.ts';
export { type ModuleStory, moduleStories } from './lib/testing/module-stories.tsx';
export { type PresetPropsOptions, presetProps } from './lib/testing/preset-props.ts';
export {
  moduleById,
  type PresetIsland,
  type RenderPresetOptions,
  renderPreset,
  renderPresetTree,
} from './lib/testing/render-preset.ts';
