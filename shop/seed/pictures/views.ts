import { studio } from './backdrop.ts';
import { mix } from './colour.ts';
import type { Draw, Look } from './drawing.ts';
import { ground } from './palette.ts';
import { place } from './place.ts';
import type { Setting } from './settings.ts';
import { createSheet } from './sheet.ts';

/** 1 = front, 2 = closer and from above, 3 = in use. */
export type ViewNumber = 1 | 2 | 3;

export interface Portrait {
  readonly draw: Draw;
  readonly look: Omit<Look, 'tilt'>;
  readonly setting: Setting;
  /** How far from above the first two views look. Default a little, then more. */
  readonly tilts?: readonly [front: number, close: number];
}

/** One picture of a thing, 1200 × 1500. */
export function portrait({ draw, look, setting, tilts = [0.13, 0.42] }: Portrait, view: ViewNumber): string {
  const sheet = createSheet(1200, 1500);
  if (view === 3) return sheet.finish(setting(sheet, draw(sheet, { ...look, tilt: 0.2 })));
  const close = view === 2;
  const drawing = draw(sheet, { ...look, tilt: tilts[close ? 1 : 0] });
  const tone = close ? mix(ground.paper, look.colour, 0.1) : ground.paper;
  const usual = Math.min(850 / drawing.width, 1010 / drawing.height, 1.55);
  const scale = usual * (close ? 1.55 : 1);
  if (drawing.rests === 'hanging') {
    const top = (1500 - drawing.height * scale) / 2;
    const at = close ? { x: 660, y: Math.min(60, top + 200) } : { x: 600, y: top };
    return sheet.finish(studio(sheet, tone, 1.5) + place(sheet, drawing, { ...at, scale }));
  }
  if (drawing.rests === 'lying') {
    const at = close ? { x: 470, y: 860, turn: -9 } : { x: 600, y: 750 };
    return sheet.finish(
      studio(sheet, tone, 1.5) + place(sheet, drawing, { ...at, scale: close ? scale * 1.12 : scale }),
    );
  }
  const base = 790 + (drawing.height * usual) / 2;
  return sheet.finish(
    studio(sheet, tone, Math.min(0.86, (base - 60) / 1500)) +
      place(sheet, drawing, {
        x: close ? 500 : 590,
        y: close ? base + drawing.height * usual * 0.34 : base,
        scale,
      }),
  );
}
