import { chance } from './chance.ts';
import { deepen, type Hex, lift } from './colour.ts';
import { type Point, polygon } from './outlines.ts';
import { blur, inside, line, linear, n, oval, type Sheet, shape } from './sheet.ts';

/** A point of a turned form: height above the ground and radius there, in pixels. Given from the top down. */
export type ProfilePoint = readonly [height: number, radius: number];

export interface TurnedForm {
  readonly profile: readonly ProfilePoint[];
  /** How far we look from above: 0 = straight from the side, 0.5 = half from above. */
  readonly tilt: number;
  readonly colour: Hex;
  /** 0 = chalky, 1 = glazed, 2 = glass or metal. */
  readonly gloss?: number;
  /** Dots in the clay. */
  readonly speckle?: boolean;
  /** Lower part left in another colour, from this height down. */
  readonly dip?: { readonly height: number; readonly colour: Hex };
  /** Open at the top: thickness of the wall and colour inside. */
  readonly open?: {
    readonly wall: number;
    readonly colour: Hex;
    readonly fill?: Hex;
    readonly level?: number;
  };
  /** Lines around the form. */
  readonly rings?: readonly {
    readonly height: number;
    readonly colour: Hex;
    readonly width: number;
    readonly opacity?: number;
  }[];
  readonly opacity?: number;
  /** Drawn with fewer points and no dots: for things that stand in the background. */
  readonly plain?: boolean;
}

interface Slice {
  readonly y: number;
  readonly r: number;
}

/** Draws anything made on a wheel or a lathe, standing on (0, 0), lit from the upper left. */
export function turned(sheet: Sheet, form: TurnedForm): string {
  const { tilt, colour } = form;
  const gloss = form.gloss ?? 0.4;
  const squash = Math.sqrt(1 - tilt * tilt);
  const slices = smooth(form.profile).map(([height, r]) => ({ y: -height * squash, r }));
  const widest = Math.max(...slices.map((slice) => slice.r));
  const edge = form.plain ? 20 : 40;
  const part = (from: number, to: number) => strip(slices, tilt, from, to, form.plain ? 12 : 26);
  const outline = strip(slices, tilt, -1, 1, edge);
  const cover = coverOf(slices, tilt);
  const soft = blur(sheet, widest * 0.14);
  const parts = [shape(cover, colour)];
  if (form.dip) {
    const glazed = -form.dip.height * squash;
    const upper = slices.filter((slice) => slice.y <= glazed);
    parts[0] = shape(cover, form.dip.colour);
    if (upper.length > 2) parts.push(shape(strip(upper, tilt, -1, 1, edge), colour));
  }
  if (form.speckle && !form.plain) parts.push(speckles(slices, tilt, deepen(form.colour, 0.55)));
  for (const ring of form.rings ?? []) parts.push(band(slices, ring, squash, tilt));
  parts.push(
    shape(part(0.42, 1.2), deepen(colour, 0.55), `opacity=".5" filter="${soft}"`),
    shape(part(0.72, 1.2), deepen(colour, 0.85), `opacity=".34" filter="${soft}"`),
    shape(part(-1.2, -0.86), deepen(colour, 0.6), `opacity=".4" filter="${soft}"`),
    shape(part(-0.7, -0.28), lift(colour, 0.75), `opacity="${n(0.34 + gloss * 0.12, 2)}" filter="${soft}"`),
  );
  if (gloss >= 0.8) parts.push(glint(sheet, slices, tilt, colour, gloss, widest));
  const body = inside(sheet, outline, parts.join(''));
  const opening = form.open ? mouth(sheet, slices[0]!, form) : '';
  const opacity = form.opacity === undefined ? '' : ` opacity="${form.opacity}"`;
  return `<g${opacity}>${body}${opening}</g>`;
}

/** Outline of a turned form, for shadows and clips. */
export function turnedOutline(profile: readonly ProfilePoint[], tilt: number): string {
  const squash = Math.sqrt(1 - tilt * tilt);
  return strip(
    smooth(profile).map(([height, r]) => ({ y: -height * squash, r })),
    tilt,
    -1,
    1,
    34,
  );
}

// The part of the form between two fractions of its half width, left (-1) to right (1).
// A fraction beyond ±1 lies outside: that edge is drawn straight, the clip cuts it.
function strip(slices: readonly Slice[], tilt: number, from: number, to: number, finest = 26): string {
  const top = Math.min(...slices.map((slice) => slice.y - tilt * slice.r));
  const bottom = Math.max(...slices.map((slice) => slice.y + tilt * slice.r));
  const widest = Math.max(...slices.map((slice) => slice.r));
  const rows = Math.round(Math.min(finest, Math.max(9, ((bottom - top) * finest) / 460)));
  const digits = finest > 30 || bottom - top < 120 ? 1 : 0;
  const edge = Array.from({ length: rows + 1 }, (_, i) => {
    const y = top + ((bottom - top) * (1 - Math.cos((Math.PI * i) / rows))) / 2;
    return [halfWidth(slices, tilt, y), y] as const;
  });
  const side = (part: number): Point[] =>
    Math.abs(part) > 1
      ? [
          [widest * part, top],
          [widest * part, bottom],
        ]
      : edge.map(([w, y]) => [w * part, y]);
  return polygon([...side(to), ...side(from).toReversed()], digits);
}

function coverOf(slices: readonly Slice[], tilt: number): string {
  const r = Math.max(...slices.map((slice) => slice.r)) + 2;
  const top = Math.min(...slices.map((slice) => slice.y)) - r * tilt;
  const bottom = Math.max(...slices.map((slice) => slice.y)) + r * tilt;
  return `M${n(-r, 0)} ${n(top, 0)}h${n(r * 2, 0)}v${n(bottom - top + 4, 0)}h${n(-r * 2, 0)}Z`;
}

function halfWidth(slices: readonly Slice[], tilt: number, y: number): number {
  let widest = 0;
  for (let i = 0; i < slices.length; i++) {
    const { y: sy, r } = slices[i]!;
    const reach = tilt * r;
    const away = Math.abs(y - sy);
    if (away < reach) widest = Math.max(widest, r * Math.sqrt(1 - (away / reach) ** 2));
    const next = slices[i + 1];
    if (next && y >= Math.min(sy, next.y) && y <= Math.max(sy, next.y) && next.y !== sy) {
      widest = Math.max(widest, r + ((next.r - r) * (y - sy)) / (next.y - sy));
    }
  }
  return widest;
}

function smooth(profile: readonly ProfilePoint[]): ProfilePoint[] {
  const out: ProfilePoint[] = [];
  for (let i = 0; i < profile.length - 1; i++) {
    const [p0, p1, p2, p3] = [
      profile[Math.max(0, i - 1)]!,
      profile[i]!,
      profile[i + 1]!,
      profile[Math.min(profile.length - 1, i + 2)]!,
    ];
    for (let step = 0; step < 7; step++) {
      const t = step / 7;
      // A Catmull-Rom curve, pulled a fifth towards the straight line: fewer bulges beside corners.
      const at = (k: 0 | 1) => {
        const straight = p1[k] + (p2[k] - p1[k]) * t;
        const curve =
          p1[k] +
          0.5 *
            ((p2[k] - p0[k]) * t +
              (2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k]) * t * t +
              (3 * p1[k] - p0[k] - 3 * p2[k] + p3[k]) * t ** 3);
        return 0.8 * curve + 0.2 * straight;
      };
      out.push([at(0), Math.max(0, at(1))]);
    }
  }
  out.push(profile.at(-1)!);
  return out;
}

function speckles(slices: readonly Slice[], tilt: number, colour: Hex): string {
  const next = chance(slices.length * 31 + Math.round(slices[0]!.r));
  const top = slices[0]!.y;
  const bottom = slices.at(-1)!.y;
  const dots = Array.from({ length: 76 }, () => {
    const y = top + (bottom - top) * next();
    const across = Math.sin((next() - 0.5) * Math.PI);
    const w = halfWidth(slices, 0.001, y);
    return `M${n(w * across, 0)} ${n(y + tilt * w * Math.sqrt(1 - across * across), 0)}h0`;
  });
  const fine = dots.filter((_, i) => i % 4 > 0).join('');
  const coarse = dots.filter((_, i) => i % 4 === 0).join('');
  return line(fine, colour, 3, 'opacity=".5"') + line(coarse, colour, 5.5, 'opacity=".45"');
}

function band(
  slices: readonly Slice[],
  ring: { height: number; colour: Hex; width: number; opacity?: number },
  squash: number,
  tilt: number,
): string {
  const y = -ring.height * squash;
  const r = halfWidth(slices, 0.001, y);
  return line(
    `M${n(-r)} ${n(y)}A${n(r)} ${n(r * tilt)} 0 0 0 ${n(r)} ${n(y)}`,
    ring.colour,
    ring.width,
    `opacity="${ring.opacity ?? 0.8}"`,
  );
}

function glint(
  sheet: Sheet,
  slices: readonly Slice[],
  tilt: number,
  colour: Hex,
  gloss: number,
  widest: number,
): string {
  const crisp = blur(sheet, Math.max(2, widest * 0.018));
  return (
    shape(
      strip(slices.slice(3, -4), tilt, -0.62, -0.5),
      lift(colour, 0.95),
      `opacity="${n(0.2 + gloss * 0.2, 2)}" filter="${crisp}"`,
    ) +
    shape(
      strip(slices.slice(3, -4), tilt, 0.88, 0.94),
      lift(colour, 0.7),
      `opacity="${n(gloss * 0.22, 2)}" filter="${crisp}"`,
    )
  );
}

function mouth(sheet: Sheet, rim: Slice, form: TurnedForm): string {
  const { wall, colour, fill, level } = form.open!;
  const { tilt } = form;
  const r = rim.r - wall;
  const lip = linear(sheet, [
    [0, lift(form.colour, 0.25)],
    [0.35, lift(form.colour, 0.6)],
    [1, deepen(form.colour, 0.2)],
  ]);
  const well = linear(
    sheet,
    [
      [0, deepen(colour, 0.62)],
      [0.55, deepen(colour, 0.3)],
      [1, lift(colour, 0.1)],
    ],
    [0.1, 0, 0.95, 0.8],
  );
  const hole = `M${n(-r)} ${n(rim.y)}a${n(r)} ${n(r * tilt)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r * tilt)} 0 1 0 ${n(-2 * r)} 0Z`;
  const liquid = fill ? oval(0, rim.y + (level ?? 40) * tilt * 1.6, r * 0.96, r * tilt * 0.96, fill) : '';
  return oval(0, rim.y, rim.r, rim.r * tilt, lip) + inside(sheet, hole, shape(hole, well) + liquid);
}
