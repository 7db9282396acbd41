import '@mantine/core/styles.css';
import { Button, MantineProvider } from '@mantine/core';
import { PageInYdoc, PageUndo } from '@vitrine/content/collab';
import type { ImageValue } from '@vitrine/modules';
import { look } from '@vitrine/ui';
import '@vitrine/ui/look.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import * as Y from 'yjs';
import type { Documents } from '../../app/documents.ts';
import { Editor } from '../../app/editor.ts';
import { EditorContext } from '../../app/editor-context.tsx';
import type { OpenDocument } from '../../document/open-document.ts';
import { LazyMediaDialog } from '../lazy-media-dialog.tsx';

/** An empty page: the library asks nothing of it, the editor around the library does. */
const doc = new Y.Doc();
PageInYdoc.fill(
  doc,
  { schema: 1, id: 'home', kind: 'page', name: 'Home', seo: {}, nodes: [] },
  () => undefined,
);
const page = new PageInYdoc(doc, () => undefined);
const open = { id: 'home', doc, page, undo: new PageUndo(page) } as unknown as OpenDocument;

const editor = new Editor({
  open,
  documents: {} as Documents,
  session: { user: { id: 'ada', name: 'Ada' }, capabilities: ['content.preview', 'content.write'] },
  catalogue: {
    modules: [],
    channels: [{ id: 'online', name: 'Online', locales: ['en', 'de'], currencies: ['EUR'] }],
    colours: [],
    samples: {},
  },
});

/** What the field was given last. */
const bench = {
  editor,
  picked: undefined as ImageValue | 'nothing' | undefined,
  async pick(current?: ImageValue) {
    bench.picked = undefined;
    bench.picked = (await editor.pickMedia({ label: 'Picture', ratio: 16 / 9, current })) ?? 'nothing';
  },
};

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={look} withCssVariables={false} env="test">
      <EditorContext value={editor}>
        <main>
          <h1>Bench</h1>
          <Button variant="default" onClick={() => editor.view.set({ dialog: 'media' })}>
            Media
          </Button>
        </main>
        <LazyMediaDialog />
      </EditorContext>
    </MantineProvider>
  </StrictMode>,
);

declare global {
  interface Window {
    library: typeof bench;
  }
}
window.library = bench;
