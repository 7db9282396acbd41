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
  const [, least = '', most = ''] = /^clamp\(([^,]+), [^,]+, ([^,]+)\)$/.exec(value) ?? [];
  const [phone, desktop] = [pixels(least), pixels(most)];
  return phone === undefined || desktop === undefined ? undefined : { phone, desktop };
}

/** The same in CSS; between a phone and a desktop it grows with the window. Pixels stay pixels, all else follows the reader's own size. */
export function writeSize({ phone, desktop }: FluidSize, like: string): string {
  const unit = (size: number) => (/^[\d.]+px$/.test(like) ? `${round(size)}px` : `${round(size / REM)}rem`);
  if (phone === desktop) return unit(phone);
  const [least, most] = phone < desktop ? [phone, desktop] : [desktop, phone];
  const slope = (desktop - phone) / (DESKTOP - PHONE);
  const start = (phone - slope * PHONE) / REM;
  const grows = `${round(slope * 100)}vw`;
  const middle = `${round(start)}rem ${slope < 0 ? `- ${grows.slice(1)}` : `+ ${grows}`}`;
  return `clamp(${round(least / REM)}rem, ${middle}, ${round(most / REM)}rem)`;
}

function pixels(text: string): number | undefined {
  const [, number = '', unit = ''] = /^(-?[\d.]+)(px|rem)$/.exec(text.trim()) ?? [];
  if (unit === '') return text.trim() === '0' ? 0 : undefined;
  const size = Number.parseFloat(number) * (unit === 'rem' ? REM : 1);
  return Number.isFinite(size) ? round(size) : undefined;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
