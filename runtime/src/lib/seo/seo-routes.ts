import type { PageStore } from '@vitrine/content';
import { encodePath } from '../canonical-path.ts';
import { localePrefix, type RuntimeChannel } from '../channel.ts';
import { localAddress } from '../page-address.ts';
import type { SubjectRoute } from '../stages.ts';
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
}

const AN_HOUR = 'public, max-age=3600';

/** `/robots.txt` and `/sitemap.xml` of a channel. */
export function createSeoRoutes({ pages, subjects, sitemap }: SeoRouteOptions) {
  return {
    robots: (channel: RuntimeChannel, origin: string): Response =>
      text(robotsText({ origin, prefixes: channel.locales.map((locale) => localePrefix(channel, locale)) }), {
        type: 'text/plain',
      }),
    async sitemap(channel: RuntimeChannel, origin: string): Promise<Response> {
      const [urls, entities] = await Promise.all([pages.urls(channel.id), sitemap(channel)]);
      const addressIn = (locale: string, path: string) =>
        origin + localAddress(localePrefix(channel, locale), encodePath(path));
      const byPage = new Map<string, Record<string, string>>();
      for (const { target, locale, path } of urls) {
        if (target.kind !== 'page') continue;
        const addresses = byPage.get(target.page) ?? {};
        addresses[locale] ??= addressIn(locale, path);
        byPage.set(target.page, addresses);
      }
      const things = entities.flatMap(({ kind, slugs }): SitemapPage[] => {
        const prefix = subjects.find((route) => route.kind === kind)?.prefix;
        if (prefix === undefined) return [];
        const addresses = Object.entries(slugs)
          .filter(([locale]) => channel.locales.includes(locale))
          .map(([locale, slug]) => [locale, addressIn(locale, prefix + slug)]);
        return [{ addresses: Object.fromEntries(addresses) }];
      });
      const all = [...[...byPage.values()].map((addresses) => ({ addresses })), ...things];
      return text(sitemapXml(all), { type: 'application/xml' });
    },
  };
}

function text(body: string, { type }: { readonly type: string }): Response {
  return new Response(body, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': AN_HOUR },
  });
}
