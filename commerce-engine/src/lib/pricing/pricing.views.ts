import type { Money } from '../money/money.rules.ts';

/** What one variant costs in one market. */
export interface VariantPriceView {
  readonly variantId: string;
  /** What the shopper pays for one piece. */
  readonly price: Money;
  /** The price without the sale; equal to `price` when there is none. */
  readonly regular: Money;
  readonly onSale: boolean;
  /** The lowest price of the last 30 days before the sale began (EU price indication rule); present when on sale. */
  readonly lowest30Days?: Money;
  /** ISO time at which this answer stops being true (a sale begins or ends). */
  readonly validUntil?: string;
}

/** The price range over a product's variants. */
export interface ProductPriceView {
  readonly productId: string;
  readonly from: Money;
  readonly to: Money;
  /** Regular price of the cheapest variant. */
  readonly regularFrom: Money;
  readonly onSale: boolean;
  readonly validUntil?: string;
}
