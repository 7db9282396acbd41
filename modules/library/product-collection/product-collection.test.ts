import { checkModule, moduleById, renderPreset, renderPresetTree } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'product-collection');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'product-collection' })).toEqual([]);
});

test('prices and stock find their cards by id, whatever their order', () => {
  const preset = module.presets[0]!;
  const data = preset.data as { prices: unknown[]; availability: unknown[] };
  const turned = {
    ...preset,
    data: { ...data, prices: data.prices.toReversed(), availability: data.availability.toReversed() },
  };
  expect(renderPresetTree(module, turned).html).toBe(renderPresetTree(module, preset).html);
});

test('a row that scrolls can be reached by keys', () => {
  expect(renderPreset(module, 'One row')).toContain('tabindex="0"');
});

test('a list that is shorter than wanted is not shown', () => {
  const grid = module.presets[0]!;
  const many = { ...grid, props: { ...grid.props, least: 24 } };
  expect(renderPresetTree(module, many).html).toBe('');
});

test('what was looked at has a title of its own, in both languages, and can be forgotten', () => {
  const german = renderPreset(module, 'Recently viewed', { locale: 'de' });
  expect(german).toContain('>Zuletzt angesehen</h2>');
  expect(german).toContain('action="/_actions/catalogue.forget-viewed"');
  expect(renderPreset(module, 'Recently viewed')).toContain('>Recently viewed</h2>');
  expect(renderPreset(module, 'Grid')).not.toContain('forget-viewed');
});

test('no products, no section', () => {
  expect(renderPreset(module, 'Empty')).toBe('');
});
