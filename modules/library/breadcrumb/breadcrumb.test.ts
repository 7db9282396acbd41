import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'breadcrumb');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'breadcrumb' })).toEqual([]);
});

test('the way to a product is links, the product itself is the page', () => {
  const html = renderPreset(module, 'Of a product');
  expect(html).toContain('<a href="/c/mugs">Mugs &amp; cups</a>');
  expect(html).toContain('<span aria-current="page">Tide mug</span>');
});

test('a category stands once, as the page', () => {
  const html = renderPreset(module, 'Of a category', { locale: 'de' });
  expect(html.match(/Tableware/g)).toHaveLength(1);
  expect(html).toContain('<a href="/de/c/home">');
});

test('elsewhere there is nothing to show', () => {
  expect(renderPreset(module, 'Elsewhere')).toBe('');
});
