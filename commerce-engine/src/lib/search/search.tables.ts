import type { ColumnType, Generated } from 'kysely';

/** The search index: everything in it can be made again from catalogue, prices and stock. */
export interface SearchTables {
  /** What a product is filtered and counted by, in a channel. */
  search_item: {
    channel: string;
    product_id: string;
    /** Ids of `search_token`: categories with their ancestors, brand, options, attributes, tags, availability. */
    tokens: number[];
    published_at: ColumnType<Date, Date | string, Date | string>;
    available: boolean;
    /** None of what can be bought of it is out yet. */
    preorder: ColumnType<boolean, boolean | undefined, boolean>;
  };
  /** What a product is found by, in a channel and a locale. */
  search_text: {
    channel: string;
    locale: string;
    product_id: string;
    name: string;
    slug: string;
    /** The name folded, for sorting and for the beginning of a suggestion. */
    sort_name: string;
    /** Made from name (A), brand, categories, tags and attributes (B) and description (C). */
    vector: ColumnType<string, never, never>;
    /** Of the parts the vector is made of: an equal hash needs no write. */
    source_hash: string;
  };
  /** The price range a product is sorted, filtered and shown by, in a channel, currency and customer group. */
  search_price: {
    channel: string;
    currency: string;
    customer_group: string;
    product_id: string;
    from_amount: number;
    to_amount: number;
    /** What the cheapest variant costs without its sale. */
    regular_from_amount: number;
    on_sale: boolean;
    /** From then on the row is made again before it is used. */
    valid_until: ColumnType<Date | null, Date | string | null, Date | string | null>;
  };
  /** Markets whose prices are in the index; another one is added when it is first asked for. */
  search_market: { channel: string; currency: string; customer_group: string };
  /** Products to index again at a time, because an assortment begins or ends then. */
  search_due: { product_id: string; at: ColumnType<Date, Date, Date> };
  /** One thing to filter by: a category, a colour, a brand. Small: read whole where labels are needed. */
  search_token: {
    id: Generated<number>;
    channel: string;
    facet: string;
    value: string;
    parent: string | null;
    /** Of the facet among facets, and of the value within its facet. */
    facet_position: number;
    position: number;
    swatch: string | null;
    /** Texts by locale, as JSON. */
    facet_labels: ColumnType<LocalTexts, string, string>;
    labels: ColumnType<LocalTexts, string, string>;
    slugs: ColumnType<LocalTexts | null, string | null, string | null>;
  };
  /** Words that names, brands, categories and tags are made of: what a typing error is corrected to. */
  search_word: { channel: string; locale: string; word: string };
  /** Other words to look for when a word is typed. */
  search_synonym: { locale: string; word: string; also: string[] };
}

export type LocalTexts = Readonly<Record<string, string>>;
