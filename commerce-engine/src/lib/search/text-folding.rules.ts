/** Longest query text that is read; the rest is ignored. */
const MAX_QUERY_LENGTH = 200;
/** Most words of a query that are read. */
const MAX_QUERY_WORDS = 8;

const LANGUAGES: Readonly<Record<string, string>> = {
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
};

/** PostgreSQL's text search configuration for a locale; `simple` (no stems, no stop words) where it has none. */
export function languageOf(locale: string): string {
  return LANGUAGES[baseLanguage(locale)] ?? 'simple';
}

/**
 * The one spelling under which a text is indexed and looked for: lower case, without accents, without characters that
 * PostgreSQL cannot store. German umlauts stay: its stemmer and stop words know them, and fold them afterwards.
 */
export function foldText(text: string, locale: string): string {
  const kept = baseLanguage(locale) === 'de' ? protectUmlauts(text) : text;
  return kept
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u{F0001}-\u{F0003}]/gu, (mark) => UMLAUT_OF[mark] ?? '')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[\p{C}]/gu, ' ');
}

/** The words of a text, folded; letters and digits only, so that no operator of any query language survives. */
export function wordsOf(text: string, locale: string): string[] {
  return foldText(text, locale).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a query as typed by anyone: bounded in number and length. */
export function queryWordsOf(text: string, locale: string): string[] {
  return wordsOf(text.slice(0, MAX_QUERY_LENGTH), locale).slice(0, MAX_QUERY_WORDS);
}

/** A key for an address or a filter, from any text: `Mit Öhr` → `mit-ohr`; never empty. */
export function keyOfText(text: string): string {
  const words = wordsOf(text.replaceAll('ß', 'ss'), 'en');
  return words.join('-') || 'other';
}

function baseLanguage(locale: string): string {
  return locale.toLowerCase().split('-', 1)[0] ?? '';
}

/** Private-use characters that stand for an umlaut while accents are removed around them. */
const UMLAUT_OF: Readonly<Record<string, string>> = {
  '\u{F0001}': 'ä',
  '\u{F0002}': 'ö',
  '\u{F0003}': 'ü',
};

function protectUmlauts(text: string): string {
  return text
    .replace(/[\u{F0001}-\u{F0003}]/gu, '')
    .normalize('NFC')
    .replace(/[äÄ]/g, '\u{F0001}')
    .replace(/[öÖ]/g, '\u{F0002}')
    .replace(/[üÜ]/g, '\u{F0003}');
}
