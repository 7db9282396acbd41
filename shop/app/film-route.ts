import { Readable } from 'node:stream';
import type { MediaShelf } from '@vitrine/content/server';

/** Answers `GET /_media/…`: films of the media library, whole or the part a player asks for. */
export function createFilmRoute(shelf: MediaShelf): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return plain(405, 'Films are read with GET.', { allow: 'GET, HEAD' });
    const { pathname, searchParams } = new URL(request.url);
    const src = decoded(pathname);
    const film = src === undefined ? undefined : await shelf.film(src);
    if (!film) return plain(404, 'There is no such film.');
    const isNamed = searchParams.get('v') === film.revision;
    const etag = `"${film.revision}-${film.bytes}"`;
    const headers: Record<string, string> = {
      'accept-ranges': 'bytes',
      'cache-control': isNamed
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=60, stale-while-revalidate=3600',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': film.mime,
      'x-content-type-options': 'nosniff',
      etag,
    };
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
    const range = rangeOf(request, { bytes: film.bytes, etag });
    if (range === 'outside')
      return plain(416, 'The film is shorter than that.', { 'content-range': `bytes */${film.bytes}` });
    headers['content-length'] = String(range ? range.to - range.from + 1 : film.bytes);
    if (range) headers['content-range'] = `bytes ${range.from}-${range.to}/${film.bytes}`;
    const init = { status: range ? 206 : 200, headers };
    if (request.method === 'HEAD') return new Response(null, init);
    const body = await film.open(range);
    return body
      ? new Response(Readable.toWeb(body) as ReadableStream, init)
      : plain(404, 'There is no such film.');
  };
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname).normalize('NFC');
  } catch {
    return undefined;
  }
}

// One range only: players ask for no more, and many small ones would be work without end.
function rangeOf(request: Request, { bytes, etag }: { bytes: number; etag: string }) {
  const condition = request.headers.get('if-range');
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('range') ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  if (condition !== null && condition !== etag) return undefined;
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  return from > to || from >= bytes ? 'outside' : { from, to };
}

function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}
