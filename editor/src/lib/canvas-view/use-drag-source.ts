import type { PointerEvent } from 'react';
import { useRef } from 'react';
import { LongPress } from '../phone/long-press.ts';
import type { Dragged } from './drag.ts';
import { SLACK } from './drag.ts';
import { useDrag } from './drag-context.tsx';

/**
 * Makes an element of the editor's own window something to drag from. The pointer is captured, so moves over the canvas arrive here
 * as well. A finger scrolls, and drags what it has rested on; with `isGrip` the element is there for nothing but to be dragged by.
 * @returns handlers for the element.
 */
export function useDragSource(start: () => Dragged | undefined, { isGrip = false } = {}) {
  const drag = useDrag();
  const press = useRef<{ x: number; y: number } | undefined>(undefined);
  const finger = useRef(new LongPress());
  const hasDragged = useRef(false);
  /** The pointer that is down; others beside it do nothing. */
  const held = useRef<number | undefined>(undefined);
  const rests = ({ pointerType }: PointerEvent) => pointerType !== 'mouse' && !isGrip;
  const isOther = ({ pointerId }: PointerEvent) => held.current !== undefined && pointerId !== held.current;

  function begin(target: HTMLElement, pointer: number, at: { x: number; y: number }): void {
    const dragged = start();
    press.current = undefined;
    if (!dragged) return;
    target.setPointerCapture(pointer);
    hasDragged.current = true;
    drag.begin(dragged);
    drag.move(at);
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (isOther(event) && !event.isPrimary) {
        finger.current.end();
        return;
      }
      hasDragged.current = false;
      if (event.button !== 0) return;
      held.current = event.pointerId;
      if (rests(event)) {
        const { currentTarget, pointerId, clientX: x, clientY: y } = event;
        finger.current.begin(event, () => begin(currentTarget, pointerId, { x, y }));
        return;
      }
      press.current = { x: event.clientX, y: event.clientY };
      // At once: a quick hand is outside of the element, or above the canvas, by its first move. A control inside keeps its click.
      const control = (event.target as Element).closest('button, a, input, select, textarea');
      if (!control || control === event.currentTarget) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (isOther(event)) return;
      const { clientX: x, clientY: y } = event;
      if (drag.isActive) return drag.move({ x, y });
      if (rests(event)) finger.current.isResting(event);
      else if (press.current && Math.hypot(x - press.current.x, y - press.current.y) >= SLACK)
        begin(event.currentTarget, event.pointerId, { x, y });
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (isOther(event)) return;
      held.current = undefined;
      finger.current.end();
      press.current = undefined;
      if (drag.isActive) drag.drop();
    },
    onPointerCancel(event: PointerEvent<HTMLElement>) {
      if (isOther(event)) return;
      held.current = undefined;
      finger.current.end();
      press.current = undefined;
      drag.cancel();
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
