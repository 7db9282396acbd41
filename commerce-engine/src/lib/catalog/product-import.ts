import type { Money } from '../money/money.rules.ts';
import type { AllowedDiscounts } from './allowed-discounts.rules.ts';
import type { OrderQuantities } from './order-quantities.rules.ts';

/**
 * A text per locale. Locales that are not named stay as they are, an empty text takes its locale away; a name must remain
 * in the first locale of every channel.
 */
export type LocalText = Readonly<Record<string, string>>;

/**
 * A whole product as an importer, a seed or another system hands it over: catalogue, prices and stock in one.
 * `handle` is the identity: the same handle again changes that product. Absent optional parts stay as they are, and so do
 * the locales of a text that are not named.
 */
export interface ProductInput {
  /** `a-z 0-9 -`, unique in the catalogue. */
  readonly handle: string;
  readonly name: LocalText;
  /** Defaults to the handle in every locale. */
  readonly slug?: LocalText;
  /** HTML; sanitised before it is stored. */
  readonly description?: LocalText;
  readonly brand?: string;
  /** Default true for a new product. */
  readonly published?: boolean;
  /** What may be taken off its price. Default `everything` for a new product. */
  readonly discounts?: AllowedDiscounts;
  /** Channels it is offered in. Absent for a new product, or empty = all of them. */
  readonly assortments?: readonly AssortmentInput[];
  /** Category handles; the first is the main one. Unknown handles are an error. */
  readonly categories?: readonly string[];
  readonly tags?: readonly string[];
  /**
   * By attribute key, in the order they are shown. Numbers and dates as `12.5` and `2026-11-23`, in any one locale; they
   * are replaced whole, being the same in all.
   */
  readonly attributes?: Readonly<Record<string, LocalText>>;
  readonly seo?: { readonly title?: LocalText; readonly description?: LocalText };
  readonly media?: readonly MediaInput[];
  readonly options?: readonly OptionInput[];
  /** At least one. The variant's identity is its combination of option values. */
  readonly variants: readonly VariantInput[];
  /** Handles of related products, in order. */
  readonly related?: readonly string[];
  /** Orders `newest`; ISO date. */
  readonly publishedAt?: string;
}

export interface MediaInput {
  readonly src: string;
  readonly alt?: LocalText;
  readonly width?: number;
  readonly height?: number;
  readonly shows?: Readonly<Record<string, string>>;
}

export interface OptionInput {
  readonly key: string;
  readonly label: LocalText;
  readonly values: readonly { readonly key: string; readonly label: LocalText; readonly swatch?: string }[];
}

export interface VariantInput {
  /** Default the handle and the value keys, joined by `-`. */
  readonly sku?: string;
  /** `null` takes it away. */
  readonly barcode?: string | null;
  /** Grams; `null` takes it away. */
  readonly weight?: number | null;
  readonly options: Readonly<Record<string, string>>;
  /** Which variant of the product it is, where its options change. Absent = the one with these options, or a new one. */
  readonly id?: string;
  /** At most one for each currency; currencies that are not named stay as they are. */
  readonly prices?: readonly {
    readonly price: Money;
    /** The crossed-out price, when on sale; higher than `price`. */
    readonly regular?: Money;
  }[];
  /** Pieces by location id (`warehouse`, or a store's). Absolute counts: the difference is booked as an adjustment. */
  readonly stock?: Readonly<Record<string, number>>;
  /** Whether it may be sold when there is none left. Default false. */
  readonly backorder?: boolean;
  /** It may be bought before the day it comes out, `YYYY-MM-DD`, at most `limit` pieces; `null` = it may not. */
  readonly preorder?: { readonly shipsFrom: string; readonly limit?: number } | null;
  /**
   * Makes a new variant a bundle of so many pieces of others, by their SKUs: 2 to 20, or several pieces of one. It never changes
   * afterwards, and a bundle has no stock of its own.
   */
  readonly components?: readonly { readonly sku: string; readonly quantity: number }[];
  /** In what quantities it is ordered; `null` = in any. */
  readonly quantities?: OrderQuantities | null;
}

/** When a channel offers a product: `from` included, `to` not; ISO times. */
export interface AssortmentInput {
  readonly channel: string;
  readonly from?: string;
  readonly to?: string;
}

export type AttributeType = 'text' | 'number' | 'date';

/** What an attribute is called, holds and is used for. `key` is its identity. */
export interface AttributeInput {
  readonly key: string;
  readonly label: LocalText;
  /** Default `text`: one value per locale. Numbers and dates are written as each locale writes them. */
  readonly type?: AttributeType;
  /** Shown after a number, for example `cm`; `null` takes it away. */
  readonly unit?: string | null;
  /** Whether shoppers filter by it. Default false. */
  readonly facet?: boolean;
}

export interface CategoryInput {
  readonly handle: string;
  /** The tree it belongs to. Default `main`; never changes. */
  readonly hierarchy?: string;
  /** Handle of the parent, in the same hierarchy; `null` makes it a root. */
  readonly parent?: string | null;
  readonly name: LocalText;
  readonly slug?: LocalText;
  readonly description?: LocalText;
  readonly seo?: { readonly title?: LocalText; readonly description?: LocalText };
  /** `null` takes it away. */
  readonly image?: MediaInput | null;
  /** Among its siblings. */
  readonly position?: number;
}

/** What became of one input. `changes` are sentences for a report. */
export interface ImportOutcome {
  readonly handle: string;
  readonly kind: 'created' | 'changed' | 'unchanged' | 'refused';
  readonly changes: readonly string[];
  readonly problems: readonly string[];
}
