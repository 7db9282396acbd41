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

  test('[CHANGES-4] in two parts of one client, of which Yjs would take the second, is told to be unknown', () => {
    const server = openReplica(document, 1);
    const [first, second] = ['note', 'mark'].map((key) => {
      const page = openReplica(document, 2);
      const before = Y.encodeStateVector(page.doc);
      page.setProp('a', key, 1);
      return Y.encodeStateAsUpdate(page.doc, before);
    });
    // First how many clients there are, last how many of them delete something.
    const both = new Uint8Array([2, ...first!.slice(1, -1), ...second!.slice(1, -1), 0]);
    expect(changesOf(server.doc, both)).toContainEqual({
      kind: 'unknown',
      what: 'Changes of client 2 come in two parts.',
    });
  });

  test('[CHANGES-5] costs what the update costs to judge, also when it is of many pieces', () => {
    const server = openReplica(document, 1);
    const page = openReplica(document, 2);
    const before = Y.encodeStateVector(page.doc);
    const text = page.text('a', 'title');
    // Written from its end, so that no piece can be joined with the one before, and every second one deleted again.
    page.doc.transact(() => {
      for (let left = 4_000; left > 0; left--) text.insert(0, 'x');
      for (let at = 0; at < 2_000; at++) text.delete(at, 1);
    });
    const update = Y.encodeStateAsUpdate(page.doc, before);
    const reads = clockReadsOf(() => {
      expect(changesOf(server.doc, update)).toEqual([{ kind: 'prop', ...card, key: 'title' }]);
    });
    expect(reads).toBeLessThan(4_000 * 100);
  });

  test('[CHANGES-5] that deletes the same over and over again is no update', () => {
    const page = openReplica(document, 2);
    // No pieces; one client, of which two ranges are deleted: the first three, and again the second.
    expect(() => changesOf(page.doc, new Uint8Array([0, 1, 2, 2, 0, 3, 1, 1]))).toThrow('deleted once');
    expect(changesOf(page.doc, new Uint8Array([0, 1, 2, 2, 0, 3, 4, 1]))).not.toEqual([]);
  });

  test('[CHANGES-6] with an instance that could be in no document is told to be unknown', () => {
    const kindsWhen = (work: (nodes: Y.Map<unknown>, node: Y.Map<unknown>) => void) =>
      changesWhen(({ doc }) => {
        const nodes = doc.getMap<unknown>('nodes');
        doc.transact(() => work(nodes, nodes.get('a') as Y.Map<unknown>));
      }).map(({ kind }) => kind);
    const card = (changes: Record<string, unknown> = {}) =>
      new Y.Map(Object.entries({ at: 'root||V|1', type: 'card', v: 1, props: new Y.Map(), ...changes }));
    expect(kindsWhen((nodes) => nodes.set('x', card()))).toEqual(['structure']);
    expect(kindsWhen((nodes) => nodes.set('x--><script>', card()))).toContain('unknown');
    expect(kindsWhen((nodes) => nodes.set('x', 'card'))).toContain('unknown');
    expect(kindsWhen((nodes) => nodes.set('x', card({ type: '"><script>' })))).toContain('unknown');
    expect(kindsWhen((nodes) => nodes.set('x', card({ type: new Y.Map() })))).toContain('unknown');
    expect(kindsWhen((nodes) => nodes.set('x', card({ v: 'one' })))).toContain('unknown');
    expect(kindsWhen((nodes) => nodes.set('x', card({ at: 'a|a b|V|1' })))).toContain('unknown');
    expect(kindsWhen((nodes) => nodes.set('x', card({ at: 'root' })))).toContain('unknown');
    expect(kindsWhen((nodes) => nodes.set('x', card({ props: new Y.Map([['a b', 1]]) })))).toContain(
      'unknown',
    );
    expect(kindsWhen((_, node) => node.set('type', 7))).toContain('unknown');
    expect(kindsWhen((_, node) => node.set('v', 0))).toContain('unknown');
    expect(kindsWhen((_, node) => node.set('name', { a: 1 }))).toContain('unknown');
    expect(kindsWhen((_, node) => node.set('hidden', new Uint8Array(1)))).toContain('unknown');
    expect(kindsWhen((_, node) => node.set('locales', ['de']))).toEqual(['facts']);
    for (const wrong of [[], 'de', ['en', 'de'], ['de', 'de'], ['<b>'], [1]])
      expect(kindsWhen((_, node) => node.set('locales', wrong))).toContain('unknown');
  });
});

/** How often is read where the pieces of an update stand, while something is done. */
function clockReadsOf(work: () => void): number {
  let reads = 0;
  const clocks = new WeakMap<object, number>();
  Object.defineProperty(Y.ID.prototype, 'clock', {
    configurable: true,
    get() {
      reads++;
      return clocks.get(this);
    },
    set(clock: number) {
      clocks.set(this, clock);
    },
  });
  try {
    work();
  } finally {
    delete (Y.ID.prototype as { clock?: number }).clock;
  }
  return reads;
}
