import { money } from '../money/money.rules.ts';
import { givenBackDetail, sharesOfDeliveries } from '../orders/give-back.rules.ts';
import type { LockedOrder } from '../orders/orders.ts';
import type { RefundTender } from '../orders/refund-plan.rules.ts';
import type { DeliveryChoice } from '../orders/refund-share.rules.ts';
import { creditOf, type KeptReturn, writeReturn } from './keep-return.ts';
import type { RefundQuote } from './prepare-exchange.ts';
import { type ReturnDesk, tellReturn } from './return-desk.ts';
import { readPolicy } from './return-policy.ts';
import type { RefundOutcome, StepOutcome } from './returns.views.ts';

export type Refunded =
  /** `credited` became store credit, minor units. */
  | { readonly kind: 'refunded'; readonly kept: KeptReturn; readonly credited: number }
  | Exclude<RefundOutcome, StepOutcome>;

interface Terms {
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
  }: Terms & {
    /** At most so much becomes store credit. */
    readonly credit?: number;
  },
): Promise<Refunded> {
  const { tx, orders, at } = desk;
  const terms = termsOf(order, kept, { fee, delivery });
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
  await tellReturn(desk, kept, 'refunded', { credit, fee, delivery: charges, amount, ...detail });
  const credited = plan.steps.reduce((sum, { via, amount: part }) => sum + (via ? part : 0), 0);
  return { kind: 'refunded', kept: written, credited };
}

/** What a refund would do, of whose amount at most so much becomes store credit. Locked for money; writes nothing. */
export async function quoteRefund(
  desk: ReturnDesk,
  order: LockedOrder,
  { kept, fee = 0, delivery = 'none', credit }: Omit<Terms, 'to'> & { readonly credit: number },
): Promise<({ readonly kind: 'quoted' } & RefundQuote) | Exclude<RefundOutcome, StepOutcome>> {
  const terms = termsOf(order, kept, { fee, delivery });
  if (terms.kind !== 'terms') return terms;
  const { amount } = terms;
  const { tenders: policy } = await readPolicy(desk.tx, order.channel);
  const plan = await desk.orders.inTransaction.planGiveBack(desk.tx, order, { amount, policy, credit });
  if (plan.barred > 0) return { kind: 'barred', amount: money(plan.barred, order.currency) };
  const sum = (isCredit: boolean) =>
    plan.steps
      .filter(({ kind, via }) => kind === 'refund' && (via !== undefined) === isCredit)
      .reduce((total, step) => total + step.amount, 0);
  return { kind: 'quoted', amount, credited: sum(true), back: sum(false) };
}

function termsOf(
  order: LockedOrder,
  kept: KeptReturn,
  { fee, delivery }: { readonly fee: number; readonly delivery: DeliveryChoice },
) {
  const credit = creditOf(kept);
  if (fee > credit) return { kind: 'fee-too-high', most: money(credit, order.currency) } as const;
  const returned = kept.lines
    .map(({ line_id, resellable, damaged }) => ({ lineId: line_id, quantity: resellable + damaged }))
    .filter(({ quantity }) => quantity > 0);
  const deliveries = sharesOfDeliveries(order, returned, delivery);
  const charges = deliveries.reduce((sum, { share }) => sum + share.gross, 0);
  return { kind: 'terms', credit, deliveries, charges, amount: credit + charges - fee } as const;
}
