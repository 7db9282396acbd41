import type { MediaView } from './catalog.views.ts';

/** A product in the list of all products, seen by shoppers or not. */
export interface StaffProductRow {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly brand?: string;
  readonly picture?: MediaView;
  readonly published: boolean;
  /** On sale; retired ones do not count. */
  readonly variants: number;
  readonly changedAt: string;
}

export interface StaffVariantView {
  readonly id: string;
  readonly sku: string;
  /** `Ochre · M`; empty for a product without options. */
  readonly options: string;
  readonly barcode?: string;
  /** Grams of one piece. */
  readonly weight?: number;
}

export interface StaffProductView extends StaffProductRow {
  /** Where shoppers find it. */
  readonly slug: string;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly media: readonly MediaView[];
  /** Those on sale, in their order. */
  readonly onSale: readonly StaffVariantView[];
}

/** How staff recognise a variant. */
export interface VariantName {
  readonly productId: string;
  readonly sku: string;
  /** With its options: `Stoneware mug, Ochre`. */
  readonly name: string;
}
