import { request } from 'node:http';
import { shopUrl } from './visitor.ts';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
  readonly text: string;
}

/**
 * One request with exactly this target and these headers: browsers and `fetch` tidy both before they send them, those who mean
 * harm do not. Not decoded, redirects are not followed.
 */
export function rawRequest(
  target: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(shopUrl());
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: hostname,
        port,
        path: target,
        method,
        agent: false,
        headers: {
          ...headers,
          ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', reject);
        response.once('end', () => {
          const whole = Buffer.concat(parts);
          const { 'set-cookie': cookies = [], ...rest } = response.headers;
          resolve({
            status: response.statusCode!,
            headers: rest as Record<string, string | undefined>,
            cookies,
            body: whole,
            text: whole.toString('utf8'),
          });
        });
      },
    );
    // A server that has refused a large body may close before all of it was sent; its answer is what counts.
    asked.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' || !asked.reusedSocket) reject(error);
    });
    asked.end(body);
  });
}
