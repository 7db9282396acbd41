import { deepen } from './colour.ts';
import type { Drawing } from './drawing.ts';
import { ground } from './palette.ts';
import { blur, n, oval, put, type Sheet, shape } from './sheet.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
  /** Degrees. */
  readonly turn?: number;
  readonly flip?: boolean;
  /** Strength of the shadow; default 1. */
  readonly shade?: number;
}

/** Sets a drawing down with its shadow: a thin dark one where it touches, a long soft one away from the light. */
export function place(sheet: Sheet, drawing: Drawing, spot: Spot): string {
  return drawing.rests === 'standing'
    ? standingShadow(drawing, spot, sheet) + put(drawing.art, spot)
    : `<g filter="${wallShadow(sheet, drawing.rests === 'lying' ? 1 : 2.2, spot.shade ?? 1)}">${put(drawing.art, spot)}</g>`;
}

/** Stands a thing on (x, y) even when it is drawn lying: bags lean, cushions sit. */
export function stand(sheet: Sheet, drawing: Drawing, spot: Spot): string {
  if (drawing.rests !== 'lying') return place(sheet, drawing, spot);
  const scale = spot.scale ?? 1;
  const upright: Drawing = { ...drawing, rests: 'standing', foot: drawing.width * 0.86 };
  return (
    standingShadow(upright, spot, sheet) +
    put(drawing.art, { ...spot, y: spot.y - (drawing.base ?? drawing.height / 2) * scale })
  );
}

function standingShadow(drawing: Drawing, spot: Spot, sheet: Sheet): string {
  const { x, y, scale = 1, shade = 1 } = spot;
  const w = drawing.width * scale;
  const foot = (drawing.foot ?? drawing.width) * scale;
  const contact = drawing.legs ? 0.22 : 0.6;
  const reach = Math.min(drawing.height * scale * 0.5, w * 0.9);
  const cast = `M${n(x - foot * 0.4)} ${n(y - foot * 0.08)}L${n(x + w * 0.3 + reach)} ${n(y - w * 0.17)}Q${n(x + w * 0.4 + reach)} ${n(y - w * 0.05)} ${n(x + w * 0.26 + reach)} ${n(y + w * 0.015)}L${n(x + foot * 0.2)} ${n(y + foot * 0.12)}Z`;
  const dark = deepen(ground.shadow, 0.4);
  return (
    shape(
      cast,
      ground.shadow,
      `opacity="${n((drawing.legs ? 0.2 : 0.3) * shade, 2)}" filter="${blur(sheet, w * 0.05)}"`,
    ) +
    oval(
      x + w * 0.05,
      y,
      (foot + w) * 0.26,
      (foot + w) * 0.05,
      ground.shadow,
      `opacity="${n((drawing.legs ? 0.24 : 0.34) * shade, 2)}" filter="${blur(sheet, w * 0.045)}"`,
    ) +
    oval(
      x + foot * 0.02,
      y + foot * 0.01,
      foot * 0.5,
      foot * 0.07,
      dark,
      `opacity="${n(contact * shade, 2)}" filter="${blur(sheet, foot * 0.022)}"`,
    )
  );
}

// The shadow of exactly what is drawn, on the wall or table right behind it. Only for things placed on the sheet itself:
// the filter's box is the sheet.
function wallShadow(sheet: Sheet, far: number, shade: number): string {
  const { width, height } = sheet;
  const layer = (dx: number, dy: number, soft: number, strength: number, name: string) =>
    `<feGaussianBlur in="SourceAlpha" stdDeviation="${n(soft)}"/><feOffset dx="${n(dx)}" dy="${n(dy)}"/><feColorMatrix values="0 0 0 0 .27 0 0 0 0 .2 0 0 0 0 .13 0 0 0 ${n(strength * shade, 2)} 0" result="${name}"/>`;
  return sheet.def(
    (id) =>
      `<filter id="${id}" filterUnits="userSpaceOnUse" x="0" y="0" width="${width}" height="${height}">${layer(26 * far, 34 * far, 26 * far, 0.3, 'a')}${layer(6 * far, 9 * far, 7, 0.36, 'b')}<feMerge><feMergeNode in="a"/><feMergeNode in="b"/><feMergeNode in="SourceGraphic"/></feMerge></filter>`,
  );
}
