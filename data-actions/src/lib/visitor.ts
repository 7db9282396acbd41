import type { PrivateDimensions, SharedDimensions } from './dimensions.ts';

/** Who asks, as the host has found out from cookies and session. */
export interface Visitor {
  readonly shared: Readonly<SharedDimensions>;
  readonly private?: Readonly<PrivateDimensions>;
  /** Scheme and host under which visitors reach the shop. Never taken from a request, whose `Host` anybody can write. */
  readonly origin?: string;
  /** Network address the request comes from, by which tries are counted. */
  readonly caller?: string | undefined;
  /** Keeps a change of who the shopper is, for example a new cart; a name with `undefined` is forgotten. @returns values of `Set-Cookie`. */
  remember?(change: Partial<PrivateDimensions>): readonly string[] | Promise<readonly string[]>;
}

/** What a data or form request says about itself. None of it is to be trusted unchecked. */
export interface VisitorHints {
  /**
   * Dimensions the page was made for. Channel, locale and currency may be believed when the channel has them; customer
   * group and audience come from the session, never from here.
   */
  readonly claimed: Partial<SharedDimensions>;
  /** Path of the page it comes from, with query; `/` when not known. */
  readonly from: string;
}

export type VisitorOf = (request: Request, hints: VisitorHints) => Visitor | Promise<Visitor>;

/** Path and query of the page of this shop that a request comes from. */
export function pageBefore(request: Request): string {
  const referer = request.headers.get('referer');
  if (referer === null || !URL.canParse(referer)) return '/';
  const { host, pathname, search } = new URL(referer);
  return host === (request.headers.get('host') ?? new URL(request.url).host) ? pathname + search : '/';
}
