import { ErrorFrame, HintLayer, later, Unseen } from '@vitrine/ui';
import { useEffect } from 'react';
import { CanvasView } from '../canvas-view/canvas-view.tsx';
import { useDrag } from '../canvas-view/drag-context.tsx';
import { DragGhost } from '../canvas-view/drag-ghost.tsx';
import { pasteFrom } from '../commands/clipboard.ts';
import { handleClipboard } from '../commands/clipboard-events.ts';
import { handleKey, isCovered } from '../commands/shortcuts.ts';
import { DialogPlace } from '../dialogs/dialog-place.tsx';
import { LeftPanel } from '../panels/left-panel.tsx';
import { LeftRail } from '../panels/left-rail.tsx';
import { RightPanel } from '../panels/right-panel.tsx';
import { keepStill } from '../phone/long-press.ts';
import { useIsPhone } from '../phone/phone.ts';
import { useEditor, useView } from './editor-context.tsx';
import { useStore } from './store.ts';
import { TopBar } from './top-bar.tsx';
import { useEver } from './use-ever.ts';
import css from './workbench.module.css';

const ReviewStrip = later(async () => (await import('../reviews/review-strip.tsx')).ReviewStrip, null);
const Notice = later(async () => (await import('./notice.tsx')).Notice, null);
const PhoneStrip = later(async () => (await import('../phone/phone-strip.tsx')).PhoneStrip, null);

/** Everything around one document: bar, panels, canvas. */
export function Workbench() {
  const editor = useEditor();
  const drag = useDrag();
  // What is around it says whether it can be written on.
  useStore(editor.open.state, () => editor.canWrite);
  useEffect(() => {
    let wasCovered = false;
    // A dialog that this very key closes stands before the page still.
    const look = () => {
      wasCovered = isCovered(editor);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && drag.isActive) drag.cancel();
      else if (!wasCovered) handleKey(editor, event);
    };
    window.addEventListener('keydown', look, true);
    window.addEventListener('keydown', key);
    const stopClipboard = handleClipboard(document, editor, pasteFrom);
    const letScroll = keepStill(window, () => drag.isActive);
    return () => {
      window.removeEventListener('keydown', look, true);
      window.removeEventListener('keydown', key);
      stopClipboard();
      letScroll();
    };
  }, [editor, drag]);
  const isPhone = useIsPhone();
  const showsSettings = useView((view) => view.showsSettings);
  return (
    <div className={css.workbench} data-settings={showsSettings || undefined}>
      <TopBar />
      <Reviewed />
      <div className={css.body}>
        <LeftRail />
        <ErrorFrame of="this panel">
          <LeftPanel />
        </ErrorFrame>
        <main className={css.canvas} aria-label="Page">
          <ErrorFrame of="the canvas">
            <CanvasView />
          </ErrorFrame>
        </main>
        <ErrorFrame of="the settings">
          <RightPanel />
        </ErrorFrame>
        {isPhone && <PhoneStrip />}
      </div>
      <DragGhost />
      <Told />
      <ErrorFrame of="this dialog">
        <DialogPlace />
      </ErrorFrame>
      <HintLayer />
      <Said />
    </div>
  );
}

// What shows it is fetched once there is something to tell.
function Reviewed() {
  return useView((view) => view.review !== undefined) && <ReviewStrip />;
}

// What shows it is fetched once there is something to tell, and stays: it goes away with its own movement.
function Told() {
  return useEver(useView((view) => view.notice !== undefined)) && <Notice />;
}

// Alone, so that what is said does not render everything around it again.
function Said() {
  const said = useView((view) => view.said);
  return (
    <Unseen role="status" aria-live="polite">
      {said}
    </Unseen>
  );
}
