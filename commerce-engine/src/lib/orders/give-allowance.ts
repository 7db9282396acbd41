import type { Transaction } from '@vitrine/database';
import { money } from '../money/money.rules.ts';
import type { Payments } from '../payments/payments.ts';
import { planAllowance } from './allowance.rules.ts';
import { givenBackDetail } from './give-back.rules.ts';
import { lockForMoney } from './lock-order.ts';
import { type MadeCards, withCards } from './made-cards.ts';
import type { AllowanceInput } from './order-input.ts';
import type { OrdersTables } from './orders.tables.ts';
import type { AllowanceOutcome } from './orders.views.ts';
import { giveBack } from './settle-order.ts';

export interface AllowanceDesk {
  readonly payments: Payments;
  readonly cards: MadeCards;
  readonly at: Date;
  tell(detail: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Gives money back for goods that stay with the shopper: SPEC rules ALLOW-1 to ALLOW-4. */
export async function giveAllowance(
  tx: Transaction,
  { payments, cards, at, tell }: AllowanceDesk,
  { orderId, amount, of, reason, to }: AllowanceInput,
): Promise<AllowanceOutcome> {
  const order = await lockForMoney(tx, payments, orderId);
  if (!order) return { kind: 'no-order' };
  const onCards = await cards.left(tx, orderId, { hold: true });
  const plan = planAllowance(withCards(order, onCards), amount, of);
  if (plan.kind === 'unknown') return { kind: 'unknown-part' };
  if (plan.kind === 'too-much') return { kind: 'too-much', most: money(plan.most, order.currency) };
  const { lines, deliveries } = plan.allowance;
  const wanted = { amount, deliveries, at, reason: 'allowance', ...(to && { to }) };
  const { barred, steps } = await giveBack(tx, payments, order, wanted);
  if (barred > 0) return { kind: 'barred', amount: money(barred, order.currency) };
  for (const { lineId, share } of lines) {
    if (onCards.has(lineId)) await cards.takeOff(tx, { lineId, amount: share.gross, at });
    await tx.later(
      tx
        .tables<OrdersTables>()
        .updateTable('orders_line')
        .set((is) => ({ allowance: is('allowance', '+', share.gross) }))
        .where('id', '=', lineId),
    );
  }
  const back = steps.reduce((sum, step) => sum + (step.kind === 'refund' ? step.amount : 0), 0);
  await tell({ reason, back, ...givenBackDetail(lines, deliveries) });
  await tx.emit({ kind: 'order.allowance-given', payload: { orderId: order.id } });
  return {
    kind: 'given',
    amount: money(amount, order.currency),
    back: money(back, order.currency),
    owed: money(order.total - order.adjusted - amount, order.currency),
  };
}
