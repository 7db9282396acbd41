import type { OptionInput } from '@vitrine/commerce-engine/client';
import type { Pair } from './define-product.ts';

/** An option from its values: key → words, or one word for both languages. */
export function option(
  key: string,
  [en, de]: Pair,
  values: Readonly<Record<string, Pair | string>>,
): OptionInput {
  return {
    key,
    label: { en, de },
    values: Object.entries(values).map(([value, words]) => ({
      key: value,
      label: typeof words === 'string' ? { en: words, de: words } : { en: words[0], de: words[1] },
    })),
  };
}

export function size(values: Readonly<Record<string, Pair | string>>): OptionInput {
  return option('size', ['Size', 'Größe'], values);
}

/** Sizes of clothes. */
export const clothing = size({ xs: 'XS', s: 'S', m: 'M', l: 'L', xl: 'XL' });
