import type { Queryable } from '@vitrine/database';
import type { LocalTexts } from './search.tables.ts';

/** A product as the index reads it: every locale at once, only what is searched, filtered or shown by. */
export interface SearchableProduct {
  readonly id: string;
  readonly publishedAt: Date;
  readonly name: LocalTexts;
  readonly slug: LocalTexts;
  /** HTML. */
  readonly description: LocalTexts;
  readonly brand?: string;
  readonly tags: readonly string[];
  readonly skus: readonly string[];
  /** Categories it is in, without their ancestors. */
  readonly categoryIds: readonly string[];
  readonly options: readonly {
    readonly key: string;
    readonly label: LocalTexts;
    readonly values: readonly {
      readonly key: string;
      readonly label: LocalTexts;
      readonly swatch?: string;
    }[];
  }[];
  readonly attributes: readonly {
    readonly key: string;
    readonly label: LocalTexts;
    readonly value: LocalTexts;
    /** Whether shoppers filter by it. */
    readonly facet: boolean;
    /** Among all attributes, from 0. */
    readonly place: number;
  }[];
}

export interface SearchableCategory {
  readonly id: string;
  readonly parentId?: string;
  readonly name: LocalTexts;
  readonly slug: LocalTexts;
  /** Among its siblings. */
  readonly position: number;
}

export interface SearchablePrice {
  readonly productId: string;
  readonly from: number;
  readonly to: number;
  readonly regularFrom: number;
  readonly onSale: boolean;
  readonly validUntil?: string;
}

/** Where the index gets its facts. `on` is the transaction that writes the index. */
export interface SearchSources {
  channels(on: Queryable): Promise<readonly SearchChannel[]>;
  /** Those of the products that shoppers of the channel may see now. */
  products(on: Queryable, channel: string, ids: readonly string[]): Promise<readonly SearchableProduct[]>;
  /** The next ids of a channel's products after one, in a fixed order; for making the index from nothing. */
  productIdsAfter(on: Queryable, after: string, limit: number): Promise<readonly string[]>;
  productIdsOfCategories(on: Queryable, categoryIds: readonly string[]): Promise<readonly string[]>;
  /** When shoppers will begin or cease to see products without anyone changing anything: product id → time. */
  nextChanges(on: Queryable, productIds: readonly string[]): Promise<ReadonlyMap<string, Date>>;
  categories(on: Queryable): Promise<readonly SearchableCategory[]>;
  prices(
    on: Queryable,
    market: { channel: string; currency: string; customerGroup: string },
    productIds: readonly string[],
  ): Promise<readonly SearchablePrice[]>;
  /** Groups that any price list is for. No statement while nothing changes. */
  pricedGroups(on: Queryable): Promise<readonly string[]>;
  /** Of the products, those with at least one variant that can be bought; `preorder` = none of these is out yet. */
  available(
    on: Queryable,
    channel: string,
    productIds: readonly string[],
  ): Promise<ReadonlyMap<string, 'available' | 'preorder'>>;
}

export interface SearchChannel {
  readonly id: string;
  readonly locales: readonly string[];
  readonly currencies: readonly string[];
}
