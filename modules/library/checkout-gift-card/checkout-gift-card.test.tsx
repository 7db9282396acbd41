import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'checkout-gift-card');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'checkout-gift-card' })).toEqual([]);
});

test('each card says what it pays and what stays on it, and can be taken out', () => {
  const html = renderPreset(module, 'With cards');
  expect(html).toContain('pays €50.00');
  expect(html).toContain('pays €280.90, €19.10 stays on it');
  expect(html).toContain('aria-label="Remove gift card ending in 7KQF"');
});

test('[CHECK-41] where all there is to pay is for gift cards, no card is asked for', () => {
  const html = renderPreset(module, 'Only gift cards');
  expect(html).toContain('Gift cards cannot pay for gift cards.');
  expect(html).not.toContain('giftCard.pin');
});

test('after a wrong PIN the code stands in its field, and the PIN has to be typed again', () => {
  const html = renderPreset(module, 'Wrong PIN');
  expect(html).toContain('value="7KQF-2M0X-9D3T-4WPA"');
  expect(html).toContain('Code and PIN do not belong together.');
  expect(html).not.toContain('value="123456"');
});
