import { describe, expect, test } from 'vitest';
import type { ModuleDescription } from '../app/backend.ts';
import { fitsInto, type SlotRulesPage } from './slot-rules.ts';

const module = (facts: Partial<ModuleDescription> & { id: string }): ModuleDescription => ({
  title: facts.id,
  kind: 'block',
  version: 1,
  needsSubject: false,
  slots: {},
  fields: [],
  shapes: {},
  presets: [],
  ...facts,
});
const modules = [
  module({ id: 'text', title: 'Text' }),
  module({ id: 'hero', title: 'Hero', kind: 'section' }),
  module({
    id: 'header',
    title: 'Header',
    kind: 'header',
    slots: { cart: { label: 'Cart', allow: ['badge'], max: 1 } },
  }),
  module({ id: 'badge', title: 'Cart badge' }),
  module({
    id: 'columns',
    title: 'Columns',
    kind: 'section',
    slots: { items: { label: 'Columns', allow: ['block'], max: 2 } },
  }),
];
const describeModule = (id: string) => modules.find((each) => each.id === id);
const page: SlotRulesPage = {
  kind: 'page',
  node: (id) => ({ c: { type: 'columns' }, h: { type: 'header' }, l: { type: 'columns', lock: true } })[id],
  children: (parent) => (parent === 'c' ? ['one', 'two'] : []),
};
const fitOf = (types: string[], parent?: string, slot?: string, moving: string[] = []) =>
  fitsInto(types, { parent, slot, moving }, page, describeModule);

describe('what fits where', () => {
  test('[SLOT-1] kinds and single modules that a slot names', () => {
    expect(fitOf(['badge'], 'h', 'cart')).toEqual({ kind: 'fits' });
    expect(fitOf(['text'], 'h', 'cart')).toEqual({
      kind: 'refused',
      reason: 'Text does not fit into “Cart” of Header, which takes Cart badge.',
    });
    expect(fitOf(['hero'], 'c', 'items')).toMatchObject({ reason: expect.stringContaining('takes blocks') });
  });

  test('[SLOT-2] no more than it takes; what moves within it counts once', () => {
    expect(fitOf(['text'], 'c', 'items')).toMatchObject({ reason: '“Columns” of Columns takes at most 2.' });
    expect(fitOf(['text'], 'c', 'items', ['one'])).toEqual({ kind: 'fits' });
  });

  test('[SLOT-3] nothing goes into what is locked, or where there is no slot', () => {
    expect(fitOf(['text'], 'l', 'items')).toMatchObject({ reason: 'Columns is locked. Unlock it first.' });
    expect(fitOf(['text'], 'c', 'other')).toMatchObject({ kind: 'refused' });
    expect(fitOf(['text'], 'gone', 'items')).toMatchObject({ kind: 'refused' });
  });

  test('[SLOT-4] frames belong into layouts; fragments are checked by what is in them', () => {
    expect(fitOf(['header'])).toMatchObject({ reason: 'Header belongs into a layout.' });
    expect(
      fitsInto(
        ['header'],
        { parent: undefined, slot: undefined },
        { ...page, kind: 'layout' },
        describeModule,
      ),
    ).toEqual({ kind: 'fits' });
    expect(fitOf(['fragment'], 'h', 'cart')).toEqual({ kind: 'fits' });
  });
});
