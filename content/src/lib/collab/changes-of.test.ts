import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { makeNode, makePage } from '../testing/builders.ts';
import { changesOf, type DocChange } from './changes-of.ts';
import type { PageInYdoc } from './page-in-ydoc.ts';
import { PageUndo } from './page-undo.ts';
import { openReplica } from './testing/replicas.ts';

const document = makePage({
  nodes: [
    makeNode('card', {
      id: 'a',
      props: { title: 'A', body: '<p>x</p>', links: [{ label: 'l' }], align: 'left' },
    }),
    makeNode('grid', { id: 'b' }),
  ],
});

/** What the server would be told of what somebody does. */
function changesWhen(work: (page: PageInYdoc, undo: PageUndo) => void): readonly DocChange[] {
  const server = openReplica(document, 1);
  const page = openReplica(document, 2);
  const undo = new PageUndo(page);
  const before = Y.encodeStateVector(page.doc);
  work(page, undo);
  return changesOf(server.doc, Y.encodeStateAsUpdate(page.doc, before));
}

const card = { node: 'a', module: 'card' };

describe('an update', () => {
  test('[CHANGES-1] says which settings it changes', () => {
    expect(changesWhen((page) => page.setProp('a', 'align', 'right'))).toEqual([
      { kind: 'prop', ...card, key: 'align' },
    ]);
    expect(changesWhen((page) => page.text('a', 'title@de').insert(0, 'Hallo'))).toEqual([
      { kind: 'prop', ...card, key: 'title@de' },
    ]);
    expect(changesWhen((page) => page.setProp('a', 'body', '<h2>y</h2>'))).toEqual([
      { kind: 'prop', ...card, key: 'body' },
    ]);
    expect(changesWhen((page) => page.setProp('a', 'title', undefined))).toEqual([
      { kind: 'prop', ...card, key: 'title' },
    ]);
    expect(
      changesWhen((page) => {
        page.setAt('a', `links/${page.itemIds('a', 'links')[0]}/label`, 'm');
        page.insertItem('a', 'links', 0, { label: 'k' });
      }),
    ).toEqual([{ kind: 'prop', ...card, key: 'links' }]);
  });

  test('[CHANGES-1] says that it opens a setting', () => {
    expect(changesWhen((page) => page.setFacts('a', { open: ['title'] }))).toEqual([
      { kind: 'facts', ...card },
    ]);
    expect(
      changesWhen((page) => {
        const node = page.doc.getMap<Y.Map<unknown>>('nodes').get('a')!;
        page.doc.transact(() => node.set('open/a b', true));
      }),
    ).toEqual([{ kind: 'unknown', what: 'nodes a open/a b' }]);
  });

  test('[CHANGES-2] says what it moves, brings and takes away', () => {
    expect(changesWhen((page) => page.move(['a'], { parent: 'b', slot: 'main' }))).toEqual([
      { kind: 'structure', ...card },
    ]);
    expect(changesWhen((page) => page.remove(['b']))).toEqual([
      { kind: 'structure', node: 'b', module: 'grid' },
    ]);
    const hero = makeNode('hero', { id: 'h', props: { title: 'Hi', body: '<p>x</p>' } });
    expect(changesWhen((page) => page.insert([hero], {}))).toEqual([
      { kind: 'structure', node: 'h', module: 'hero' },
    ]);
    expect(
      changesWhen((page, undo) => {
        page.remove(['b']);
        undo.undo();
      }),
    ).toEqual([{ kind: 'structure', node: 'b', module: 'grid' }]);
  });

  test('[CHANGES-3] says which facts and what of the page it changes', () => {
    expect(changesWhen((page) => page.setFacts('b', { lock: true }))).toEqual([
      { kind: 'facts', node: 'b', module: 'grid' },
    ]);
    expect(changesWhen((page) => page.setMeta({ name: 'N', seo: { 'title@de': 'T' } }))).toEqual([
      { kind: 'meta', key: 'name' },
      { kind: 'meta', key: 'seo/title@de' },
    ]);
  });

  test('[CHANGES-4] with anything else in it, or without what it builds on, is told to be unknown', () => {
    expect(changesWhen(({ doc }) => doc.getMap('else').set('x', 1))).toEqual([
      { kind: 'unknown', what: 'else x' },
    ]);
    expect(changesWhen(({ doc }) => (doc.getMap('nodes').get('a') as Y.Map<unknown>).set('x', 1))).toEqual([
      { kind: 'unknown', what: 'nodes a x' },
    ]);
    const server = openReplica(document, 1);
    const page = openReplica(document, 2);
    const updates: Uint8Array[] = [];
    page.doc.on('update', (update: Uint8Array) => updates.push(update));
    page.setProp('a', 'align', 'right');
    page.setProp('a', 'align', 'left');
    page.setProp('a', 'align@sm', 'left');
    expect(changesOf(server.doc, updates[1]!)).toEqual([
      { kind: 'unknown', what: 'Changes of client 2 before 1 are missing.' },
    ]);
  });

  test('[CHANGES-4] that is there already changes nothing', () => {
    const page = openReplica(document, 2);
    page.setProp('a', 'align', 'right');
    expect(changesOf(page.doc, Y.encodeStateAsUpdate(page.doc))).toEqual([]);
  });
});
