import { money } from '../money/money.rules.ts';
import { givenBackDetail, sharesOfDeliveries } from '../orders/give-back.rules.ts';
import type { LockedOrder } from '../orders/orders.ts';
import type { RefundTender } from '../orders/refund-plan.rules.ts';
import type { DeliveryChoice } from '../orders/refund-share.rules.ts';
import { creditOf, type KeptReturn, writeReturn } from './keep-return.ts';
import { type ReturnDesk, tellReturn } from './return-desk.ts';
import type { ReturnsTables } from './returns.tables.ts';
import type { RefundOutcome, StepOutcome } from './returns.views.ts';

export type Refunded =
  /** `credited` became store credit, minor units. */
  | { readonly kind: 'refunded'; readonly kept: KeptReturn; readonly credited: number }
  | Exclude<RefundOutcome, StepOutcome>;

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
  }: {
    readonly kept: KeptReturn;
    readonly fee?: number;
    readonly delivery?: DeliveryChoice;
    readonly to?: RefundTender;
    /** At most so much becomes store credit. */
    readonly credit?: number;
  },
): Promise<Refunded> {
  const { tx, orders, at } = desk;
  const credit = creditOf(kept);
  if (fee > credit) return { kind: 'fee-too-high', most: money(credit, order.currency) };
  const back = kept.lines.map(({ line_id, resellable, damaged }) => ({
    lineId: line_id,
    quantity: resellable + damaged,
  }));
  const returned = back.filter(({ quantity }) => quantity > 0);
  const deliveries = sharesOfDeliveries(order, returned, delivery);
  const charges = deliveries.reduce((sum, { share }) => sum + share.gross, 0);
  const amount = credit + charges - fee;
  const plan = await orders.inTransaction.giveBack(tx, order, {
    amount,
    deliveries,
    reason: `return ${kept.number}`,
    policy: await readPolicy(desk, order.channel),
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

async function readPolicy({ tx }: ReturnDesk, channel: string) {
  const row = await tx
    .tables<ReturnsTables>()
    .selectFrom('returns_policy')
    .select('tenders')
    .where('channel', '=', channel)
    .executeTakeFirst();
  return row?.tenders ?? {};
}
