import { deepen, lift } from './colour.ts';
import type { Look } from './drawing.ts';
import { blur, line, n, type Sheet, tile } from './sheet.ts';

/** Fine lines of a plain weave. */
export function weave(sheet: Sheet, colour: string): string {
  return tile(
    sheet,
    9,
    9,
    `<path d="M0 2h9M0 6.5h9" stroke="${lift(colour, 0.4)}" stroke-width="1.2"/><path d="M2 0v9M6.5 0v9" stroke="${deepen(colour, 0.4)}" stroke-width="1.2"/>`,
  );
}

export function twill(sheet: Sheet, colour: string): string {
  return tile(
    sheet,
    10,
    10,
    `<path d="M0 3h10" stroke="${lift(colour, 0.35)}" stroke-width="2.2"/><path d="M0 8h10" stroke="${deepen(colour, 0.35)}" stroke-width="2"/>`,
    -45,
  );
}

export function wool(sheet: Sheet, colour: string): string {
  return tile(
    sheet,
    14,
    14,
    `<path d="M0 10l4 -5l4 5M7 4l3.500 -4l3.500 4M8 13l3 -3l3 3" stroke="${lift(colour, 0.45)}" stroke-width="2" fill="none"/><path d="M1 13l4 -4M9 6l4 -4" stroke="${deepen(colour, 0.4)}" stroke-width="2"/>`,
    12,
  );
}

/** Folds of hanging cloth, as soft light and shade. */
export function hangFolds(sheet: Sheet, look: Look, height: number, wide = 1): string {
  const soft = blur(sheet, 20);
  const dark = deepen(look.colour, 0.75);
  const x = (value: number) => n(value * wide);
  return (
    line(
      `M${x(-60)} 90Q${x(-110)} ${height * 0.4} ${x(-130)} ${height}M${x(50)} 70Q${x(110)} ${height * 0.5} ${x(100)} ${height}M${x(200)} 120Q${x(210)} ${height * 0.6} ${x(236)} ${height}`,
      dark,
      34,
      `opacity=".28" filter="${soft}"`,
    ) +
    line(
      `M${x(-170)} 130Q${x(-190)} ${height * 0.6} ${x(-200)} ${height}M${x(0)} 80Q${x(-20)} ${height * 0.5} ${x(-30)} ${height}M${x(150)} 120Q${x(160)} ${height * 0.5} ${x(165)} ${height}`,
      lift(look.colour, 0.7),
      30,
      `opacity=".3" filter="${soft}"`,
    )
  );
}
