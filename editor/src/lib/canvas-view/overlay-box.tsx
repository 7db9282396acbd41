import type { CSSProperties, ReactNode } from 'react';
import type { CanvasRect } from '../canvas/canvas-door.ts';
import css from './canvas-view.module.css';

/** A rectangle of the canvas's window, drawn above it. */
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
  return (
    <div
      className={`${css.box} ${className ?? ''}`}
      data-refused={isRefused || undefined}
      style={{
        transform: `translate(${rect.x * scale}px, ${rect.y * scale}px)`,
        width: rect.width * scale,
        height: rect.height * scale,
        ...style,
      }}
    >
      {children}
    </div>
  );
}
