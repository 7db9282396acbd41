import type { AllowedDiscounts } from './allowed-discounts.rules.ts';
import type { ComponentView, MediaView } from './catalog.views.ts';
import type { OrderQuantities } from './order-quantities.rules.ts';
import type { AttributeType, LocalText, MediaInput, OptionInput } from './product-import.ts';

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
  /** Value keys by option key. */
  readonly chosen: Readonly<Record<string, string>>;
  /** Of a bundle: what one piece of it holds. */
  readonly components?: readonly ComponentView[];
  /** Absent = it is ordered in any quantity. */
  readonly quantities?: OrderQuantities;
}

export interface StaffProductView extends StaffProductRow {
  /** Where shoppers find it. */
  readonly slug: string;
  /** Rises with every change; say it when changing the product, so that nobody's change is overwritten. */
  readonly version: number;
  readonly texts: ProductTexts;
  readonly tags: readonly string[];
  readonly discounts: AllowedDiscounts;
  /** The main one first. */
  readonly categories: readonly { readonly handle: string; readonly name: string }[];
  readonly options: readonly {
    readonly key: string;
    readonly label: string;
    readonly values: readonly { readonly key: string; readonly label: string; readonly swatch?: string }[];
  }[];
  /** Channels that offer it; empty = all of them. */
  readonly assortments: readonly {
    readonly channel: string;
    readonly from?: string;
    readonly to?: string;
  }[];
  /** What it has of attributes, in their order on its page. */
  readonly attributes: readonly { readonly key: string; readonly value: LocalText }[];
  readonly media: readonly MediaView[];
  /** Those on sale, in their order. */
  readonly onSale: readonly StaffVariantView[];
  /** Not sold any more; old orders know them, and they can come back. */
  readonly ended: readonly StaffVariantView[];
  /** In every locale, as they are changed. */
  readonly kept: { readonly options: readonly OptionInput[]; readonly media: readonly MediaInput[] };
}

/** What a product says, in every locale. */
export interface ProductTexts {
  readonly name: LocalText;
  readonly slug: LocalText;
  /** HTML. */
  readonly description: LocalText;
  readonly seoTitle: LocalText;
  readonly seoDescription: LocalText;
}

/** An attribute as staff see it, in the order of shoppers' filters. */
export interface StaffAttributeView {
  readonly key: string;
  readonly name: string;
  readonly label: LocalText;
  readonly type: AttributeType;
  /** Shown after a number. */
  readonly unit?: string;
  /** Whether shoppers filter by it. */
  readonly facet: boolean;
  /** That have a value of it. */
  readonly products: number;
}

/** A value that products have of an attribute. */
export interface AttributeValueView {
  readonly value: LocalText;
  readonly products: number;
}

/** A category as staff see it, in the order of the menu. */
export interface StaffCategoryView {
  readonly id: string;
  /** The tree it belongs to; `main` is the menu. */
  readonly hierarchy: string;
  readonly handle: string;
  /** Absent = it stands at the top. */
  readonly parentId?: string;
  /** How deep it is below its root. */
  readonly depth: number;
  /** Rises with every change; say it when changing it, so that nobody's change is overwritten. */
  readonly version: number;
  readonly name: string;
  /** Where shoppers find it. */
  readonly slug: string;
  readonly texts: ProductTexts;
  readonly picture?: MediaView;
  /** In every locale, as it is changed. */
  readonly image?: MediaInput;
  /** Right in it. */
  readonly products: number;
  /** In it and in all below it. */
  readonly productsBelow: number;
}

/** By what products can be narrowed down. */
export interface ProductChoices {
  readonly brands: readonly { readonly brand: string; readonly products: number }[];
  /** In the order of the menu, with how deep each is below its root. Products of those below count too. */
  readonly categories: readonly {
    readonly id: string;
    readonly handle: string;
    readonly name: string;
    readonly depth: number;
    readonly products: number;
  }[];
}

/** A variant on sale, to be chosen from. */
export interface StaffVariantChoice {
  readonly variantId: string;
  readonly productId: string;
  readonly sku: string;
  /** With its options: `Stoneware mug, Ochre`. */
  readonly name: string;
  readonly picture?: MediaView;
}

/** How staff recognise a variant. */
export interface VariantName {
  readonly productId: string;
  readonly sku: string;
  /** With its options: `Stoneware mug, Ochre`. */
  readonly name: string;
}
