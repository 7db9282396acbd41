import type { OrderQuantities } from './order-quantities.rules.ts';
/** A picture of a product, as shoppers see it. */
export interface MediaView {
  readonly id: string;
  /** Path below the shop's image address, for example `demo/mug-01.svg`; sizes and formats are the runtime's business. */
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** Option values this picture shows (`{ colour: 'ochre' }`); empty = all variants. */
  readonly shows: Readonly<Record<string, string>>;
}

export interface OptionValueView {
  /** Stable key, for example `ochre`. */
  readonly key: string;
  readonly label: string;
  /** CSS colour of a swatch, when the option is a colour. */
  readonly swatch?: string;
}

export interface OptionView {
  /** Stable key, for example `size`. */
  readonly key: string;
  readonly label: string;
  readonly values: readonly OptionValueView[];
}

export interface VariantView {
  readonly id: string;
  readonly sku: string;
  /** Option key → value key; one entry for each of the product's options. */
  readonly options: Readonly<Record<string, string>>;
  readonly barcode?: string;
  /** Grams. */
  readonly weight?: number;
  /** Of a bundle: what one piece of it holds, in order. */
  readonly components?: readonly ComponentView[];
  /** Absent = it is ordered in any quantity. */
  readonly quantities?: OrderQuantities;
}

/** What a bundle holds, as a shopper reads it. */
export interface ComponentView {
  readonly variantId: string;
  readonly productId: string;
  /** Absent = it is not sold by itself. */
  readonly productSlug?: string;
  readonly name: string;
  /** Chosen options, `Ochre · M`. */
  readonly options: string;
  readonly sku: string;
  /** Pieces in one piece of the bundle. */
  readonly quantity: number;
  readonly media?: MediaView;
}

export interface AttributeView {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

export interface CategoryRef {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** What a card, a cart line or a suggestion shows of a product. */
export interface ProductCardView {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly brand?: string;
  readonly media: readonly MediaView[];
  /** Colour swatches, when there are colours. */
  readonly swatches: readonly OptionValueView[];
  readonly variantIds: readonly string[];
  /** What is on sale is told by the price, which changes on its own. */
  readonly badges: readonly 'new'[];
}

/** Everything a product page shows, except prices and stock, which change on their own. */
export interface ProductView extends ProductCardView {
  /** Sanitised HTML. */
  readonly description: string;
  readonly options: readonly OptionView[];
  readonly variants: readonly VariantView[];
  readonly attributes: readonly AttributeView[];
  /** From the root to the product's main category. */
  readonly breadcrumb: readonly CategoryRef[];
  readonly tags: readonly string[];
  readonly seo: { readonly title: string; readonly description: string };
  /** Slug of this product in every locale of the channel, for `hreflang`. */
  readonly slugs: Readonly<Record<string, string>>;
  /** A related set in curated order: ids of products worth showing beside it. */
  readonly relatedIds: readonly string[];
  /** Each piece is a gift card. */
  readonly isGiftCard?: true;
}

export interface CategoryView extends CategoryRef {
  /** Sanitised HTML, may be empty. */
  readonly description: string;
  readonly image?: MediaView;
  readonly parentId?: string;
  /** From the root to this one, included. */
  readonly breadcrumb: readonly CategoryRef[];
  readonly children: readonly CategoryRef[];
  readonly seo: { readonly title: string; readonly description: string };
  readonly slugs: Readonly<Record<string, string>>;
}

/** The whole category tree of a channel, in menu order. */
export interface CategoryTreeNode extends CategoryRef {
  readonly children: readonly CategoryTreeNode[];
}
