import { checkModule, moduleById, renderPresetTree } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'section');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'section' })).toEqual([]);
});

test('a link without words is no link', () => {
  const preset = { name: 'mute', props: { title: 'T', link: { kind: 'page', path: '/about' } } };
  expect(renderPresetTree(module, preset).html).not.toContain('<a ');
});

test('a section without a title is not named', () => {
  expect(renderPresetTree(module, { name: 'bare', props: {} }).html).not.toContain('aria-labelledby');
});
