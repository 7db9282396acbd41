export { frameCss } from './lib/render/frame-css.ts';
export { ModuleRenderError } from './lib/render/module-render-error.ts';
export { renderFallback } from './lib/render/render-fallback.ts';
export { type AnyViewProps, renderInstance } from './lib/render/render-instance.ts';
export { renderTogether, type TogetherPart } from './lib/render/render-together.ts';
