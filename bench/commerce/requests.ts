import http from 'node:http';
import { PRODUCTS, slugOf } from './catalogue.ts';

export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly text: string;
}

export type Send = (
  method: string,
  path: string,
  options?: { readonly headers?: Record<string, string>; readonly body?: unknown },
) => Promise<Answer>;

/** A client that keeps its connections, as a shop's own servers would. */
export function requester(base: string): { readonly send: Send; close(): void } {
  const { hostname, port } = new URL(base);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 128 });
  const send: Send = (method, path, { headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const sent = body === undefined ? undefined : JSON.stringify(body);
      const request = http.request(
        {
          hostname,
          port,
          method,
          path,
          agent,
          headers: {
            ...headers,
            ...(sent !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(sent),
            }),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(parts).toString();
            let json: unknown;
            try {
              json = JSON.parse(text);
            } catch {
              json = undefined;
            }
            resolve({ status: response.statusCode ?? 0, json, text });
          });
        },
      );
      request.on('error', reject);
      request.end(sent);
    });
  return { send, close: () => agent.destroy() };
}

/** Ids of all variants in the order of the catalogue. */
export async function variantIds(send: Send): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < PRODUCTS; at += 50) {
    const slugs = Array.from({ length: 50 }, (_, n) => `slug=${slugOf(at + n)}`).join('&');
    const { json } = await send(
      'GET',
      `/api/store/v1/products?channel=online&locale=en&currency=EUR&${slugs}`,
    );
    for (const { variants } of (json as { items: { variants: { id: string }[] }[] }).items)
      ids.push(...variants.map(({ id }) => id));
  }
  return ids;
}
