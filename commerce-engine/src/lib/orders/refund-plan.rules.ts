import type { PaymentStateName } from '../payments/payments.views.ts';

/** A payment as far as money can go back over it. Minor units. */
export interface SettledPayment {
  readonly id: string;
  readonly method: string;
  readonly state: PaymentStateName;
  readonly amount: number;
  readonly captured: number;
  readonly refunded: number;
  /** Asked of the provider and not told of yet. */
  readonly capturing: number;
  readonly refunding: number;
  readonly cancelling: boolean;
}

/**
 * How money may go back, by the method it was paid with; a method that is not named goes back the way it came.
 * `original` is the payment itself. Other tenders are for stores that have them.
 */
export type RefundPolicy = Readonly<Record<string, readonly string[]>>;

export interface MoneyStep {
  readonly paymentId: string;
  readonly kind: 'refund' | 'cancel';
  readonly amount: number;
}

export interface RefundPlan {
  readonly steps: readonly MoneyStep[];
  /** What must go back and cannot go back to the tender it came from. */
  readonly barred: number;
}

/**
 * What has to be done so that a shop keeps no more of an order than is owed: SPEC rules MONEY-1 to MONEY-4. It looks at
 * how things stand, so it may be asked any number of times.
 * @param payments in the order they were begun.
 */
export function planRefunds(
  owed: number,
  payments: readonly SettledPayment[],
  policy: RefundPolicy = {},
): RefundPlan {
  let back = Math.max(0, heldOf(payments) - owed);
  const steps: MoneyStep[] = [];
  for (const payment of payments) {
    if (!(policy[payment.method] ?? ['original']).includes('original')) continue;
    const amount = Math.min(back, leftOf(payment));
    back -= amount;
    if (amount > 0) steps.push({ paymentId: payment.id, kind: 'refund', amount });
  }
  if (owed === 0) steps.push(...payments.filter(isOnlyPromised).map(cancelling));
  return { steps, barred: back };
}

/** What may still be taken: what is owed less what is paid or under way. */
export function leftToPay(owed: number, payments: readonly SettledPayment[]): number {
  const coming = payments.reduce((sum, { capturing }) => sum + capturing, 0);
  return Math.max(0, owed - heldOf(payments) - coming);
}

function heldOf(payments: readonly SettledPayment[]): number {
  return payments.reduce((sum, payment) => sum + leftOf(payment), 0);
}

function leftOf({ captured, refunded, refunding }: SettledPayment): number {
  return captured - refunded - refunding;
}

/** Nothing was taken, and nothing is being taken: the promise can be given up. */
function isOnlyPromised({ state, captured, capturing, cancelling }: SettledPayment): boolean {
  const isOver = state === 'declined' || state === 'cancelled';
  return !isOver && captured === 0 && capturing === 0 && !cancelling;
}

function cancelling({ id, amount }: SettledPayment): MoneyStep {
  return { paymentId: id, kind: 'cancel', amount };
}
