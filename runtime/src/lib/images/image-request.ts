/** Widths pictures are made in, in pixels. Others are refused, so that nobody can fill the disk with sizes. */
export const imageWidths = [160, 320, 480, 640, 960, 1280, 1920] as const;

export type ImageFormat = 'avif' | 'webp' | 'original';

export interface ImageRequest {
  readonly kind: 'image';
  readonly width: number;
  readonly src: string;
  readonly format: ImageFormat;
}

const ADDRESS = /^\/_image\/(\d{1,5})\/(.+)$/;
const SEGMENT = /^[\p{L}\p{N}_][\p{L}\p{N}_.@-]*$/u;
const LONGEST_SRC = 300;

/** AVIF takes a second on large pictures; from this width on WebP is made instead. */
const WIDEST_AVIF = 640;

/** Reads `/_image/<width>/<src>`; what is not right about it is said in a sentence. */
export function readImageRequest(
  pathname: string,
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
  return { kind: 'image', width: Number(width), src, format: formatFor(accept, Number(width)) };
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
