import { newId, type Transaction } from '@vitrine/database';
import { removeOrdered } from '../cart/remove-ordered.ts';
import type { HeldSums, OrderName } from '../orders/orders.ts';
import type { KeptPayment, PlacedOrder, ToldPayment } from '../payments/payments.ts';
import type { CheckoutDoors } from './checkout-desk.ts';
import { giveUp } from './give-up.ts';
import type { KeptCheckout } from './keep-checkout.ts';
import { keepForOrder, orderOwner, placeDraft } from './place-draft.ts';
import { stockSource } from './stock-source.ts';

/**
 * Brings a checkout in line with what its payments have become: SPEC rules CHECK-8 to CHECK-13. It looks at how things
 * stand, not at what just happened, so it may run any number of times. The checkout's row is locked.
 */
export async function settleCheckout(
  tx: Transaction,
  doors: CheckoutDoors,
  checkout: KeptCheckout,
  {
    changed,
    all,
    write,
    placed,
    now,
  }: ToldPayment & {
    /** Its order, when it is placed. */
    readonly placed: HeldSums | null;
    readonly now: Date;
  },
): Promise<PlacedOrder | undefined> {
  const { orderId: paidOrder } = changed;
  if (paidOrder !== undefined) {
    if (placed?.id !== paidOrder)
      throw new Error(
        `Payment "${changed.id}" is for order "${paidOrder}", which checkout "${checkout.id}" has not become.`,
      );
    await write();
    const payments = all.filter(({ orderId }) => orderId === paidOrder);
    await doors.orders.inTransaction.paymentChanged(tx, placed, { changed, payments });
    return undefined;
  }
  if (placed && (await doors.later.settle(tx, { changed, all, write, order: placed, now }))) return undefined;
  if (checkout.state === 'placed' || !isCurrent(checkout, changed)) {
    await write();
    await doors.payments.inTransaction.letGo(tx, changed, 'not needed any more');
    return undefined;
  }
  const payments = all.filter((payment) => isCurrent(checkout, payment));
  const lost = payments.find(({ state }) => state === 'declined' || state === 'cancelled');
  if (lost) {
    const declined = lost.declined ?? (lost.state === 'cancelled' ? 'expired' : 'declined');
    await write();
    await giveUp(tx, { doors, now }, checkout, { declined, payments });
    return undefined;
  }
  // The provider and the shop mean different sums: nothing is placed, people look.
  const isPaid = payments.every(({ state, problem }) => state === 'authorised' && problem === undefined);
  if (!isPaid) {
    await write();
    return undefined;
  }
  const orderId = newId();
  const name = await keepStock(tx, doors, checkout, { orderId, now });
  if (!name) {
    await write();
    await giveUp(tx, { doors, now }, checkout, { declined: 'sold-out', payments });
    return undefined;
  }
  await write({ id: orderId, paymentIds: payments.map(({ id }) => id) });
  await placeDraft(tx, doors, checkout, { id: orderId, name });
  for (const payment of payments) {
    if (doors.payments.provider(payment.provider).capture !== 'with-order') continue;
    const amount = payment.amount - payment.captured;
    if (amount > 0)
      await doors.payments.inTransaction.ask(tx, {
        paymentId: payment.id,
        kind: 'capture',
        amount,
        reason: 'order placed',
      });
  }
  await removeOrdered(tx, checkout.cart_id, checkout.paid_lines);
  return { id: orderId, number: name.number };
}

/**
 * What the shopper paid for may have been sold while they were away: then it is taken again, if it is there.
 * @returns what the order is called; undefined when it is not there.
 */
async function keepStock(
  tx: Transaction,
  doors: CheckoutDoors,
  checkout: KeptCheckout,
  { orderId, now }: { readonly orderId: string; readonly now: Date },
): Promise<OrderName | undefined> {
  const draft = checkout.draft!;
  const owner = orderOwner(orderId);
  const by = { actor: 'shopper', at: now };
  const demand = draft.priced.lines.map(({ id, quantity }) => {
    const { variantId, deliveryId } = draft.lines[id]!;
    return { variantId, quantity, deliveryId };
  });
  // Whoever frees what ran out holds the same rows: what is seen here stays so until the order has it.
  const lock = demand.map(({ variantId }) => variantId);
  const { isAll, name } = await keepForOrder(tx, doors, checkout, { orderId, lock });
  if (isAll) return name;
  await doors.stock.release(tx, owner, by);
  const { locations } = await doors.directory.channel(draft.channel, { on: tx });
  const parts = Object.entries(draft.deliveries).map(([deliveryId, { kind, storeId }]) => ({
    demand: demand.filter((each) => each.deliveryId === deliveryId),
    ...stockSource({ kind, storeId }, locations),
  }));
  const reserved = await doors.stock.reserve(tx, { owner, channel: draft.channel, parts }, by);
  return reserved.kind === 'reserved' ? name : undefined;
}

function isCurrent(checkout: KeptCheckout, payment: KeptPayment): boolean {
  return checkout.payment_ids.includes(payment.id);
}
