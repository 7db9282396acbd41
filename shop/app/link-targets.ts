import type { CommerceClient } from '@vitrine/commerce-engine/client';
import type { LinkTarget, LinkTargets } from '@vitrine/editor/server';
import { subjects } from './subjects.ts';

// Pages the shop has without anybody making them.
const own = new Set(['/search', '/cart', '/sign-in', '/sitemap.xml', '/robots.txt']);

/** Which products, categories and addresses of the shop itself there are, for the checks of the editor. */
export function linkTargets(
  commerce: CommerceClient,
  channel: {
    readonly id: string;
    readonly locales: readonly string[];
    readonly currencies: readonly string[];
  },
): LinkTargets {
  return async (targets, locale) => {
    const market = { channel: channel.id, locale, currency: channel.currencies[0]!, customerGroup: 'anyone' };
    const things = targets.map(thingOf);
    const slugs = (kind: string) => [
      ...new Set(things.flatMap((thing) => (thing?.kind === kind ? [thing.slug] : []))),
    ];
    const [products, categories] = [slugs('product'), slugs('category')];
    const [foundProducts, foundCategories] = await Promise.all([
      commerce.catalog.productsBySlug(market, products),
      commerce.catalog.categoriesBySlug(market, categories),
    ]);
    const there = new Set([
      ...products.filter((_, index) => foundProducts[index]).map((slug) => `product ${slug}`),
      ...categories.filter((_, index) => foundCategories[index]).map((slug) => `category ${slug}`),
    ]);
    return targets.map((target, index) => {
      const thing = things[index];
      if (thing) return there.has(`${thing.kind} ${thing.slug}`);
      return target.kind === 'page' && own.has(pathOf(target.path, channel.locales));
    });
  };

  function thingOf(target: LinkTarget): { readonly kind: string; readonly slug: string } | undefined {
    if (target.kind !== 'page') return target;
    const path = pathOf(target.path, channel.locales);
    const route = subjects.find(({ prefix }) => path.startsWith(prefix));
    return route && { kind: route.kind, slug: decoded(path.slice(route.prefix.length)) };
  }
}

function pathOf(address: string, locales: readonly string[]): string {
  const [path = '/'] = address.split(/[?#]/, 1);
  const named = locales.slice(1).find((each) => path.startsWith(`/${each}/`));
  return named === undefined ? path : path.slice(named.length + 1);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
