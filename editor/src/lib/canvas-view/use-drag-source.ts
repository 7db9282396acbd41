import type { PointerEvent } from 'react';
import { useRef } from 'react';
import { LongPress } from '../phone/long-press.ts';
import type { Dragged } from './drag.ts';
import { SLACK } from './drag.ts';
import { useDrag } from './drag-context.tsx';

/**
 * Makes an element of the editor's own window something to drag from. The pointer is captured, so moves over the canvas arrive here
 * as well. A finger scrolls, and drags what it has rested on. @returns handlers for the element.
 */
export function useDragSource(start: () => Dragged | undefined) {
  const drag = useDrag();
  const press = useRef<{ x: number; y: number } | undefined>(undefined);
  const finger = useRef(new LongPress());
  const hasDragged = useRef(false);

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
      hasDragged.current = false;
      if (event.button !== 0) return;
      if (event.pointerType === 'touch') {
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
      const { clientX: x, clientY: y } = event;
      if (drag.isActive) return drag.move({ x, y });
      if (event.pointerType === 'touch') finger.current.isResting(event);
      else if (press.current && Math.hypot(x - press.current.x, y - press.current.y) >= SLACK)
        begin(event.currentTarget, event.pointerId, { x, y });
    },
    onPointerUp() {
      finger.current.end();
      press.current = undefined;
      if (drag.isActive) drag.drop();
    },
    onPointerCancel() {
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
