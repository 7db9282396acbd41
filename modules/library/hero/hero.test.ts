import { checkModule, moduleById, renderPreset, renderPresetTree } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'hero');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'hero' })).toEqual([]);
});

test('its picture is fetched first, unless it is further down', () => {
  expect(renderPreset(module, 'Beside the picture')).toContain('fetchPriority="high"');
  const later = { name: 'later', props: { ...module.presets[0]!.props, priority: false } };
  expect(renderPresetTree(module, later).html).toContain('loading="lazy"');
});

test('the title is the heading of the level asked for', () => {
  expect(renderPreset(module, 'Beside the picture')).toContain('For long evenings and early boats</h1>');
  expect(renderPreset(module, 'Long German words, no picture')).toContain('</h2>');
});
