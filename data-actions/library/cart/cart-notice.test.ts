import { expect, test } from 'vitest';
import { addToCart } from './add-to-cart.action.ts';
import { cartNotice } from './cart-notice.action.ts';
import { putBack } from './put-back.action.ts';

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
  const removed = { lineId: 'l', variantId: 'v', name: 'Skerry', quantity: 2, place: 3 };
  const outcome = { kind: 'changed', cart: { version: 7 }, removed } as unknown as Parameters<
    typeof cartNotice
  >[0];
  expect(cartNotice(outcome, 'en')).toEqual({
    tone: 'good',
    text: 'Skerry was removed from your cart.',
    button: {
      text: 'Undo',
      mutation: putBack.id,
      values: { variantId: 'v', quantity: '2', place: '3' },
      key: 'put back l 7',
    },
  });
  expect(said(outcome, 'de')).toBe('Skerry liegt nicht mehr im Warenkorb.');
});

test('[DA-82] what was put back is told, with its pieces where they are fewer', () => {
  const back = (quantity: number) => ({
    kind: 'changed',
    cart: { lines: [{ variantId: 'v', name: 'Skerry', quantity }] },
  });
  const told = (quantity: number, locale: string) =>
    putBack.form?.(back(quantity) as never, {
      input: { variantId: 'v', quantity: 2 },
      from: '/cart',
      locale,
    }).notice?.text;
  expect(told(2, 'en')).toBe('Skerry is back in your cart.');
  expect(told(1, 'en')).toBe('Skerry is back in your cart. Only 1 piece can be had now.');
  expect(told(1, 'de')).toBe('Skerry liegt wieder im Warenkorb. Zu haben ist nur noch 1 Stück.');
});
