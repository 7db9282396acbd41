import { newId, type Transaction } from '@vitrine/database';
import { removeOrdered } from '../cart/remove-ordered.ts';
import type { KeptPayment } from '../payments/payments.ts';
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
    now,
  }: {
    readonly changed: KeptPayment;
    /** All payments of the checkout, as they are now. */
    readonly all: readonly KeptPayment[];
    readonly now: Date;
  },
): Promise<void> {
  if (checkout.state === 'placed') return settlePlaced(tx, doors, { changed, all });
  if (!isCurrent(checkout, changed))
    return doors.payments.inTransaction.letGo(tx, changed, 'not needed any more');
  const payments = all.filter((payment) => isCurrent(checkout, payment));
  const lost = payments.find(({ state }) => state === 'declined' || state === 'cancelled');
  if (lost) {
    const declined = lost.declined ?? (lost.state === 'cancelled' ? 'expired' : 'declined');
    await giveUp(tx, { doors, now }, checkout, { declined, payments });
    return;
  }
  if (!payments.every(({ state }) => state === 'authorised')) return;
  // The provider and the shop mean different sums: nothing is placed, people look.
  if (payments.some(({ problem }) => problem !== undefined)) return;
  const orderId = newId();
  if (!(await keepStock(tx, doors, checkout, { orderId, now }))) {
    await giveUp(tx, { doors, now }, checkout, { declined: 'sold-out', payments });
    return;
  }
  await placeDraft(tx, doors, checkout, orderId);
  await doors.payments.inTransaction.attach(
    tx,
    payments.map(({ id }) => id),
    orderId,
  );
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
  // It goes by rows, so that what comes after it would be a statement of its own.
  await removeOrdered(tx, checkout.cart_id, checkout.paid_lines);
}

/** What the shopper paid for may have been sold while they were away: then it is taken again, if it is there. */
async function keepStock(
  tx: Transaction,
  doors: CheckoutDoors,
  checkout: KeptCheckout,
  { orderId, now }: { readonly orderId: string; readonly now: Date },
): Promise<boolean> {
  const draft = checkout.draft!;
  const owner = orderOwner(orderId);
  const by = { actor: 'shopper', at: now };
  const demand = draft.priced.lines.map(({ id, quantity }) => {
    const { variantId, deliveryId } = draft.lines[id]!;
    return { variantId, quantity, deliveryId };
  });
  // Whoever frees what ran out holds the same rows: what is seen here stays so until the order has it.
  await doors.stock.lockItems(
    tx,
    demand.map(({ variantId }) => variantId),
  );
  if (await keepForOrder(tx, doors, checkout, orderId)) return true;
  await doors.stock.release(tx, owner, by);
  const { locations } = await doors.directory.channel(draft.channel, { on: tx });
  const parts = Object.entries(draft.deliveries).map(([deliveryId, { kind, storeId }]) => ({
    demand: demand.filter((each) => each.deliveryId === deliveryId),
    ...stockSource({ kind, storeId }, locations),
  }));
  const reserved = await doors.stock.reserve(tx, { owner, channel: draft.channel, parts }, by);
  return reserved.kind === 'reserved';
}

async function settlePlaced(
  tx: Transaction,
  doors: CheckoutDoors,
  { changed, all }: { readonly changed: KeptPayment; readonly all: readonly KeptPayment[] },
): Promise<void> {
  const { orderId } = changed;
  if (orderId === undefined) return doors.payments.inTransaction.letGo(tx, changed, 'not needed any more');
  const payments = all.filter((payment) => payment.orderId === orderId);
  await doors.orders.inTransaction.paymentChanged(tx, orderId, { changed, payments });
}

function isCurrent(checkout: KeptCheckout, payment: KeptPayment): boolean {
  return checkout.payment_ids.includes(payment.id);
}
