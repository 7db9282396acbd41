import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { checkKey, type MediaStorage } from './media-storage.ts';
import { readListing, readProblem } from './s3-answer.ts';

export interface S3Options {
  /** Address of the service, for example `https://s3.eu-central-1.amazonaws.com`; the bucket becomes the first part of the path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly keyId: string;
  /** Never part of a message or a log. */
  readonly secret: string;
  /** Milliseconds until the service must have begun to answer. Default 30,000; a file being sent has ten times as long. */
  readonly patience?: number;
}

const TRIES = 3;

/** Media files in a bucket of a service that speaks S3. The bucket exists and is not public: only the shop reads it. */
export function createS3Storage(options: S3Options): MediaStorage {
  const { bucket, patience = 30_000 } = options;
  const root = `${options.endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}`;
  const client = new AwsClient({
    accessKeyId: options.keyId,
    secretAccessKey: options.secret,
    region: options.region,
    service: 's3',
  });
  const address = (key: string) => {
    checkKey(key);
    return `${root}/${key}`;
  };

  async function send(what: string, url: string, init: RequestInit & { tries?: number }): Promise<Response> {
    const { tries = TRIES, ...rest } = init;
    const limit = rest.body ? patience * 10 : patience;
    for (let attempt = 1; ; attempt++) {
      const isLast = attempt >= tries;
      try {
        const request = await client.sign(url, { ...rest, signal: AbortSignal.timeout(limit) });
        const answer = await fetch(request);
        if (answer.status < 500 || isLast) return answer;
        await answer.body?.cancel();
      } catch (error) {
        if (isLast) throw new Error(unreachable(what, error), { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
    }
  }

  function unreachable(what: string, error: unknown): string {
    const { cause, name, message } = error as Error;
    const reason =
      (cause as { code?: string } | undefined)?.code ??
      (name === 'TimeoutError' ? 'no answer in time' : message);
    return `The media storage at ${root} could not be asked to ${what}: ${reason}. Check MEDIA_ENDPOINT and the network.`;
  }

  async function refused(what: string, answer: Response): Promise<Error> {
    return refusal(what, answer.status, readProblem(await answer.text()));
  }

  function refusal(what: string, status: number, problem: string): Error {
    return new Error(
      `The media storage at ${root} refused to ${what}: ${status} ${problem}. Check MEDIA_BUCKET, MEDIA_REGION, MEDIA_KEY_ID and MEDIA_SECRET.`,
    );
  }

  return {
    async put(key, body, { bytes, mime }) {
      // Without a length the client would send it in chunks, which S3 does not take; a stream cannot be sent a second time.
      const answer = await send(`keep "${key}"`, address(key), {
        method: 'PUT',
        headers: { 'content-type': mime, 'content-length': String(bytes) },
        body:
          bytes === 0 ? new Uint8Array(0) : (Readable.toWeb(exactly(body, { key, bytes })) as ReadableStream),
        tries: 1,
      });
      if (!answer.ok) throw await refused(`keep "${key}"`, answer);
      await answer.body?.cancel();
    },
    async open(key, range) {
      const headers = range && { range: `bytes=${range.from}-${range.to}` };
      const answer = await send(`read "${key}"`, address(key), { headers });
      if (answer.ok && answer.body) return Readable.fromWeb(answer.body as NodeStream);
      // A bucket that is not there answers 404 too.
      const problem = readProblem(await answer.text());
      if (answer.status === 404 && !problem.startsWith('NoSuchBucket')) return undefined;
      throw refusal(`read "${key}"`, answer.status, problem);
    },
    async has(key) {
      const answer = await send(`look for "${key}"`, address(key), { method: 'HEAD' });
      if (answer.status === 404) return false;
      if (!answer.ok) throw await refused(`look for "${key}"`, answer);
      return true;
    },
    async remove(key) {
      const answer = await send(`remove "${key}"`, address(key), { method: 'DELETE' });
      if (!answer.ok && answer.status !== 404) throw await refused(`remove "${key}"`, answer);
      await answer.body?.cancel();
    },
    async *list(prefix) {
      let after: string | undefined;
      do {
        const query = new URLSearchParams({ 'list-type': '2', prefix });
        if (after) query.set('continuation-token', after);
        const answer = await send('list its files', `${root}?${query}`, {});
        if (!answer.ok) throw await refused('list its files', answer);
        const page = readListing(await answer.text());
        yield* page.files;
        after = page.next;
      } while (after);
    },
  };
}

// A request that is longer or shorter than it said would be cut or hang; this breaks it with the reason.
function exactly(body: Readable, { key, bytes }: { key: string; bytes: number }): Readable {
  return Readable.from(
    (async function* () {
      let length = 0;
      for await (const chunk of body as AsyncIterable<Buffer>) {
        length += chunk.length;
        if (length > bytes) break;
        yield chunk;
      }
      if (length !== bytes)
        throw new Error(`Expected ${bytes} bytes for "${key}", came ${length > bytes ? 'more' : length}.`);
    })(),
    { objectMode: false },
  );
}
