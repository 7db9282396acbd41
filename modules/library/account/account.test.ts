import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'account');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'account' })).toEqual([]);
});

test('a page has one title, whether somebody is signed in or not', () => {
  for (const preset of ['Overview', 'An order', 'Signed out'])
    expect(renderPreset(module, preset, { library }).match(/<h1/g), preset).toHaveLength(1);
});
