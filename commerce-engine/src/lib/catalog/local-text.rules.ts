import type { LocalText } from './product-import.ts';

/**
 * The locales a text is looked for in, best first: the locale asked for, its language without region, the channel's
 * first locale.
 */
export function localeChain(locale: string, channelLocales: readonly string[]): string[] {
  const first = channelLocales.slice(0, 1);
  if (!isLocale(locale)) return first;
  return [...new Set([locale, locale.split('-')[0]!, ...first])];
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The text in the best locale that has it; after the chain any locale; empty when there is none. */
export function textIn(text: LocalText | undefined, chain: readonly string[]): string {
  if (!text) return '';
  for (const locale of chain) {
    if (text[locale]) return text[locale];
  }
  return Object.values(text).find((value) => value !== '') ?? '';
}

/**
 * What is kept when new texts come in: locales that are not named stay as they are, an empty text takes its locale away.
 */
export function mergeTexts(stored: LocalText | undefined, given: LocalText | undefined): LocalText {
  if (!given) return stored ?? {};
  const merged = Object.entries({ ...stored, ...given });
  return Object.fromEntries(merged.filter(([, text]) => text.trim() !== ''));
}
