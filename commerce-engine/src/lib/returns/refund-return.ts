import { money } from '../money/money.rules.ts';
import { type DeliveryShare, givenBackDetail, sharesOfDeliveries } from '../orders/give-back.rules.ts';
import type { LockedOrder } from '../orders/orders.ts';
import type { MoneyStep, RefundTender } from '../orders/refund-plan.rules.ts';
import type { DeliveryChoice } from '../orders/refund-share.rules.ts';
import { creditOf, type KeptReturn, writeReturn } from './keep-return.ts';
import { type ReturnDesk, tellReturn } from './return-desk.ts';
import { readPolicy } from './return-policy.ts';
import type { RefundQuoteOutcome, StepOutcome } from './returns.views.ts';

export type Refunded =
  /** `credited` became store credit, minor units. */
  { readonly kind: 'refunded'; readonly kept: KeptReturn; readonly credited: number } | RefundRefusal;

export type RefundRefusal = Exclude<RefundQuoteOutcome, StepOutcome | { kind: 'quoted' }>;

/** What was decided of a refund. */
export interface RefundTerms {
  readonly kept: KeptReturn;
  readonly fee?: number;
  readonly delivery?: DeliveryChoice;
  readonly to?: RefundTender;
}

/** Takes what a return is worth off the order and gives back what was paid of it: SPEC rules RET-7 and RET-8. Locked for money. */
export async function refundPieces(
  desk: ReturnDesk,
  order: LockedOrder,
  {
    kept,
    fee = 0,
    delivery = 'none',
    to,
    credit: asCredit,
    exchanged,
    chargedFor = order,
  }: RefundTerms & {
    /** At most so much becomes store credit. */
    readonly credit?: number;
    /** What goods cost that it pays for: what it says of itself. */
    readonly exchanged?: number;
    /** The order before it grew by them, by which the delivery's charge is divided: as it was quoted. */
    readonly chargedFor?: LockedOrder;
  },
): Promise<Refunded> {
  const { tx, orders, at } = desk;
  const terms = termsOf(chargedFor, kept, { fee, delivery });
  if (terms.kind !== 'terms') return terms;
  const { credit, deliveries, charges, amount } = terms;
  const plan = await orders.inTransaction.giveBack(tx, order, {
    amount,
    deliveries,
    reason: `return ${kept.number}`,
    policy: (await readPolicy(tx, order.channel)).tenders,
    ...(to && { to }),
    ...(asCredit !== undefined && { credit: asCredit }),
  });
  if (plan.barred > 0) return { kind: 'barred', amount: money(plan.barred, order.currency) };
  const change = { state: 'refunded', fee, delivery: charges, refund: amount, updated_at: at } as const;
  const written = await writeReturn(tx, kept, change);
  const goods = kept.lines
    .map(({ line_id: lineId, resellable, damaged, net, tax, gross, taxes }) => ({
      lineId,
      quantity: resellable + damaged,
      share: { net, tax, gross, taxes },
    }))
    .filter(({ quantity }) => quantity > 0);
  const detail = givenBackDetail(goods, deliveries);
  const paid = exchanged === undefined ? undefined : { exchanged: Math.min(exchanged, amount) };
  await tellReturn(desk, kept, 'refunded', { credit, fee, delivery: charges, amount, ...detail, ...paid });
  const credited = plan.steps.reduce((sum, { via, amount: part }) => sum + (via ? part : 0), 0);
  return { kind: 'refunded', kept: written, credited };
}

/** What a refund would do. Minor units. */
export interface RefundQuote {
  readonly kind: 'quoted';
  /** What the pieces are worth that came back. */
  readonly goods: number;
  /** What of the delivery's charge goes with it. */
  readonly charges: number;
  /** What comes off the order. */
  readonly amount: number;
  /** What goes back of each payment. */
  readonly back: readonly MoneyStep[];
}

/** What a refund would do. Locked for money; writes nothing. */
export async function quoteRefund(
  desk: ReturnDesk,
  order: LockedOrder,
  {
    kept,
    fee = 0,
    delivery = 'none',
    ...how
  }: RefundTerms & {
    /** At most so much becomes store credit. */
    readonly credit?: number;
  },
): Promise<RefundQuote | RefundRefusal> {
  const terms = termsOf(order, kept, { fee, delivery });
  if (terms.kind !== 'terms') return terms;
  const { credit: goods, charges, amount } = terms;
  const { tenders: policy } = await readPolicy(desk.tx, order.channel);
  const plan = await desk.orders.inTransaction.planGiveBack(desk.tx, order, { amount, policy, ...how });
  if (plan.barred > 0) return { kind: 'barred', amount: money(plan.barred, order.currency) };
  const back = plan.steps.filter(({ kind }) => kind === 'refund');
  return { kind: 'quoted', goods, charges, amount, back };
}

/** What of the delivery's charge goes back with a return, by what is chosen. Minor units. */
export function deliveryChoices(
  order: LockedOrder,
  kept: KeptReturn,
): Readonly<Record<DeliveryChoice, number>> {
  const charges = (delivery: DeliveryChoice) => chargesOf(deliveriesOf(order, kept, delivery));
  return { none: 0, proportional: charges('proportional'), all: charges('all') };
}

function termsOf(
  order: LockedOrder,
  kept: KeptReturn,
  { fee, delivery }: { readonly fee: number; readonly delivery: DeliveryChoice },
) {
  const credit = creditOf(kept);
  if (fee > credit) return { kind: 'fee-too-high', most: money(credit, order.currency) } as const;
  const deliveries = deliveriesOf(order, kept, delivery);
  const charges = chargesOf(deliveries);
  return { kind: 'terms', credit, deliveries, charges, amount: credit + charges - fee } as const;
}

function deliveriesOf(order: LockedOrder, { lines }: KeptReturn, choice: DeliveryChoice): DeliveryShare[] {
  const returned = lines
    .map(({ line_id, resellable, damaged, pieces_before: before }) => ({
      lineId: line_id,
      quantity: resellable + damaged,
      ...(before !== null && { before }),
    }))
    .filter(({ quantity }) => quantity > 0);
  return sharesOfDeliveries(order, returned, choice);
}

function chargesOf(deliveries: readonly DeliveryShare[]): number {
  return deliveries.reduce((sum, { share }) => sum + share.gross, 0);
}
