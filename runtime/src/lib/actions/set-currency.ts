import { BodyProblem, isLocalPath, isSameOrigin, readForm } from '@vitrine/data-actions/server';
import type { RuntimeChannel } from '../channel.ts';
import { writeCookie } from '../visitor/cookie.ts';
import { cookieNames } from '../visitor/visitor.ts';

/** Where a form posts the visitor's currency: field `currency`, optionally `_from` for the page to go back to. */
export const currencyAction = '/_actions/session.set-currency';

const A_YEAR = 365 * 24 * 3600;

/** Remembers in which of the channel's currencies the visitor sees prices. It is a matter of this browser: no engine is asked. */
export async function setCurrency(
  request: Request,
  { channel, https }: { readonly channel: RuntimeChannel; readonly https: boolean },
): Promise<Response> {
  if (request.method !== 'POST') return refused(405, 'A change is posted.');
  if (!isSameOrigin(request)) return refused(403, 'Forms are taken from pages of this shop only.');
  const form = await readForm(request).catch(problemOf);
  if (form instanceof BodyProblem) return refused(form.status, form.message);
  const { currency } = form;
  if (typeof currency !== 'string' || !channel.currencies.includes(currency))
    return refused(400, `Expected "currency" to be one of ${channel.currencies.join(', ')}.`);
  return new Response(null, {
    status: 303,
    headers: {
      location: placeBefore(request, form._from),
      'cache-control': 'private, no-store',
      'set-cookie': writeCookie(cookieNames.currency, currency, { maxAge: A_YEAR, secure: https }),
    },
  });
}

function problemOf(error: unknown): BodyProblem {
  if (error instanceof BodyProblem) return error;
  throw error;
}

function placeBefore(request: Request, from: unknown): string {
  if (typeof from === 'string' && isLocalPath(from)) return from;
  const referer = request.headers.get('referer');
  if (referer === null || !URL.canParse(referer)) return '/';
  const { host, pathname, search } = new URL(referer);
  const own = request.headers.get('host') ?? new URL(request.url).host;
  return host === own && isLocalPath(pathname) ? pathname + search : '/';
}

function refused(status: number, reason: string): Response {
  return new Response(`${reason}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
