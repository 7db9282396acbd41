import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'quote');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'quote' })).toEqual([]);
});

test('words, who said them and a picture of them belong together', () => {
  const html = renderPreset(module, 'With a picture and stars', { locale: 'de' });
  expect(html).toMatch(/<figure[^>]*>.*<blockquote[^>]*><p>Erst habe ich .*<\/p><\/blockquote>.*<figcaption/);
  expect(html).toMatch(/<cite[^>]*>Henrike B\.<\/cite>/);
  expect(html).toContain('alt="Ein ockerfarben glasierter Becher"');
});

test('stars are said in words, and one is one', () => {
  expect(renderPreset(module, 'Small', { locale: 'de' })).toContain('aria-label="4 Sterne von 5"');
  expect(renderPreset(module, 'Small').match(/data-is="full"/g)).toHaveLength(4);
  expect(renderPreset(module, 'Words alone')).toContain('aria-label="1 star of 5"');
  expect(renderPreset(module, 'Words alone')).not.toContain('<figcaption');
  expect(renderPreset(module, 'In the middle, on accent')).not.toContain('role="img"');
});
