import type { Money } from '../money/money.rules.ts';

/** What one variant costs in one market. */
export interface VariantPriceView {
  readonly variantId: string;
  /** What the shopper pays for one piece. */
  readonly price: Money;
  /** The price without the sale; equal to `price` when there is none. */
  readonly regular: Money;
  readonly onSale: boolean;
  /** Tax comes on top of it; absent = it is in it. */
  readonly plusTax?: true;
  /** The lowest price of the last 30 days before the sale began (EU price indication rule); present when on sale. */
  readonly lowest30Days?: Money;
  /** What a piece costs in larger quantities, rising; absent when it is the same in any. */
  readonly breaks?: readonly QuantityBreakView[];
  /** ISO time at which this answer stops being true (a sale begins or ends). */
  readonly validUntil?: string;
}

export interface QuantityBreakView {
  /** Pieces of the variant, reached from here on. */
  readonly from: number;
  readonly price: Money;
  readonly regular: Money;
}

/** The price range over a product's variants. */
export interface ProductPriceView {
  readonly productId: string;
  readonly from: Money;
  readonly to: Money;
  /** Regular price of the cheapest variant. */
  readonly regularFrom: Money;
  readonly onSale: boolean;
  /** Tax comes on top of it; absent = it is in it. */
  readonly plusTax?: true;
  readonly validUntil?: string;
}

export interface PriceListView {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  /** Absent = every channel. */
  readonly channel?: string;
  /** Absent = everyone. */
  readonly customerGroup?: string;
  /** The higher one wins. */
  readonly priority: number;
  readonly validFrom?: string;
  readonly validTo?: string;
  /** How many variants have a price in it now or later. */
  readonly variants: number;
}

/** A price that holds or will: of one piece, in a list, from so many pieces on. */
export interface PriceRowView {
  readonly listId: string;
  readonly variantId: string;
  readonly minQuantity: number;
  readonly kind: 'regular' | 'sale';
  readonly price: Money;
  /** Absent = ever since. */
  readonly from?: string;
  /** Absent = until changed. */
  readonly to?: string;
  /** The name of a scheduled sale. */
  readonly sale?: string;
}

export interface ProductPricesView {
  readonly rows: readonly PriceRowView[];
  /** What each variant costs in the market that was asked for; always with the lowest price of 30 days. */
  readonly prices: readonly VariantPriceView[];
}
