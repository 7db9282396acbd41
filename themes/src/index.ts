export type { FontFace, Theme, Tokens } from './lib/define-theme.ts';
export { defineTheme } from './lib/define-theme.ts';
