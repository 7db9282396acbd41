import { localeName } from '../fields/field-words.ts';
import type { Translated } from './translated.ts';

/** What is left to be done in a language: `3 texts are not in German yet, 1 has changed in the original since`. */
export function leftWords({
  locale,
  count: { missing, outdated },
}: Pick<Translated, 'locale' | 'count'>): string {
  const language = localeName(locale);
  if (missing + outdated === 0) return `Everything is in ${language}`;
  const parts = [
    missing > 0 && `${missing} ${missing === 1 ? 'text is' : 'texts are'} not in ${language} yet`,
    outdated > 0 &&
      `${outdated} ${missing > 0 ? '' : textsOf(outdated)}${outdated === 1 ? 'has' : 'have'} changed in the original since`,
  ];
  return parts.filter(Boolean).join(', ');
}

// What is said alone says of what it is.
function textsOf(count: number): string {
  return count === 1 ? 'text ' : 'texts ';
}
