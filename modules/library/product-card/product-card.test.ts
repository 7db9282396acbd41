import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'product-card');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'product-card' })).toEqual([]);
});

test('the name is the one link of the card', () => {
  const html = renderPreset(module, 'New, in colours');
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain('<a href="/p/tide-mug">Tide mug</a>');
  expect(html).toContain('from €24.00');
  expect(html).toContain('4 colours');
});

test('a sale shows both prices, told apart for screen readers', () => {
  const html = renderPreset(module, 'On sale', { locale: 'de' });
  expect(html).toContain('Reduziert');
  expect(html).toMatch(/Jetzt.*129,00.*Vorher.*169,00/);
});

test('what has no price is not for sale yet, also in German, and not while prices are late', () => {
  expect(renderPreset(module, 'Not for sale yet')).toContain('>Not for sale yet<');
  expect(renderPreset(module, 'Not for sale yet', { locale: 'de' })).toContain('>Noch nicht erhältlich<');
  expect(renderPreset(module, 'Price still unknown')).not.toContain('Not for sale yet');
});

test('sold out is said when nothing is left of any variant', () => {
  expect(renderPreset(module, 'Sold out')).toContain('Sold out');
  expect(renderPreset(module, 'On sale')).not.toContain('Sold out');
});

test('a price that is late leaves its place, a product that is gone leaves none', () => {
  expect(renderPreset(module, 'Price still unknown')).not.toContain('€');
  expect(renderPreset(module, 'Gone')).toBe('');
});

test('[PRICE-20] a price without tax says so beside it, where products stand in lists too', () => {
  expect(renderPreset(module, 'Price without tax')).toContain(
    '<small class="vt-price__tax">plus VAT</small>',
  );
  expect(renderPreset(module, 'Price without tax', { locale: 'de' })).toContain('>zzgl. MwSt.</small>');
  expect(renderPreset(module, 'No picture')).not.toContain('VAT');
});
