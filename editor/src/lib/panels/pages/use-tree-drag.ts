import { type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { TreePlace } from '../../app/document-order.ts';
import type { PageRow } from './page-rows.ts';
import { treeDrop } from './tree-drop.ts';

export const INDENT = 16;
/** Pixels to the side until one means another level. */
const LEVEL = 24;
const SLACK = 5;
const EDGE = 40;
const SPEED = 12;

/** Where the pointer is, in rows. What that means depends on the rows, which may change meanwhile. */
interface Drag {
  readonly moving: string;
  readonly gap: number;
  readonly depth: number;
}

export interface TreeDragOptions {
  readonly rows: readonly PageRow[];
  /** Pixels. */
  readonly rowHeight: number;
  /** The element the rows stand in. */
  readonly tree: RefObject<HTMLElement | null>;
  readonly isEnabled: boolean;
  readonly onDrop: (row: PageRow, place: TreePlace) => void;
}

/** Dragging lines of a tree with the pointer: down to change the order, to the right to put one below another. */
export function useTreeDrag({ rows, rowHeight, tree, isEnabled, onDrop }: TreeDragOptions) {
  const [drag, setDrag] = useState<Drag | undefined>(undefined);
  const press = useRef<{ row: PageRow; x: number; y: number } | undefined>(undefined);
  const pointer = useRef({ x: 0, y: 0 });
  const hasDragged = useRef(false);
  const isActive = drag !== undefined;

  function atPointer(): Drag | undefined {
    const element = tree.current;
    if (!element || !press.current) return undefined;
    const { row, x } = press.current;
    return {
      moving: row.document.id,
      gap: Math.round((pointer.current.y - element.getBoundingClientRect().top) / rowHeight),
      depth: row.depth + Math.trunc((pointer.current.x - x) / LEVEL),
    };
  }
  const latest = useRef(atPointer);
  latest.current = atPointer;

  // With the line, not after it: from when it can be seen, Escape calls it off.
  useLayoutEffect(() => {
    if (!isActive) return;
    const callOff = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      press.current = undefined;
      setDrag(undefined);
    };
    let frame = requestAnimationFrame(function scroll() {
      if (scrollNear(tree.current, pointer.current.y)) setDrag(latest.current());
      frame = requestAnimationFrame(scroll);
    });
    window.addEventListener('keydown', callOff, true);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('keydown', callOff, true);
    };
  }, [isActive, tree]);

  function source(row: PageRow) {
    if (!isEnabled) return {};
    return {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        hasDragged.current = false;
        // A finger scrolls; the menu moves pages for it.
        if (event.button === 0 && event.pointerType !== 'touch')
          press.current = { row, x: event.clientX, y: event.clientY };
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (!press.current) return;
        const { clientX: x, clientY: y } = event;
        pointer.current = { x, y };
        if (!hasDragged.current) {
          if (Math.hypot(x - press.current.x, y - press.current.y) < SLACK) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          hasDragged.current = true;
        }
        setDrag(atPointer());
      },
      onPointerUp() {
        // By where the pointer is and the rows are now, which may not have been drawn yet.
        const end = hasDragged.current ? atPointer() : undefined;
        const drop = end && treeDrop(rows, end);
        press.current = undefined;
        setDrag(undefined);
        if (drop) onDrop(row, drop.place);
      },
      onPointerCancel() {
        press.current = undefined;
        setDrag(undefined);
      },
      /** A drag ends with a click, which is none. */
      onClickCapture(event: { stopPropagation(): void; preventDefault(): void }) {
        if (!hasDragged.current) return;
        hasDragged.current = false;
        event.stopPropagation();
        event.preventDefault();
      },
    };
  }

  return { moving: drag?.moving, drop: drag && treeDrop(rows, drag), source };
}

/** @returns whether it scrolled. */
function scrollNear(element: HTMLElement | null, y: number): boolean {
  const scroller = element && scrollerOf(element);
  if (!scroller) return false;
  const { top, bottom } =
    scroller === document.scrollingElement
      ? { top: 0, bottom: window.innerHeight }
      : scroller.getBoundingClientRect();
  const by = y < top + EDGE ? -SPEED : y > bottom - EDGE ? SPEED : 0;
  if (by === 0) return false;
  const before = scroller.scrollTop;
  scroller.scrollBy({ top: by, behavior: 'instant' });
  return scroller.scrollTop !== before;
}

function scrollerOf(element: HTMLElement): Element | null {
  for (let at = element.parentElement; at; at = at.parentElement)
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return document.scrollingElement;
}
