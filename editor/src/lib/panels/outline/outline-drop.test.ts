import type { PageNode } from '@vitrine/content';
import { PageInYdoc, PageUndo } from '@vitrine/content/collab';
import { makeNode, makePage } from '@vitrine/content/testing';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { ModuleDescription } from '../../app/backend.ts';
import { Documents } from '../../app/documents.ts';
import { Editor } from '../../app/editor.ts';
import { Store } from '../../app/store.ts';
import type { OpenDocument } from '../../document/open-document.ts';
import { outlineDrop } from './outline-drop.ts';
import { outlineRows } from './outline-rows.ts';

const module = (id: string, slots: ModuleDescription['slots'] = {}): ModuleDescription => ({
  id,
  title: id,
  kind: 'block',
  version: 1,
  slots,
  fields: [],
  shapes: {},
  presets: [],
});
const modules = [
  module('words'),
  module('box', { content: { label: 'Content', allow: ['block'] } }),
  module('pair', { left: { label: 'Left', allow: ['block'] }, right: { label: 'Right', allow: ['box'] } }),
];
const words = (id: string) => makeNode('words', { id });
const box = (id: string, ...content: PageNode[]) => makeNode('box', { id, slots: { content } });

/** An outline of these modules, its lines as they are seen, and what dropping one of them does. */
function outline(nodes: readonly PageNode[], folded: readonly string[] = []) {
  const doc = new Y.Doc();
  PageInYdoc.fill(doc, makePage({ id: 'home', nodes }), () => undefined);
  const page = new PageInYdoc(doc, () => undefined);
  const open = { id: 'home', doc, page, undo: new PageUndo(page, {}), state: new Store({}) };
  const editor = new Editor({
    session: { user: { id: 'ada', name: 'Ada' }, capabilities: ['content.write'] },
    catalogue: { modules, channels: [], colours: [], samples: {} },
    open: open as unknown as OpenDocument,
    documents: new Documents(),
  });
  const rows = outlineRows(editor, new Set(folded), '');
  const lines = rows.map((row) => {
    const name = row.kind === 'instance' ? row.id : row.kind === 'slot' ? `[${row.slot}]` : 'lost';
    return '-'.repeat(row.depth) + name;
  });
  const drop = (id: string, gap: number, depth: number) => {
    const types = [page.node(id)!.type];
    return outlineDrop(
      rows,
      { gap, depth, moving: [id] },
      {
        node: (each) => page.node(each),
        children: (parent, slot) => page.children(parent, slot),
        slots: (each) => Object.keys(editor.slotsOf(each)),
        fits: (parent, slot) => editor.fits(types, { parent, slot, moving: [id] }),
      },
    );
  };
  return { lines, drop };
}

describe('dropping in the outline', () => {
  const { lines, drop } = outline([words('a'), box('b', words('c'), words('d')), words('e')]);

  test('[OUTLINE-1] goes between the lines next to the pointer', () => {
    expect(lines).toEqual(['a', 'b', '-c', '-d', 'e']);
    expect(drop('e', 0, 0)).toMatchObject({ kind: 'target', parent: undefined, index: 0, gap: 0 });
    expect(drop('a', 5, 0)).toMatchObject({ kind: 'target', parent: undefined, index: 2, depth: 0 });
    expect(drop('d', 2, 1)).toMatchObject({ kind: 'target', parent: 'b', slot: 'content', index: 0 });
    expect(drop('e', 3, 0)).toMatchObject({ kind: 'target', parent: 'b', index: 1, depth: 1 });
  });

  test('[OUTLINE-2] goes as deep as the pointer is far to the right, as far as the lines let it', () => {
    expect(drop('a', 4, 0)).toMatchObject({ parent: undefined, index: 1, depth: 0 });
    expect(drop('a', 4, 1)).toMatchObject({ parent: 'b', index: 2, depth: 1 });
    expect(drop('a', 4, 7)).toMatchObject({ parent: 'b', index: 2 });
    expect(drop('d', 4, 0)).toMatchObject({ parent: undefined, index: 2 });
    expect(drop('e', 2, -3)).toMatchObject({ parent: 'b', index: 0, depth: 1 });
  });

  test('[OUTLINE-3] goes behind everything in a module that is folded, and first into a slot that is empty', () => {
    const folded = outline([words('a'), box('b', words('c'), words('d'))], ['b']);
    expect(folded.lines).toEqual(['a', 'b']);
    expect(folded.drop('a', 2, 1)).toMatchObject({ parent: 'b', slot: 'content', index: 2, depth: 1 });
    const empty = outline([box('b'), words('a')]);
    expect(empty.lines).toEqual(['b', '-[content]', 'a']);
    expect(empty.drop('a', 2, 2)).toMatchObject({ parent: 'b', index: 0, gap: 2, depth: 2 });
    expect(empty.drop('a', 1, 0)).toMatchObject({ parent: undefined, index: 1, gap: 2 });
  });

  test('[OUTLINE-4] says why not, and goes further out where that is possible', () => {
    const pair = makeNode('pair', { id: 'p', slots: { left: [words('x')], right: [box('y')] } });
    const { lines: shown, drop: into } = outline([words('a'), pair]);
    expect(shown).toEqual(['a', 'p', '-[left]', '--x', '-[right]', '--y', '---[content]']);
    expect(into('a', 3, 2)).toMatchObject({ kind: 'target', parent: 'p', slot: 'left', index: 0 });
    expect(into('a', 5, 2)).toMatchObject({ kind: 'refused', gap: 5, depth: 2, reason: expect.any(String) });
    expect(into('a', 7, 2)).toMatchObject({ kind: 'target', parent: undefined, hint: expect.any(String) });
  });

  test('[OUTLINE-5] nothing goes into itself: its own lines are its place', () => {
    expect(drop('b', 3, 2)).toMatchObject({ kind: 'target', parent: undefined, index: 1 });
    expect(drop('b', 4, 1)).toMatchObject({ kind: 'target', parent: undefined, index: 1 });
    expect(drop('c', 3, 1)).toMatchObject({ kind: 'target', parent: 'b', index: 0 });
  });
});
