import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { indexForGap, keyboardTarget, nearestGap, type Span } from './reorder.ts';
import { scrollNearEdge } from './scroll-near-edge.ts';

export interface ReorderOptions {
  readonly count: number;
  readonly onMove: (from: number, to: number) => void;
  readonly isReadOnly: boolean;
  /** Of one item, for assistive technology. */
  readonly titleOf: (index: number) => string;
}

interface Drag {
  readonly from: number;
  readonly gap: number;
}

/**
 * Putting rows in order by a handle: dragged, with one line where the row would go, or with the arrow keys. Rows are the children of
 * the list with `data-row`; the handle in each carries `handleProps`.
 */
export function useReorder({ count, onMove, isReadOnly, titleOf }: ReorderOptions) {
  const list = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag>();
  const [said, setSaid] = useState('');
  const refocus = useRef<number>(undefined);

  // The row's element may have been taken out and put in again, which drops the focus.
  useLayoutEffect(() => {
    if (refocus.current === undefined || !list.current) return;
    const handle = rowsOf(list.current)[refocus.current]?.querySelector<HTMLElement>('[data-handle]');
    refocus.current = undefined;
    handle?.focus();
  });

  const move = (from: number, to: number) => {
    if (from === to) return;
    refocus.current = to;
    setSaid(`${titleOf(from)}: place ${to + 1} of ${count}`);
    onMove(from, to);
  };
  const handleProps = (index: number) => ({
    'data-handle': true,
    'aria-label': `Move ${titleOf(index)}, place ${index + 1} of ${count}. Arrow keys move it.`,
    disabled: isReadOnly || count < 2,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || isReadOnly) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: index, gap: index });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!drag || !list.current) return;
      scrollNearEdge(list.current, event.clientY);
      const gap = nearestGap(rowsOf(list.current).map(spanOf), event.clientY);
      if (gap !== drag.gap) setDrag({ ...drag, gap });
    },
    onPointerUp: () => {
      if (drag) move(drag.from, indexForGap(drag.from, drag.gap));
      setDrag(undefined);
    },
    onPointerCancel: () => setDrag(undefined),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Escape' && drag) {
        event.stopPropagation();
        return setDrag(undefined);
      }
      const to = drag ? undefined : keyboardTarget(event.key, index, count);
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      move(index, to);
    },
  });
  const rowProps = (index: number) => ({
    'data-row': true,
    'data-dragged': drag?.from === index || undefined,
    'data-line': lineAt(drag, index, count),
  });
  return { list, said, handleProps, rowProps };
}

// One line: above the row behind the gap, or below the last. None where the row would stay.
function lineAt(drag: Drag | undefined, index: number, count: number): 'above' | 'below' | undefined {
  if (!drag || indexForGap(drag.from, drag.gap) === drag.from) return undefined;
  if (drag.gap === index) return 'above';
  return drag.gap === count && index === count - 1 ? 'below' : undefined;
}

function rowsOf(list: HTMLElement): readonly HTMLElement[] {
  return [...list.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && 'row' in child.dataset,
  );
}

function spanOf(row: HTMLElement): Span {
  return row.getBoundingClientRect();
}
