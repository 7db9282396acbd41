import { diffDocuments, type PageDocument, type PageNode, type ShapesOf } from '@vitrine/content';
import { PageInYdoc, PageUndo } from '@vitrine/content/collab';
import { makeNode, makePage } from '@vitrine/content/testing';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { restoreDifference, restoreModule, restorePage } from './restore.ts';

const shapes: ShapesOf = (type) =>
  type === 'hero' ? { title: { kind: 'text' }, body: { kind: 'rich-text' } } : undefined;
const hero = (id: string, title: string, more: Partial<PageNode> = {}) =>
  makeNode('hero', { id, props: { title }, ...more });

/** A page of today, and what it was: the same until somebody changes it. */
function openPage() {
  const version: PageDocument = makePage({
    id: 'home',
    name: 'Home',
    seo: { title: 'Home', 'title@de': 'Start' },
    nodes: [
      hero('a', 'First'),
      makeNode('columns', { id: 'c', slots: { left: [hero('b', 'Second'), hero('d', 'Third')] } }),
      hero('e', 'Last', { hidden: true }),
    ],
  });
  const doc = new Y.Doc();
  PageInYdoc.fill(doc, version, shapes);
  const page = new PageInYdoc(doc, shapes);
  const undo = new PageUndo(page, {});
  const editor = { page, gesture: <T>(change: () => T) => undo.step(change) };
  const differences = () => diffDocuments(version, page.toDocument());
  return { version, page, undo, editor, differences };
}

describe('bringing back', () => {
  test('[HIST-6] the whole page is one step of undo, and what others do meanwhile stays', () => {
    const { version, page, undo, editor, differences } = openPage();
    page.remove(['c']);
    page.insert([hero('new', 'New')], { index: 0 });
    page.setProp('a', 'title', 'Changed');
    page.setMeta({ name: 'Other', seo: { title: undefined } });
    const before = page.toDocument();
    restorePage(editor, version);
    expect(page.toDocument()).toEqual(version);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(page.doc));
    const theirs = new PageInYdoc(other, shapes);
    theirs.setProp('e', 'title', 'Theirs');
    Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(other));
    undo.undo();
    expect(page.toDocument().nodes.map(({ id }) => id)).toEqual(before.nodes.map(({ id }) => id));
    expect(page.props('e').title).toBe('Theirs');
    undo.redo();
    expect(differences()).toEqual([
      { kind: 'changed', node: 'e', module: 'hero', key: 'title', before: 'Last', after: 'Theirs' },
    ]);
  });

  test('[HIST-7] a module that was removed comes back where it stood, with what was in it', () => {
    const { version, page, undo, editor, differences } = openPage();
    page.remove(['c']);
    restoreDifference(editor, version, differences()[0]!);
    expect(differences()).toEqual([]);
    undo.undo();
    expect(page.has('c')).toBe(false);
  });

  test('[HIST-8] one that was in another one that is gone as well comes back onto the page', () => {
    const { version, page, editor } = openPage();
    page.remove(['c']);
    restoreModule(editor, version, 'd');
    expect(page.has('d')).toBe(true);
    expect(page.node('d')?.parent).toBeUndefined();
  });

  test('[HIST-9] a module that is there gets its settings back and stays where it is', () => {
    const { version, page, editor } = openPage();
    page.setProp('b', 'title', 'Changed');
    page.setProp('b', 'body', '<p>New</p>');
    page.move(['b'], { index: 0 });
    restoreModule(editor, version, 'b');
    expect(page.toNode('b')).toEqual(hero('b', 'Second'));
    expect(page.node('b')).toMatchObject({ index: 0 });
  });

  test('[HIST-10] each single thing can be brought back, and nothing else changes', () => {
    const changes: ((page: PageInYdoc) => void)[] = [
      (page) => page.setProp('a', 'title', 'Changed'),
      (page) => page.setProp('a', 'title@de', 'Neu'),
      (page) => page.setProp('a', 'title', undefined),
      (page) => page.setFacts('e', { hidden: undefined }),
      (page) => page.setFacts('a', { name: 'Named', lock: true }),
      (page) => page.setMeta({ name: 'Other' }),
      (page) => page.setMeta({ seo: { 'title@de': undefined, description: 'New' } }),
      (page) => page.setMeta({ layout: 'bare' }),
      (page) => void page.move(['d'], { parent: 'c', slot: 'left', index: 0 }),
      (page) => void page.move(['b'], { index: 0 }),
      (page) => void page.insert([hero('new', 'New')], { parent: 'c', slot: 'left' }),
      (page) => page.remove(['b']),
    ];
    for (const change of changes) {
      const { version, page, editor, differences } = openPage();
      change(page);
      page.setProp('e', 'title', 'Stays');
      const wanted = differences().filter(
        (each) => !('node' in each && each.node === 'e' && each.kind === 'changed'),
      );
      expect(wanted.length).toBeGreaterThan(0);
      for (const difference of wanted) restoreDifference(editor, version, difference);
      expect(differences()).toMatchObject([{ node: 'e', after: 'Stays' }]);
    }
  });

  test('[HIST-24] what cannot be brought back says why, and changes nothing', () => {
    const { version, page, editor, differences } = openPage();
    page.insert([hero('new', 'New')], { index: 0 });
    page.move(['b'], { index: 0 });
    const moved = differences().find(({ kind }) => kind === 'moved')!;
    page.remove(['c']);
    const before = page.toDocument();
    expect(restoreModule(editor, version, 'new')).toMatchObject({ kind: 'failed' });
    expect(restoreDifference(editor, version, moved)).toEqual({
      kind: 'failed',
      message: 'What it stood in is not on the page any more. Bring that back first.',
    });
    const gone = {
      kind: 'changed',
      node: 'd',
      module: 'hero',
      key: 'title',
      before: 'x',
      after: 'y',
    } as const;
    expect(restoreDifference(editor, version, gone)).toEqual({
      kind: 'failed',
      message: 'The module is not on the page any more. Bring it back first.',
    });
    const broken = { ...version, nodes: [hero('a', 'First'), { ...hero('b', 'x'), type: 'No module' }] };
    expect(restorePage(editor, broken)).toMatchObject({ kind: 'failed', message: /No module/ });
    expect(page.toDocument()).toEqual(before);
    expect(restoreModule(editor, version, 'c')).toEqual({ kind: 'restored' });
    // It went with what it stood in, and comes back elsewhere: that is told too.
    page.remove(['c']);
    expect(restoreModule(editor, version, 'd')).toEqual({
      kind: 'elsewhere',
      message: 'What it stood in is not on the page any more; it stands elsewhere now.',
    });
  });
});
