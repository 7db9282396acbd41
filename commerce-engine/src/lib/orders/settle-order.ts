import type { Transaction } from '@vitrine/database';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { KeptPayment, Payments } from '../payments/payments.ts';
import type { DeliveryShare } from './give-back.rules.ts';
import type { LockedOrder } from './lock-order.ts';
import type { OrdersTables } from './orders.tables.ts';
import { planCaptures, planRefunds, type RefundChoice, type RefundPlan } from './refund-plan.rules.ts';

/** Takes money off what an order owes, and writes down which deliveries it is of. The order is locked. */
export async function adjustOrder(
  tx: Transaction,
  order: LockedOrder,
  { amount, deliveries, at }: { amount: number; deliveries: readonly DeliveryShare[]; at: Date },
): Promise<LockedOrder> {
  const tables = tx.tables<OrdersTables>();
  const adjusted = order.adjusted + amount;
  await tables
    .updateTable('orders_order')
    .set({ adjusted, updated_at: at })
    .where('id', '=', order.id)
    .execute();
  for (const { deliveryId, share } of deliveries)
    await tables
      .updateTable('orders_delivery')
      .set((is) => ({ given_back: is('given_back', '+', share.gross) }))
      .where('id', '=', deliveryId)
      .execute();
  return { ...order, adjusted };
}

type WantedBack = { readonly amount: number } & Pick<RefundChoice, 'policy' | 'to' | 'credit'>;

/** What `giveBack` would do. Reads only. The order is locked for money. */
export function planGiveBack(
  tx: Transaction,
  payments: Payments,
  order: LockedOrder,
  { amount, ...wanted }: WantedBack,
): Promise<RefundPlan> {
  return planFor(tx, payments, { ...order, adjusted: order.adjusted + amount }, howFor(order, wanted));
}

/** Takes an amount off what is owed and gives back what was paid of it; nothing when a part of it is barred. Locked for money. */
export async function giveBack(
  tx: Transaction,
  payments: Payments,
  order: LockedOrder,
  {
    deliveries,
    at,
    reason,
    ...wanted
  }: WantedBack & {
    readonly deliveries: readonly DeliveryShare[];
    readonly reason: string;
    readonly at: Date;
  },
): Promise<RefundPlan> {
  const plan = await planGiveBack(tx, payments, order, wanted);
  if (plan.barred > 0) return plan;
  const { amount, ...choice } = wanted;
  const adjusted = await adjustOrder(tx, order, { amount, deliveries, at });
  return settleOrder(tx, payments, adjusted, { reason, ...howFor(order, choice) });
}

/** What is wanted of a refund, with who may get credit. */
function howFor<Wanted extends object>({ customerId }: LockedOrder, wanted: Wanted) {
  return { ...wanted, ...(customerId !== undefined && { customerId }) };
}

/** What would have to go back, and to whom it cannot. Reads only. */
async function planFor(
  tx: Transaction,
  payments: Payments,
  order: Pick<LockedOrder, 'id' | 'total' | 'adjusted'>,
  choice: RefundChoice,
): Promise<RefundPlan> {
  const standing = await payments.inTransaction.standing(tx, order.id);
  return planRefunds(order.total - order.adjusted, standing, choice);
}

/** Asks providers to give back what is paid and not owed: OWED-1 to OWED-5. What payments belong to is locked. */
export async function settleOrder(
  tx: Transaction,
  payments: Payments,
  order: Pick<LockedOrder, 'id' | 'total' | 'adjusted'>,
  { reason, ...choice }: RefundChoice & { readonly reason: string },
): Promise<RefundPlan> {
  const plan = await planFor(tx, payments, order, choice);
  for (const step of plan.steps) await payments.inTransaction.ask(tx, { ...step, reason });
  return plan;
}

/**
 * Has providers take what was promised for goods that leave now: OWED-6. What payments belong to is locked.
 * @returns what is not paid and not promised either; nothing is asked then unless `beforePaid`.
 */
export async function takePromised(
  tx: Transaction,
  payments: Payments,
  order: Pick<LockedOrder, 'id' | 'total' | 'adjusted'>,
  { beforePaid }: { readonly beforePaid: boolean },
): Promise<number> {
  const standing = await payments.inTransaction.standing(tx, order.id);
  const providers = new Map(standing.map(({ id, provider }) => [id, payments.provider(provider)]));
  const { steps, missing } = planCaptures(
    order.total - order.adjusted,
    standing,
    ({ id }) => providers.get(id)!.capture === 'with-shipment',
  );
  if (missing > 0 && !beforePaid) return missing;
  for (const step of steps) await payments.inTransaction.ask(tx, { ...step, reason: 'goods left' });
  return missing;
}

/** What is held of an order while its payments change. */
export type HeldSums = Pick<
  Selectable<OrdersTables['orders_order']>,
  'id' | 'total' | 'adjusted' | 'paid' | 'refunded'
>;

/** The order of a checkout, held until the transaction ends, or null: one value of another room's statement. */
export function heldSums(checkoutId: string): RawBuilder<HeldSums | null> {
  return sql`(
    select to_jsonb(held) from (
      select id, total, adjusted, paid, refunded from orders_order where checkout_id = ${checkoutId} for no key update
    ) as held)`;
}

/** Makes an order's sums what its payments say. What they belong to is locked, and the order. */
export async function writePaid(
  tx: Transaction,
  before: HeldSums,
  { payments, at }: { readonly payments: readonly KeptPayment[]; readonly at: Date },
): Promise<{
  /** Which of its sums have grown. */
  readonly hasMore: { readonly paid: boolean; readonly refunded: boolean };
  /** Whether its payments, taken whole, would be more than is owed, or nothing is owed at all. */
  readonly mayBeTooMuch: boolean;
}> {
  const tables = tx.tables<OrdersTables>();
  const sum = (part: 'captured' | 'refunded') => payments.reduce((total, each) => total + each[part], 0);
  const [paid, refunded] = [sum('captured'), sum('refunded')];
  await tx.later(
    tables.updateTable('orders_order').set({ paid, refunded, updated_at: at }).where('id', '=', before.id),
  );
  const owed = before.total - before.adjusted;
  const most = payments.reduce((total, each) => total + each.amount - each.refunded, 0);
  return {
    hasMore: { paid: paid > before.paid, refunded: refunded > before.refunded },
    mayBeTooMuch: owed === 0 || most > owed,
  };
}
