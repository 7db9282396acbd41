import type { ChosenTokens, Tokens } from '@vitrine/themes';
import type { ThemeFacts } from './theme-facts.ts';

/** All values as a page shows them, in each scheme. */
export function shownTokens(
  facts: Pick<ThemeFacts, 'own'> | undefined,
  chosen: ChosenTokens,
): { readonly light: Tokens; readonly dark: Tokens } {
  const light = { ...facts?.own.light, ...chosen.light };
  return { light, dark: { ...light, ...facts?.own.dark, ...chosen.dark } };
}
