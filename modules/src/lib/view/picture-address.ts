/** Widths in pixels in which pictures are delivered. */
export const pictureWidths = [160, 320, 480, 640, 960, 1280, 1920] as const;

/** Where a picture of some width is fetched. The format follows from what the browser accepts. */
export function pictureAddress(src: string, width: number): string {
  if (/^https?:/.test(src)) return src;
  const path = src.replace(/^\/+/, '').split('/').map(encodeURIComponent).join('/');
  return `/_image/${width}/${path}`;
}
