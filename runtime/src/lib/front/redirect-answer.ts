import { securityHeaders } from '../headers/security-headers.ts';
import type { Answer } from '../respond.ts';
import type { Visit } from '../stages.ts';

export interface Redirection {
  readonly status: number;
  readonly location: string;
}

/** Where a page has moved is the same for everyone; the query is this visitor's. */
export function redirectAnswer(
  made: Redirection,
  { url }: Pick<Visit, 'url'>,
  options: { readonly https: boolean },
): Answer {
  const { status } = made;
  const [, address = '', fragment = ''] = /^([^#]*)(#.*)?$/.exec(made.location) ?? [];
  const isLocal = address.startsWith('/') && !address.includes('?');
  const location = isLocal ? address + url.search + fragment : made.location;
  const keep = status === 301 || status === 308 ? 'public, max-age=300' : 'private, no-store';
  const headers = ['location', location, 'cache-control', keep, 'content-length', '0'];
  return { status, headers: [...headers, ...securityHeaders(options)], body: undefined };
}
