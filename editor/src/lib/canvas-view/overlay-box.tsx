import type { CSSProperties, ReactNode } from 'react';
import type { CanvasRect } from '../canvas/canvas-door.ts';
import css from './canvas-view.module.css';

/** Pixels. */
const BEYOND = 200;
/** Of what has no height itself, to be seen. */
const LEAST = 2;

/**
 * A rectangle of the canvas's window, drawn above it. Of one that is taller than the screen only what can be seen, and a little more: a
 * long page would be a layer of a hundred thousand pixels, which takes longer to paint than a frame lasts.
 */
export function Box({
  rect,
  scale,
  className,
  isRefused,
  style,
  children,
}: {
  rect: CanvasRect | undefined;
  scale: number;
  className?: string;
  isRefused?: boolean;
  style?: CSSProperties;
  children?: ReactNode;
}) {
  if (!rect) return null;
  const top = Math.max(rect.y * scale, -BEYOND);
  const bottom = Math.min((rect.y + rect.height) * scale, window.innerHeight + BEYOND);
  if (bottom < top) return null;
  return (
    <div
      className={`${css.box} ${className ?? ''}`}
      data-refused={isRefused || undefined}
      style={{
        transform: `translate(${rect.x * scale}px, ${top}px)`,
        width: rect.width * scale,
        height: Math.max(LEAST, bottom - top),
        ...style,
      }}
    >
      {children}
    </div>
  );
}
