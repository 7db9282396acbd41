import type { ColumnType, Generated } from 'kysely';
import type { Component } from '../inventory/bundle.rules.ts';
import type { AllowedDiscounts } from './allowed-discounts.rules.ts';
import type { OrderQuantities } from './order-quantities.rules.ts';
import type { AttributeType, LocalText, MediaInput, OptionInput } from './product-import.ts';

/** JSON that is written as text and read as a value. */
type Json<Value> = ColumnType<Value, string, string>;

/** A picture as it is kept; `id` is stable for its `src`. */
export type StoredMedia = MediaInput & { readonly id: string };

export interface CatalogTables {
  catalog_product: {
    id: string;
    handle: string;
    name: Json<LocalText>;
    description: Json<LocalText>;
    brand: string | null;
    tags: string[];
    seo_title: Json<LocalText>;
    seo_description: Json<LocalText>;
    /** Always read whole with the product, so kept in it. */
    options: Json<readonly OptionInput[]>;
    media: Json<readonly StoredMedia[]>;
    /** Handles, in order; they may not exist (yet). */
    related: string[];
    published: boolean;
    discounts: AllowedDiscounts;
    published_at: Date;
    created_at: Date;
    updated_at: Date;
    version: number;
  };
  catalog_product_slug: { locale: string; slug: string; product_id: string };
  catalog_variant: {
    id: string;
    product_id: string;
    /** The option values in the order of option keys: the variant's identity in its product. */
    combination: string;
    options: Json<Readonly<Record<string, string>>>;
    sku: string;
    barcode: string | null;
    /** Grams. */
    weight: number | null;
    /** What a bundle is made of, in order; null = it is none. Never changes. */
    components: ColumnType<readonly Component[] | null, string | null, never>;
    /** Null = in any, up to what a cart holds. */
    quantities: ColumnType<OrderQuantities | null, string | null, string | null>;
    position: number;
    /** False = retired. */
    active: boolean;
  };
  catalog_attribute: {
    key: string;
    label: Json<LocalText>;
    type: AttributeType;
    unit: string | null;
    facet: boolean;
    position: number;
  };
  catalog_product_attribute: {
    product_id: string;
    attribute_key: string;
    value: Json<LocalText>;
    position: number;
  };
  catalog_category: {
    id: string;
    hierarchy: string;
    handle: string;
    parent_id: string | null;
    name: Json<LocalText>;
    description: Json<LocalText>;
    seo_title: Json<LocalText>;
    seo_description: Json<LocalText>;
    image: ColumnType<StoredMedia | null, string | null, string | null>;
    position: number;
    updated_at: Date;
    /** Rises with every change. */
    version: Generated<number>;
  };
  catalog_category_slug: { locale: string; slug: string; category_id: string };
  catalog_product_category: {
    product_id: string;
    category_id: string;
    /** Among the product's categories; 0 is the main one. */
    rank: number;
    /** Among the category's products, from 1; null = not arranged by hand. */
    position: number | null;
  };
  /** None = every channel. */
  catalog_assortment: {
    product_id: string;
    channel_id: string;
    active_from: Date | null;
    active_to: Date | null;
  };
}
