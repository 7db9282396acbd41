import { type Theme, themeCss } from '@vitrine/themes';

/**
 * A theme whose tokens change while the shop runs; its views, fonts and base style sheet stay. After a change of `current` the tag
 * `theme` has to be bumped: pages that were rendered are dropped by it.
 */
export interface ThemeSource {
  readonly current: Theme;
  /** As it will be once its draft is published: what previews for staff show. */
  draft?(): Promise<Theme>;
}

/** The style sheet of a theme, made once for each form of it. */
export interface ThemeSheet {
  readonly css: string;
  draftCss(): Promise<string>;
}

export function createThemeSheet(theme: Theme | ThemeSource): ThemeSheet {
  const source = sourceOf(theme);
  const published = lastSheet();
  const draft = lastSheet();
  return {
    get css() {
      return published(source.current);
    },
    draftCss: async () => (source.draft ? draft(await source.draft()) : published(source.current)),
  };
}

export function sourceOf(theme: Theme | ThemeSource): ThemeSource {
  return 'current' in theme ? theme : { current: theme };
}

function lastSheet(): (theme: Theme) => string {
  let made: { readonly theme: Theme; readonly css: string } | undefined;
  return (theme) => {
    if (made?.theme !== theme) made = { theme, css: themeCss(theme) };
    return made.css;
  };
}
