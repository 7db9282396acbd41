/** `/robots.txt`: everything may be read except what is personal, a search, or no page at all. */
export function robotsText({
  origin,
  prefixes,
}: {
  readonly origin: string;
  readonly prefixes: readonly string[];
}): string {
  const closed = prefixes.flatMap((prefix) => [`${prefix}/cart`, `${prefix}/search`]);
  return [
    'User-agent: *',
    ...['/_a', '/_actions/', ...closed].map((path) => `Disallow: ${path}`),
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
}
