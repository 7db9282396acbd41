import { createThemeStore, type ThemeStore } from '@vitrine/content/server';
import type { Database } from '@vitrine/database';
import { checkChosen } from '@vitrine/themes';
import { plain } from '@vitrine/themes/library';

/** The theme of the shop. */
export const shopTheme = plain;

/** What people chose in the theme of the shop. */
export function openChosenStyles(database: Database): ThemeStore {
  return createThemeStore(database, {
    check: (id, tokens) =>
      id === shopTheme.id ? checkChosen(shopTheme, tokens) : [`There is no theme "${id}".`],
  });
}
