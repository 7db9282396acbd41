import type { Money } from '../money/money.rules.ts';

export type SearchSort = 'relevance' | 'price-asc' | 'price-desc' | 'newest' | 'name';

export interface SearchQuery {
  /** Free text; empty or absent = everything in the category. */
  readonly text?: string;
  readonly categoryId?: string;
  /** Facet key → chosen value keys. Within a facet: or; between facets: and. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  /** Minor units of the market's currency. */
  readonly priceFrom?: number;
  readonly priceTo?: number;
  /** False = neither facets nor a price range, for whoever only lists. Default true. */
  readonly facets?: boolean;
  /** Default `relevance` with text, `newest` without. */
  readonly sort?: SearchSort;
  /** From 1. */
  readonly page?: number;
  /** 1 to 100, default 24. */
  readonly pageSize?: number;
}

export interface FacetValueView {
  readonly key: string;
  readonly label: string;
  /** Products left if this value is chosen in addition to the other facets' choices. */
  readonly count: number;
  readonly selected: boolean;
  readonly swatch?: string;
}

export interface FacetView {
  readonly key: string;
  readonly label: string;
  readonly values: readonly FacetValueView[];
}

export interface SearchResultView {
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly productIds: readonly string[];
  readonly facets: readonly FacetView[];
  readonly priceRange?: { readonly from: Money; readonly to: Money };
  /** What was searched instead when the text as typed found nothing. */
  readonly corrected?: string;
}

export interface SuggestionView {
  readonly kind: 'product' | 'category' | 'term';
  readonly text: string;
  readonly productId?: string;
  /** Slug of the product or category. */
  readonly slug?: string;
}

/** What else is looked for when a word is typed. */
export interface SynonymView {
  readonly locale: string;
  /** As it is looked up: lower case, without accents. */
  readonly word: string;
  readonly also: readonly string[];
}
