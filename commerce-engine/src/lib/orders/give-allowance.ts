import type { Transaction } from '@vitrine/database';
import { money } from '../money/money.rules.ts';
import type { Payments } from '../payments/payments.ts';
import { planAllowance } from './allowance.rules.ts';
import { givenBackDetail } from './give-back.rules.ts';
import { lockForMoney } from './lock-order.ts';
import type { AllowanceInput } from './order-input.ts';
import type { OrdersTables } from './orders.tables.ts';
import type { AllowanceOutcome } from './orders.views.ts';
import { sumShares } from './refund-share.rules.ts';
import { adjustOrder, planFor, settleOrder } from './settle-order.ts';

export interface AllowanceDesk {
  readonly payments: Payments;
  readonly at: Date;
  tell(detail: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Gives money back for goods that stay with the shopper: SPEC rules ALLOW-1 to ALLOW-4. */
export async function giveAllowance(
  tx: Transaction,
  { payments, at, tell }: AllowanceDesk,
  { orderId, amount, of, reason, to }: AllowanceInput,
): Promise<AllowanceOutcome> {
  const order = await lockForMoney(tx, payments, orderId);
  if (!order) return { kind: 'no-order' };
  const plan = planAllowance(order, amount, of);
  if (plan.kind === 'unknown') return { kind: 'unknown-part' };
  if (plan.kind === 'too-much') return { kind: 'too-much', most: money(plan.most, order.currency) };
  const { lines, deliveries } = plan.allowance;
  const { customerId } = order;
  const choice = { ...(to && { to }), ...(customerId !== undefined && { customerId }) };
  const less = { ...order, adjusted: order.adjusted + amount };
  const { barred } = await planFor(tx, payments, less, choice);
  if (barred > 0) return { kind: 'barred', amount: money(barred, order.currency) };
  for (const { lineId, share } of lines)
    await tx.later(
      tx
        .tables<OrdersTables>()
        .updateTable('orders_line')
        .set((is) => ({ allowance: is('allowance', '+', share.gross) }))
        .where('id', '=', lineId),
    );
  const adjusted = await adjustOrder(tx, order, { amount, deliveries, at });
  const settled = await settleOrder(tx, payments, adjusted, { reason: 'allowance', ...choice });
  const back = settled.steps.reduce((sum, step) => sum + (step.kind === 'refund' ? step.amount : 0), 0);
  const { gross } = sumShares([...lines, ...deliveries].map(({ share }) => share));
  await tell({ reason, back, ...givenBackDetail(lines, deliveries) });
  await tx.emit({ kind: 'order.allowance-given', payload: { orderId: order.id } });
  return {
    kind: 'given',
    amount: money(gross, order.currency),
    back: money(back, order.currency),
    owed: money(order.total - adjusted.adjusted, order.currency),
  };
}
