import type { Hex } from './colour.ts';

/** The paper a picture is drawn on: collects gradients, filters and clips, each stored once. */
export interface Sheet {
  /** Stores a definition (`body` gets its id) and returns a reference for `fill`, `filter`, `clip-path` and `mask`. */
  def(body: (id: string) => string): string;
  /** The finished file. */
  finish(art: string): string;
  readonly width: number;
  readonly height: number;
}

export type Stop = readonly [offset: number, colour: Hex, opacity?: number];

export function createSheet(width: number, height: number): Sheet {
  const known = new Map<string, string>();
  return {
    width,
    height,
    def(body) {
      const key = body('§');
      const id = known.get(key) ?? `d${known.size.toString(36)}`;
      known.set(key, id);
      return `url(#${id})`;
    },
    finish(art) {
      const defs = [...known].map(([key, id]) => key.replaceAll('§', id)).join('');
      return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs>${defs}</defs>${art}</svg>`;
    },
  };
}

/** Gradient along a line; coordinates are fractions of the painted shape's box. Default: left to right. */
export function linear(sheet: Sheet, stops: readonly Stop[], line: readonly number[] = [0, 0, 1, 0]): string {
  const [x1, y1, x2, y2] = line as [number, number, number, number];
  return sheet.def(
    (id) =>
      `<linearGradient id="${id}" x1="${n(x1, 3)}" y1="${n(y1, 3)}" x2="${n(x2, 3)}" y2="${n(y2, 3)}">${stopList(stops)}</linearGradient>`,
  );
}

/** Gradient from a centre outward; fractions of the painted shape's box. */
export function radial(sheet: Sheet, stops: readonly Stop[], cx = 0.5, cy = 0.5, r = 0.5): string {
  return sheet.def(
    (id) =>
      `<radialGradient id="${id}" cx="${n(cx, 3)}" cy="${n(cy, 3)}" r="${n(r, 3)}">${stopList(stops)}</radialGradient>`,
  );
}

/** Softens edges by about `radius` pixels. */
export function blur(sheet: Sheet, radius: number): string {
  return sheet.def(
    (id) =>
      `<filter id="${id}" x="-100%" y="-100%" width="300%" height="300%"><feGaussianBlur stdDeviation="${n(radius)}"/></filter>`,
  );
}

/** A repeated tile, for weaves and stitches. `turn` in degrees. */
export function tile(sheet: Sheet, width: number, height: number, art: string, turn = 0): string {
  return sheet.def(
    (id) =>
      `<pattern id="${id}" width="${n(width)}" height="${n(height)}" patternUnits="userSpaceOnUse" patternTransform="rotate(${n(turn)})">${art}</pattern>`,
  );
}

/** Shows `art` only inside the outline `d`. */
export function inside(sheet: Sheet, d: string, art: string): string {
  const clip = sheet.def((id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`);
  return `<g clip-path="${clip}">${art}</g>`;
}

export function shape(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}"${more ? ` ${more}` : ''}/>`;
}

export function line(d: string, stroke: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${more ? ` ${more}` : ''}/>`;
}

export function box(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}"${more ? ` ${more}` : ''}/>`;
}

export function oval(cx: number, cy: number, rx: number, ry: number, fill: string, more = ''): string {
  return `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${more ? ` ${more}` : ''}/>`;
}

/** Moves, scales and turns (degrees) a piece of art. */
export function put(
  art: string,
  at: { x: number; y: number; scale?: number; turn?: number; flip?: boolean },
): string {
  const scale = at.scale ?? 1;
  const turned = at.turn ? ` rotate(${n(at.turn)})` : '';
  const scaled = scale !== 1 || at.flip ? ` scale(${n(at.flip ? -scale : scale, 3)} ${n(scale, 3)})` : '';
  return `<g transform="translate(${n(at.x)} ${n(at.y)})${turned}${scaled}">${art}</g>`;
}

/** A number as short as it can be written. */
export function n(value: number, digits = 1): string {
  return String(Number(value.toFixed(digits)));
}

function stopList(stops: readonly Stop[]): string {
  return stops
    .map(
      ([offset, colour, opacity]) =>
        `<stop offset="${n(offset, 3)}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${n(opacity, 2)}"`}/>`,
    )
    .join('');
}
