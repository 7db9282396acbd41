/** Widths in pixels in which pictures are delivered. */
export const pictureWidths = [160, 320, 480, 640, 960, 1280, 1920] as const;

/**
 * Where a picture of some width is fetched, or a part of it, given as fractions. The format follows from what the browser
 * accepts. A part is only made when the media library has been told of it; else the whole picture comes.
 */
export function pictureAddress(src: string, width: number, part?: PicturePart): string {
  if (/^https?:/.test(src)) return src;
  const path = src.replace(/^\/+/, '').split('/').map(encodeURIComponent).join('/');
  return `/_image/${width}/${path}${part ? `?crop=${thousandths(part)}` : ''}`;
}

interface PicturePart {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

function thousandths({ x, y, w, h }: PicturePart): string {
  const [left, top] = [Math.round(x * 1000), Math.round(y * 1000)];
  const size = [Math.min(Math.round(w * 1000), 1000 - left), Math.min(Math.round(h * 1000), 1000 - top)];
  return [left, top, ...size].join('.');
}
