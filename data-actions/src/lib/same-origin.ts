/**
 * Whether a request that changes something comes from a page of this shop. Browsers say so in `Sec-Fetch-Site`, older ones
 * in `Origin`; a request that says neither is refused, since no browser of the last years sends such a one.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  if (origin === null || !URL.canParse(origin)) return false;
  // Hosts are compared without the scheme: behind a proxy that ends TLS this process sees http.
  return new URL(origin).host === (request.headers.get('host') ?? new URL(request.url).host);
}

/** Whether a path can be sent to a browser as "go there" without leaving the shop. */
export function isLocalPath(path: string): boolean {
  // `//host` and `/\host` lead away, control characters are dropped by browsers before they look.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
  return /^\/(?![/\\])[^\u0000-\u001f\\]*$/.test(path);
}
