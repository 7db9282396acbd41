import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RuntimeChannel } from '../channel.ts';
import type { CachedPage, PageCache } from '../page-cache/page-cache.ts';
import { sendPage } from '../page-route.ts';
import type { Recipient } from '../respond.ts';
import type { ValueSigner } from '../visitor/signed-value.ts';
import { readVisitor } from '../visitor/visitor.ts';
import type { PageFront, PageFrontOptions } from './page-front.ts';
import { acceptsGzip, spellingOf } from './request-facts.ts';

export interface ServeCachedOptions {
  readonly front: PageFront;
  readonly page: PageFrontOptions;
  readonly cache: PageCache;
  readonly channelOf: (host: string) => RuntimeChannel;
  readonly signer: ValueSigner;
  readonly onServed?: (request: IncomingMessage, status: number, state: 'fresh' | 'stale') => void;
}

const STAFF_VIEW = /[?&]_/;
const HIT = ['server-timing', 'page;desc="kept"'];

/**
 * The way of a page that was asked for before with the same words: from node's request to node's response, with no object of the
 * web standards made in between. What it does not know goes the long way.
 */
export function createServeCached(
  options: ServeCachedOptions,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { cache, front, page } = options;
  return (request, response) => {
    const { method, url = '/', headers } = request;
    if ((method !== 'GET' && method !== 'HEAD') || url.startsWith('/_') || STAFF_VIEW.test(url)) return false;
    const visitor = readVisitor(headers.cookie, options.signer);
    const channel = options.channelOf(headers.host ?? '');
    const found = cache.findSpelled(spellingOf(channel, visitor, url));
    if (!found) return false;
    const { page: kept, state } = found;
    if (state === 'stale') front.renew(kept.visit, 'renewal');
    const ahead = headers['sec-purpose'] !== undefined;
    const gzip = acceptsGzip(headers['accept-encoding']);
    const notice = ahead ? undefined : visitor.notice;
    if (kept.answer.isConstant && !notice && headers['if-none-match'] === undefined) {
      const { headers: fields, body } = kept.answer.constant(gzip);
      response.writeHead(kept.answer.page.status, fields as string[]);
      response.end(body);
      options.onServed?.(request, kept.answer.page.status, state);
      return true;
    }
    const to = front.recipient(kept.visit, {
      visitor,
      acceptsGzip: gzip,
      ifNoneMatch: headers['if-none-match'],
      notice,
    });
    send(kept, to).then(
      (status) => options.onServed?.(request, status, state),
      (error: unknown) => {
        page.onError(error, 'kept page');
        response.destroy();
      },
    );
    return true;

    async function send({ answer }: CachedPage, recipient: Recipient): Promise<number> {
      const sent = front.finish(await sendPage(answer, recipient, page), recipient, state);
      response.writeHead(sent.status, [...sent.headers, ...HIT]);
      response.end(Buffer.isBuffer(sent.body) ? sent.body : undefined);
      return sent.status;
    }
  };
}
