/** `/robots.txt`: everything may be read except what is personal, a search, or no page at all. */
export function robotsText({
  origin,
  prefixes,
}: {
  readonly origin: string;
  readonly prefixes: readonly string[];
}): string {
  const pages = prefixes.flatMap((prefix) => [`${prefix}/cart`, `${prefix}/search`]);
  // A pattern closes all that begins with it; what a page needs to be drawn is under `/_assets/` and `/_image/`.
  const closed = ['/_a', ...pages].flatMap((path) => [`${path}$`, `${path}?`]);
  return [
    'User-agent: *',
    ...['/_a/', '/_actions/', ...closed].map((path) => `Disallow: ${path}`),
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
}
