import type { Money, StockCountLineView } from '@vitrine/commerce-engine/client';

/** A line of a count as people recognise it. */
export interface CountLine extends StockCountLineView {
  readonly sku: string;
  readonly name: string;
  readonly picture?: { readonly src: string };
  /** Of its difference, at today’s regular prices. */
  readonly value?: Money;
}
