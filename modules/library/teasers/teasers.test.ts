import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'teasers');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'teasers' })).toEqual([]);
});

test('each teaser is one link, named by its title', () => {
  const html = renderPreset(module, 'Three');
  expect(html.match(/<a /g)).toHaveLength(3);
  expect(html).toMatch(/<h2[^>]*><a [^>]*href="\/c\/mugs"[^>]*>Mugs for every morning<\/a><\/h2>/);
});

test('below a title the names are one level lower', () => {
  expect(renderPreset(module, 'Two, with a title').match(/<h3/g)).toHaveLength(2);
});

test('without a link there is none, without teasers there is nothing', () => {
  expect(renderPreset(module, 'Words alone')).not.toContain('<a ');
  expect(renderPreset(module, 'Nothing yet')).toBe('');
});
