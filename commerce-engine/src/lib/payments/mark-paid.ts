import type { Transaction } from '@vitrine/database';
import { z } from 'zod';
import { type Money, money } from '../money/money.rules.ts';
import type { PaymentProvider } from './payment-provider.ts';
import { readStanding, type StandingPayment } from './standing-payments.ts';

export const markPaidSchema = z.strictObject({
  paymentId: z.uuid('expected a UUID'),
  /** Minor units. Absent = all that is still owed. */
  amount: z.int('expected whole minor units').min(1).optional(),
  /** The line of the bank statement. */
  note: z.string().trim().min(1).max(200).optional(),
});

export type MarkPaidInput = z.infer<typeof markPaidSchema>;

export type MarkPaidOutcome =
  | { readonly kind: 'marked'; readonly amount: Money }
  /** There is no such payment of an order, or its provider takes the money by itself. */
  | { readonly kind: 'not-awaited' }
  /** So much is still owed; nothing was marked. */
  | { readonly kind: 'too-much'; readonly left: Money };

/** What payments need to know of orders. */
export interface PaidOrders {
  /** Minor units that may still be taken for an order: what is owed less what is paid or under way. Locks the order. */
  left(tx: Transaction, orderId: string): Promise<number>;
  tell(
    tx: Transaction,
    orderId: string,
    event: { kind: string; actor: string; detail?: Readonly<Record<string, unknown>> },
  ): Promise<void>;
}

/** The money of a payment came that nobody told us of: SPEC rule PAY-9. The owner is locked. */
export async function markPaid(
  tx: Transaction,
  desk: {
    readonly orders: PaidOrders;
    readonly actor: string;
    readonly ask: (paymentId: string, amount: number) => Promise<unknown>;
  },
  {
    payment,
    provider,
    input,
  }: {
    readonly payment: { readonly id: string; readonly orderId: string };
    readonly provider: PaymentProvider;
    readonly input: MarkPaidInput;
  },
): Promise<MarkPaidOutcome> {
  const left = await desk.orders.left(tx, payment.orderId);
  const standing = (await readStanding(tx, payment.orderId)).find(({ id }) => id === payment.id);
  if (!standing || !isAwaited(standing, provider)) return { kind: 'not-awaited' };
  const most = Math.min(left, standing.amount - standing.captured - standing.capturing);
  const amount = input.amount ?? most;
  if (amount > most || amount <= 0)
    return { kind: 'too-much', left: money(Math.max(0, most), standing.currency) };
  await desk.ask(payment.id, amount);
  await desk.orders.tell(tx, payment.orderId, {
    kind: 'marked-paid',
    actor: desk.actor,
    detail: { payment: payment.id, amount, ...(input.note !== undefined && { note: input.note }) },
  });
  return { kind: 'marked', amount: money(amount, standing.currency) };
}

function isAwaited({ state, cancelling }: StandingPayment, { capture }: PaymentProvider): boolean {
  return capture === 'with-shipment' && state === 'authorised' && !cancelling;
}
