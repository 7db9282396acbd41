import { facetOrder } from './facet-order.rules.ts';
import type { TokenCount } from './find-products.ts';
import { VOLATILE } from './read-terms.ts';
import type { LocalTexts } from './search.tables.ts';
import type { FacetValueView, FacetView } from './search.views.ts';
import type { CleanQuery } from './search-query.rules.ts';

/** Most values of one facet that are shown; chosen ones always are. */
const MAX_FACET_VALUES = 50;

/**
 * Facets as shoppers see them, from counts of the index: facets in their order, values in theirs (`facetOrder`), chosen
 * values also when nothing is left of them.
 */
export function facetViews(
  counts: readonly TokenCount[],
  query: CleanQuery,
  locales: { readonly locale: string; readonly fallback: string },
): FacetView[] {
  const named = counts.map((count) => nameVolatile(count));
  const byFacet = Map.groupBy(named, ({ facet }) => facet);
  const chosen = new Map(query.filters.map(({ facet, values }) => [facet, new Set(values)]));
  return [...byFacet]
    .map(([key, values]) => ({
      key,
      facetPosition: Math.min(...values.map(({ facetPosition }) => facetPosition)),
      label: textOf(values[0]!.facetLabels, locales) || key,
      values: shownValues(values, chosen.get(key) ?? new Set(), locales),
    }))
    .filter(({ values }) => values.length > 0)
    .sort((a, b) => a.facetPosition - b.facetPosition || compare(a.key, b.key))
    .map(({ key, label, values }) => ({ key, label, values }));
}

type NamedCount = TokenCount & { readonly facet: string; readonly value: string };

function shownValues(
  counts: readonly NamedCount[],
  chosen: ReadonlySet<string>,
  locales: { readonly locale: string; readonly fallback: string },
): FacetValueView[] {
  return counts
    .map((count) => ({ ...count, label: textOf(count.labels, locales) || count.value }))
    .sort(facetOrder(locales.locale))
    .filter(({ value }, place) => place < MAX_FACET_VALUES || chosen.has(value))
    .map(({ value, label, count, swatch }) => ({
      key: value,
      label,
      count,
      selected: chosen.has(value),
      ...(swatch !== null && { swatch }),
    }));
}

function textOf(
  texts: LocalTexts | null,
  { locale, fallback }: { readonly locale: string; readonly fallback: string },
): string | undefined {
  return texts?.[locale] ?? texts?.[locale.split('-')[0]!] ?? texts?.[fallback];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Names of the facets that every shop has; other languages of a shop read English. */
export const BUILT_IN_LABELS: Readonly<Record<string, LocalTexts>> = {
  category: { en: 'Category', de: 'Kategorie' },
  brand: { en: 'Brand', de: 'Marke' },
  tag: { en: 'Tag', de: 'Schlagwort' },
  availability: { en: 'Availability', de: 'Verfügbarkeit' },
  offer: { en: 'Offers', de: 'Angebote' },
};

const VOLATILE_VALUES: Readonly<
  Record<number, { facet: string; value: string; position: number; labels: LocalTexts }>
> = {
  [VOLATILE.available]: {
    facet: 'availability',
    value: 'available',
    position: 0,
    labels: { en: 'Available', de: 'Lieferbar' },
  },
  [VOLATILE.preorder]: {
    facet: 'availability',
    value: 'preorder',
    position: 1,
    labels: { en: 'Preorder', de: 'Vorbestellbar' },
  },
  [VOLATILE.soldOut]: {
    facet: 'availability',
    value: 'sold-out',
    position: 2,
    labels: { en: 'Sold out', de: 'Ausverkauft' },
  },
  [VOLATILE.sale]: {
    facet: 'offer',
    value: 'sale',
    position: 0,
    labels: { en: 'On sale', de: 'Im Angebot' },
  },
};

const LAST_FACETS = 1_000_000;

function nameVolatile(count: TokenCount): NamedCount {
  const known = VOLATILE_VALUES[count.token];
  if (!known) return { ...count, facet: count.facet ?? '', value: count.value ?? '' };
  return {
    ...count,
    ...known,
    facetPosition: known.facet === 'availability' ? LAST_FACETS : LAST_FACETS + 1,
    facetLabels: BUILT_IN_LABELS[known.facet] ?? null,
  };
}
