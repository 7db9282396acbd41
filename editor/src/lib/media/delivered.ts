import type { MediaAsset } from '../media-api/media-wire.ts';

/** Of the widths in which the shop delivers pictures, the largest. */
const WIDEST = 1920;
const NARROWEST = 160;

/** In which sizes and formats shoppers get it, in a sentence. */
export function deliveredWords({ kind, width = 0, mime }: MediaAsset): string {
  if (kind === 'film') return 'As it was uploaded';
  const formats = mime === 'image/png' || mime === 'image/svg+xml' ? 'PNG' : 'JPEG';
  const widest = mime === 'image/svg+xml' ? WIDEST : Math.min(WIDEST, width);
  const sizes = widest <= NARROWEST ? `${widest} px wide` : `${NARROWEST} to ${widest} px wide`;
  return `${sizes}, as AVIF, WebP or ${formats}: what the device needs`;
}
