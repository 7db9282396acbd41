import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'checkout-coupon');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'checkout-coupon' })).toEqual([]);
});

test('each code says what became of it and can be taken out', () => {
  const html = renderPreset(module, 'With codes');
  expect(html).toMatch(/AHOY10<.*>Applied</);
  expect(html).toMatch(/LANTERN<.*>Takes nothing off this cart yet</);
  expect(html).toMatch(
    /name="coupon.remove"[^>]*aria-label="Remove code AHOY10"|aria-label="Remove code AHOY10"[^>]*name="coupon.remove"/,
  );
});

test('a code that is not known stands in the field to be changed', () => {
  const html = renderPreset(module, 'Not known');
  expect(html).toContain('value="AHOI"');
  expect(html).toContain('We do not know this code.');
});
