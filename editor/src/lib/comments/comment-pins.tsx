import { useMemo } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import type { ThreadFacts } from './comment-facts.ts';
import css from './comment-pins.module.css';
import { threadsOf, useThreads } from './threads-of.ts';

/** Pixels. */
const SIZE = 24;
const GAP = 4;

/** How much is said about each module, at its corner above the canvas. */
export function CommentPins({ scale }: { scale: number }) {
  const editor = useEditor();
  const threads = threadsOf(editor);
  const open = useThreads((state) => state.open);
  const isShown = useThreads((state) => state.showsPins);
  const chosen = useThreads((state) => state.chosen);
  const byNode = useMemo(() => oldestFirstByNode(open ?? []), [open]);
  if (!isShown || byNode.size === 0) return null;
  const taken = new Set<string>();
  return (
    <div className={css.pins}>
      {[...byNode].map(([node, found]) => {
        const rect = editor.canvas?.rectOf(node);
        if (!rect) return null;
        const top = Math.max(rect.y * scale, 0) + GAP;
        if ((rect.y + rect.height) * scale < SIZE / 2 || top > window.innerHeight) return null;
        // What stands in the corner of something else shares it.
        let left = Math.max((rect.x + rect.width) * scale - SIZE - GAP, GAP);
        while (taken.has(cellOf(left, top)) && left > GAP) left -= SIZE + GAP;
        taken.add(cellOf(left, top));
        const name = editor.nameOf(node);
        return (
          <button
            key={node}
            type="button"
            className={css.pin}
            data-chosen={found.some(({ id }) => id === chosen) || undefined}
            style={{ transform: `translate(${left}px, ${top}px)` }}
            aria-label={`${found.length === 1 ? '1 open comment' : `${found.length} open comments`} on ${name}`}
            onClick={() => {
              editor.view.set({ left: 'comments' });
              void threads.show('open');
              threads.choose(found[0]!.id);
            }}
          >
            {found.length > 99 ? '99+' : found.length}
          </button>
        );
      })}
    </div>
  );
}

function oldestFirstByNode(threads: readonly ThreadFacts[]): ReadonlyMap<string, readonly ThreadFacts[]> {
  const onModules = threads.filter(({ anchor }) => anchor.node !== undefined).toReversed();
  return Map.groupBy(onModules, ({ anchor }) => anchor.node!);
}

function cellOf(left: number, top: number): string {
  return `${Math.round(left / SIZE)} ${Math.round(top / SIZE)}`;
}
