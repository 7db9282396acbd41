/** A text in every language it has one. */
export type LocalText = Readonly<Record<string, string>>;

/** In the language of who looks, else in any. */
export function localName(text: LocalText): string {
  const language = navigator.language.split('-')[0] ?? 'en';
  return text[language] ?? text.en ?? Object.values(text)[0] ?? '';
}

/** Languages in which nothing was written are left out. */
export function withoutEmpty(text: LocalText): LocalText {
  return Object.fromEntries(Object.entries(text).filter(([, words]) => words.trim() !== ''));
}
