import {
  getAvailability,
  getCategory,
  getCollection,
  getProductCard,
  getProductPrice,
  searchProducts,
} from '@vitrine/data-actions/library';
import { boolean, defineModule, number } from '@vitrine/modules';
import { priceRange } from './price-range.ts';
import { searchQuery } from './search-query.ts';
import { searchResultsMessages } from './search-results-messages.ts';

/** Products of a category or a search, with filters, sorting and pages. Everything is a link or a form. */
export const searchResults = defineModule({
  id: 'search-results',
  title: 'Product list',
  kind: 'section',
  version: 1,
  subjects: ['category', 'search'],
  critical: true,
  config: {
    pageSize: number({ label: 'Products on a page', default: 24, min: 4, max: 96, integer: true }),
    heading: boolean({
      label: 'With a heading',
      help: "The category's name, or what was searched.",
      default: true,
    }),
  },
  query: searchQuery,
  data: ({ config, subject, query, need, many }) => {
    const slug = subject.kind === 'category' ? subject.slug : undefined;
    // The page has asked for its category already, so its id costs nothing here and a second look-up there.
    const category = slug === undefined ? undefined : need(getCategory, { slug }).orNotFound();
    const asked = {
      text: query.q || undefined,
      filters: query.f,
      ...priceRange(query.price),
      sort: query.sort,
      page: query.page,
      pageSize: config.pageSize,
    };
    const results = need(
      searchProducts,
      category ? category.map(({ id }) => ({ ...asked, categoryId: id })) : asked,
    );
    const cards = many(
      getProductCard,
      results.map(({ productIds }) => productIds.map((id) => ({ id }))),
    );
    const availability = cards.map((found) =>
      found.flatMap((card) => card.variantIds.map((variantId) => ({ variantId }))),
    );
    /** Shown when nothing was found. */
    const newest = many(
      getCollection,
      results.map(({ total }) => (total === 0 ? [{ kind: 'newest' as const, limit: 4 }] : [])),
    );
    return {
      /** The page's category, or nobody on a search page. */
      categories: category ? category.map((found) => [found]) : many(getCategory, []),
      results,
      cards,
      prices: many(
        getProductPrice,
        results.map(({ productIds }) => productIds.map((productId) => ({ productId }))),
      ).optional(),
      availability: many(getAvailability, availability).optional(),
      instead: many(
        getProductCard,
        newest.map((lists) => lists.flat().map((id) => ({ id }))),
      ).optional(),
      insteadPrices: many(
        getProductPrice,
        newest.map((lists) => lists.flat().map((productId) => ({ productId }))),
      ).optional(),
    };
  },
  messages: searchResultsMessages,
});
