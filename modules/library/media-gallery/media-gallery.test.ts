import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'media-gallery');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'media-gallery' })).toEqual([]);
});

test('it shows the pictures of the colour in the address', () => {
  const html = renderPreset(module, 'Mosaic');
  expect(html.match(/alt="Tide mug, ochre"/g)).toHaveLength(3);
  expect(html).not.toContain('chalk');
});

test('a variant in the address shows its colour', () => {
  expect(renderPreset(module, 'Pictures of one variant')).toContain('alt="Fisher jumper, moss"');
});

test('only the first picture is fetched first', () => {
  const html = renderPreset(module, 'Mosaic');
  expect(html.match(/fetchPriority="high"/g)).toHaveLength(1);
  expect(html.match(/loading="lazy"/g)).toHaveLength(2);
});

test('the small pictures are links to the large ones', () => {
  const html = renderPreset(module, 'Strip with small pictures');
  expect(html).toContain('<a href="#media-gallery-2" aria-label="Picture 2 of 3">');
  expect(html).toContain('id="media-gallery-2"');
});

test('a product without pictures says so', () => {
  expect(renderPreset(module, 'No picture')).toContain('No picture yet');
});
