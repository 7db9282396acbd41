import type { Queryable } from '@vitrine/database';
import type { CartLine } from '../cart/cart-line.ts';
import type { LineFacts } from '../cart/line-facts.ts';
import type { Place } from '../tax/place.rules.ts';
import type { DeliveryOptionView } from './checkout.views.ts';
import type { CheckoutDesk } from './checkout-desk.ts';

/** What can be chosen to get these lines. */
export async function deliveryChoices(
  on: Queryable,
  { doors, market, now }: CheckoutDesk,
  {
    facts,
    ...ask
  }: {
    readonly place: Place;
    readonly subtotal: number;
    readonly lines: readonly CartLine[];
    readonly facts: ReadonlyMap<string, LineFacts>;
  },
): Promise<readonly DeliveryOptionView[]> {
  const inStores = ask.lines.map(({ variantId }) => facts.get(variantId)?.stock.inStores ?? []);
  const shipsFrom = ask.lines.map(({ variantId }) => facts.get(variantId)?.stock.shipsFrom);
  const { offered } = await doors.delivery.options(market, ask, {
    on,
    at: now,
    stock: { inStores, shipsFrom },
  });
  const methods = await doors.delivery.methods({ on });
  return offered.map(({ stores, ...option }) => {
    const method = methods.find(({ id }) => id === option.methodId);
    return {
      ...option,
      ...(stores && {
        stores: stores
          .filter(({ available }) => available)
          .map(({ storeId, name, city }) => ({ id: storeId, name, city })),
      }),
      hasSlots: method?.slots !== undefined || method?.slotsByStore !== undefined,
    };
  });
}
