import type { Transaction } from '@vitrine/database';
import { z } from 'zod';
import { type Money, money } from '../money/money.rules.ts';
import { readPayments } from './keep-payment.ts';
import { askOperation } from './operations.ts';
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

export interface MarkPaidDesk {
  /** Absent = nobody knows what orders owe: nothing can be marked. */
  readonly orders: PaidOrders | undefined;
  readonly actor: string;
  readonly at: Date;
  readonly provider: (id: string) => PaymentProvider;
  readonly lockOwner: (owner: string) => Promise<unknown>;
}

/** The money of a payment came that no provider tells of: SPEC rule PAY-9. */
export async function markPaid(
  tx: Transaction,
  { paymentId, amount: wanted, note }: MarkPaidInput,
  { orders, actor, at, provider, lockOwner }: MarkPaidDesk,
): Promise<MarkPaidOutcome> {
  const [payment] = await readPayments(tx, { id: paymentId });
  if (!orders || payment?.orderId === undefined) return { kind: 'not-awaited' };
  const { orderId } = payment;
  await lockOwner(payment.owner);
  const left = await orders.left(tx, orderId);
  const standing = (await readStanding(tx, orderId)).find(({ id }) => id === paymentId);
  if (!standing || !isAwaited(standing, provider(standing.provider))) return { kind: 'not-awaited' };
  const most = Math.min(left, standing.amount - standing.captured - standing.capturing);
  const amount = wanted ?? most;
  if (amount > most || amount <= 0)
    return { kind: 'too-much', left: money(Math.max(0, most), standing.currency) };
  await askOperation(tx, { paymentId, kind: 'capture', amount, reason: 'marked paid', at });
  const detail = { payment: paymentId, amount, ...(note !== undefined && { note }) };
  await orders.tell(tx, orderId, { kind: 'marked-paid', actor, detail });
  return { kind: 'marked', amount: money(amount, standing.currency) };
}

function isAwaited({ state, cancelling }: StandingPayment, { capture }: PaymentProvider): boolean {
  return capture === 'by-staff' && state === 'authorised' && !cancelling;
}
