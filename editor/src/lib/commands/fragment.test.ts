import type { PageNode } from '@vitrine/content';
import { PageInYdoc, PageUndo } from '@vitrine/content/collab';
import { makeNode, makePage } from '@vitrine/content/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { ModuleDescription } from '../app/backend.ts';
import { Documents } from '../app/documents.ts';
import { Editor } from '../app/editor.ts';
import { Store } from '../app/store.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { makeFragment, takeApart } from './fragment-changes.ts';
import { fragmentAt, fragmentSource } from './fragment-source.ts';

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
  module('row', { items: { label: 'Items', allow: ['block'], max: 3 } }),
  module('narrow', { items: { label: 'Items', allow: ['row'] } }),
];
const words = (id: string, more: Partial<PageNode> = {}) => makeNode('words', { id, ...more });

function openEditor(nodes: readonly PageNode[]) {
  const doc = new Y.Doc();
  PageInYdoc.fill(doc, makePage({ id: 'home', nodes }), () => undefined);
  const page = new PageInYdoc(doc, () => undefined);
  const undo = new PageUndo(page, {});
  const documents = new Documents();
  const create = vi.spyOn(documents, 'create').mockResolvedValue('offer');
  const open = { id: 'home', doc, page, undo, state: new Store({ isReadOnly: false }) };
  const editor = new Editor({
    session: { user: { id: 'ada', name: 'Ada' }, capabilities: ['content.write'] },
    catalogue: { modules, channels: [], colours: [], samples: {} },
    open: open as unknown as OpenDocument,
    documents,
  });
  const ids = () => page.children(undefined);
  return { editor, page, undo, create, ids };
}

const why = (editor: Editor) => {
  const source = fragmentSource(editor);
  return source.kind === 'refused' ? source.reason : undefined;
};

afterEach(() => vi.unstubAllGlobals());

describe('making a fragment', () => {
  test('[FRAG-1] modules that follow each other become one, in their place, in one step', async () => {
    const { editor, page, undo, create, ids } = openEditor([words('a'), words('b'), words('c'), words('d')]);
    editor.select(['c', 'b']);
    await makeFragment(editor, 'Offer');
    expect(create).toHaveBeenCalledWith({ kind: 'fragment', name: 'Offer', nodes: [words('b'), words('c')] });
    expect(ids()).toHaveLength(3);
    const [, made = ''] = ids();
    expect(page.toNode(made)).toMatchObject({ type: 'fragment', props: { fragment: 'offer' } });
    expect(editor.selection).toEqual([made]);
    undo.undo();
    expect(ids()).toEqual(['a', 'b', 'c', 'd']);
    undo.redo();
    expect(ids()).toEqual(['a', made, 'd']);
  });

  test('[FRAG-2] what cannot be one says why', () => {
    const { editor } = openEditor([
      words('a'),
      words('b', { lock: true }),
      makeNode('row', { id: 'r', slots: { items: [words('x'), words('y'), words('z')] } }),
      makeNode('row', { id: 'o', slots: { items: [makeNode('outlet', { id: 'page' })] } }),
    ]);
    expect(why(editor)).toContain('Select the modules');
    editor.select(['a', 'r']);
    expect(why(editor)).toContain('follow each other');
    editor.select(['a', 'x']);
    expect(why(editor)).toContain('follow each other');
    editor.select(['a', 'b']);
    expect(why(editor)).toContain('locked');
    editor.select(['o']);
    expect(why(editor)).toContain('cannot go into a fragment');
    // A full list has room for what takes the place of something in it.
    editor.select(['x', 'y']);
    expect(fragmentSource(editor)).toMatchObject({
      ids: ['x', 'y'],
      place: { parent: 'r', slot: 'items', index: 0 },
    });
  });

  test('[FRAG-3] who changed the page meanwhile loses nothing', async () => {
    const { editor, page, create, ids } = openEditor([words('a'), words('b')]);
    editor.select(['a', 'b']);
    create.mockImplementation(async () => {
      page.remove(['b']);
      return 'offer';
    });
    await expect(makeFragment(editor, 'Offer')).rejects.toThrow('has changed meanwhile');
    expect(ids()).toEqual(['a']);
  });

  test('[FRAG-3] words that others write while it is made stay on the page', async () => {
    const { editor, page, create, ids } = openEditor([words('a', { props: { text: 'Before' } })]);
    editor.select(['a']);
    create.mockImplementation(async () => {
      page.setProp('a', 'text', 'What Bob wrote meanwhile');
      return 'offer';
    });
    await expect(makeFragment(editor, 'Offer')).rejects.toThrow('has changed meanwhile');
    expect(ids()).toEqual(['a']);
    expect(page.props('a')).toEqual({ text: 'What Bob wrote meanwhile' });
  });
});

describe('taking a fragment apart', () => {
  const use = makeNode('fragment', { id: 'f', props: { fragment: 'offer' } });
  const answer = (nodes: readonly PageNode[]) =>
    vi.stubGlobal('fetch', async () => Response.json({ document: makePage({ id: 'offer', nodes }) }));

  test('[FRAG-4] a copy of its modules takes its place, in one step', async () => {
    const { editor, undo, ids } = openEditor([words('a'), use, words('d')]);
    answer([words('a'), words('b')]);
    expect(fragmentAt(editor, 'f')).toBe('offer');
    await takeApart(editor, 'f');
    expect(ids()).toHaveLength(4);
    const [first, copy, second, last] = ids();
    expect([first, second, last]).toEqual(['a', 'b', 'd']);
    // That id was taken already.
    expect(copy).not.toBe('a');
    expect(editor.selection).toEqual([copy, 'b']);
    undo.undo();
    expect(ids()).toEqual(['a', 'f', 'd']);
  });

  test('[FRAG-5] where its modules do not fit it stays, and the reason is told', async () => {
    const { editor, page } = openEditor([makeNode('narrow', { id: 'n', slots: { items: [use] } })]);
    answer([words('a')]);
    await takeApart(editor, 'f');
    expect(page.children('n', 'items')).toEqual(['f']);
    expect(editor.view.get().notice).toContain('does not fit');
    page.setFacts('f', { lock: true });
    await takeApart(editor, 'f');
    expect(editor.view.get().notice).toContain('locked');
  });

  test('[FRAG-6] one that is not there any more is left as it is', async () => {
    const { editor, ids } = openEditor([use]);
    vi.stubGlobal('fetch', async () =>
      Response.json({ message: 'It is not there any more.' }, { status: 404 }),
    );
    await expect(takeApart(editor, 'f')).rejects.toThrow('not there any more');
    expect(ids()).toEqual(['f']);
  });

  test('[FRAG-13] what the page has set stays, and what fills the open parts stays the same modules', async () => {
    const filled = makeNode('fragment', {
      id: 'f',
      props: { fragment: 'offer', 'in.a.text@de': 'Eigen', 'in.b.text': 'not open' },
      slots: { part: [words('mine'), words('more')], end: [words('last')] },
    });
    const { editor, page, undo, ids } = openEditor([filled, words('d')]);
    answer([
      words('a', { open: ['text'], props: { text: 'A' } }),
      makeNode('row', {
        id: 'r',
        slots: { items: [words('b', { props: { text: 'B' } }), makeNode('outlet', { id: 'part' })] },
      }),
      makeNode('outlet', { id: 'end', slots: { content: [words('begin')] } }),
    ]);
    await takeApart(editor, 'f');
    expect(ids()).toEqual(['a', 'r', 'last', 'd']);
    expect(page.children('r', 'items')).toEqual(['b', 'mine', 'more']);
    expect(page.toNode('a')).toEqual(words('a', { props: { text: 'A', 'text@de': 'Eigen' } }));
    expect(page.props('b')).toEqual({ text: 'B' });
    expect(editor.selection).toEqual(['a', 'r', 'last']);
    undo.undo();
    expect(ids()).toEqual(['f', 'd']);
    expect(page.toNode('f')).toEqual(filled);
  });
});

test('[FRAG-4] [COMPOSE-4] what is hidden stays hidden when it is taken apart', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json({ document: makePage({ id: 'offer', nodes: [words('x'), words('y')] }) }),
  );
  const use = makeNode('fragment', { id: 'f', hidden: true, props: { fragment: 'offer' } });
  const { editor, page, ids } = openEditor([use]);
  await takeApart(editor, 'f');
  expect(ids().map((id) => page.node(id)?.hidden)).toEqual([true, true]);
});

test('a page whose copy is thrown away cannot be written on any more', () => {
  const { editor } = openEditor([words('a')]);
  expect(editor.canWrite).toBe(true);
  editor.open.state.set({ refused: 'The change is too large.' });
  expect(editor.canWrite).toBe(false);
});

describe('putting a fragment onto a page', () => {
  test('[FRAG-15] its open parts begin with copies of what they say, once it is known', () => {
    const { editor, page } = openEditor([words('begin')]);
    const use = makeNode('fragment', { id: 'f', props: { fragment: 'offer' } });
    const part = makeNode('outlet', { id: 'part', slots: { content: [words('begin'), words('more')] } });
    const offer = makePage({
      id: 'offer',
      kind: 'fragment',
      nodes: [part, makeNode('outlet', { id: 'empty' })],
    });
    editor.fragments.state.set({ known: new Map([['offer', offer]]) });
    const [made = ''] = editor.insert([use], {});
    expect(page.slotNames(made)).toEqual(['part']);
    const inside = page.children(made, 'part');
    expect(inside).toHaveLength(2);
    expect(inside).not.toContain('begin');
    expect(Object.keys(editor.slotsOf(made))).toEqual(['part', 'empty']);
    editor.fragments.state.set({ known: new Map() });
    expect(page.slotNames(editor.insert([{ ...use, id: 'g' }], {})[0]!)).toEqual([]);
    // What fills a part is shown, whatever has become of the part.
    expect(editor.slotsOf(made)).toEqual({ part: { label: 'Not open any more' } });
  });
});
