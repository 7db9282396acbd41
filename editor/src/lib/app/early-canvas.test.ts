import { PageInYdoc, PageUndo } from '@vitrine/content/collab';
import { makePage } from '@vitrine/content/testing';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { OpenDocument } from '../document/open-document.ts';
import type { DocumentFacts } from './backend.ts';
import { Documents } from './documents.ts';
import { Editor } from './editor.ts';
import { Store } from './store.ts';

const paths = { 'online/en': '/spring', 'online/de': '/frühling' };
const listed: DocumentFacts = {
  id: 'spring',
  kind: 'page',
  name: 'Spring',
  paths,
  position: 0,
  isChanged: false,
};

/** A page whose document has not come yet. */
function openEarly() {
  const doc = new Y.Doc();
  const page = new PageInYdoc(doc, () => undefined);
  const state = new Store<{ isLoaded: boolean; closed: string | undefined }>({
    isLoaded: false,
    closed: undefined,
  });
  const open = { id: 'spring', doc, page, undo: new PageUndo(page, {}), state };
  const documents = new Documents();
  const channels = [{ id: 'online', name: 'Online', locales: ['en', 'de'], currencies: ['EUR'] }];
  const editor = new Editor({
    session: { user: { id: 'ada', name: 'Ada' }, capabilities: ['content.write'] },
    catalogue: { modules: [], channels, colours: [], samples: {} },
    open: open as unknown as OpenDocument,
    documents,
  });
  const list = (facts: Partial<DocumentFacts> = {}) =>
    documents.state.set({ list: [{ ...listed, ...facts }] });
  const come = () => {
    PageInYdoc.fill(doc, makePage({ id: 'spring' }), () => undefined);
    for (const [place, path] of Object.entries(paths)) {
      const [channel = '', locale = ''] = place.split('/');
      page.setMeta({ path: { channel, locale, path } });
    }
    state.set({ isLoaded: true });
  };
  return { editor, state, list, come };
}

test('[EDIT-FAST-7] the page is on its way as soon as the list says where it is, and stays the same when the document comes', () => {
  const { editor, list, come } = openEarly();
  expect(editor.earlyCanvasAddress()).toBeUndefined();
  list();
  editor.view.set({ locale: 'de' });
  const early = editor.earlyCanvasAddress();
  expect(early).toMatch(/^\/de\/fr%C3%BChling\?_preview=canvas&_document=spring&/);
  come();
  expect(editor.earlyCanvasAddress()).toBe(early);
  expect(editor.canvasAddress()).toBe(early);
});

test('[EDIT-FAST-7] what lies in the trash, or does not open, is not shown before it has come', () => {
  const { editor, state, list } = openEarly();
  list({ trashedAt: '2027-03-01T09:00:00Z' });
  expect(editor.earlyCanvasAddress()).toBeUndefined();
  list();
  state.set({ closed: 'There is no such page any more.' });
  expect(editor.earlyCanvasAddress()).toBeUndefined();
});
