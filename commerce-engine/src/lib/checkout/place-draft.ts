import type { Queryable, Transaction } from '@vitrine/database';
import type { PayOutcome } from './checkout.views.ts';
import type { CheckoutDesk, CheckoutDoors } from './checkout-desk.ts';
import { changeCheckout, type KeptCheckout, ownerOf } from './keep-checkout.ts';

/** Makes what a checkout holds the order's, for good. @returns whether that is all that is paid for. */
export async function keepForOrder(
  tx: Transaction,
  { stock }: Pick<CheckoutDoors, 'stock'>,
  checkout: KeptCheckout,
  orderId: string,
): Promise<boolean> {
  const kept = await stock.keep(tx, ownerOf(checkout.id), orderOwner(orderId));
  const got = kept.reduce((sum, { quantity, backordered }) => sum + quantity + backordered, 0);
  return got === checkout.draft!.priced.lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Who holds an order's stock. */
export const orderOwner = (orderId: string) => `order:${orderId}`;

/** Makes the order of what is frozen in the checkout; its stock is kept for it. What was ordered has to leave the cart then. */
export async function placeDraft(
  tx: Transaction,
  doors: CheckoutDoors,
  checkout: KeptCheckout,
  orderId: string,
): Promise<void> {
  await doors.orders.inTransaction.place(tx, checkout.draft!, { id: orderId, checkoutId: checkout.id });
  await changeCheckout(tx, checkout, {
    state: 'placed',
    order_id: orderId,
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
