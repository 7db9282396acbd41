import { type RefObject, useEffect, useRef } from 'react';
import type { Editor } from '../../app/editor.ts';
import { useEditor } from '../../app/editor-context.tsx';
import type { Dragged } from '../../canvas-view/drag.ts';
import { useDrag } from '../../canvas-view/drag-context.tsx';
import type { Point } from '../../canvas-view/drop-target.ts';
import { outlineDrop } from './outline-drop.ts';
import { INDENT, type OutlineRow, ROW } from './outline-rows.ts';

/** Pixels to the side until one means another level. */
const LEVEL = 20;
const EDGE = 36;
const SPEED = 10;

/** Lets things be dropped between the rows of the outline, wherever they are dragged from. */
export function useOutlineDrop(scroller: RefObject<HTMLElement | null>, rows: readonly OutlineRow[]): void {
  const editor = useEditor();
  const drag = useDrag();
  const latest = useRef(rows);
  latest.current = rows;
  useEffect(
    () =>
      drag.offer({
        dropAt(pointer, dragged, from) {
          const element = scroller.current;
          if (!element || !isOver(element, pointer)) return undefined;
          const tree = element.querySelector('[role=tree]')!.getBoundingClientRect();
          const gap = Math.round((pointer.y - tree.top) / ROW);
          const begun = latest.current.find((row) => isDragged(row, dragged));
          const depth =
            begun && isOver(element, from)
              ? begun.depth + Math.trunc((pointer.x - from.x) / LEVEL)
              : Math.round((pointer.x - tree.left) / INDENT) - 2;
          return dropBetween(editor, latest.current, { gap, depth, dragged }) ?? 'nowhere';
        },
        scrollNear(pointer) {
          const element = scroller.current;
          if (!drag.isActive || !element || !isOver(element, pointer)) return false;
          const { top, bottom } = element.getBoundingClientRect();
          const by = pointer.y < top + EDGE ? -SPEED : pointer.y > bottom - EDGE ? SPEED : 0;
          const before = element.scrollTop;
          element.scrollBy({ top: by, behavior: 'instant' });
          return element.scrollTop !== before;
        },
      }),
    [editor, drag, scroller],
  );
}

function dropBetween(
  editor: Editor,
  rows: readonly OutlineRow[],
  { gap, depth, dragged }: { gap: number; depth: number; dragged: Dragged },
) {
  const { page } = editor;
  const moving = dragged.kind === 'move' ? dragged.ids : [];
  const types =
    dragged.kind === 'move'
      ? moving.map((id) => page.node(id)?.type ?? '')
      : dragged.nodes.map(({ type }) => type);
  return outlineDrop(
    rows,
    { gap, depth, moving },
    {
      node: (id) => page.node(id),
      children: (parent, slot) => page.children(parent, slot),
      slots: (id) => Object.keys(editor.slotsOf(id)),
      fits: (parent, slot) => editor.fits(types, { parent, slot, moving }),
    },
  );
}

function isDragged(row: OutlineRow, dragged: Dragged): boolean {
  return row.kind === 'instance' && dragged.kind === 'move' && dragged.ids[0] === row.id;
}

function isOver(element: HTMLElement, { x, y }: Point): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}
