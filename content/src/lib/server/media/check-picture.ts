import sharp from 'sharp';
import { picturesInside, svgProblem } from './check-svg.ts';
import { type MediaMime, mediaFormats } from './media-formats.ts';
import { pictureEnd } from './picture-end.ts';
import { hidesDocument, secondFace } from './second-face.ts';

export type CheckedPicture =
  | {
      readonly kind: 'picture';
      /** As it is seen: turned as the camera says. */
      readonly width: number;
      readonly height: number;
      /** The file is kept up to here. */
      readonly end: number;
    }
  | { readonly kind: 'refused'; readonly message: string };

/** The image address opens no more than this either. */
const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 30_000;
const PATIENCE_SECONDS = 20;
const FORMATS: Readonly<Record<string, MediaMime>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  heif: 'image/avif',
};

/** Reads a picture to its end, so that only what can be shown comes in. `name` is for sentences. */
export async function checkPicture(bytes: Buffer, mime: MediaMime, name: string): Promise<CheckedPicture> {
  const refused = (why: string) => ({ kind: 'refused', message: `"${name}" ${why}` }) as const;
  const damaged = `is damaged: it cannot be read as ${mediaFormats[mime].name} to its end. Save it again with a program for pictures.`;
  const drawing = mime === 'image/svg+xml' ? svgProblem(bytes) : undefined;
  if (drawing) return refused(`${drawing}.`);
  const end = pictureEnd(bytes, mime);
  if (end === undefined) return refused(damaged);
  const second = hidesDocument(bytes) ? 'a document' : secondFace(bytes.subarray(end));
  if (second) return refused(`is a picture and also ${second}. Save it again with a program for pictures.`);
  const picture = bytes.subarray(0, end);
  try {
    // The header only: nothing is unpacked before its size is known.
    const facts = await sharp(picture, { limitInputPixels: false }).metadata();
    if (FORMATS[facts.format] !== mime) return refused(damaged);
    const { width, height } = facts.autoOrient;
    const inside = mime === 'image/svg+xml' ? await pixelsInside(picture) : 0;
    const tooLarge = sizeProblem({ width, height, inside });
    if (tooLarge) return refused(tooLarge);
    await sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .resize(32, 32, { fit: 'inside' })
      .timeout({ seconds: PATIENCE_SECONDS })
      .raw()
      .toBuffer();
    return { kind: 'picture', width, height, end };
  } catch {
    return refused(damaged);
  }
}

function sizeProblem({ width, height, inside }: { width: number; height: number; inside: number }) {
  const advice = 'Make it smaller and upload it again.';
  if (Math.max(width, height) > LONGEST_SIDE)
    return `is ${width} × ${height} pixels. Expected at most ${LONGEST_SIDE} on a side. ${advice}`;
  if (width * height > MOST_PIXELS || inside > MOST_PIXELS)
    return `has ${Math.round(Math.max(width * height, inside) / 1e6)} million pixels. Expected at most ${MOST_PIXELS / 1e6} million. ${advice}`;
  return undefined;
}

async function pixelsInside(svg: Buffer): Promise<number> {
  const sizes = await Promise.all(
    picturesInside(svg).map(async (picture) => {
      const { width, height } = await sharp(picture, { limitInputPixels: false }).metadata();
      return width * height;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
