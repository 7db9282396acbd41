import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'columns');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'columns' })).toEqual([]);
});

test('the third column is there only when there are three', () => {
  expect(renderPreset(module, 'Two texts', { library }).match(/How we ship/g)).toHaveLength(2);
  expect(renderPreset(module, 'Three cards', { library }).match(/<article/g)).toHaveLength(3);
});
