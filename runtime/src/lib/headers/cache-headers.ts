/** What decides who may keep an answer. Module code has no say in it. */
export interface CacheFacts {
  /** The answer has something personal in it, sets a cookie, is a preview or answers anything but GET and HEAD. */
  readonly personal: boolean;
  readonly status: number;
  /** Shared dimensions the answer was made for. */
  readonly contexts: readonly string[];
  /** Something failed or was late: nobody should keep this. */
  readonly incomplete: boolean;
  /** Seconds a shared cache between us and the shopper may keep a page without asking. 0 = it always asks. */
  readonly sharedSeconds: number;
}

export interface CacheHeaders {
  readonly cacheControl: string;
  readonly vary: string;
}

/** Currency, group and audience are told by cookies. */
const FROM_COOKIES: ReadonlySet<string> = new Set(['currency', 'customerGroup', 'audience']);

/**
 * Browsers ask again each time (a tag can be dropped at any moment) and are answered 304. What is personal, incomplete or
 * a server error is kept by nobody.
 */
export function cacheHeaders(facts: CacheFacts): CacheHeaders {
  const vary = facts.contexts.some((dimension) => FROM_COOKIES.has(dimension))
    ? 'accept-encoding, cookie'
    : 'accept-encoding';
  if (facts.personal || facts.incomplete || facts.status >= 500)
    return { cacheControl: 'private, no-store', vary };
  const shared = facts.sharedSeconds > 0 ? `, s-maxage=${facts.sharedSeconds}` : '';
  return { cacheControl: `public, max-age=0${shared}, must-revalidate`, vary };
}
