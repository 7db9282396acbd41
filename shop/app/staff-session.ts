import type { Actor } from '@vitrine/commerce-engine/client';

export type StaffMember = Extract<Actor, { kind: 'staff' }>;

const name = 'vt_staff';

/** The staff session's cookie: for this site only, out of reach of scripts. */
export function staffCookie(token: string, options: { secure: boolean; expires: Date }): string {
  const secure = options.secure ? '; Secure' : '';
  return `${name}=${encodeURIComponent(token)}; Path=/; HttpOnly; SameSite=Lax; Expires=${options.expires.toUTCString()}${secure}`;
}

/** The token in a request's cookies, when there is one. */
export function staffToken(request: Pick<Request, 'headers'>): string | undefined {
  const found = /(?:^|;\s*)vt_staff=([^;]*)/.exec(request.headers.get('cookie') ?? '')?.[1];
  if (!found) return undefined;
  try {
    return decodeURIComponent(found);
  } catch {
    return undefined;
  }
}

/** Where to go after signing in: the staff's own page, or a path of this shop that was asked for; never another site. */
export function safeTarget(request: Request): string {
  const asked = new URL(request.url).searchParams.get('to');
  if (asked === null) return '/sign-in';
  const here = 'http://shop.invalid';
  const to = URL.parse(asked, here);
  // Two slashes at the beginning would name a host.
  if (to?.origin !== here || to.pathname.startsWith('//')) return '/';
  return to.pathname + to.search;
}

/** Sends whoever is not signed in to do so, and back here afterwards. */
export function askToSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const location = `/sign-in?to=${encodeURIComponent(pathname + search)}`;
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'private, no-store' } });
}
