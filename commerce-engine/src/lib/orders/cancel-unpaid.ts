import type { Transaction } from '@vitrine/database';
import { type CancelDesk, cancelOrder } from './cancel-order.ts';
import { lockForMoney } from './lock-order.ts';
import { leftToPay } from './refund-plan.rules.ts';

/**
 * Cancels an order whose shopper promised to pay and never did: SPEC rule ORDER-11.
 * @returns false when something was paid meanwhile, or something left.
 */
export async function cancelUnpaid(tx: Transaction, desk: CancelDesk, orderId: string): Promise<boolean> {
  const order = await lockForMoney(tx, desk.payments, orderId);
  if (order?.state !== 'placed' || order.lines.some(({ fulfilled }) => fulfilled > 0)) return false;
  const standing = await desk.payments.inTransaction.standing(tx, orderId);
  const owed = order.total - order.adjusted;
  if (leftToPay(owed, standing) < owed) return false;
  const outcome = await cancelOrder(tx, desk, { orderId, reason: 'not paid in time' });
  return outcome.kind === 'cancelled';
}
