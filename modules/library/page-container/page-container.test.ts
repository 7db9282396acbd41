import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'page-container');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'page-container' })).toEqual([]);
});

test('the page has its landmarks and a way past the header', () => {
  const html = renderPreset(module, 'Empty');
  expect(html).toContain('href="#content">Skip to content</a>');
  expect(html).toMatch(/<header.*<\/header><main[^>]*id="content".*<\/main><footer/);
});
