import sharp, { type Metadata, type Region, type Sharp } from 'sharp';
import { type ImageFormat, partOf } from './image-request.ts';

export interface RenderedImage {
  readonly bytes: Buffer;
  readonly type: 'image/avif' | 'image/webp' | 'image/png' | 'image/jpeg';
}

/** A picture of more pixels than this is not opened: unpacked it could fill the memory. */
const MOST_PIXELS = 50_000_000;
const POINTS_PER_INCH = 72;
const SHARPEST_VECTOR = 2400;

/**
 * A picture in this width. Bitmaps are never enlarged, vectors are drawn at the size asked for.
 * @throws when the bytes are no picture, or one with more than 50 million pixels.
 */
export async function renderImage(
  original: Uint8Array,
  { width, format, crop }: { readonly width: number; readonly format: ImageFormat; readonly crop?: string },
): Promise<RenderedImage> {
  const limits = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const;
  const facts = await sharp(original, limits).metadata();
  const isVector = facts.format === 'svg';
  const part = crop === undefined ? undefined : partOf(crop);
  const input = isVector ? { ...limits, density: densityFor(facts, width / (part?.w ?? 1)) } : limits;
  const whole = sharp(original, input).rotate();
  const cut = part
    ? whole.extract(pixelsOf(part, (await sharp(original, input).metadata()).autoOrient))
    : whole;
  return encode(cut.resize({ width, withoutEnlargement: !isVector }), facts, format);
}

function pixelsOf(
  { x, y, w, h }: ReturnType<typeof partOf>,
  { width, height }: { readonly width: number; readonly height: number },
): Region {
  const left = Math.min(Math.round(x * width), width - 1);
  const top = Math.min(Math.round(y * height), height - 1);
  return {
    left,
    top,
    width: Math.min(Math.max(1, Math.round(w * width)), width - left),
    height: Math.min(Math.max(1, Math.round(h * height)), height - top),
  };
}

async function encode(picture: Sharp, facts: Metadata, format: ImageFormat): Promise<RenderedImage> {
  if (format === 'avif')
    return { bytes: await picture.avif({ quality: 55, effort: 2 }).toBuffer(), type: 'image/avif' };
  if (format === 'webp')
    return { bytes: await picture.webp({ quality: 78, effort: 3 }).toBuffer(), type: 'image/webp' };
  return facts.hasAlpha
    ? { bytes: await picture.png({ compressionLevel: 9, palette: true }).toBuffer(), type: 'image/png' }
    : { bytes: await picture.jpeg({ quality: 80, mozjpeg: true }).toBuffer(), type: 'image/jpeg' };
}

function densityFor({ width: drawn = 0 }: Metadata, width: number): number {
  if (drawn === 0) return POINTS_PER_INCH;
  return Math.min(SHARPEST_VECTOR, Math.max(1, Math.ceil((POINTS_PER_INCH * width) / drawn)));
}
