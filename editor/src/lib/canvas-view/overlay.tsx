import { useEffect, useReducer, useSyncExternalStore } from 'react';
import { useEditor, useView } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import css from './canvas-view.module.css';
import { useDrag } from './drag-context.tsx';
import { Box } from './overlay-box.tsx';
import { Peers } from './peers.tsx';
import { SelectionLabel } from './selection-label.tsx';

/** Selection, hover, the insertion line and other people, above the canvas. Nothing of it is in the page. */
export function Overlay({ scale }: { scale: number }) {
  const editor = useEditor();
  const drag = useDrag();
  const selection = useView((view) => view.selection);
  const hovered = useView((view) => view.hovered);
  const isEditing = useView((view) => view.text !== undefined);
  const drop = useStore(drag.state, (state) => state.drop);
  const isDragging = useStore(drag.state, (state) => state.dragged !== undefined);
  useGeometry();
  const rectOf = (id: string) => editor.canvas?.rectOf(id);

  return (
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
              />
            )}
          </Box>
        );
      })}
      <Peers scale={scale} />
      {drop?.kind === 'target' && (
        <>
          <Box rect={drop.list} scale={scale} className={css.list} />
          <Box rect={drop.line} scale={scale} className={css.line} />
        </>
      )}
      {drop?.kind === 'refused' && drop.list && (
        <Box rect={drop.list} scale={scale} className={css.list} isRefused />
      )}
    </div>
  );
}

// Rectangles are read when they may have changed: the page scrolled, was resized, or shows something new.
function useGeometry(): void {
  const editor = useEditor();
  const [, again] = useReducer((count: number) => count + 1, 0);
  const state = useView((view) => view.canvas);
  const selection = useView((view) => view.selection);
  useSyncExternalStore(editor.page.onStructure.bind(editor.page), () => editor.page.children(undefined));
  useEffect(() => {
    const window = editor.frame?.contentWindow;
    const { canvas } = editor;
    if (state !== 'ready' || !window || !canvas) return;
    let request = 0;
    const soon = () => {
      cancelAnimationFrame(request);
      request = requestAnimationFrame(again);
    };
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    const stop = canvas.onChange(soon);
    return () => {
      cancelAnimationFrame(request);
      window.removeEventListener('scroll', soon);
      window.removeEventListener('resize', soon);
      stop();
    };
  }, [editor, state]);
  // Pictures and fonts that come late move what is below them: the selected module is watched.
  useEffect(() => {
    const element =
      selection[0] !== undefined && state === 'ready' ? editor.frame?.contentDocument?.body : undefined;
    if (!element) return;
    const observer = new ResizeObserver(() => again());
    observer.observe(element);
    return () => observer.disconnect();
  }, [editor, selection, state]);
}
