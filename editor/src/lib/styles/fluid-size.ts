/** A length as people set it: in pixels, on a phone and on a desktop; both the same when it does not grow. */
export interface FluidSize {
  readonly phone: number;
  readonly desktop: number;
}

const REM = 16;
const PHONE = 390;
const DESKTOP = 1280;

/** Reads `1.5rem`, `12px` and `clamp(…)` of these; `undefined` = it is written some other way. */
export function readSize(value: string): FluidSize | undefined {
  const plain = pixels(value);
  if (plain !== undefined) return { phone: plain, desktop: plain };
  const [, from = '', between = '', to = ''] = /^clamp\(([^,]+), ([^,]+), ([^,]+)\)$/.exec(value) ?? [];
  const [least, most] = [pixels(from), pixels(to)];
  if (least === undefined || most === undefined) return undefined;
  return /- *[\d.]+vw/.test(between) ? { phone: most, desktop: least } : { phone: least, desktop: most };
}

/** The same in CSS; between a phone and a desktop it grows with the window. Pixels stay pixels, all else follows the reader's own size. */
export function writeSize({ phone, desktop }: FluidSize, like: string): string {
  const unit = (size: number) => (/^[\d.]+px$/.test(like) ? `${round(size)}px` : rem(size));
  if (phone === desktop) return unit(phone);
  const [least, most] = phone < desktop ? [phone, desktop] : [desktop, phone];
  const slope = (desktop - phone) / (DESKTOP - PHONE);
  const start = phone - slope * PHONE;
  const grows = `${round(slope * 100)}vw`;
  const middle = `${rem(start)} ${slope < 0 ? `- ${grows.slice(1)}` : `+ ${grows}`}`;
  return `clamp(${rem(least)}, ${middle}, ${rem(most)})`;
}

function pixels(text: string): number | undefined {
  const [, number = '', unit = ''] = /^(-?[\d.]+)(px|rem)$/.exec(text.trim()) ?? [];
  if (unit === '') return text.trim() === '0' ? 0 : undefined;
  const size = Number.parseFloat(number) * (unit === 'rem' ? REM : 1);
  return Number.isFinite(size) ? round(size) : undefined;
}

/** To a millionth, so that quarters of a pixel stay what they are. */
function rem(size: number): string {
  return `${Math.round((size / REM) * 1_000_000) / 1_000_000}rem`;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
