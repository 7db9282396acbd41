import type { VariantStockView } from '@vitrine/commerce-engine/client';

/** A variant on sale, with what is where of it. */
export interface StockRow extends Omit<VariantStockView, 'madeOf'> {
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly picture?: { readonly src: string };
  /** Sets on sale that hold it; only where one variant is looked at. */
  readonly partOf?: readonly { readonly variantId: string; readonly name: string }[];
  /** Of a bundle: it has no stock of its own. */
  readonly madeOf?: {
    readonly components: readonly {
      readonly variantId: string;
      readonly quantity: number;
      /** Absent = it is not on sale any more. */
      readonly name?: string;
    }[];
    readonly whole: readonly { readonly locationId: string; readonly available: number }[];
    /** The latest day on which something it is made of comes out. */
    readonly shipsFrom?: string;
  };
}
