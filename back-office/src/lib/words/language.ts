const names = new Intl.DisplayNames(undefined, { type: 'language', fallback: 'code' });

/** The name of a language, by its locale. */
export function language(locale: string): string {
  try {
    return names.of(locale) ?? locale;
  } catch {
    return locale;
  }
}
