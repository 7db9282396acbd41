/** A part of a picture, as fractions of its width and height. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What is shown where about this ratio (width divided by height) is asked for. */
export interface RatioCrop extends Crop {
  readonly ratio: number;
}

const STEPS = 1000;

/** On the grid of thousandths that addresses use, so that a crop that is kept and one in an address are the same. */
export function snapCrop(crop: Crop): Crop {
  const [x, y, w, h] = thousandths(crop).map((value) => value / STEPS);
  return { x: x!, y: y!, w: w!, h: h! };
}

/** How addresses of pictures say a crop: `0.250.1000.500`, in thousandths. */
export function cropKey(crop: Crop): string {
  return thousandths(crop).join('.');
}

function thousandths({ x, y, w, h }: Crop): [number, number, number, number] {
  const [left, top] = [Math.round(x * STEPS), Math.round(y * STEPS)];
  return [
    left,
    top,
    Math.min(Math.round(w * STEPS), STEPS - left),
    Math.min(Math.round(h * STEPS), STEPS - top),
  ];
}

/** Why a crop cannot be taken; `undefined` when it can. */
export function cropProblem({ x, y, w, h }: Crop): string | undefined {
  const isInside =
    [x, y, w, h].every((value) => value >= 0 && value <= 1) && x + w <= 1.0005 && y + h <= 1.0005;
  if (!isInside)
    return `Expected a crop inside the picture (fractions from 0 to 1), came ${JSON.stringify({ x, y, w, h })}.`;
  if (w < SMALLEST || h < SMALLEST)
    return `Expected a crop of at least ${SMALLEST * 100} % of the picture's width and height, came ${percent(w)} by ${percent(h)}.`;
  return undefined;
}

const SMALLEST = 0.02;

/** Why a crop does not have the ratio it is for; `undefined` when it has. */
export function ratioProblem(
  crop: RatioCrop,
  { width, height }: { width: number; height: number },
): string | undefined {
  const has = (crop.w * width) / (crop.h * height);
  if (Math.abs(Math.log(has / crop.ratio)) < 0.05) return undefined;
  return `Expected a crop of ratio ${crop.ratio}, came one of ${has.toFixed(2)} on a picture of ${width} × ${height} pixels.`;
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(1)} %`;
}
