import { meaningOf } from './retry.rules.ts';
import type { WebhookFetch } from './webhook-fetch.ts';
import { signedHeaders, signingNumbers, webhookSecretOf } from './webhook-secret.ts';

/** One event for one endpoint, with what is needed to send it. */
export interface Message {
  readonly endpointId: string;
  readonly url: string;
  readonly rotatedAt: readonly Date[];
  readonly eventId: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly eventAt: Date;
}

export interface SendOutcome {
  readonly kind: 'taken' | 'gone' | 'failed';
  /** Null = no answer came. */
  readonly status: number | null;
  /** The beginning of the answer, or why none came. */
  readonly answer: string;
}

export interface Sender {
  readonly fetch: WebhookFetch;
  /** Milliseconds an endpoint has for its whole answer. */
  readonly timeout: number;
  /** The shop's. */
  readonly secret: string;
  readonly clock: () => Date;
}

/** Bytes of an answer that are kept. */
const KEPT = 1024;

/** Sends a message once. Never throws: whatever goes wrong is the outcome. */
export async function sendMessage(sender: Sender, message: Message): Promise<SendOutcome> {
  const { fetch, timeout, secret, clock } = sender;
  const { endpointId, url, rotatedAt, eventId, kind, payload, eventAt } = message;
  const at = clock();
  const body = JSON.stringify({ type: kind, timestamp: eventAt.toISOString(), data: payload });
  const secrets = signingNumbers(rotatedAt, at).map((number) => webhookSecretOf(endpointId, number, secret));
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Vitrine-Webhooks/1',
        ...signedHeaders({ id: eventId, body, at }, secrets),
      },
      body,
      redirect: 'manual',
      signal,
    });
    const { status } = response;
    return { kind: meaningOf(status), status, answer: await beginningOf(response.body) };
  } catch (error) {
    const why = signal.aborted ? `No answer came within ${timeout / 1000} s.` : messageOf(error);
    return { kind: 'failed', status: null, answer: storable(why) };
  }
}

async function beginningOf(body: ReadableStream<Uint8Array> | null): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    while (length < KEPT) {
      const { value, done } = await reader.read();
      if (done) break;
      chunks.push(value);
      length += value.length;
    }
  } catch {
    // The status has come: what the rest would have said changes nothing.
  }
  reader.cancel().catch(() => {});
  return storable(new TextDecoder().decode(Buffer.concat(chunks).subarray(0, KEPT)));
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: unknown };
  // Node tells of several addresses that were tried by an error without words of its own.
  return error.message || (typeof code === 'string' ? code : error.name);
}

function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed().slice(0, KEPT);
}
