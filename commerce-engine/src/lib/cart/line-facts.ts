import type { Queryable } from '@vitrine/database';
import type { AllowedDiscounts } from '../catalog/allowed-discounts.rules.ts';
import type { ComponentView, MediaView } from '../catalog/catalog.views.ts';
import type { ReadOptions } from '../engine-context.ts';
import type { SellableView, VariantStock } from '../inventory/inventory.queries.ts';
import type { StoreAvailabilityView } from '../inventory/inventory.views.ts';
import type { Market } from '../market.ts';
import type { Money } from '../money/money.rules.ts';
import type { QuantityBreakView } from '../pricing/pricing.views.ts';
import { handPriceOf } from './by-hand.rules.ts';
import type { LineStock } from './cart.rules.ts';
import type { CartLine } from './cart-line.ts';
import type { SoldGood, SoldGoods } from './sold-goods.ts';

/** The domains a cart asks. */
export interface CartDoors {
  readonly goods: SoldGoods;
  readonly inventory: {
    sellable(
      market: Market,
      ids: readonly string[],
      options?: ReadOptions & { readonly stock?: ReadonlyMap<string, VariantStock> | undefined },
    ): Promise<(SellableView | undefined)[]>;
  };
}

/** How much of a variant there is: for the cart, and for who would fetch it. */
export interface GoodsStock extends LineStock {
  /** Every store in order. */
  readonly inStores: readonly StoreAvailabilityView[];
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
  /** Of a bundle: what one piece of it holds. */
  readonly components?: readonly ComponentView[] | undefined;
  /** Of one piece, when the line holds one; more may have another price: {@link unitPriceOf}. */
  readonly price: Money;
  readonly regular: Money;
  readonly breaks: readonly QuantityBreakView[];
  /** Taxes come on top of its prices. */
  readonly plusTax: boolean;
  readonly allows: AllowedDiscounts;
  /** Each piece is a gift card. */
  readonly isGiftCard: boolean;
  readonly stock: GoodsStock;
}

/** What one piece costs in a line of so many. */
export function unitPriceOf(
  { price, regular, breaks }: Pick<LineFacts, 'price' | 'regular' | 'breaks'>,
  quantity: number,
): { readonly price: Money; readonly regular: Money } {
  return breaks.findLast(({ from }) => from <= quantity) ?? { price, regular };
}

/** What one piece of this line costs: what was given by hand, where that holds. */
export function linePriceOf(
  { quantity, byHand }: Pick<CartLine, 'quantity' | 'byHand'>,
  fact: Pick<LineFacts, 'price' | 'regular' | 'breaks' | 'allows'>,
): { readonly price: Money; readonly regular: Money; readonly isByHand: boolean } {
  const { price, regular } = unitPriceOf(fact, quantity);
  const given = handPriceOf(byHand, { currency: price.currency, allows: fact.allows });
  return { price: given ?? price, regular, isByHand: given !== undefined };
}

/**
 * By variant id; a variant that is not sold in this market (any more) is missing. One statement when their stock was not read yet, and
 * what is not remembered.
 */
export async function readLineFacts(
  on: Queryable,
  doors: CartDoors,
  market: Market,
  {
    variantIds,
    at,
    stock: read,
  }: {
    readonly variantIds: readonly string[];
    readonly at: Date;
    readonly stock?: ReadonlyMap<string, VariantStock> | undefined;
  },
): Promise<ReadonlyMap<string, LineFacts>> {
  if (variantIds.length === 0) return new Map();
  const goods = await doors.goods.read(on, market, { variantIds, at });
  const stock = await doors.inventory.sellable(market, variantIds, { on, stock: read });
  const facts = variantIds.map((variantId, place) => {
    const sold = goods.get(variantId);
    return sold && ([variantId, factsOf(sold, stockOf(stock[place]))] as const);
  });
  return new Map(facts.filter((entry) => entry !== undefined));
}

function stockOf(stock: SellableView | undefined): GoodsStock {
  if (!stock) return { class: 'sold-out', available: 0, inStores: [] };
  const { told, backorder, available, inStores } = stock;
  return {
    class: told.class,
    available: backorder ? 'unlimited' : available,
    ...(told.shipsFrom !== undefined && { shipsFrom: told.shipsFrom }),
    inStores,
  };
}

function factsOf({ line, price }: SoldGood, stock: GoodsStock): LineFacts {
  return {
    productId: line.productId,
    productSlug: line.productSlug,
    name: line.name,
    options: line.options,
    sku: line.sku,
    categoryIds: line.categoryIds,
    weight: line.weight,
    media: line.media,
    components: line.components,
    price: price.price,
    regular: price.regular,
    breaks: price.breaks ?? [],
    plusTax: price.plusTax === true,
    allows: line.discounts ?? 'everything',
    isGiftCard: line.isGiftCard ?? false,
    stock: line.quantities ? { ...stock, quantities: line.quantities } : stock,
  };
}
