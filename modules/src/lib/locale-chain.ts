/** Locales in which a text is looked for: `de-AT` → `de-AT`, `de`, then the fallbacks in their order. */
export function localeChain(locale: string, fallbackLocales: readonly string[] = []): string[] {
  return [...new Set([locale, ...fallbackLocales].flatMap((each) => [each, each.split('-')[0]!]))];
}
