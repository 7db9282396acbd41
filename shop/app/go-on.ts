import { type Notice, noticeCookie } from '@vitrine/data-actions/server';

/** Sends a browser on to a page of the shop, where something is said once. */
export function goOn(
  location: string,
  notice: Notice,
  cookies: readonly string[],
  secure: boolean,
): Response {
  const headers = new Headers({ location, 'cache-control': 'private, no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  headers.append('set-cookie', noticeCookie(notice, { secure }));
  return new Response(null, { status: 303, headers });
}
