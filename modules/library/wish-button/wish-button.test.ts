import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'wish-button');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'wish-button' })).toEqual([]);
});

test('it is a form of the product, one way or the other', () => {
  const html = renderPreset(module, 'Not wished');
  expect(html).toMatch(/name="slug" value="tide-mug".*name="wished" value="yes"/s);
  expect(renderPreset(module, 'Wished', { locale: 'de' })).toMatch(
    /name="wished" value="no".*Auf Ihrem Merkzettel/s,
  );
});
