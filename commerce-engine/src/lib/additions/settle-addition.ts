import type { Transaction } from '@vitrine/database';
import type { StockBooker } from '../inventory/inventory.ts';
import type { HeldSums, LockedOrder, Orders } from '../orders/orders.ts';
import type { Payments, ToldPayment } from '../payments/payments.ts';
import { type HoldingDoors, keepGoods } from './hold-goods.ts';
import { holderOf, type KeptAddition, readAdditions, writeAddition } from './keep-addition.ts';

/** What returns do of whose goods an addition becomes something: SPEC rules RET-27 and RET-28. The order is locked for money. */
export interface ReturnsOfAdditions {
  /** Whether a return still pays what it was to pay of these goods. */
  allows(tx: Transaction, kept: KeptAddition, order: LockedOrder): Promise<boolean>;
  /** The goods are the order's, which has `grown` by them: the return pays its part. @returns the order afterwards. */
  pay(
    tx: Transaction,
    kept: KeptAddition,
    orders: { readonly before: LockedOrder; readonly grown: LockedOrder },
  ): Promise<LockedOrder>;
  /** They will not come: what was decided of the return's money is done. */
  giveUp(
    tx: Transaction,
    kept: KeptAddition,
    how: { readonly why: 'expired' | 'withdrawn' | 'sold-out'; readonly by: StockBooker },
  ): Promise<void>;
}

export interface SettlingDoors extends HoldingDoors {
  /** Of whose pieces goods are that come for a return. */
  readonly returns: () => ReturnsOfAdditions;
  readonly orders: Orders;
  readonly payments: Payments;
}

/** What a payment has become of which goods wait. The checkout of the order and the order are locked. */
export type ToldAddition = ToldPayment & { readonly order: HeldSums; readonly now: Date };

/**
 * Brings an addition in line with what its payment has become: SPEC rules ADD-6 and ADD-7.
 * @returns false = nothing waits for this payment (any more); nothing was written.
 */
export async function settleAddition(
  tx: Transaction,
  doors: SettlingDoors,
  { changed, all, write, order, now }: ToldAddition,
): Promise<boolean> {
  const { orders, payments } = doors;
  const [kept] = await readAdditions(tx, { paymentId: changed.id });
  if (kept?.state !== 'waiting') return false;
  const { state, problem } = changed;
  if (state === 'declined' || state === 'cancelled') {
    await write();
    const declined = changed.declined ?? 'expired';
    await writeAddition(tx, kept, { payment_id: null, is_received: false, declined, updated_at: now });
    return true;
  }
  if (state !== 'authorised' || problem !== undefined) {
    await write();
    return true;
  }
  const locked = (await orders.inTransaction.lock(tx, order.id))!;
  const by = { actor: kept.is_received ? kept.made_by : 'shopper', at: now };
  const isOfReturn = kept.return_id !== null;
  const isThere =
    locked.state === 'placed' &&
    (!isOfReturn || (await doors.returns().allows(tx, kept, locked))) &&
    (await keepGoods(tx, doors, { kept, order: locked, by }));
  if (!isThere) {
    // Nobody waits for the money any more, so whoever heard of it gives it back.
    const paid = { ...kept, payment_id: null };
    await (locked.state === 'placed'
      ? giveUpAddition(tx, doors, { kept: paid, by, as: 'expired', declined: 'sold-out' })
      : giveUpAddition(tx, doors, { kept: paid, by, as: 'withdrawn' }));
    return false;
  }
  await write({ id: order.id, paymentIds: [changed.id] });
  const grown = await completeAddition(tx, doors, { kept, order: locked, by });
  const { adjusted } = isOfReturn ? await doors.returns().pay(tx, kept, { before: locked, grown }) : grown;
  const { capture } = payments.provider(changed.provider);
  const open = changed.amount - changed.captured;
  if (open > 0 && (capture === 'with-order' || kept.is_received))
    await payments.inTransaction.ask(tx, {
      paymentId: changed.id,
      kind: 'capture',
      amount: open,
      reason: 'goods added',
    });
  if (changed.captured > 0)
    await orders.inTransaction.paymentChanged(
      tx,
      { ...order, total: order.total + kept.total, adjusted },
      { changed, payments: all.filter(({ id, orderId }) => id === changed.id || orderId === order.id) },
    );
  return true;
}

/** Its goods become lines of the order, which holds their stock by now. */
export async function completeAddition(
  tx: Transaction,
  { orders }: Pick<SettlingDoors, 'orders'>,
  { kept, order, by }: { readonly kept: KeptAddition; readonly order: LockedOrder; readonly by: StockBooker },
): Promise<LockedOrder> {
  await writeAddition(tx, kept, { state: 'added', updated_at: by.at });
  return orders.inTransaction.addLines(tx, order, {
    goods: kept.goods,
    actor: by.actor,
    detail: { addition: kept.id },
  });
}

/** It waits no longer: nothing is held any more, and what is promised is given back. The order is locked for money. */
export async function giveUpAddition(
  tx: Transaction,
  { orders, payments, stock, returns }: SettlingDoors,
  {
    kept,
    by,
    as,
    declined = kept.declined,
    byReturn = false,
  }: {
    readonly kept: KeptAddition;
    readonly by: StockBooker;
    readonly as: 'expired' | 'withdrawn';
    readonly declined?: string | null;
    /** Its return has ended it, and tells of it. */
    readonly byReturn?: boolean;
  },
): Promise<KeptAddition> {
  await stock.release(tx, holderOf(kept.id), by);
  if (kept.payment_id !== null) {
    const [payment] = await payments.find(tx, { id: kept.payment_id });
    if (payment) await payments.inTransaction.letGo(tx, payment, 'not needed any more');
  }
  const written = await writeAddition(tx, kept, { state: as, payment_id: null, declined, updated_at: by.at });
  const why = declined === 'sold-out' ? 'sold-out' : as;
  await orders.inTransaction.tell(tx, kept.order_id, {
    kind: 'goods-withdrawn',
    actor: by.actor,
    detail: { addition: kept.id, why: byReturn ? 'return' : why },
  });
  await tx.emit({
    kind: 'order.goods-withdrawn',
    payload: { orderId: kept.order_id, additionId: kept.id },
  });
  if (kept.return_id !== null && !byReturn) await returns().giveUp(tx, kept, { why, by });
  return written;
}
