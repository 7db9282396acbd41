import type { Theme } from './define-theme.ts';
import { themeChain } from './define-theme.ts';
import { fontCss } from './font-css.ts';
import { tokenCss } from './token-css.ts';

/**
 * Everything a page needs of a theme before its modules' own style sheets: faces, tokens, base style sheet, base
 * themes first. Base style sheets stand in the cascade layer `base`, so any rule of a module wins over them.
 */
export function themeCss(theme: Theme): string {
  const sheets = themeChain(theme).flatMap((part) => (part.css ? [`@layer base{${squeeze(part.css)}}`] : []));
  return [fontCss(theme), tokenCss(theme), ...sheets].join('\n');
}

/** Comments and indentation are for people; the shopper's phone need not fetch them. */
function squeeze(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,])\s*/g, '$1')
    .trim();
}
