import type { Queryable, Transaction } from '@vitrine/database';
import type { OrderName } from '../orders/orders.ts';
import type { PayOutcome } from './checkout.views.ts';
import type { CheckoutDesk, CheckoutDoors } from './checkout-desk.ts';
import { changeCheckout, type KeptCheckout, ownerOf } from './keep-checkout.ts';

/**
 * Makes what a checkout holds the order's, for good, and gives the order its name. One statement.
 * @returns whether that is all that is paid for.
 */
export async function keepForOrder(
  tx: Transaction,
  { stock, orders }: Pick<CheckoutDoors, 'stock' | 'orders'>,
  { id, draft }: KeptCheckout,
  {
    orderId,
    lock,
  }: {
    readonly orderId: string;
    /** Variants to lock for it. Absent = they are. */
    readonly lock?: readonly string[];
  },
): Promise<{ readonly isAll: boolean; readonly name: OrderName }> {
  const keeper = orderOwner(orderId);
  const also = orders.inTransaction.name(draft!);
  const { kept, also: name } = await stock.keep(tx, ownerOf(id), { keeper, lock, also });
  const got = kept.reduce((sum, { quantity, backordered }) => sum + quantity + backordered, 0);
  return { isAll: got === draft!.priced.lines.reduce((sum, { quantity }) => sum + quantity, 0), name };
}

/** Who holds an order's stock. */
export const orderOwner = (orderId: string) => `order:${orderId}`;

/** Makes the order of what is frozen in the checkout; its stock is kept for it. What was ordered has to leave the cart then. */
export async function placeDraft(
  tx: Transaction,
  doors: CheckoutDoors,
  checkout: KeptCheckout,
  order: { readonly id: string; readonly name: OrderName },
): Promise<void> {
  await doors.orders.inTransaction.place(tx, checkout.draft!, { ...order, checkoutId: checkout.id });
  await changeCheckout(tx, checkout, {
    state: 'placed',
    order_id: order.id,
    expires_at: null,
    declined: null,
  });
}

/** @returns undefined when there is no order of this checkout (yet). */
export async function placedOutcome(
  on: Queryable,
  { doors }: Pick<CheckoutDesk, 'doors'>,
  checkoutId: string,
): Promise<PayOutcome | undefined> {
  const order = await doors.orders.ofCheckout(on, checkoutId);
  return order && { kind: 'placed', order };
}
