import type { Queryable } from '@vitrine/database';
import type { VariantLineView } from '../catalog/catalog.queries.ts';
import type { MediaView } from '../catalog/catalog.views.ts';
import type { ReadOptions } from '../engine-context.ts';
import type { OrderableView } from '../inventory/inventory.queries.ts';
import type { AvailabilityView } from '../inventory/inventory.views.ts';
import type { Market } from '../market.ts';
import type { Money } from '../money/money.rules.ts';
import type { VariantPriceView } from '../pricing/pricing.views.ts';
import type { LineStock } from './cart.rules.ts';

/** The domains a cart asks. */
export interface CartDoors {
  readonly catalog: {
    variantLines(
      market: Market,
      variantIds: readonly string[],
      options?: ReadOptions,
    ): Promise<(VariantLineView | undefined)[]>;
  };
  readonly pricing: {
    variantPrices(
      market: Market,
      ids: readonly string[],
      options?: ReadOptions,
    ): Promise<(VariantPriceView | undefined)[]>;
  };
  readonly inventory: {
    availability(
      market: Market,
      ids: readonly string[],
      options?: ReadOptions,
    ): Promise<(AvailabilityView | undefined)[]>;
    orderable(
      market: Market,
      ids: readonly string[],
      options?: ReadOptions,
    ): Promise<(OrderableView | undefined)[]>;
  };
}

/** What the shop says about a variant now, in one market. */
export interface LineFacts {
  readonly productId: string;
  readonly productSlug: string;
  readonly name: string;
  /** Chosen options as the shopper reads them. */
  readonly options: string;
  readonly sku: string;
  /** Categories of the product and all above them. */
  readonly categoryIds: readonly string[];
  /** Grams of one piece, where known. */
  readonly weight: number | undefined;
  readonly media: MediaView | undefined;
  readonly price: Money;
  readonly regular: Money;
  readonly stock: LineStock;
}

/** By variant id; a variant that is not sold in this market (any more) is missing. */
export async function readLineFacts(
  on: Queryable,
  doors: CartDoors,
  market: Market,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, LineFacts>> {
  if (variantIds.length === 0) return new Map();
  const lines = await doors.catalog.variantLines(market, variantIds, { on });
  const prices = await doors.pricing.variantPrices(market, variantIds, { on });
  const classes = await doors.inventory.availability(market, variantIds, { on });
  const orderable = await doors.inventory.orderable(market, variantIds, { on });
  const facts = variantIds.map((variantId, at) => {
    const line = lines[at];
    const price = prices[at];
    if (!line || !price) return undefined;
    return [variantId, factsOf(line, price, stockOf(classes[at], orderable[at]))] as const;
  });
  return new Map(facts.filter((entry) => entry !== undefined));
}

function stockOf(told: AvailabilityView | undefined, orderable: OrderableView | undefined): LineStock {
  if (!told || !orderable) return { class: 'sold-out', available: 0 };
  return { class: told.class, available: orderable.backorder ? 'unlimited' : orderable.available };
}

function factsOf(line: VariantLineView, price: VariantPriceView, stock: LineStock): LineFacts {
  return {
    productId: line.productId,
    productSlug: line.productSlug,
    name: line.name,
    options: line.options,
    sku: line.sku,
    categoryIds: line.categoryIds,
    weight: line.weight,
    media: line.media,
    price: price.price,
    regular: price.regular,
    stock,
  };
}
