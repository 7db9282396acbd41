import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { useEditor, useView } from '../../app/editor-context.tsx';
import { scrollIntoView } from '../../commands/edit.ts';
import type { OutlineRow } from './outline-rows.ts';

/**
 * Keys in the tree, and the focus, which follows what is selected while it is in the tree: rows come and go as they are scrolled, moved
 * and removed. @returns handlers for the tree.
 */
export function useRowFocus(tree: RefObject<HTMLElement | null>, rows: readonly OutlineRow[]) {
  const editor = useEditor();
  const selected = useView((view) => view.selection[0]);
  const isInside = useRef(false);

  // After each time it is shown: the row may have come only now.
  useEffect(() => {
    if (!isInside.current) return;
    const { activeElement } = document;
    // Nowhere: the row it was on was taken away. Elsewhere, also on the canvas: it is not ours.
    isInside.current = activeElement === document.body || (tree.current?.contains(activeElement) ?? false);
    if (!isInside.current || selected === undefined) return;
    const row = tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(selected)}"]`);
    if (row && !row.contains(activeElement)) row.focus({ preventScroll: true });
  });

  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
      const row = (target as HTMLElement).dataset.row;
      if (row === undefined || altKey || ctrlKey || metaKey || shiftKey) return;
      const ids = rows.flatMap((each) => (each.kind === 'instance' ? [each.id] : []));
      const at = ids.indexOf(row);
      const steps: Readonly<Record<string, string | undefined>> = {
        ArrowDown: ids[at + 1],
        ArrowUp: ids[at - 1],
        Home: ids[0],
        End: ids.at(-1),
      };
      if (!Object.hasOwn(steps, key)) return;
      event.preventDefault();
      event.stopPropagation();
      const next = steps[key];
      if (next === undefined) return;
      editor.select([next]);
      scrollIntoView(editor, next);
    },
    onFocus() {
      isInside.current = true;
    },
  };
}
