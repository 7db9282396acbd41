import type { Queryable } from '@vitrine/database';
import { type LineFacts, readLineFacts, unitPriceOf } from '../cart/line-facts.ts';
import type { CatalogQueries } from '../catalog/catalog.queries.ts';
import type { Market } from '../market.ts';
import { money } from '../money/money.rules.ts';
import type { LockedLine, LockedOrder } from '../orders/orders.ts';
import { shareOfPieces } from '../orders/refund-share.rules.ts';
import type { InsteadChoice, InsteadChoices } from './additions.views.ts';
import { isEvenFor } from './goods-instead.ts';
import type { PricingDoors } from './price-goods.ts';

/** What of the products that come back can be had in their stead now: SPEC rule ADD-16. Holds nothing. */
export async function choicesInstead(
  on: Queryable,
  doors: PricingDoors & { readonly catalog: Pick<CatalogQueries, 'productsById'> },
  {
    market,
    order,
    pieces,
    at,
  }: {
    readonly market: Market;
    readonly order: LockedOrder;
    /** How many of which lines may come back. */
    readonly pieces: readonly { readonly lineId: string; readonly quantity: number }[];
    readonly at: Date;
  },
): Promise<readonly InsteadChoices[]> {
  const lines = pieces.flatMap(({ lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return line && quantity > 0 ? [{ line, quantity }] : [];
  });
  const productIds = [...new Set(lines.map(({ line }) => line.productId))];
  const products = await doors.catalog.productsById(market, productIds, { on, at });
  const known = products.flatMap((product) => product?.variants.map(({ id }) => id) ?? []);
  const variantIds = [...new Set([...known, ...lines.map(({ line }) => line.variantId)])];
  const facts = await readLineFacts(on, doors, market, { variantIds, at });
  return lines.map(({ line, quantity }) => {
    const delivery = order.deliveries.find(({ id }) => id === line.deliveryId);
    const { net, gross } = shareOfPieces(line, { before: line.cancelled + line.returned, pieces: 1 });
    const paid = order.prices === 'inclusive' ? gross : net;
    const product = products.find((each) => each?.id === line.productId);
    const variants = (product?.variants ?? []).flatMap(({ id: variantId }): InsteadChoice[] => {
      const now = facts.get(variantId);
      if (!now) return [];
      const { available, inStores } = now.stock;
      const store = delivery?.kind === 'pickup' ? delivery.storeId : undefined;
      const there = store === undefined ? available : leftIn(inStores, store);
      const most = there === 'unlimited' ? quantity : Math.min(quantity, there);
      if (most <= 0) return [];
      const isEven = isEvenFor(line, { before: facts.get(line.variantId), now });
      const difference = isEven ? 0 : paidOf(unitPriceOf(now, 1).price.amount, line, order) - paid;
      const isSame = variantId === line.variantId;
      return [
        { variantId, options: now.options, isSame, most, difference: money(difference, order.currency) },
      ];
    });
    return { lineId: line.id, variants };
  });
}

/** A store tells how many there are only when they are few. */
function leftIn(stores: LineFacts['stock']['inStores'], storeId: string): number | 'unlimited' {
  const store = stores.find((each) => each.storeId === storeId);
  if (!store || store.class === 'sold-out') return 0;
  return store.left ?? 'unlimited';
}

/** What of a price is paid where tax that it holds was not owed for the pieces that come back. */
function paidOf(
  price: number,
  { total, gross }: LockedLine,
  { prices }: Pick<LockedOrder, 'prices'>,
): number {
  return prices === 'inclusive' && gross < total ? Math.round((price * gross) / total) : price;
}
