/** Fractions of width and height, 0 to 1. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** In fractions of the picture. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const middle: Point = { x: 0.5, y: 0.5 };

/** The part of a picture that shows at a ratio, as CSS `object-position` places it. */
export function cropAround(
  size: { readonly width: number; readonly height: number },
  ratio: number,
  focal: Point,
): Crop {
  const own = size.width / size.height;
  const width = own > ratio ? ratio / own : 1;
  const height = own > ratio ? 1 : own / ratio;
  return { left: (1 - width) * focal.x, top: (1 - height) * focal.y, width, height };
}

/** Where a pointer is in a box, kept inside it, in whole hundredths. */
export function pointIn(
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  at: { readonly clientX: number; readonly clientY: number },
): Point {
  return clampPoint({ x: (at.clientX - box.left) / box.width, y: (at.clientY - box.top) / box.height });
}

/** Where an arrow key moves the point; `undefined` for other keys. */
export function pointAfterKey(point: Point, key: string, isFast: boolean): Point | undefined {
  const size = isFast ? 0.1 : 0.01;
  const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!move) return undefined;
  return clampPoint({ x: point.x + move[0]! * size, y: point.y + move[1]! * size });
}

export function percent(fraction: number): string {
  return `${Math.round(fraction * 10_000) / 100}%`;
}

function clampPoint({ x, y }: Point): Point {
  return { x: hundredths(x), y: hundredths(y) };
}

function hundredths(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
}
