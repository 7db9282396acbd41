import { later } from '@vitrine/ui';
import { useEffect, useReducer } from 'react';
import { useEditor, useView } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import css from './canvas-view.module.css';
import { useDrag } from './drag-context.tsx';
import { EmptyPage } from './empty-page.tsx';
import { Box } from './overlay-box.tsx';
import { Peers } from './peers.tsx';
import { SelectionLabel } from './selection-label.tsx';

const CommentPins = later(async () => (await import('../comments/comment-pins.tsx')).CommentPins, null);
const WordMarks = later(async () => (await import('../comments/word-marks.tsx')).WordMarks, null);

/** Selection, hover, the insertion line and other people, above the canvas. Nothing of it is in the page. */
export function Overlay({ scale }: { scale: number }) {
  const editor = useEditor();
  const drag = useDrag();
  const selection = useView((view) => view.selection);
  const hovered = useView((view) => view.hovered);
  const hasComments = useView((view) => view.openComments > 0);
  const isEditing = useView((view) => view.text !== undefined);
  const drop = useStore(drag.state, (state) => state.drop);
  const isDragging = useStore(drag.state, (state) => state.dragged !== undefined);
  useGeometry();
  const rectOf = (id: string) => editor.canvas?.rectOf(id);

  return (
    <>
      <div className={css.overlay} aria-hidden={!selection.length}>
        {hovered !== undefined && !selection.includes(hovered) && !isDragging && (
          <Box rect={rectOf(hovered)} scale={scale} className={css.hover} />
        )}
        {selection.map((id, index) => {
          const rect = rectOf(id);
          return (
            <Box key={id} rect={rect} scale={scale} className={isEditing ? css.hover : css.selected}>
              {index === 0 && rect && !isEditing && (
                <SelectionLabel
                  id={id}
                  count={selection.length}
                  isInside={rect.y * scale < 26}
                  isHidden={isDragging}
                  isNothing={rect.height === 0}
                />
              )}
            </Box>
          );
        })}
        {!isDragging && <EmptyPage scale={scale} />}
        <Peers scale={scale} />
        {drop?.kind === 'target' && 'line' in drop && (
          <>
            <Box rect={drop.list} scale={scale} className={css.list} />
            <Box rect={drop.line} scale={scale} className={css.line} />
          </>
        )}
        {drop?.kind === 'refused' && 'list' in drop && drop.list && (
          <Box rect={drop.list} scale={scale} className={css.list} isRefused />
        )}
      </div>
      {hasComments && <WordMarks scale={scale} />}
      {hasComments && <CommentPins scale={scale} />}
    </>
  );
}

// Rectangles are read when they may have changed: the page scrolled, was resized, shows something new, or pictures and fonts that came
// late moved what is below them. Once for each frame, whatever happened in it.
function useGeometry(): void {
  const editor = useEditor();
  const [, again] = useReducer((count: number) => count + 1, 0);
  const state = useView((view) => view.canvas);
  useEffect(() => {
    const window = editor.frame?.contentWindow;
    const { canvas } = editor;
    if (state !== 'ready' || !window || !canvas) return;
    let request = 0;
    const soon = () => {
      request ||= requestAnimationFrame(() => {
        request = 0;
        again();
      });
    };
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    const observer = new ResizeObserver(soon);
    observer.observe(window.document.body);
    const stop = canvas.onChange(soon);
    return () => {
      cancelAnimationFrame(request);
      window.removeEventListener('scroll', soon);
      window.removeEventListener('resize', soon);
      observer.disconnect();
      stop();
    };
  }, [editor, state]);
}
