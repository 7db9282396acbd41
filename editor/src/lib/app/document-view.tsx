import { type RefObject, useLayoutEffect, useState } from 'react';
import { DragSession } from '../canvas-view/drag.ts';
import { DragContext } from '../canvas-view/drag-context.tsx';
import { whenIdle } from '../checks/when-idle.ts';
import { followComments } from '../comments/follow-comments.ts';
import { OpenDocument } from '../document/open-document.ts';
import { fetchControls } from '../fields/fetch-controls.ts';
import { sharePresence } from '../presence/presence.ts';
import { followReview } from '../reviews/follow-review.ts';
import type { Shop } from './backend.ts';
import { useDocuments } from './documents-context.tsx';
import { Editor, type EditorView, lastingView } from './editor.ts';
import { EditorContext } from './editor-context.tsx';
import { Workbench } from './workbench.tsx';

interface Opened {
  readonly editor: Editor;
  readonly drag: DragSession;
}

/** One document, opened for as long as it is on the screen. */
export function DocumentView({
  shop,
  id,
  lastView,
}: {
  shop: Shop;
  id: string;
  lastView: RefObject<Partial<EditorView>>;
}) {
  const documents = useDocuments();
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  // At once, and not after the first frame: what has to come is on its way while everything around it is drawn.
  useLayoutEffect(() => {
    const shapes = new Map(shop.catalogue.modules.map((module) => [module.id, module.shapes]));
    const { protocol, host } = window.location;
    const open = new OpenDocument({
      id,
      user: shop.session.user.id,
      shapes: (type) => shapes.get(type),
      address: `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/editor/rooms`,
    });
    const editor = new Editor({ ...shop, open, documents, lastView: lastView.current });
    void documents.begin();
    const stopPresence = sharePresence(editor);
    const stopChecks = editor.checks.start();
    const stopFetching = whenIdle(() => {
      fetchControls();
      followComments(editor);
      followReview(editor);
      void import('../audiences/follow-winners.ts').then(
        ({ followWinners }) => editor.over.signal.aborted || followWinners(editor),
        () => {},
      );
    }, 1000);
    // Nothing stands in the way of the page.
    const stopWaiting = editor.view.subscribe(() => {
      if (editor.view.get().canvas === 'loading') return;
      stopWaiting();
      void open.connect();
      // So that it is there when somebody first selects something.
      import('../panels/instance-settings.tsx').catch(() => {});
    });
    const drag = new DragSession(editor);
    setOpened({ editor, drag });
    return () => {
      lastView.current = lastingView(editor.view.get());
      drag.cancel();
      stopPresence();
      stopWaiting();
      stopChecks();
      stopFetching();
      editor.close();
      open.close().catch((error: unknown) => console.error(error));
    };
  }, [shop, id, documents, lastView]);
  if (!opened) return null;
  return (
    <EditorContext value={opened.editor}>
      <DragContext value={opened.drag}>
        <Workbench />
      </DragContext>
    </EditorContext>
  );
}
