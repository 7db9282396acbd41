import type { Transaction } from '@vitrine/database';
import type { KeptPayment } from '../payments/payments.ts';
import type { CheckoutDesk } from './checkout-desk.ts';
import { changeCheckout, type KeptCheckout, ownerOf } from './keep-checkout.ts';

/** Lets go of everything a payment under way holds; the checkout is open again. */
export async function giveUp(
  tx: Transaction,
  { doors, now }: Pick<CheckoutDesk, 'doors' | 'now'>,
  checkout: KeptCheckout,
  { declined, payments }: { declined: KeptCheckout['declined']; payments: readonly KeptPayment[] },
): Promise<KeptCheckout> {
  const owner = ownerOf(checkout.id);
  for (const payment of payments) {
    const isOver = payment.state === 'declined' || payment.state === 'cancelled';
    if (isOver) continue;
    await doors.payments.inTransaction.letGo(tx, payment, 'given up');
  }
  // In the order in which they are taken, so that nobody's locks cross.
  await doors.coupons.giveBack(tx, owner);
  await doors.delivery.inTransaction.giveBackSlot(tx, checkout.id);
  await doors.stock.release(tx, owner, { actor: 'shopper', at: now });
  return changeCheckout(tx, checkout, {
    state: 'open',
    payment_ids: [],
    expires_at: null,
    declined,
    updated_at: now,
  });
}
