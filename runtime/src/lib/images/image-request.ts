/** Widths pictures are made in, in pixels. Others are refused, so that nobody can fill the disk with sizes. */
export const imageWidths = [160, 320, 480, 640, 960, 1280, 1920] as const;

export type ImageFormat = 'avif' | 'webp' | 'original';

export interface ImageRequest {
  readonly kind: 'image';
  readonly width: number;
  readonly src: string;
  readonly format: ImageFormat;
  /** A part of the picture: left, top, width and height in thousandths of the whole, joined by dots. */
  readonly crop?: string;
  /** The file behind the path that is meant. */
  readonly revision?: string;
}

const ADDRESS = /^\/_image\/(\d{1,5})\/(.+)$/;
const SEGMENT = /^[\p{L}\p{N}_][\p{L}\p{N}_.@-]*$/u;
const CROP = /^(0|[1-9]\d{0,3})(\.(0|[1-9]\d{0,3})){3}$/;
const LONGEST_SRC = 300;

/** AVIF takes a second on large pictures; from this width on WebP is made instead. */
const WIDEST_AVIF = 640;

/** Reads `/_image/<width>/<src>?crop=<crop>&v=<revision>`; what is not right about it is said in a sentence. */
export function readImageRequest(
  { pathname, searchParams }: URL,
  accept: string,
): ImageRequest | { readonly kind: 'refused'; readonly reason: string } {
  const [, width, encoded] = ADDRESS.exec(pathname) ?? [];
  if (width === undefined || encoded === undefined)
    return refused('Expected /_image/<width>/<path of the picture>.');
  if (!imageWidths.some((allowed) => allowed === Number(width)))
    return refused(`Width ${width} is not made. Widths: ${imageWidths.join(', ')}.`);
  const src = decodedPath(encoded);
  if (src === undefined || src.length > LONGEST_SRC || !src.split('/').every((part) => SEGMENT.test(part)))
    return refused('The path of the picture has parts that are not allowed.');
  const crop = searchParams.get('crop') ?? undefined;
  if (crop !== undefined && !isCrop(crop))
    return refused(
      'A crop is left.top.width.height in thousandths of the picture, for example 0.250.1000.500.',
    );
  const revision = searchParams.get('v') ?? undefined;
  const format = formatFor(accept, Number(width));
  return { kind: 'image', width: Number(width), src, format, crop, revision };
}

/** The part of a picture that is asked for, as fractions of its width and height. */
export function partOf(crop: string): { x: number; y: number; w: number; h: number } {
  const [x = 0, y = 0, w = 1, h = 1] = crop.split('.').map((value) => Number(value) / 1000);
  return { x, y, w, h };
}

function isCrop(text: string): boolean {
  if (!CROP.test(text)) return false;
  const { x, y, w, h } = partOf(text);
  return w > 0 && h > 0 && Math.round((x + w) * 1000) <= 1000 && Math.round((y + h) * 1000) <= 1000;
}

function formatFor(accept: string, width: number): ImageFormat {
  if (takes(accept, 'image/avif') && width <= WIDEST_AVIF) return 'avif';
  return takes(accept, 'image/webp') || takes(accept, 'image/avif') ? 'webp' : 'original';
}

// A type with `q=0` is one the browser does not want.
function takes(accept: string, type: string): boolean {
  return accept.split(',').some((range) => {
    const [name, ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return name === type && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

function decodedPath(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded).normalize('NFC');
  } catch {
    return undefined;
  }
}

function refused(reason: string): { kind: 'refused'; reason: string } {
  return { kind: 'refused', reason };
}
