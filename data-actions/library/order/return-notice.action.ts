import type { FormAnswer } from '@vitrine/data-actions';
import type { ReturnFormOutcome } from './return-outcome.ts';

const texts = {
  en: {
    announced: (number: string) => `Your return ${number} is announced.`,
    problems: 'Nothing was announced yet. What is missing is marked below.',
    'no-order': 'You were signed out meanwhile, so nothing was announced. Please sign in and send it again.',
  },
  de: {
    announced: (number: string) => `Ihre Rückgabe ${number} ist angemeldet.`,
    problems: 'Es wurde noch nichts angemeldet. Was fehlt, ist unten markiert.',
    'no-order':
      'Sie wurden inzwischen abgemeldet, es wurde nichts angemeldet. Bitte melden Sie sich an und senden Sie es noch einmal.',
  },
};

/** What a shopper reads after announcing a return. */
export function returnNotice(outcome: ReturnFormOutcome, locale: string): NonNullable<FormAnswer['notice']> {
  const words = locale.toLowerCase().split('-')[0] === 'de' ? texts.de : texts.en;
  return outcome.kind === 'announced'
    ? { tone: 'good', text: words.announced(outcome.number) }
    : { tone: 'bad', text: words[outcome.kind] };
}
