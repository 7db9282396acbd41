import type { PageNode } from '@vitrine/content';
import { PageInYdoc, PageUndo } from '@vitrine/content/collab';
import { makeNode, makePage } from '@vitrine/content/testing';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Documents } from '../app/documents.ts';
import { Editor } from '../app/editor.ts';
import { Store } from '../app/store.ts';
import type { CanvasDoor } from '../canvas/canvas-door.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { startTextEditing } from './text-editing.ts';

// They need a document to write in.
const still = { focus() {}, destroy() {} };
const editors = async () => ({ mountPlainText: () => still, mountRichText: () => still }) as never;

function openEditor(props: PageNode['props'], locale: string, path = 'title') {
  const doc = new Y.Doc();
  const shapes = () =>
    ({
      title: { kind: 'text' },
      cards: { kind: 'list', item: { kind: 'object', fields: { title: { kind: 'text' } } } },
    }) as const;
  PageInYdoc.fill(doc, makePage({ nodes: [makeNode('hero', { id: 'h', props })] }), shapes);
  const page = new PageInYdoc(doc, shapes);
  const undo = new PageUndo(page, {});
  const open = { id: 'home', doc, page, undo, state: new Store({ isReadOnly: false }) };
  const editor = new Editor({
    session: { user: { id: 'ada', name: 'Ada' }, capabilities: ['content.write'] },
    catalogue: {
      modules: [
        {
          id: 'hero',
          title: 'Hero',
          kind: 'block',
          version: 1,
          slots: {},
          fields: [
            title,
            { name: 'cards', kind: 'list', label: 'Cards', item: { kind: 'object', fields: [title] } },
          ],
          shapes: shapes(),
          presets: [],
        } as unknown as Editor['catalogue']['modules'][number],
      ],
      channels: [{ id: 'online', name: 'Online', locales: ['en', 'de', 'de-AT'], currencies: ['EUR'] }],
      colours: [],
      samples: {},
    },
    open: open as unknown as OpenDocument,
    documents: new Documents(),
    lastView: { locale },
  });
  const element = { contains: () => true };
  editor.canvas = {
    textsOf: () => [{ path, kind: 'text', multiline: false, element }],
    holdText: () => () => {},
    sync() {},
  } as unknown as CanvasDoor;
  return { editor, page };
}

const title = { name: 'title', kind: 'text', label: 'Title', localised: true };
const at = { id: 'h', target: {} as Element, point: { x: 0, y: 0 } };

test('[TEXT-84] a text on the canvas begins with the words that are shown there, those of the nearest language', () => {
  const { editor, page } = openEditor({ title: 'Hello', 'title@de': 'Servus' }, 'de-AT');
  expect(startTextEditing(editor, at, editors)).toBe(true);
  expect(page.text('h', 'title@de-AT').toString()).toBe('Servus');
});

test('[TEXT-85] a text that is looked into and left as it is stays inherited', async () => {
  const { editor, page } = openEditor({ title: 'Hello' }, 'de');
  startTextEditing(editor, at, editors);
  await vi.dynamicImportSettled();
  editor.view.set({ text: undefined });
  expect(page.props('h')).toEqual({ title: 'Hello' });
});

test('[TEXT-86] so does a text in an item of a list, and so it is left', async () => {
  const props = { cards: [{ title: 'First' }, { title: 'Second' }] };
  const { editor, page } = openEditor(props, 'de', 'cards/1/title');
  expect(startTextEditing(editor, at, editors)).toBe(true);
  expect(page.props('h')).toEqual({
    cards: [{ title: 'First' }, { title: 'Second', 'title@de': 'Second' }],
  });
  await vi.dynamicImportSettled();
  editor.view.set({ text: undefined });
  expect(page.props('h')).toEqual(props);
});
