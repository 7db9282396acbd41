import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'search-results');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'search-results' })).toEqual([]);
});

test('filters are checkboxes of a form that asks for the same address', () => {
  const html = renderPreset(module, 'With filters chosen');
  expect(html).toMatch(/<form[^>]*method="get"/);
  expect(html).toMatch(/<input type="checkbox"[^>]*name="f"[^>]*value="colour\.deep-sea"/);
  expect(html).toContain('<input type="hidden" name="sort" value="price-asc"/>');
});

test('a filter that is chosen is not folded away', () => {
  const open = /<details class="search-results__rest" open="">/;
  expect(renderPreset(module, 'With filters chosen')).toMatch(open);
  expect(renderPreset(module, 'Category')).not.toMatch(open);
});

test('a card shows the colour that was asked for, and leads to it', () => {
  const html = renderPreset(module, 'With filters chosen');
  expect(html).toContain('href="/p/northwind-blanket?colour=fog"');
  expect(html).toMatch(/_image\/\d+\/[^" ]*northwind-blanket-fog/);
  // Its first picture is asked for as well, or nothing of it is.
  expect(html).toMatch(/href="\/p\/fisher-jumper"/);
  expect(renderPreset(module, 'Category')).not.toContain('?colour=');
});

test('each chosen filter can be taken away', () => {
  const html = renderPreset(module, 'With filters chosen');
  expect(html).toContain('aria-label="Remove Ochre"');
  expect(html).toContain('aria-label="Remove €25 to €50"');
});

test('a value that leads nowhere cannot be chosen', () => {
  expect(renderPreset(module, 'Category')).toMatch(/<input[^>]*disabled=""[^>]*value="material\.steel"/);
});

test('a corrected spelling is told', () => {
  expect(renderPreset(module, 'Corrected spelling')).toContain(
    'Nothing was found for “steinzug”. These are the results for “steinzeug”.',
  );
});

test('nothing found: help, and something else to look at', () => {
  const html = renderPreset(module, 'Nothing found');
  expect(html).toContain('Check the spelling');
  expect(html.match(/<article/g)).toHaveLength(4);
});

test('filters that leave nothing stay, so that they can be taken away', () => {
  const html = renderPreset(module, 'Filters leave nothing');
  expect(html).toContain('No product has all the chosen properties');
  expect(html).toContain('Clear all');
});

test('pages are links, the one on show is marked', () => {
  expect(renderPreset(module, 'Category')).toMatch(/aria-label="Page 2" aria-current="page"/);
});
