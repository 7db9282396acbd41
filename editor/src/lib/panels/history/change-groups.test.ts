import { diffDocuments, type PageDocument, type PageNode } from '@vitrine/content';
import { makeNode, makePage } from '@vitrine/content/testing';
import { describeFields, list, number, object, richText, select, text } from '@vitrine/modules';
import { describe, expect, test } from 'vitest';
import type { ModuleDescription } from '../../app/backend.ts';
import { changeGroups } from './change-groups.ts';

const module = (id: string, title: string, more: Partial<ModuleDescription> = {}): ModuleDescription => ({
  id,
  title,
  kind: 'block',
  version: 1,
  slots: {},
  fields: [],
  shapes: {},
  presets: [],
  ...more,
});
const modules = [
  module('hero', 'Hero', {
    fields: describeFields({
      title: text({ label: 'Title' }),
      body: richText({ label: 'Text' }),
      look: select({ label: 'Look', options: { a: 'Calm', b: 'Loud' }, default: 'a' }),
      columns: number({ label: 'Columns', responsive: true, min: 1, max: 4 }),
      links: list({
        label: 'Links',
        max: 3,
        of: object({ label: 'Link', fields: { label: text({ label: 'Label' }) } }),
      }),
    }),
  }),
  module('columns', 'Columns', {
    slots: { left: { label: 'Left', allow: ['block'] }, right: { label: 'Right', allow: ['block'] } },
  }),
];
const hero = (id: string, props: PageNode['props'] = {}, more: Partial<PageNode> = {}) =>
  makeNode('hero', { id, props, ...more });

function groupsOf(before: Partial<PageDocument>, after: Partial<PageDocument>) {
  const [old, now] = [makePage({ name: 'Home', ...before }), makePage({ name: 'Home', ...after })];
  return changeGroups(diffDocuments(old, now), {
    before: old,
    after: now,
    describe: (type) => modules.find(({ id }) => id === type),
    fragmentName: (id) => (id === 'offer' ? 'Winter offer' : undefined),
    colours: [],
    groups: [{ id: 'trade', name: 'Trade' }],
    crowd: {
      audiences: [{ id: 'spring', name: 'Spring letter', rules: [] }],
      experiments: [
        { id: 'short', name: 'Short headline', versions: [], share: 100, state: { kind: 'planned' } },
      ],
    },
  });
}

const said = (before: PageNode['props'], after: PageNode['props']) =>
  groupsOf({ nodes: [hero('h', before)] }, { nodes: [hero('h', after)] })[0]?.lines.map(({ label, shown }) =>
    shown.kind === 'values'
      ? `${label}: ${shown.before || '–'} → ${shown.after || '–'}`
      : shown.kind === 'sentence'
        ? `${label}: ${shown.text}`
        : `${label}: ${shown.parts.map((part) => ({ same: part.text, added: `[+${part.text}]`, removed: `[-${part.text}]` })[part.kind]).join('')}`,
  );

describe('what is different, in words', () => {
  test('[HIST-11] settings have the names they have in the panel, with language and width', () => {
    expect(said({ title: 'Grey day', look: 'a' }, { title: 'Bright day', look: 'b' })).toEqual([
      'Look: Calm → Loud',
      'Title: [-Grey][+Bright] day',
    ]);
    expect(said({ columns: 2 }, { columns: 2, 'columns@md': 4, 'title@de': 'Neu' })).toEqual([
      'Columns (Laptop and wider): – → 4',
      'Title (German): – → Neu',
    ]);
    expect(said({ unknown: { a: 1 } }, { unknown: { a: 2 } })).toEqual(['unknown: {"a":1} → {"a":2}']);
  });

  test('[HIST-12] of formatted texts the words are compared, and lists item by item', () => {
    expect(said({ body: '<p>One &amp; two</p>' }, { body: '<p>One &amp; three</p>' })).toEqual([
      'Text: One & [-two][+three]',
    ]);
    expect(said({ body: '<p>One</p>' }, { body: '<p><strong>One</strong></p>' })).toEqual([
      'Text: The same words, formatted differently',
    ]);
    expect(
      said({ links: [{ label: 'Mugs' }] }, { links: [{ label: 'Cups', 'label@de': 'Tassen' }] }),
    ).toEqual(['Links: 1. Label: [-Mugs][+Cups · Label (German): Tassen]']);
  });

  test('[HIST-13] a module that came or went is told once, with what is in it', () => {
    const columns = makeNode('columns', {
      id: 'c',
      slots: { left: [hero('a', { title: 'In it' }), hero('b')] },
    });
    expect(groupsOf({ nodes: [] }, { nodes: [columns] })).toMatchObject([
      { change: 'added', title: 'Columns', sentence: 'Added to the page, with 2 modules in it', lines: [] },
    ]);
    expect(groupsOf({ nodes: [columns] }, { nodes: [] })).toMatchObject([
      { change: 'removed', title: 'Columns', sentence: 'Removed from the page, with 2 modules in it' },
    ]);
    const smaller = makeNode('columns', { id: 'c', slots: { left: [hero('b')] } });
    expect(groupsOf({ nodes: [columns] }, { nodes: [smaller] })).toMatchObject([
      { change: 'removed', title: 'Hero', excerpt: 'In it', sentence: 'Removed from Columns (Left)' },
    ]);
  });

  test('[HIST-14] a module that moved says from where to where', () => {
    const [a, b] = [hero('a', { title: 'A' }), hero('b', { title: 'B' })];
    const columns = (list: PageNode[]) =>
      makeNode('columns', { id: 'c', ...(list.length && { slots: { left: list } }) });
    expect(groupsOf({ nodes: [a, b] }, { nodes: [b, a] })[0]!.lines).toMatchObject([
      { label: 'Moved', shown: { text: 'From place 2 to place 1' } },
    ]);
    expect(groupsOf({ nodes: [a, columns([])] }, { nodes: [columns([a])] })[0]!.lines[0]).toMatchObject({
      shown: { text: 'From the page to Columns (Left)' },
    });
  });

  test('[HIST-15] facts, the page itself and fragments have words too', () => {
    const use = (more: Partial<PageNode> = {}) =>
      makeNode('fragment', { id: 'f', props: { fragment: 'offer' }, ...more });
    expect(groupsOf({ nodes: [use()] }, { nodes: [use({ hidden: true, lock: true })] })).toMatchObject([
      {
        title: 'Winter offer',
        lines: [{ shown: { text: 'Locked' } }, { shown: { text: 'Hidden from shoppers' } }],
      },
    ]);
    const page = groupsOf({ seo: { 'title@de': 'Alt' } }, { name: 'New home', seo: {} });
    expect(page).toMatchObject([{ node: undefined, title: 'The page itself' }]);
    expect(page[0]!.lines.map(({ label }) => label)).toEqual([
      'Name for authors',
      'Title in search engines (German)',
    ]);
  });

  test('[AUDIENCE-6] [HIST-11] for whom a module is has the names people gave', () => {
    const readers = (before: Partial<PageNode>, after: Partial<PageNode>) =>
      groupsOf({ nodes: [hero('h', {}, before)] }, { nodes: [hero('h', {}, after)] })[0]!.lines.map(
        ({ label, shown }) => [label, shown.kind === 'values' && [shown.before, shown.after]],
      );
    expect(readers({}, { audiences: ['!spring'] })).toEqual([
      ['For visitors', ['everybody', 'not Spring letter']],
    ]);
    expect(readers({ audiences: ['spring'] }, { audiences: ['!gone', 'short.b'] })).toEqual([
      [
        'For visitors',
        ['only Spring letter', 'version B of “Short headline”, not gone (not there any more)'],
      ],
    ]);
    expect(readers({ groups: ['trade'] }, { locales: ['de'] })).toEqual([
      ['For readers of', ['everybody', 'German']],
      ['For customers of', ['Trade', 'everybody']],
    ]);
  });
});
