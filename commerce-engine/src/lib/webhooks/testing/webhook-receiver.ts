import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it came. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody else's server, on this machine. */
export interface WebhookReceiver {
  readonly url: string;
  readonly received: Received[];
  /** Statuses of the next answers; 0 = never answers. Afterwards 200. */
  answers: { readonly status: number; readonly text?: string; readonly headers?: Record<string, string> }[];
  /** Waits for this before it answers, and answers so when it is told. */
  before: (path: string) => Promise<{ readonly status: number } | undefined>;
  /** Forgets what came, and answers 200 again. */
  reset(): void;
  close(): Promise<void>;
}

export async function openWebhookReceiver(): Promise<WebhookReceiver> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      body += part;
    });
    request.on('end', async () => {
      receiver.received.push({ path: request.url ?? '', headers: request.headers, body });
      const queued = receiver.answers.shift() ?? { status: 200 };
      const {
        status,
        text = '',
        headers = {},
      } = { ...queued, ...(await receiver.before(request.url ?? '')) };
      if (status === 0) return;
      response.writeHead(status, headers);
      response.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    answers: [],
    before: async () => undefined,
    reset() {
      receiver.received.length = 0;
      receiver.answers = [];
      receiver.before = async () => undefined;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return receiver;
}

/** Standard Webhooks as a receiver checks it, written from the specification alone. */
export function isGenuine({ headers, body }: Received, secret: string, now: Date): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > 300) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
  return String(signatures)
    .split(' ')
    .some((each) => each === `v1,${expected}`);
}
