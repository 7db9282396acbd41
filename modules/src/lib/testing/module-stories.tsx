import { startData } from '@vitrine/data-actions/react';
import type { ReactElement } from 'react';
import type { AnyView, RegisteredModule } from '../registry.ts';
import { type ArgType, argTypesOf } from './arg-types.ts';
import { LivePreset } from './live-preset.tsx';
import { presetContext } from './preset-props.ts';
import { moduleById, presetOf, renderPresetTree } from './render-preset.ts';

type Args = Readonly<Record<string, unknown>>;

/** What Storybook hands a story besides its settings. */
interface StoryContext {
  readonly globals: Readonly<Record<string, string | undefined>>;
  readonly parameters: {
    /** The view and style sheet a theme has for a module. */
    readonly choose?: (
      registered: RegisteredModule,
      theme: string | undefined,
    ) => { view: AnyView; css: string };
  };
}

export interface ModuleStory {
  readonly name: string;
  readonly args: Args;
  readonly argTypes: Readonly<Record<string, ArgType>>;
  readonly render: (args: Args, context: StoryContext) => ReactElement;
}

/**
 * The stories of one module: `meta` belongs into the default export, `story(preset)` is one story. Each shows what the shop serves:
 * HTML of the server with its islands awake. Settings changed in the controls are rendered anew.
 */
export function moduleStories(
  library: readonly RegisteredModule[],
  id: string,
): {
  readonly meta: { readonly parameters: Args };
  readonly story: (presetName: string) => ModuleStory;
} {
  const registered = moduleById(library, id);
  return {
    meta: { parameters: { layout: 'fullscreen' } },
    story: (presetName) => {
      const preset = presetOf(registered, presetName);
      return {
        name: presetName,
        args: preset.props,
        argTypes: argTypesOf(registered.module, preset.props),
        render: (args, { globals, parameters }) => {
          const { locale = 'en', currency = 'EUR', theme } = globals;
          startData({ context: presetContext(locale, currency) });
          const choose = parameters.choose && ((each: RegisteredModule) => parameters.choose!(each, theme));
          const tree = renderPresetTree(
            registered,
            { ...preset, props: args },
            { library, locale, currency, choose },
          );
          return <LivePreset html={tree.html} islands={tree.islands} css={tree.css.join('\n')} />;
        },
      };
    },
  };
}
