import { defineTheme } from '@vitrine/themes';
import { plainCss } from './plain-css.ts';
import { plainFonts } from './plain-fonts.ts';
import { plainDarkTokens, plainTokens } from './plain-tokens.ts';

/** The theme every shop begins with: editorial calm, generous room, light and dark. Made to be a base for others. */
export const plain = defineTheme({
  id: 'plain',
  name: 'Plain',
  tokens: plainTokens,
  darkTokens: plainDarkTokens,
  fonts: plainFonts,
  css: plainCss,
});
