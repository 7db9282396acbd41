import type { ThemeStore } from '@vitrine/content/server';
import type { Database } from '@vitrine/database';
import type { ThemeSource } from '@vitrine/runtime';
import { type Theme, withChosen } from '@vitrine/themes';
import type { Logger } from 'pino';

export interface SiteThemeOptions {
  readonly theme: Theme;
  readonly store: Pick<ThemeStore, 'read'>;
  readonly database: Pick<Database, 'subscribe'>;
  /** The theme changed: pages that were rendered are out of date. */
  readonly changed: () => unknown;
  readonly logger: Pick<Logger, 'error'>;
}

/** The theme with what people chose in it, in this process: follows what is published in any. */
export interface SiteTheme extends ThemeSource {
  close(): void;
}

export async function openSiteTheme(options: SiteThemeOptions): Promise<SiteTheme> {
  const { theme, store, database, changed, logger } = options;
  const read = () => store.read(theme.id);
  let current = theme;
  let draft: { readonly version: number; readonly theme: Theme } | undefined;
  let reading = Promise.resolve();
  // Before the first reading: what is published meanwhile is read again.
  const unsubscribe = database.subscribe((events) => {
    if (!events.some(({ kind }) => kind === 'theme.published')) return;
    reading = reading.then(follow).catch((error: unknown) => {
      logger.error({ err: error }, 'what was published of the theme could not be read');
    });
  });

  async function follow(): Promise<void> {
    current = withChosen(theme, (await read()).published);
    await changed();
  }

  current = withChosen(theme, (await read()).published);
  return {
    get current() {
      return current;
    },
    async draft() {
      const { version, draft: chosen } = await read();
      if (draft?.version !== version) draft = { version, theme: withChosen(theme, chosen) };
      return draft.theme;
    },
    close: unsubscribe,
  };
}
