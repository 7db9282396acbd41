import type { MediaAsset } from '../media-api/media-wire.ts';

const units = ['KB', 'MB', 'GB'] as const;

/** `812 bytes`, `14 KB`, `2.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

const formats: Readonly<Record<string, string>> = { 'image/svg+xml': 'SVG' };

/** `image/jpeg` → `JPEG`. */
export function formatWords(mime: string): string {
  return formats[mime] ?? mime.replace(/^.*\//, '').toUpperCase();
}

/** What people call it: its title, else the name of its file. */
export function assetName({ title, name }: Pick<MediaAsset, 'title' | 'name'>): string {
  return title || name;
}

/** `1 file`, `12 files`. */
export function countWords(count: number, one = 'file', many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
