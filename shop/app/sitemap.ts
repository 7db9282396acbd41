import type { CommerceClient } from '@vitrine/commerce-engine/client';
import type { RuntimeChannel, SitemapOf } from '@vitrine/runtime';

// A sitemap file may name 50,000 addresses; a larger shop wants an index of several.
const most = 40_000;
const pageSize = 100;

/** Every product and category that shoppers of a channel can find. */
export function createSitemap(commerce: CommerceClient): SitemapOf {
  return async (channel) => {
    const market = marketOf(channel);
    const categoryIds = flatten(await commerce.catalog.categoryTree(market));
    const categories = await commerce.catalog.categoriesById(market, categoryIds);
    const products: { kind: 'product'; slugs: Readonly<Record<string, string>> }[] = [];
    for (let page = 1; products.length < most; page++) {
      const found = await commerce.search.search(market, { page, pageSize, sort: 'name' });
      // Behind the last page the search answers the last page again.
      if (found.page !== page) break;
      const { productIds } = found;
      const views = await commerce.catalog.productsById(market, productIds);
      products.push(
        ...views.flatMap((view) => (view ? [{ kind: 'product' as const, slugs: view.slugs }] : [])),
      );
      if (productIds.length < pageSize) break;
    }
    return [
      ...categories.flatMap((view) => (view ? [{ kind: 'category' as const, slugs: view.slugs }] : [])),
      ...products,
    ];
  };
}

function marketOf({ id, locales, currencies }: RuntimeChannel) {
  return { channel: id, locale: locales[0]!, currency: currencies[0]!, customerGroup: 'anyone' };
}

type Tree = Awaited<ReturnType<CommerceClient['catalog']['categoryTree']>>;

function flatten(tree: Tree): string[] {
  return tree.flatMap(({ id, children }) => [id, ...flatten(children)]);
}
