import type { Queryable } from '@vitrine/database';
import type { PlacedOrder } from '../orders/place-order.ts';
import { type KeptReturn, writeReturn } from './keep-return.ts';
import type { ReturnDesk } from './return-desk.ts';
import type { ReturnsTables } from './returns.tables.ts';

/** Writes down, once, which order the goods go out with that a return pays for: SPEC rule RET-17. The return's order is locked. */
export async function linkExchange(
  { tx, orders, actor }: Pick<ReturnDesk, 'tx' | 'orders' | 'actor'>,
  kept: KeptReturn,
  instead: PlacedOrder,
): Promise<KeptReturn> {
  if (kept.exchange_order_id !== null) return kept;
  const written = await writeReturn(tx, kept, {
    exchange_order_id: instead.id,
    exchange_number: instead.number,
  });
  const tell = (orderId: string, kind: string, other: PlacedOrder) =>
    orders.inTransaction.tell(tx, orderId, {
      kind,
      actor,
      detail: { return: kept.id, number: kept.number, order: other.id, orderNumber: other.number },
    });
  await tell(kept.order_id, 'exchanged', instead);
  await tell(instead.id, 'exchange-for', await orders.inTransaction.head(tx, kept.order_id));
  await tx.emit({
    kind: 'return.exchanged',
    payload: { orderId: kept.order_id, returnId: kept.id, exchangeOrderId: instead.id },
  });
  return written;
}

/** A bank has decided by then, or the checkout is forgotten. */
const LOOKED_FOR_DAYS = 60;
const AT_ONCE = 200;

/** Returns whose money pays in a checkout of which no order is known (yet), the newest first. */
export async function readUnlinked(
  on: Queryable,
  now: Date,
): Promise<readonly { readonly returnId: string; readonly checkoutId: string }[]> {
  const rows = await on
    .tables<ReturnsTables>()
    .selectFrom('returns_return')
    .select(['id', 'exchange_checkout_id'])
    .where('exchange_checkout_id', 'is not', null)
    .where('exchange_order_id', 'is', null)
    .where('updated_at', '>', new Date(now.getTime() - LOOKED_FOR_DAYS * 24 * 60 * 60_000))
    .orderBy('updated_at', 'desc')
    .limit(AT_ONCE)
    .execute();
  return rows.map(({ id, exchange_checkout_id }) => ({ returnId: id, checkoutId: exchange_checkout_id! }));
}
