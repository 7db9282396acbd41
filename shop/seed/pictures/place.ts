import { deepen } from './colour.ts';
import type { Drawing } from './drawing.ts';
import { ground } from './palette.ts';
import { blur, n, oval, put, type Sheet, shape } from './sheet.ts';

/** Sets a drawing down with its shadow: a thin dark one where it touches, a long soft one away from the light. */
export function place(
  sheet: Sheet,
  drawing: Drawing,
  at: { x: number; y: number; scale?: number; turn?: number; flip?: boolean; shade?: number },
): string {
  const scale = at.scale ?? 1;
  return (
    shadowOf(sheet, drawing, at.x, at.y, scale, at.turn ?? 0, at.shade ?? 1, at.flip ?? false) +
    put(drawing.art, at)
  );
}

function shadowOf(
  sheet: Sheet,
  drawing: Drawing,
  x: number,
  y: number,
  scale: number,
  turn: number,
  shade: number,
  flip: boolean,
): string {
  const w = drawing.width * scale;
  if (drawing.rests === 'standing') {
    const foot = (drawing.foot ?? drawing.width) * scale;
    const reach = Math.min(drawing.height * scale * 0.5, w * 0.9);
    const cast = `M${n(x - foot * 0.4)} ${n(y - foot * 0.08)}L${n(x + w * 0.3 + reach)} ${n(y - w * 0.17)}Q${n(x + w * 0.4 + reach)} ${n(y - w * 0.05)} ${n(x + w * 0.26 + reach)} ${n(y + w * 0.015)}L${n(x + foot * 0.2)} ${n(y + foot * 0.12)}Z`;
    return (
      shape(cast, ground.shadow, `opacity="${n(0.3 * shade, 2)}" filter="${blur(sheet, w * 0.05)}"`) +
      oval(
        x + w * 0.05,
        y,
        (foot + w) * 0.26,
        (foot + w) * 0.05,
        ground.shadow,
        `opacity="${n(0.34 * shade, 2)}" filter="${blur(sheet, w * 0.045)}"`,
      ) +
      oval(
        x + foot * 0.02,
        y + foot * 0.01,
        foot * 0.5,
        foot * 0.07,
        deepen(ground.shadow, 0.4),
        `opacity="${n(0.6 * shade, 2)}" filter="${blur(sheet, foot * 0.022)}"`,
      )
    );
  }
  const far = drawing.rests === 'lying' ? 1 : 2.4;
  const turned = turn ? ` rotate(${n(turn)})` : '';
  const sx = flip ? -scale : scale;
  const cast = (dx: number, dy: number, opacity: number, soft: number) =>
    `<path d="${drawing.outline}" transform="translate(${n(x + dx)} ${n(y + dy)})${turned} scale(${n(sx, 3)} ${n(scale, 3)})" fill="${ground.shadow}" opacity="${n(opacity * shade, 2)}" filter="${blur(sheet, soft)}"/>`;
  return cast(26 * far, 34 * far, 0.3, 26 * far) + cast(6 * far, 9 * far, 0.34, 8);
}
