import { IconArrowsHorizontal } from '@tabler/icons-react';
import type { PointerEvent } from 'react';
import css from './history.module.css';

const STEP = 2;

/** The edge of what is drawn over the page of today, to drag or to push with the arrow keys. */
export function CurtainHandle({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const change = (next: number) => onChange(Math.max(0, Math.min(100, next)));

  function follow(event: PointerEvent<HTMLElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, width } = event.currentTarget.parentElement!.getBoundingClientRect();
    change(((event.clientX - left) / width) * 100);
  }

  return (
    <div
      className={css.handle}
      style={{ left: `${value}%` }}
      role="slider"
      tabIndex={0}
      aria-label="How far the version is drawn over the page of today"
      aria-valuenow={Math.round(value)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={`${Math.round(value)} percent then, the rest now`}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={follow}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -STEP, ArrowRight: STEP, Home: -100, End: 100 }[event.key];
        if (by === undefined) return;
        change(value + by);
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <span className={css.handleTags} aria-hidden>
        <span>Then</span>
        <span>Now</span>
      </span>
      <span className={css.grip}>
        <IconArrowsHorizontal size={16} aria-hidden />
      </span>
    </div>
  );
}
