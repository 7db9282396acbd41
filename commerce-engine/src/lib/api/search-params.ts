import type { SearchQuery } from '../search/search.views.ts';

/** The search as the query of an address: the way back of `searchOf`. */
export function searchParams(query: SearchQuery): Record<string, string | readonly string[] | undefined> {
  const { text, categoryId, filters = {}, priceFrom, priceTo, facets, sort, page, pageSize } = query;
  return {
    text,
    category: categoryId,
    filter: Object.entries(filters).flatMap(([facet, values]) => values.map((value) => `${facet}:${value}`)),
    priceFrom: priceFrom?.toString(),
    priceTo: priceTo?.toString(),
    ...(facets === false && { facets: '0' }),
    sort,
    page: page?.toString(),
    pageSize: pageSize?.toString(),
  };
}
