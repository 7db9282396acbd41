import type { Queryable, Transaction } from '@vitrine/database';
import { removeOrdered } from '../cart/remove-ordered.ts';
import type { PayOutcome } from './checkout.views.ts';
import type { CheckoutDesk, CheckoutDoors } from './checkout-desk.ts';
import { changeCheckout, type KeptCheckout, ownerOf } from './keep-checkout.ts';

/** Makes the order of what is frozen in the checkout: stock is kept for it, what was ordered leaves the cart. */
export async function placeDraft(
  tx: Transaction,
  doors: CheckoutDoors,
  checkout: KeptCheckout,
): Promise<string> {
  const { id: orderId } = await doors.orders.inTransaction.place(tx, checkout.draft!, checkout.id);
  const kept = await doors.stock.keep(tx, ownerOf(checkout.id), `order:${orderId}`);
  const [got, wanted] = [
    kept.reduce((sum, { quantity, backordered }) => sum + quantity + backordered, 0),
    checkout.draft!.priced.lines.reduce((sum, { quantity }) => sum + quantity, 0),
  ];
  // Nothing of it is kept then; the payment is asked after, and settled with what there is by then.
  if (got !== wanted)
    throw new Error(`Checkout "${checkout.id}" holds ${got} of ${wanted} pieces. Its order was not placed.`);
  await removeOrdered(tx, checkout.cart_id, checkout.paid_lines);
  await changeCheckout(tx, checkout.id, {
    state: 'placed',
    order_id: orderId,
    expires_at: null,
    declined: null,
  });
  return orderId;
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
