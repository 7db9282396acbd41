import { isSameOrigin } from '@vitrine/data-actions/server';
import { applicationPage, type WindowAssets } from './application-page.ts';
import { askToSignIn, type StaffMember, staffToken } from './staff-session.ts';

/** The back office of this shop, as its routes answer for it. */
export interface SiteOffice {
  /** Its page; who is not signed in is sent to do so. */
  page(request: Request): Promise<Response>;
  /** The admin API, for whoever the staff cookie says. `from` is the caller's network address. */
  api(request: Request, from: string): Promise<Response>;
}

const OWN = '/office/api/';

/** What of a request the API is to see: nothing that a browser adds by itself, such as cookies. */
const HANDED_ON = ['accept', 'content-type', 'content-length', 'idempotency-key'];

export function openOffice({
  assets,
  staffOf,
  api,
  secure,
}: {
  readonly assets: WindowAssets;
  readonly staffOf: (request: Request) => Promise<StaffMember | undefined>;
  readonly api: (request: Request, from: string) => Promise<Response>;
  readonly secure: boolean;
}): SiteOffice {
  return {
    async page(request) {
      if (!(await staffOf(request))) return askToSignIn(request);
      return applicationPage(assets, { id: 'office', title: 'Back office', https: secure });
    },
    async api(request, from) {
      if (!comesFromOffice(request)) return refuse();
      return api(withToken(request), from);
    },
  };
}

/** Cookies come along with whatever another site sends, so only the shop's own pages may ask, for reading too. */
function comesFromOffice(request: Request): boolean {
  if (isSameOrigin(request)) return true;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  // Older browsers say nothing of themselves when they read, and other sites cannot see what they get.
  return isRead && !request.headers.has('sec-fetch-site') && !request.headers.has('origin');
}

function withToken(request: Request): Request {
  const url = new URL(request.url);
  url.pathname = `/api/admin/v1/${url.pathname.slice(OWN.length)}`;
  const headers = new Headers();
  for (const name of HANDED_ON) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const token = staffToken(request);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  const { method, body, signal } = request;
  return new Request(url, { method, headers, body, signal, ...(body && { duplex: 'half' }) });
}

function refuse(): Response {
  const problem = {
    type: 'about:blank',
    title: 'Not allowed',
    status: 403,
    code: 'other_site',
    detail: 'Only the back office itself may ask here. Programs use /api/admin/v1 with a token.',
  };
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return new Response(JSON.stringify(problem), { status: 403, headers });
}
