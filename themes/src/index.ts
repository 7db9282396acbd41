export { chooseView } from './lib/choose-view.ts';
export type { FallbackFace, FontFace, Theme, ThemeView, Tokens } from './lib/define-theme.ts';
export { defineTheme } from './lib/define-theme.ts';
export { fontCss, fontFaces, fontPreloads } from './lib/font-css.ts';
export { themeCss } from './lib/theme-css.ts';
export { tokenCss } from './lib/token-css.ts';
