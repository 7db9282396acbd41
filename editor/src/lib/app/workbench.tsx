import { VisuallyHidden } from '@mantine/core';
import { useEffect } from 'react';
import { CanvasView } from '../canvas-view/canvas-view.tsx';
import { useDrag } from '../canvas-view/drag-context.tsx';
import { DragGhost } from '../canvas-view/drag-ghost.tsx';
import { pasteFrom } from '../commands/clipboard.ts';
import { handleClipboard } from '../commands/clipboard-events.ts';
import { handleKey } from '../commands/shortcuts.ts';
import { Dialogs } from '../dialogs/dialogs.tsx';
import { LeftPanel } from '../panels/left-panel.tsx';
import { LeftRail } from '../panels/left-rail.tsx';
import { DocumentDialogs } from '../panels/pages/document-dialogs.tsx';
import { RightPanel } from '../panels/right-panel.tsx';
import { useEditor, useView } from './editor-context.tsx';
import { TopBar } from './top-bar.tsx';
import css from './workbench.module.css';

/** Everything around one document: bar, panels, canvas. */
export function Workbench() {
  const editor = useEditor();
  const drag = useDrag();
  const said = useView((view) => view.said);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && drag.isActive) drag.cancel();
      else handleKey(editor, event);
    };
    window.addEventListener('keydown', key);
    const stopClipboard = handleClipboard(document, editor, pasteFrom);
    return () => {
      window.removeEventListener('keydown', key);
      stopClipboard();
    };
  }, [editor, drag]);
  return (
    <div className={css.workbench}>
      <TopBar />
      <div className={css.body}>
        <LeftRail />
        <LeftPanel />
        <main className={css.canvas} aria-label="Page">
          <CanvasView />
        </main>
        <RightPanel />
      </div>
      <DragGhost />
      <Dialogs />
      <DocumentDialogs shop={editor} current={editor.open.id} />
      <VisuallyHidden role="status" aria-live="polite">
        {said}
      </VisuallyHidden>
    </div>
  );
}
