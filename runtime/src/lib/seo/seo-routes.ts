import { createHash } from 'node:crypto';
import type { PageDocument, PageStore, UrlEntry } from '@vitrine/content';
import type { Clock, TagVersions } from '@vitrine/data-actions/server';
import { encodePath } from '../canonical-path.ts';
import { localePrefix, type RuntimeChannel } from '../channel.ts';
import { localAddress } from '../page-address.ts';
import type { SubjectRoute } from '../stages.ts';
import { KeptText } from './kept-text.ts';
import { robotsText } from './robots-route.ts';
import { type SitemapPage, sitemapXml } from './sitemap.ts';

/** Every product and category that has a page: its slug in each locale. */
export type SitemapOf = (
  channel: RuntimeChannel,
) => Promise<
  readonly { readonly kind: SubjectRoute['kind']; readonly slugs: Readonly<Record<string, string>> }[]
>;

export interface SeoRouteOptions {
  readonly pages: PageStore;
  readonly subjects: readonly SubjectRoute[];
  readonly sitemap: SitemapOf;
  readonly tags: TagVersions;
  readonly clock: Clock;
}

const AN_HOUR = 'public, max-age=3600';

/** `/robots.txt` and `/sitemap.xml` of a channel. */
export function createSeoRoutes({ pages, subjects, sitemap, tags, clock }: SeoRouteOptions) {
  const kept = new KeptText({ tags, clock, from: ['list:*', 'categories'], longest: 3_600_000 });
  return {
    robots: (channel: RuntimeChannel, origin: string): Response =>
      text(robotsText({ origin, prefixes: channel.locales.map((locale) => localePrefix(channel, locale)) }), {
        type: 'text/plain',
      }),
    async sitemap(channel: RuntimeChannel, origin: string): Promise<Response> {
      // No tag says that any address changed, and this is one question.
      const urls = await pages.urls(channel.id);
      const basis = createHash('sha256').update(JSON.stringify(urls)).digest('base64');
      const xml = await kept.get(`${channel.id} ${origin}`, basis, () => made(channel, origin, urls));
      return text(xml, { type: 'application/xml' });
    },
  };

  async function made(channel: RuntimeChannel, origin: string, urls: readonly UrlEntry[]): Promise<string> {
    const entities = await sitemap(channel);
    const addressIn = (locale: string, path: string) =>
      origin + localAddress(localePrefix(channel, locale), encodePath(path));
    const byPage = new Map<string, Record<string, string>>();
    for (const { target, locale, path } of urls) {
      if (target.kind !== 'page') continue;
      const addresses = byPage.get(target.page) ?? {};
      addresses[locale] ??= addressIn(locale, path);
      byPage.set(target.page, addresses);
    }
    for (const found of await pages.published([...byPage.keys()]))
      if (found && isHidden(found.document)) byPage.delete(found.document.id);
    const things = entities.flatMap(({ kind, slugs }): SitemapPage[] => {
      const prefix = subjects.find((route) => route.kind === kind)?.prefix;
      if (prefix === undefined) return [];
      const addresses = Object.entries(slugs)
        .filter(([locale]) => channel.locales.includes(locale))
        .map(([locale, slug]) => [locale, addressIn(locale, prefix + slug)]);
      return [{ addresses: Object.fromEntries(addresses) }];
    });
    const all = [...[...byPage.values()].map((addresses) => ({ addresses })), ...things];
    return sitemapXml(all);
  }
}

/** A page that asks not to be found, in any language. */
function isHidden({ seo }: PageDocument): boolean {
  return Object.entries(seo).some(
    ([key, value]) => /^robots(@|$)/.test(key) && /noindex/.test(String(value)),
  );
}

function text(body: string, { type }: { readonly type: string }): Response {
  return new Response(body, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': AN_HOUR },
  });
}
