import type { Queryable } from '@vitrine/database';
import { type KeptPayment, readPayments } from './keep-payment.ts';
import { readOpenOperations } from './operations.ts';

/** A payment and what its provider has been asked for and not told of yet, or could not do. */
export interface StandingPayment extends KeptPayment {
  readonly capturing: number;
  /** What of `capturing` the provider could not do at all. */
  readonly stuck: number;
  readonly refunding: number;
  readonly cancelling: boolean;
}

/** An order's payments in the order they were begun. Two statements. */
export async function readStanding(on: Queryable, orderId: string): Promise<StandingPayment[]> {
  const payments = await readPayments(on, { orderIds: [orderId] });
  const open = await readOpenOperations(
    on,
    payments.map(({ id }) => id),
  );
  return payments.map((payment) => {
    const own = open.filter(({ paymentId }) => paymentId === payment.id);
    const sum = (kind: string, among = own) =>
      among.filter((each) => each.kind === kind).reduce((total, { amount }) => total + amount, 0);
    return {
      ...payment,
      capturing: sum('capture'),
      stuck: sum(
        'capture',
        own.filter(({ state }) => state === 'failed'),
      ),
      refunding: sum('refund'),
      cancelling: own.some(({ kind }) => kind === 'cancel'),
    };
  });
}
