import { cropAround, middle, type Point } from '../fields/focal-geometry.ts';

/** Fractions of the picture's width and height. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** Of the largest frame; smaller ones are too few pixels to show. */
const SMALLEST = 0.1;

/** What shows at a ratio when nobody drew a frame: as much as fits, around the focal point. */
export function frameAround(size: Pixels, ratio: number, focal: Point = middle): Frame {
  const { left, top, width, height } = cropAround(size, ratio, focal);
  return { x: left, y: top, w: width, h: height };
}

/** The frame moved by fractions of the picture, kept inside it. */
export function movedFrame(frame: Frame, by: Point): Frame {
  return {
    ...frame,
    x: within(frame.x + by.x, 0, 1 - frame.w),
    y: within(frame.y + by.y, 0, 1 - frame.h),
  };
}

/** The frame of another width around its own middle; its ratio stays. */
function scaledFrame(frame: Frame, by: number, size: Pixels, ratio: number): Frame {
  const most = frameAround(size, ratio);
  const w = within(frame.w * by, most.w * SMALLEST, most.w);
  const h = (w / most.w) * most.h;
  return movedFrame({ x: frame.x + (frame.w - w) / 2, y: frame.y + (frame.h - h) / 2, w, h }, { x: 0, y: 0 });
}

/** Corners, as directions from the frame's middle. */
export type Corner = readonly [x: -1 | 1, y: -1 | 1];

/** The frame after one of its corners was pulled to a point; the corner opposite stays where it is. */
export function pulledFrame(frame: Frame, corner: Corner, to: Point, size: Pixels, ratio: number): Frame {
  const most = frameAround(size, ratio);
  const fixed = {
    x: corner[0] < 0 ? frame.x + frame.w : frame.x,
    y: corner[1] < 0 ? frame.y + frame.h : frame.y,
  };
  const room = { w: corner[0] < 0 ? fixed.x : 1 - fixed.x, h: corner[1] < 0 ? fixed.y : 1 - fixed.y };
  const tall = most.h / most.w;
  const wanted = Math.max((to.x - fixed.x) * corner[0], ((to.y - fixed.y) * corner[1]) / tall);
  const w = within(wanted, most.w * SMALLEST, Math.min(room.w, room.h / tall));
  const h = w * tall;
  return { x: corner[0] < 0 ? fixed.x - w : fixed.x, y: corner[1] < 0 ? fixed.y - h : fixed.y, w, h };
}

/** The frame after a key: arrows move, plus and minus change its size; `undefined` for other keys. */
export function frameAfterKey(
  frame: Frame,
  key: string,
  { isFast, size, ratio }: { isFast: boolean; size: Pixels; ratio: number },
): Frame | undefined {
  const step = isFast ? 0.1 : 0.01;
  const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (move) return movedFrame(frame, { x: move[0]! * step, y: move[1]! * step });
  if (key === '+' || key === '=') return scaledFrame(frame, 1 + step * 2, size, ratio);
  if (key === '-') return scaledFrame(frame, 1 / (1 + step * 2), size, ratio);
  return undefined;
}

/** Whether a frame is meant for this ratio. */
export function isForRatio(crop: { readonly ratio: number }, ratio: number): boolean {
  return Math.abs(Math.log(crop.ratio / ratio)) < 0.05;
}

const known: readonly (readonly [number, string])[] = [
  [16 / 9, '16:9'],
  [4 / 5, '4:5'],
  [1, '1:1'],
  [4 / 3, '4:3'],
  [3 / 2, '3:2'],
  [2 / 3, '2:3'],
  [3 / 4, '3:4'],
  [9 / 16, '9:16'],
  [2, '2:1'],
  [21 / 9, '21:9'],
];

/** `16:9`, or `1.85:1` for one without a name. */
export function ratioWords(ratio: number): string {
  return known.find(([each]) => Math.abs(each - ratio) < 0.005)?.[1] ?? `${Number(ratio.toFixed(2))}:1`;
}

/** Ratios that are shown of a picture: three that are common, that of the field, and those with a frame. */
export function shownRatios(wanted: readonly number[]): readonly number[] {
  const ratios = [16 / 9, 4 / 5, 1];
  for (const each of wanted) if (!ratios.some((ratio) => isForRatio({ ratio }, each))) ratios.push(each);
  return ratios;
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
