import { ReadableStream } from 'node:stream/web';
import type { Answer } from '../respond.ts';

/** An answer as a web `Response`. */
export function toResponse({ status, headers, body }: Answer, { head = false } = {}): Response {
  const fields = new Headers();
  for (let i = 0; i < headers.length; i += 2) fields.append(headers[i] as string, headers[i + 1] as string);
  if (head || body === undefined) return new Response(null, { status, headers: fields });
  if (Buffer.isBuffer(body)) return new Response(body as Buffer<ArrayBuffer>, { status, headers: fields });
  return new Response(ReadableStream.from(body) as BodyInit, { status, headers: fields });
}
