import { checkModule, moduleById, renderPreset, renderPresetTree } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'announcement');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'announcement' })).toEqual([]);
});

test('its link says where it leads', () => {
  expect(renderPreset(module, 'With a link')).toContain('<a href="/about">Read more</a>');
});

test('without a text there is nothing', () => {
  expect(renderPresetTree(module, { name: 'bare', props: {} }).html).toBe('');
});
