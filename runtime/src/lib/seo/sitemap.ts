import { escapeHtml } from '../segments/escape-html.ts';

/** One page in all its locales. */
export interface SitemapPage {
  /** Locale → absolute address. */
  readonly addresses: Readonly<Record<string, string>>;
}

/** The protocol allows 50,000 addresses in one file. */
const mostSitemapAddresses = 50_000;

/** `/sitemap.xml`: every address, each with its siblings in the other locales. Beyond 50,000 addresses the rest is left out. */
export function sitemapXml(pages: readonly SitemapPage[]): string {
  const entries = pages.flatMap(({ addresses }) => {
    const siblings = Object.entries(addresses);
    const links = siblings
      .map(
        ([locale, href]) =>
          `<xhtml:link rel="alternate" hreflang="${escapeHtml(locale)}" href="${escapeHtml(href)}"/>`,
      )
      .join('');
    return siblings.map(
      ([, href]) => `<url><loc>${escapeHtml(href)}</loc>${siblings.length > 1 ? links : ''}</url>`,
    );
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries.slice(0, mostSitemapAddresses),
    '</urlset>',
    '',
  ].join('\n');
}
