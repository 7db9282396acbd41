import { createHash } from 'node:crypto';
import { createImageFolder } from './image-folder.ts';
import { type ImageRequest, readImageRequest } from './image-request.ts';
import type { ImageSource, PictureFacts } from './image-source.ts';
import { type RenderedImage, renderImage } from './render-image.ts';
import { createWorkQueue } from './work-queue.ts';

export interface ImageRouteOptions {
  readonly source: ImageSource;
  /** Folder for finished pictures; may be deleted at any time. */
  readonly folder: string;
  /** Pictures made at once. Default 2. */
  readonly atOnce?: number;
  /** Told about originals that are no pictures and about a disk that cannot be written. */
  readonly onProblem?: (problem: { readonly src: string; readonly error: unknown }) => void;
}

const EXTENSIONS = {
  'image/avif': 'avif',
  'image/webp': 'webp',
  'image/png': 'png',
  'image/jpeg': 'jpg',
} as const;
const FOREVER = 'public, max-age=31536000, immutable';
/** For an address behind which another file may be tomorrow: a browser shows what it has once more and asks meanwhile. */
const FOR_NOW = 'public, max-age=60, stale-while-revalidate=3600';
const WAITING = 400;

/** Answers `GET /_image/<width>/<src>` in the best format the browser takes. A picture is made once and then read from disk. */
export function createImageRoute(options: ImageRouteOptions): (request: Request) => Promise<Response> {
  const folder = createImageFolder(options.folder);
  const queue = createWorkQueue({ atOnce: options.atOnce ?? 2, waiting: WAITING });
  const underway = new Map<string, Promise<RenderedImage | 'missing' | 'busy' | 'broken'>>();

  async function kept(name: string, type: RenderedImage['type']): Promise<RenderedImage | undefined> {
    const bytes = await folder.read(`${name}.${EXTENSIONS[type]}`);
    return bytes && { bytes, type };
  }

  async function find(name: string, wanted: ImageRequest): Promise<RenderedImage | undefined> {
    if (wanted.format !== 'original') return kept(name, `image/${wanted.format}`);
    return (await kept(name, 'image/jpeg')) ?? kept(name, 'image/png');
  }

  async function make(
    name: string,
    wanted: ImageRequest,
  ): Promise<RenderedImage | 'missing' | 'busy' | 'broken'> {
    const found = await find(name, wanted);
    if (found) return found;
    const original = await options.source.open(wanted.src);
    if (!original) return 'missing';
    const work = queue.run(() => renderImage(original, wanted));
    if (!work) return 'busy';
    try {
      const image = await work;
      // The picture is served even when the disk is full; it is made again next time.
      await folder.write(`${name}.${EXTENSIONS[image.type]}`, image.bytes).catch((error: unknown) => {
        options.onProblem?.({ src: wanted.src, error });
      });
      return image;
    } catch (error) {
      options.onProblem?.({ src: wanted.src, error });
      return 'broken';
    }
  }

  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return plain(405, 'Pictures are read with GET.', { allow: 'GET, HEAD' });
    const asked = readImageRequest(new URL(request.url), request.headers.get('accept') ?? '');
    if (asked.kind === 'refused') return plain(400, asked.reason);
    const facts = await options.source.look?.(asked.src);
    const wanted = settled(asked, facts);
    const name = renditionName(wanted, options.source.version ?? '');
    const etag = `"${name}-${wanted.format}"`;
    const isLasting = !facts || (asked.revision === facts.revision && asked.crop === wanted.crop);
    const headers = { 'cache-control': isLasting ? FOREVER : FOR_NOW, vary: 'accept', etag };
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });

    let making = underway.get(name);
    if (!making) {
      making = make(name, wanted).finally(() => underway.delete(name));
      underway.set(name, making);
    }
    const image = await making;
    if (image === 'missing') return plain(404, 'There is no such picture.');
    if (image === 'broken') return plain(404, 'This picture cannot be read.');
    if (image === 'busy') return plain(503, 'Too many pictures are being made.', { 'retry-after': '2' });
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(image.bytes), {
      headers: { ...headers, 'content-type': image.type, 'content-length': String(image.bytes.length) },
    });
  };
}

// A part that nobody in the shop has chosen is not made; the whole picture stands in, and the page cuts it as well as it can.
function settled(asked: ImageRequest, facts: PictureFacts | undefined): ImageRequest {
  const crop = asked.crop !== undefined && facts?.crops.includes(asked.crop) ? asked.crop : undefined;
  return { ...asked, crop, revision: facts?.revision };
}

function renditionName({ src, width, format, crop, revision }: ImageRequest, version: string): string {
  return createHash('sha256')
    .update(
      JSON.stringify([src, width, format, version, ...(revision === undefined ? [] : [revision, crop])]),
    )
    .digest('hex')
    .slice(0, 40);
}

function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}
