const names = new Intl.DisplayNames(undefined, { type: 'region', fallback: 'code' });

/** The name of a country, by its two letters. */
export function country(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
