import type { Money } from '../money/money.rules.ts';

/** One step of a price table. */
export interface PriceTier {
  /** Subtotal after discounts from which it holds, minor units. Default 0. */
  readonly fromSubtotal?: number;
  /** Grams from which it holds. Default 0. */
  readonly fromWeight?: number;
  /** Minor units. */
  readonly price: number;
}

/** What a method costs in one currency. */
export interface DeliveryPrices {
  readonly currency: string;
  readonly tiers: readonly PriceTier[];
  /** Subtotal from which it costs nothing. */
  readonly freeFrom?: number;
}

/**
 * What delivery costs: SPEC rules DELIV-4 to DELIV-6.
 * @returns undefined when there is no price in the currency, or no step is reached.
 */
export function deliveryPrice(
  tables: readonly DeliveryPrices[],
  parcel: { readonly currency: string; readonly subtotal: number; readonly weight: number },
): Money | undefined {
  const { currency, subtotal, weight } = parcel;
  const table = tables.find((each) => each.currency === currency);
  if (!table) return undefined;
  if (table.freeFrom !== undefined && subtotal >= table.freeFrom) return { amount: 0, currency };
  const [best] = table.tiers
    .filter(({ fromSubtotal = 0, fromWeight = 0 }) => fromSubtotal <= subtotal && fromWeight <= weight)
    .sort(
      (a, b) =>
        (b.fromWeight ?? 0) - (a.fromWeight ?? 0) ||
        (b.fromSubtotal ?? 0) - (a.fromSubtotal ?? 0) ||
        a.price - b.price,
    );
  return best && { amount: best.price, currency };
}
