import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import type { PageDocument, ShapesOf } from '@vitrine/content';
import { PageInYdoc, PageUndo, richTextToHtml } from '@vitrine/content/collab';
import { createRoot } from 'react-dom/client';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Documents } from '../../app/documents.ts';
import { Editor, type EditorView } from '../../app/editor.ts';
import { EditorContext } from '../../app/editor-context.tsx';
import { EditorFieldTools } from '../../app/field-tools.tsx';
import { Store } from '../../app/store.ts';
import type { OpenDocument } from '../../document/open-document.ts';
import { useFieldTools } from '../../fields/field-tools.tsx';
import { sharePresence } from '../../presence/presence.ts';
import { CanvasView } from '../canvas-view.tsx';
import { DragSession } from '../drag.ts';
import { DragContext } from '../drag-context.tsx';

declare global {
  interface Window {
    /** The canvas of one person; all windows of a browser are at the same document. */
    readonly canvasBench: {
      readonly editor: Editor;
      html(id: string): string;
      show(view: Partial<EditorView>): void;
    };
  }
}

const long = 'There are very many words in this one. '.repeat(80);
const start: PageDocument = {
  schema: 1,
  id: 'home',
  kind: 'page',
  name: 'Home',
  seo: {},
  nodes: [
    { id: 'a', type: 'words', v: 1, props: { body: '<p>Every blanket is woven by the sea.</p>' } },
    { id: 'b', type: 'words', v: 1, props: { body: `<p>Long. ${long}</p>` } },
  ],
};
const shapes: ShapesOf = () => ({ body: { kind: 'rich-text' } });
const name = new URLSearchParams(window.location.search).get('as') ?? 'Ada';
const doc = new Y.Doc();
PageInYdoc.fill(doc, start, shapes);
const awareness = new Awareness(doc);
const page = new PageInYdoc(doc, shapes);
const undo = new PageUndo(page);

// What a room does, between the windows of one browser.
const line = new BroadcastChannel('room');
line.onmessage = ({ data }) => {
  if (data.hello) {
    line.postMessage({ doc: Y.encodeStateAsUpdate(doc) });
    line.postMessage({ awareness: encodeAwarenessUpdate(awareness, [doc.clientID]) });
  }
  if (data.doc) Y.applyUpdate(doc, data.doc, 'line');
  if (data.awareness) applyAwarenessUpdate(awareness, data.awareness, 'line');
};
doc.on('update', (update: Uint8Array, origin: unknown) => {
  if (origin !== 'line') line.postMessage({ doc: update });
});
awareness.on('update', (_: unknown, origin: unknown) => {
  if (origin !== 'line') line.postMessage({ awareness: encodeAwarenessUpdate(awareness, [doc.clientID]) });
});
line.postMessage({ hello: true });

const state = new Store({ isLoaded: true, isReadOnly: false, closed: undefined, refused: undefined });
const open = { id: 'home', doc, page, undo, state, awareness } as unknown as OpenDocument;
const field = { name: 'body', kind: 'rich-text', label: 'Body', localised: false, details: {} };
const module = {
  id: 'words',
  title: 'Words',
  kind: 'block',
  version: 1,
  slots: {},
  fields: [field],
  presets: [],
};
const editor = new Editor({
  session: { user: { id: name, name }, capabilities: ['content.write'] },
  catalogue: {
    modules: [module as never],
    channels: [{ id: 'online', name: 'Online', locales: ['en'], currencies: ['EUR'] }],
    colours: [],
    samples: { page: '/canvas', product: '/p/tide-mug', category: '/c/home' },
  },
  open,
  documents: new Documents(),
});
sharePresence(editor);
Object.assign(window, {
  canvasBench: {
    editor,
    html: (id: string) => richTextToHtml(page.richText(id, 'body')),
    show: (view: Partial<EditorView>) => editor.view.set(view),
  },
});

/** The first text once more, as the panel shows it. */
function Panel() {
  const { RichText } = useFieldTools();
  return <RichText page={page} id="a" path="body" label="In the panel" />;
}

const root = document.body.appendChild(document.createElement('div'));
createRoot(root).render(
  <MantineProvider>
    <EditorContext value={editor}>
      <DragContext value={new DragSession(editor)}>
        <div style={{ position: 'fixed', inset: '0', display: 'flex' }}>
          <aside style={{ width: 280 }}>
            <EditorFieldTools>
              <Panel />
            </EditorFieldTools>
          </aside>
          <main aria-label="Page" style={{ flex: 1, minWidth: 0, display: 'flex' }}>
            <CanvasView />
          </main>
        </div>
      </DragContext>
    </EditorContext>
  </MantineProvider>,
);
