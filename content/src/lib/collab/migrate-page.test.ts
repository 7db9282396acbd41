import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { ShapesOf } from '../prop-shape.ts';
import { makeCatalogue, makeNode, makePage } from '../testing/builders.ts';
import { migratePage } from './migrate-page.ts';
import { LOCAL } from './origin.ts';
import { PageInYdoc } from './page-in-ydoc.ts';
import { PageUndo } from './page-undo.ts';

const shapes: ShapesOf = (type) =>
  type === 'hero'
    ? { heading: { kind: 'text' }, points: { kind: 'list', item: { kind: 'text' } } }
    : undefined;
const modules = makeCatalogue({
  hero: {
    version: 2,
    migrateProps: ({ title, ...others }) => ({ ...others, ...(title !== undefined && { heading: title }) }),
  },
});
const document = makePage({
  nodes: [
    makeNode('hero', { id: 'old', props: { title: 'Hi', align: 'left' } }),
    makeNode('hero', { id: 'current', v: 2, props: { heading: 'Hello' } }),
    makeNode('hero', { id: 'newer', v: 3 }),
    makeNode('unheard', { id: 'unknown', props: { title: 'x' } }),
  ],
});

function open(written: ShapesOf = shapes) {
  const doc = new Y.Doc();
  PageInYdoc.fill(doc, document, written);
  return { doc, page: new PageInYdoc(doc, shapes) };
}

describe('migrating a page', () => {
  test('[MIGRATE-1] brings old modules forward, those in the trash too, and names what it cannot', () => {
    const { doc, page } = open();
    page.remove(['old']);
    const undo = new PageUndo(page);
    const { changes, problems } = migratePage(doc, modules, shapes);
    expect(changes).toEqual([{ node: 'old', module: 'hero', from: 1, to: 2 }]);
    expect(problems).toMatchObject([{ code: 'newer-module', node: 'newer', document: 'home' }]);
    page.restore({ node: makeNode('hero', { id: 'old', v: 2, props: { heading: 'Hi', align: 'left' } }) });
    expect(page.toNode('old')).toEqual({
      id: 'old',
      type: 'hero',
      v: 2,
      props: { heading: 'Hi', align: 'left' },
    });
    expect(page.props('unknown')).toEqual({ title: 'x' });
    expect(undo.canUndo).toBe(true);
  });

  test('[MIGRATE-2] is nobody’s step of undo, and writes nothing when nothing is old', () => {
    const { doc, page } = open();
    const undo = new PageUndo(page);
    const origins: unknown[] = [];
    doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin));
    migratePage(doc, modules, shapes);
    expect(undo.canUndo).toBe(false);
    expect(origins).toHaveLength(1);
    expect(origins[0]).not.toBe(LOCAL);
    migratePage(doc, modules, shapes);
    expect(origins).toHaveLength(1);
  });

  test('[MIGRATE-3] writes the very same wherever it runs on the same state', () => {
    const [left, right] = [open(), open()];
    const own = left.doc.clientID;
    migratePage(left.doc, modules, shapes);
    migratePage(right.doc, modules, shapes);
    expect(left.doc.clientID).toBe(own);
    expect(Y.encodeStateAsUpdate(left.doc)).toEqual(Y.encodeStateAsUpdate(right.doc));
    Y.applyUpdate(left.doc, Y.encodeStateAsUpdate(right.doc));
    expect(left.page.props('old').heading).toBe('Hi');
  });

  test('[MIGRATE-4] stores values in the shape their settings have now', () => {
    const { doc, page } = open(() => undefined);
    page.transact(() => page.doc.getMap('nodes'));
    migratePage(doc, modules, shapes);
    const props = (doc.getMap('nodes').get('current') as Y.Map<unknown>).get('props') as Y.Map<unknown>;
    expect(props.get('heading')).toEqual({ $: 'text' });
    expect(page.props('current')).toEqual({ heading: 'Hello' });
  });
});
