import { useEditor } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import css from './canvas-view.module.css';
import { useDrag } from './drag-context.tsx';

/** What is dragged, beside the pointer, and why it does not go where the pointer is. */
export function DragGhost() {
  const editor = useEditor();
  const { dragged, pointer, drop } = useStore(useDrag().state, (state) => state);
  if (!dragged) return null;
  const place =
    drop?.kind === 'target'
      ? drop.parent === undefined
        ? 'onto the page'
        : `into ${editor.nameOf(drop.parent)}`
      : undefined;
  return (
    <div className={css.ghost} style={{ transform: `translate(${pointer.x + 14}px, ${pointer.y + 14}px)` }}>
      {dragged.title}
      {place && <small>{place}</small>}
      {drop?.kind === 'refused' && <small>{drop.reason}</small>}
      {drop?.kind === 'target' && drop.hint && <small>{drop.hint}</small>}
    </div>
  );
}
