import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** Where browsers connect to. */
const ROOMS_PATH = '/editor/rooms';

export function isForRooms({ url = '' }: IncomingMessage): boolean {
  return url.split('?', 1)[0] === ROOMS_PATH;
}

/**
 * Whether a page of this shop asks. Browsers let any site open a WebSocket and send the cookies along; only the origin tells who it
 * was, so one who does not tell is not let in.
 */
export function isFromHere({ headers }: IncomingMessage, publicUrl?: string): boolean {
  const origin = URL.parse(headers.origin ?? '');
  if (!origin) return false;
  return (
    origin.host === headers.host ||
    (publicUrl !== undefined && origin.origin === URL.parse(publicUrl)?.origin)
  );
}

/** The request as the web knows it, without a body. */
export function toRequest({ headers, url }: IncomingMessage): Request {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as [string, string]],
  );
  return new Request(new URL(url ?? '/', 'http://rooms.invalid'), { headers: entries });
}

/** Answers an upgrade with a status and a sentence instead. */
export function refuseUpgrade(socket: Duplex, status: number, sentence: string): void {
  const body = `${sentence}\n`;
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Connection: close',
      'Content-Type: text/plain; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}
