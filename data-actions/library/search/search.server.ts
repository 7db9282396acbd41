import type { CommerceClient, Market, SearchQuery } from '@vitrine/commerce-engine/client';
import type { InputOf } from '@vitrine/data-actions';
import { type Handler, handleAction } from '@vitrine/data-actions/server';
import { getCollection } from './get-collection.action.ts';
import { searchProducts } from './search-products.action.ts';
import { suggestProducts } from './suggest-products.action.ts';

export function searchAnswers({ catalog, search }: CommerceClient): Handler[] {
  return [
    handleAction(searchProducts, (inputs, market) =>
      each(inputs, async ({ categorySlug, ...query }) => {
        if (categorySlug === undefined) return search.search(plain(market), query);
        const categoryId = await categoryIdOf(market, categorySlug);
        return categoryId === undefined ? undefined : search.search(plain(market), { ...query, categoryId });
      }),
    ),
    handleAction(suggestProducts, (inputs, market) =>
      each(inputs, ({ prefix }) => search.suggest(plain(market), prefix)),
    ),
    handleAction(getCollection, (inputs, market) =>
      each(inputs, async (collection) => {
        if (collection.kind === 'products') return collection.ids.slice(0, collection.limit);
        const query = await queryOf(collection, market);
        return query && (await search.search(plain(market), query)).productIds;
      }),
    ),
  ];

  async function queryOf(
    collection: Exclude<InputOf<typeof getCollection>, { kind: 'products' }>,
    market: Market,
  ): Promise<SearchQuery | undefined> {
    const pageSize = collection.limit;
    if (collection.kind !== 'category') {
      const filters = collection.kind === 'sale' ? { offer: ['sale'] } : undefined;
      return { filters, sort: 'newest', pageSize };
    }
    const categoryId = await categoryIdOf(market, collection.slug);
    return categoryId === undefined ? undefined : { categoryId, sort: collection.sort ?? 'newest', pageSize };
  }

  async function categoryIdOf(market: Market, slug: string): Promise<string | undefined> {
    const [category] = await catalog.categoriesBySlug(plain(market), [slug]);
    return category?.id;
  }
}

/** The market alone: the context of an answer also carries its signal. */
function plain({ channel, locale, currency, customerGroup }: Market): Market {
  return { channel, locale, currency, customerGroup };
}

/** Answers one by one; one that fails does not take the others with it. */
function each<I, O>(
  inputs: readonly I[],
  answer: (input: I) => Promise<O | undefined>,
): Promise<(O | undefined | Error)[]> {
  return Promise.all(
    inputs.map((input) =>
      answer(input).catch((thrown: unknown) =>
        thrown instanceof Error ? thrown : new Error(String(thrown)),
      ),
    ),
  );
}
