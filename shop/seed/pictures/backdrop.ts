import { deepen, type Hex, lift, mix } from './colour.ts';
import { ground } from './palette.ts';
import { blur, box, inside, linear, n, oval, radial, type Sheet, shape } from './sheet.ts';

/** Seamless studio paper: light from the upper left, a soft sweep where wall turns into ground at `horizon`. */
export function studio(sheet: Sheet, tone: Hex = ground.paper, horizon = 0.74): string {
  const { width, height } = sheet;
  const wall = linear(
    sheet,
    [
      [0, lift(tone, 0.4)],
      [horizon - 0.06, tone],
      [horizon + 0.05, mix(tone, deepen(tone, 0.22), 0.36)],
      [1, mix(tone, lift(tone, 0.3), 0.4)],
    ],
    [0.35, 0, 0.5, 1],
  );
  const glow = radial(
    sheet,
    [
      [0, '#fffaf0', 0.85],
      [1, '#fffaf0', 0],
    ],
    0.26,
    0.2,
    0.75,
  );
  const corner = radial(
    sheet,
    [
      [0.55, ground.shadow, 0],
      [1, ground.shadow, 0.16],
    ],
    0.42,
    0.44,
    0.8,
  );
  return box(0, 0, width, height, wall) + box(0, 0, width, height, glow) + box(0, 0, width, height, corner);
}

/** A wall above a ledge or table whose front edge runs at `edge` (pixels from the top). */
export function ledge(
  sheet: Sheet,
  options: { wall: Hex; top: Hex; edge: number; depth?: number; wood?: boolean },
): string {
  const { width, height } = sheet;
  const depth = options.depth ?? 240;
  const back = options.edge - depth;
  const wall = linear(
    sheet,
    [
      [0, lift(options.wall, 0.22)],
      [1, deepen(options.wall, 0.14)],
    ],
    [0.1, 0, 0.7, 1],
  );
  const top = linear(
    sheet,
    [
      [0, deepen(options.top, 0.14)],
      [0.45, lift(options.top, 0.16)],
      [1, options.top],
    ],
    [0.2, 0, 0.5, 1],
  );
  const front = linear(
    sheet,
    [
      [0, mix(options.top, '#4a3626', 0.45)],
      [1, mix(options.top, '#33261c', 0.68)],
    ],
    [0, 0, 0, 1],
  );
  return (
    box(0, 0, width, height, wall) +
    box(0, back - 26, width, 40, deepen(options.wall, 0.5), `opacity=".35" filter="${blur(sheet, 18)}"`) +
    box(0, back, width, depth, top) +
    (options.wood ? grain(sheet, 0, back, width, depth, options.top, 5) : '') +
    box(0, options.edge, width, height - options.edge, front) +
    box(0, options.edge, width, 5, lift(options.top, 0.5), 'opacity=".7"')
  );
}

/** Long lines of wood across a box. */
export function grain(
  sheet: Sheet,
  x: number,
  y: number,
  width: number,
  height: number,
  wood: Hex,
  lines: number,
): string {
  const d = Array.from({ length: lines }, (_, i) => {
    const at = y + (height * (i + 0.6)) / lines;
    const sway = (i % 2 ? 1 : -1) * (8 + (i % 3) * 5);
    return `M${n(x)} ${n(at)}C${n(x + width * 0.3)} ${n(at + sway)} ${n(x + width * 0.6)} ${n(at - sway)} ${n(x + width)} ${n(at + sway / 3)}`;
  }).join('');
  return inside(
    sheet,
    `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}Z`,
    `<path d="${d}" fill="none" stroke="${deepen(wood, 0.4)}" stroke-width="3" opacity=".28"/><path d="${d}" transform="translate(0 7)" fill="none" stroke="${lift(wood, 0.5)}" stroke-width="2" opacity=".3"/>`,
  );
}

/** Morning light through a window, falling on a wall. `x`, `y` = upper left of the patch. */
export function windowLight(sheet: Sheet, x: number, y: number, size: number, strength = 0.5): string {
  const pane = (px: number, py: number) => {
    const at = (u: number, v: number) =>
      `${n(x + (u + v * 0.42) * size)} ${n(y + (v * 0.92 + u * 0.16) * size)}`;
    return `M${at(px, py)}L${at(px + 0.44, py)}L${at(px + 0.44, py + 0.44)}L${at(px, py + 0.44)}Z`;
  };
  const panes = [pane(0, 0), pane(0.5, 0), pane(0, 0.5), pane(0.5, 0.5), pane(0, 1), pane(0.5, 1)].join('');
  return shape(panes, '#fff4d8', `opacity="${strength}" filter="${blur(sheet, 9)}"`);
}

/** The glow of a lamp that is on. */
export function glow(sheet: Sheet, x: number, y: number, r: number, strength = 0.9): string {
  const fill = radial(sheet, [
    [0, '#ffe6b0', strength],
    [0.35, '#ffd98f', strength * 0.45],
    [1, '#ffcf7a', 0],
  ]);
  return oval(x, y, r, r, fill);
}
