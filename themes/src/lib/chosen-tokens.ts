import { checkToken } from './check-token.ts';
import type { Theme, Tokens } from './define-theme.ts';
import { editableTokens } from './editable-tokens.ts';
import { flatTokens } from './token-css.ts';

/** What people chose instead of the theme's own values. */
export interface ChosenTokens {
  readonly light: Tokens;
  /** Where visitors prefer dark. */
  readonly dark: Tokens;
}

/** What is wrong with chosen values: tokens the theme does not have, values that are none. Sentences; empty = nothing. */
export function checkChosen(theme: Theme, chosen: ChosenTokens): readonly string[] {
  const known = new Map(editableTokens(theme).map((token) => [token.name, token]));
  const problems = (tokens: Tokens, isDark: boolean) =>
    Object.entries(tokens).flatMap(([name, value]) => {
      const token = known.get(name);
      if (!token || (isDark && token.dark === undefined))
        return [`The theme “${theme.name}” has no ${isDark ? 'dark ' : ''}token “${name}” to change.`];
      const problem = checkToken(token.kind, value);
      return problem ? [`${token.label}: ${problem}`] : [];
    });
  return [...problems(chosen.light, false), ...problems(chosen.dark, true)];
}

/** The theme with chosen values. A value that could not have been chosen is left out, wherever it came from. */
export function withChosen(theme: Theme, chosen: ChosenTokens): Theme {
  const flat = flatTokens(theme);
  const known = new Map(editableTokens(theme).map((token) => [token.name, token]));
  const safe = (tokens: Tokens, isDark: boolean) =>
    Object.fromEntries(
      Object.entries(tokens).filter(([name, value]) => {
        const token = known.get(name);
        return token && (!isDark || token.dark !== undefined) && checkToken(token.kind, value) === undefined;
      }),
    );
  const light = safe(chosen.light, false);
  const dark = safe(chosen.dark, true);
  return {
    ...theme,
    tokens: { ...flat.light, ...light },
    darkTokens: { ...flat.dark, ...dark },
  };
}
