import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import { lookupPublic, requirePublicHost } from './public-address.ts';

/** How a message leaves. The global `fetch` is one. */
export type WebhookFetch = (
  url: string,
  request: {
    readonly method: 'POST';
    readonly headers: Record<string, string>;
    readonly body: string;
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
) => Promise<{ readonly status: number; readonly body: ReadableStream<Uint8Array> | null }>;

/**
 * Sends over a connection of its own, follows no redirect and, unless private addresses are allowed, connects to public ones
 * only. Not the global `fetch`: that one resolves names by itself, so that a name could be checked as one address and
 * connected to as another.
 */
export function createWebhookFetch({ allowPrivate }: { readonly allowPrivate: boolean }): WebhookFetch {
  return async (address, { method, headers, body, signal }) => {
    const url = new URL(address);
    if (!allowPrivate) requirePublicHost(url);
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    const length = String(Buffer.byteLength(body));
    return new Promise((resolve, reject) => {
      const outgoing = request(
        url,
        {
          method,
          headers: { ...headers, 'content-length': length },
          agent: false,
          signal,
          ...(!allowPrivate && { lookup: lookupPublic }),
        },
        (incoming) =>
          resolve({
            status: incoming.statusCode ?? 0,
            body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>,
          }),
      );
      outgoing.once('error', reject);
      outgoing.end(body);
    });
  };
}
