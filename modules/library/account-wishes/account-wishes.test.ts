import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'account-wishes');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'account-wishes' })).toEqual([]);
});

test('each wish is a card with its price and can be taken off by name', () => {
  const html = renderPreset(module, 'Wishes');
  expect(html).toContain('href="/p/tide-mug"');
  expect(html).toContain('aria-label="Remove Heron floor lamp"');
  expect(html).toContain('name="productId" value="heron-floor-lamp"');
});

test('an empty list says how it is filled', () => {
  expect(renderPreset(module, 'None yet', { locale: 'de' })).toContain('Auf der Seite eines Produkts');
});
