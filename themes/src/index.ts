export { checkToken } from './lib/check-token.ts';
export { chooseView } from './lib/choose-view.ts';
export { type ChosenTokens, checkChosen, withChosen } from './lib/chosen-tokens.ts';
export { contrast, type WeakPair, weakPairs } from './lib/contrast.ts';
export type { FallbackFace, FontFace, Theme, ThemeView, Tokens } from './lib/define-theme.ts';
export { defineTheme } from './lib/define-theme.ts';
export {
  type EditableToken,
  editableTokens,
  type TokenGroup,
  type TokenKind,
} from './lib/editable-tokens.ts';
export { fontCss, fontFaces, fontPreloads } from './lib/font-css.ts';
export { themeCss } from './lib/theme-css.ts';
export { flatTokens, tokenCss } from './lib/token-css.ts';
