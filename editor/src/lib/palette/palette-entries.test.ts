import { expect, test } from 'vitest';
import type { ModuleDescription } from '../app/backend.ts';
import { paletteEntries, searchEntries } from './palette-entries.ts';

const module = (id: string, facts: Partial<ModuleDescription> = {}): ModuleDescription => ({
  id,
  title: id,
  kind: 'section',
  version: 1,
  slots: {},
  fields: [],
  shapes: {},
  presets: [],
  ...facts,
});
const modules = [
  module('cart', { subjects: ['cart'] }),
  module('text', { kind: 'block' }),
  module('checkout', { isPartOfOne: true }),
  module('hero'),
  module('buy-box', { kind: 'block', subjects: ['product'] }),
];
const order = (subject?: string) => paletteEntries(modules, [], subject).map(({ type }) => type);

test('[PALETTE-1] what is made for the page comes first, what is made for other pages last', () => {
  expect(order('page')).toEqual(['hero', 'text', 'checkout', 'buy-box', 'cart']);
  expect(order('product')).toEqual(['buy-box', 'hero', 'text', 'checkout', 'cart']);
  expect(order()).toEqual(['cart', 'hero', 'buy-box', 'text', 'checkout']);
});

test('[PALETTE-2] everything typed must be found, titles that begin with it first', () => {
  const entries = paletteEntries(
    [
      module('note', { presets: [{ name: 'Under a hero', props: {} }] }),
      module('hero', {
        alsoCalled: ['Banner'],
        presets: [
          { name: 'Tall', props: {} },
          { name: 'Wide', props: {} },
        ],
      }),
    ],
    [],
  );
  const found = (query: string) => searchEntries(entries, query).map(({ key }) => key);
  expect(found('hero')).toEqual(['hero Tall', 'hero Wide', 'note Under a hero']);
  expect(found('HERO wide')).toEqual(['hero Wide']);
  expect(found('boat')).toEqual([]);
  expect(found('banner')).toEqual(['hero Tall', 'hero Wide']);
});
