import { describe, expect, test } from 'vitest';
import type { ModuleDescription } from '../app/backend.ts';
import { fitsInto, fitsIntoNew, type SlotRulesPage } from './slot-rules.ts';

const module = (facts: Partial<ModuleDescription> & { id: string }): ModuleDescription => ({
  title: facts.id,
  kind: 'block',
  version: 1,
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
  parts: () => undefined,
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

  test('[SLOT-5] what is put around modules must take them too', () => {
    const columns = { module: describeModule('columns')!, slot: 'items' };
    expect(fitsIntoNew(['text', 'badge'], columns, describeModule)).toEqual({ kind: 'fits' });
    expect(fitsIntoNew(['hero'], columns, describeModule)).toMatchObject({
      reason: 'Hero does not fit into “Columns” of Columns, which takes blocks.',
    });
    expect(fitsIntoNew(['text', 'text', 'text'], columns, describeModule)).toMatchObject({
      reason: '“Columns” of Columns takes at most 2.',
    });
  });

  test('[FRAG-11] an open part takes what may stand where it stands in its fragment', () => {
    const columns = { id: 'x', type: 'columns', v: 1, props: {} };
    const filled = { ...columns, slots: { items: [{ ...columns, id: 'fixed' }] } };
    const using: SlotRulesPage = {
      ...page,
      node: (id) =>
        id === 'use'
          ? { type: 'fragment', lock: true }
          : id === 'inside'
            ? { type: 'fragment', parent: 'h', slot: 'cart' }
            : page.node(id),
      parts: () => [
        { id: 'top', content: [] },
        { id: 'in', content: [], parent: filled, slot: 'items' },
      ],
      children: (parent, slot) => (parent === 'use' && slot === 'in' ? ['one'] : []),
    };
    const fitting = (types: string[], parent: string, slot: string, moving: string[] = []) =>
      fitsInto(types, { parent, slot, moving }, using, describeModule);
    expect(fitting(['hero'], 'use', 'top')).toEqual({ kind: 'fits' });
    expect(fitting(['header'], 'use', 'top')).toMatchObject({ reason: 'Header belongs into a layout.' });
    expect(fitting(['hero'], 'inside', 'top')).toMatchObject({ reason: expect.stringContaining('“Cart”') });
    expect(fitting(['hero'], 'use', 'in')).toMatchObject({ reason: expect.stringContaining('takes blocks') });
    expect(fitting(['text'], 'use', 'in')).toMatchObject({ reason: '“Columns” of Columns takes at most 2.' });
    expect(fitting(['text'], 'use', 'in', ['one'])).toEqual({ kind: 'fits' });
    expect(fitting(['text'], 'use', 'gone')).toMatchObject({
      reason: expect.stringContaining('no such open part'),
    });
    expect(
      fitsInto(
        ['text'],
        { parent: 'use', slot: 'top' },
        { ...using, parts: () => undefined },
        describeModule,
      ),
    ).toMatchObject({ kind: 'refused' });
  });

  test('[FRAG-12] open parts belong into fragments, and not inside each other', () => {
    const fragment: SlotRulesPage = {
      ...page,
      kind: 'fragment',
      node: (id) =>
        id === 'part'
          ? { type: 'outlet', parent: 'c', slot: 'items' }
          : id === 'deep'
            ? { type: 'columns', parent: 'part', slot: 'content' }
            : page.node(id),
    };
    const fitting = (type: string, parent?: string, slot?: string) =>
      fitsInto([type], { parent, slot, moving: ['two'] }, fragment, describeModule);
    expect(fitOf(['outlet'])).toMatchObject({ reason: 'An open part belongs into a fragment.' });
    expect([fitting('outlet'), fitting('outlet', 'c', 'items')]).toEqual([
      { kind: 'fits' },
      { kind: 'fits' },
    ]);
    expect([fitting('outlet', 'part', 'content').kind, fitting('outlet', 'deep', 'items').kind]).toEqual([
      'refused',
      'refused',
    ]);
    expect(fitting('text', 'part', 'content')).toEqual({ kind: 'fits' });
    expect(fitting('hero', 'part', 'content')).toMatchObject({ kind: 'refused' });
  });
});
