import { wordsIn } from '../payments/words-in.ts';

const words = { en: 'Given by the shop', de: 'Vom Shop gewährt' };

/** What shoppers read of a discount by hand. Why it was given is for staff alone. */
export function givenByTheShop(locale: string): string {
  return wordsIn(words, locale);
}
