import { expect, test } from 'vitest';
import { addToCart } from './add-to-cart.action.ts';
import { cartNotice } from './cart-notice.action.ts';

const said = (outcome: Parameters<typeof cartNotice>[0], locale: string) => cartNotice(outcome, locale)?.text;

test('[DA-82] a refused change says why, in the language of the page', () => {
  expect(said({ kind: 'not-enough', variantId: 'v', left: 3 }, 'en')).toBe(
    'Only 3 left, so nothing was changed.',
  );
  expect(said({ kind: 'not-enough', variantId: 'v', left: 1 }, 'de-CH')).toBe(
    'Nur noch 1 Stück da, es wurde nichts geändert.',
  );
  expect(said({ kind: 'sold-out', variantId: 'v' }, 'de')).toBe('Leider gerade ausverkauft.');
  expect(said({ kind: 'bad-quantity', quantity: -1, max: 99 }, 'fr')).toBe(
    'Please choose a whole number of pieces, at most 99.',
  );
  expect(said({ kind: 'cart-full', max: 100 }, 'en')).toBe(
    'Your cart is full: it holds 100 different articles.',
  );
  expect(said({ kind: 'unknown-variant', variantId: 'v' }, 'en')).toBe('This article is no longer on offer.');
  expect(said({ kind: 'unknown-line', lineId: 'l' }, 'de')).toBe(
    'Dieser Artikel liegt nicht mehr im Warenkorb.',
  );
});

test('[DA-82] adding says so and goes back to the page', () => {
  const outcome = { kind: 'changed', cart: {} } as unknown as Parameters<typeof cartNotice>[0];
  const request = { input: { variantId: 'v', quantity: 1 }, from: '/de/p/becher', locale: 'de' };
  expect(addToCart.form?.(outcome, request)).toEqual({
    location: '/de/p/becher',
    notice: { tone: 'good', text: 'In den Warenkorb gelegt.' },
  });
});

test('[DA-82] what was taken out is told by its name', () => {
  const outcome = { kind: 'changed', cart: {}, removed: 'Skerry' } as unknown as Parameters<
    typeof cartNotice
  >[0];
  expect(said(outcome, 'en')).toBe('Skerry was removed from your cart.');
  expect(said(outcome, 'de')).toBe('Skerry liegt nicht mehr im Warenkorb.');
});
