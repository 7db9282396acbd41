import { createHash } from 'node:crypto';
import { serverTiming } from '@vitrine/data-actions/server';
import { contentSecurityPolicy, securityHeaders } from '../headers/security-headers.ts';
import { makePage, type PageRouteOptions } from '../page-route.ts';
import type { Answer } from '../respond.ts';
import type { Visit } from '../stages.ts';
import { pageObject } from './page-object.ts';
import type { StaffView } from './staff-door.ts';
import { TRACE_CSS, tracePage } from './trace-page.ts';

/** A page made anew, past the page cache, and shown from behind. `undefined` when the address leads elsewhere. */
export async function staffAnswer(
  view: Exclude<StaffView, 'preview'>,
  visit: Visit,
  options: PageRouteOptions,
): Promise<Answer | undefined> {
  const begun = options.clock.now();
  const made = await makePage(visit, { ...options, fragments: undefined });
  if (made.kind === 'redirect') return undefined;
  const ms = options.clock.now() - begun;
  const [type, text] =
    view === 'trace'
      ? ['text/html; charset=utf-8', tracePage(made.run, ms, TRACE_CSS)]
      : ['application/json', JSON.stringify(pageObject(made.run, options.build), null, 2)];
  const body = Buffer.from(text);
  const styles = [createHash('sha256').update(TRACE_CSS).digest('base64')];
  return {
    status: 200,
    body,
    headers: [
      'content-type',
      type,
      'content-length',
      String(body.length),
      'cache-control',
      'private, no-store',
      'server-timing',
      serverTiming(made.run.trace),
      ...securityHeaders(options),
      'content-security-policy',
      contentSecurityPolicy({ https: options.https, trust: { kind: 'hashes', scripts: [], styles } }),
    ],
  };
}
