import type { IncomingMessage, ServerResponse } from 'node:http';
import { EVERYONE } from '@vitrine/content';
import type { RuntimeChannel } from '../channel.ts';
import type { HeaderOf } from '../crowd/request-signs.ts';
import type { PageCache } from '../page-cache/page-cache.ts';
import { sendPage } from '../page-route.ts';
import type { Answer } from '../respond.ts';
import type { ValueSigner } from '../visitor/signed-value.ts';
import { readVisitor } from '../visitor/visitor.ts';
import type { PageFront, PageFrontOptions } from './page-front.ts';
import { recipientFor } from './recipient-for.ts';
import { acceptsGzip, spellingOf } from './request-facts.ts';
import { isHost, noSuchHost } from './request-host.ts';

/** What came of a request that was answered on the short way. */
export interface Served {
  readonly status: number;
  readonly from: 'fresh' | 'stale';
  readonly ms: number;
}

export interface ServeCachedOptions {
  readonly front: PageFront;
  readonly page: PageFrontOptions;
  readonly cache: PageCache;
  readonly channelOf: (host: string) => RuntimeChannel;
  readonly signer: ValueSigner;
  readonly onServed?: (request: IncomingMessage, served: Served) => void;
}

const STAFF_VIEW = /[?&]_/;
const nobody = { customerGroup: 'anyone' };
const HIT = ['server-timing', 'page;desc="kept"'];

/**
 * The way of a page that was asked for before with the same words: from node's request to node's response, with no object of the
 * web standards made in between. What it does not know goes the long way; what names no host goes nowhere, for a `Request` could
 * not even be made of it.
 */
export function createServeCached(
  options: ServeCachedOptions,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { cache, front, page } = options;
  return (request, response) => {
    const { method, url = '/', headers } = request;
    if (headers.host !== undefined && !isHost(headers.host)) {
      const { status, headers: fields, body } = noSuchHost(page.https);
      response.writeHead(status, fields as string[]);
      response.end(body);
      return true;
    }
    const header: HeaderOf = (name) => headers[name]?.toString();
    page.crowd.heard(header);
    if ((method !== 'GET' && method !== 'HEAD') || url.startsWith('/_') || STAFF_VIEW.test(url)) return false;
    const visitor = readVisitor(headers.cookie, options.signer);
    const channel = options.channelOf(headers.host ?? '');
    const { sessionId } = visitor.private;
    const shopper = sessionId === undefined ? nobody : page.shoppers.recall(sessionId);
    if (!shopper) return false;
    const { customerGroup } = shopper;
    const standing = page.crowd.isIdle
      ? undefined
      : page.crowd.standingOf({
          visitor,
          customerGroup,
          isSignedIn: sessionId !== undefined,
          host: headers.host ?? '',
          address: url,
          isHead: method === 'HEAD',
          header,
        });
    // Whoever is given a cookie is answered by the long way, and what no shared cache may keep is made there.
    if (standing?.arrival || (standing?.tellsArrival && page.sharedSeconds > 0)) return false;
    const audience = standing?.audience ?? EVERYONE;
    const found = cache.findSpelled(spellingOf(channel, visitor, { customerGroup, audience, address: url }));
    if (!found) return false;
    const begun = performance.now();
    const { page: kept, state } = found;
    const { page: shown } = kept.answer;
    if (standing && (page.crowd.isToBeNamed(standing, shown) || page.crowd.isTooEarly(standing, shown)))
      return false;
    if (state === 'stale') front.renew(kept.visit, 'renewal');
    const ahead = headers['sec-purpose'] !== undefined;
    const gzip = acceptsGzip(headers['accept-encoding']);
    const notice = ahead ? undefined : visitor.notice;
    if (kept.answer.isConstant && !notice && headers['if-none-match'] === undefined) {
      const { status, headers: fields, body } = kept.answer.constant(gzip);
      response.writeHead(status, fields as string[]);
      response.end(body);
      options.onServed?.(request, { status, from: state, ms: performance.now() - begun });
      if (standing) page.crowd.sent(kept.answer.page, standing);
      return true;
    }
    const facts = { visitor, ahead, acceptsGzip: gzip, ifNoneMatch: headers['if-none-match'] };
    const to = recipientFor(kept.visit, facts, page);
    const send = (answer: Answer) => {
      const { status, headers: fields, body } = front.finish(answer, to, state);
      response.writeHead(status, fields.concat(HIT));
      response.end(Buffer.isBuffer(body) ? body : undefined);
      options.onServed?.(request, { status, from: state, ms: performance.now() - begun });
      if (standing && status !== 303) page.crowd.sent(kept.answer.page, standing);
    };
    const answer = sendPage(kept.answer, to, page);
    if (!(answer instanceof Promise)) send(answer);
    else
      answer.then(send).catch((error: unknown) => {
        page.onError(error, 'kept page');
        response.destroy();
      });
    return true;
  };
}
