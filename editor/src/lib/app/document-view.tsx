import { useEffect, useState } from 'react';
import { DragSession } from '../canvas-view/drag.ts';
import { DragContext } from '../canvas-view/drag-context.tsx';
import { OpenDocument } from '../document/open-document.ts';
import { sharePresence } from '../presence/presence.ts';
import type { Shop } from './backend.ts';
import { Editor } from './editor.ts';
import { EditorContext } from './editor-context.tsx';
import { Workbench } from './workbench.tsx';

interface Opened {
  readonly editor: Editor;
  readonly drag: DragSession;
}

/** One document, opened for as long as it is on the screen. */
export function DocumentView({ shop, id }: { shop: Shop; id: string }) {
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  useEffect(() => {
    const shapes = new Map(shop.catalogue.modules.map((module) => [module.id, module.shapes]));
    const { protocol, host } = window.location;
    const open = new OpenDocument({
      id,
      user: shop.session.user.id,
      shapes: (type) => shapes.get(type),
      address: `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/editor/rooms`,
    });
    const editor = new Editor({ ...shop, open });
    const stopPresence = sharePresence(editor);
    setOpened({ editor, drag: new DragSession(editor) });
    return () => {
      stopPresence();
      editor.close();
      open.close().catch((error: unknown) => console.error(error));
    };
  }, [shop, id]);
  if (!opened) return null;
  return (
    <EditorContext value={opened.editor}>
      <DragContext value={opened.drag}>
        <Workbench />
      </DragContext>
    </EditorContext>
  );
}
