import { type PlainErrorAnswer, plainErrorPage } from './error-page.ts';
import { requestIdOf } from './request-log.ts';

const SHAPE = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;
let known: string | undefined;

/** Whether a `Host` header names a host: a name or an address, and perhaps a port. */
export function isHost(host: string): boolean {
  if (host === known) return true;
  const is = SHAPE.test(host) && URL.canParse(`http://${host}/`);
  if (is) known = host;
  return is;
}

/** The answer to a request whose `Host` is none. */
export function noSuchHost(https: boolean, requestId = requestIdOf(null)): PlainErrorAnswer {
  return plainErrorPage({ status: 400, reason: 'This request names no host.', requestId, https });
}
