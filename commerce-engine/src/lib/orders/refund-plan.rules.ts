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
  /** What of `capturing` the provider could not do at all. */
  readonly stuck: number;
  readonly refunding: number;
  readonly cancelling: boolean;
}

/**
 * How money may go back, by the method it was paid with; a method that is not named goes back the way it came.
 * `original` is the payment itself, `store-credit` credit of the order's customer. Of several the first is taken, unless one
 * is asked for.
 */
export type RefundPolicy = Readonly<Record<string, readonly string[]>>;

export const REFUND_TENDERS = ['original', 'store-credit'] as const;
export type RefundTender = (typeof REFUND_TENDERS)[number];

/** Where money is to go, and who can be given credit. */
export interface RefundChoice {
  readonly policy?: RefundPolicy;
  /** Absent = as the policy says. */
  readonly to?: RefundTender;
  /** Absent = the order has no customer. */
  readonly customerId?: string;
  /** At most so much becomes store credit, as far as the policy allows, before the rest goes back. Absent = as `to` says. */
  readonly credit?: number;
}

export interface MoneyStep {
  readonly paymentId: string;
  readonly kind: 'capture' | 'refund' | 'cancel';
  readonly amount: number;
  /** Absent = the way it came. */
  readonly via?: { readonly provider: 'store-credit'; readonly to: string };
}

export interface RefundPlan {
  readonly steps: readonly MoneyStep[];
  /** What must go back and cannot go back to the tender it came from. */
  readonly barred: number;
}

/**
 * What has to be done so that a shop keeps no more of an order than is owed: SPEC rules OWED-1 to OWED-4. It looks at
 * how things stand, so it may be asked any number of times.
 * @param payments in the order they were begun.
 */
export function planRefunds(
  owed: number,
  payments: readonly SettledPayment[],
  choice: RefundChoice = {},
): RefundPlan {
  let back = Math.max(0, heldOf(payments) - owed);
  let credit = choice.credit ?? 0;
  const steps: MoneyStep[] = [];
  for (const payment of payments) {
    const { method } = payment;
    const isCredit = credit > 0 && tenderFor(method, { ...choice, to: 'store-credit' }) === 'store-credit';
    const asCredit = isCredit ? Math.min(back, credit, leftOf(payment)) : 0;
    const tender = tenderFor(method, choice);
    const rest = tender === undefined ? 0 : Math.min(back - asCredit, leftOf(payment) - asCredit);
    credit -= asCredit;
    back -= asCredit + rest;
    const [creditStep, originalStep] = tender === 'store-credit' ? [asCredit + rest, 0] : [asCredit, rest];
    const step = { paymentId: payment.id, kind: 'refund' } as const;
    const via = { provider: 'store-credit', to: choice.customerId! } as const;
    if (creditStep > 0) steps.push({ ...step, amount: creditStep, via });
    if (originalStep > 0) steps.push({ ...step, amount: originalStep });
  }
  if (owed === 0) steps.push(...payments.filter(isOnlyPromised).map(cancelling));
  return { steps, barred: back };
}

/** Tenders of the shop: what they paid stays with them unless the policy names them. */
const OWN_TENDERS = ['gift-card', 'store-credit', 'points'];

/** Where what was paid so goes; undefined = nowhere. SPEC rule OWED-5. */
function tenderFor(method: string, { policy = {}, to, customerId }: RefundChoice): RefundTender | undefined {
  const isKeptApart = OWN_TENDERS.includes(method);
  const named = method === 'points' ? undefined : policy[method];
  const allowed = named ?? (isKeptApart ? ['original'] : REFUND_TENDERS);
  const wanted = named === undefined && (isKeptApart || to === undefined) ? 'original' : to;
  const possible = REFUND_TENDERS.filter(
    (tender) => allowed.includes(tender) && (tender === 'original' || customerId !== undefined),
  );
  if (wanted !== undefined) return possible.find((tender) => tender === wanted);
  return allowed.flatMap((name) => possible.filter((tender) => tender === name))[0];
}

/** What may still be taken: what is owed less what is paid or under way. */
export function leftToPay(owed: number, payments: readonly SettledPayment[]): number {
  const coming = payments.reduce((sum, { capturing }) => sum + capturing, 0);
  return Math.max(0, owed - heldOf(payments) - coming);
}

export interface CapturePlan {
  readonly steps: readonly MoneyStep[];
  /** What is neither paid, nor on its way, nor promised so that it can be taken now. */
  readonly missing: number;
}

/**
 * What has to be taken so that goods may leave: SPEC rule OWED-6.
 * @param payments in the order they were begun.
 * @param isTakeable whether a payment's money is taken when goods leave.
 */
export function planCaptures(
  owed: number,
  payments: readonly SettledPayment[],
  isTakeable: (payment: SettledPayment) => boolean,
): CapturePlan {
  const stuck = payments.reduce((sum, each) => sum + each.stuck, 0);
  let missing = Math.min(owed, leftToPay(owed, payments) + stuck);
  const steps: MoneyStep[] = [];
  for (const payment of payments) {
    const { id, amount, captured, capturing, state, cancelling } = payment;
    if (state !== 'authorised' || cancelling || !isTakeable(payment)) continue;
    const taken = Math.min(missing, amount - captured - capturing);
    missing -= taken;
    if (taken > 0) steps.push({ paymentId: id, kind: 'capture', amount: taken });
  }
  return { steps, missing };
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
