/** The words of a locale: else of its language, else English, else any. */
export function wordsIn(words: Readonly<Record<string, string>>, locale: string): string {
  return words[locale] ?? words[locale.split('-')[0]!] ?? words.en ?? Object.values(words)[0] ?? '';
}
