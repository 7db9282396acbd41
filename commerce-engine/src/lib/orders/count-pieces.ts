import type { Transaction } from '@vitrine/database';
import type { LockedLine, LockedOrder } from './lock-order.ts';
import { type LinePieces, openOf, sumPieces } from './order-pieces.ts';
import type { OrdersTables } from './orders.tables.ts';

/** Writes down what became of pieces, and how far the order is. It is locked. @returns the order afterwards. */
export async function countPieces(
  tx: Transaction,
  order: LockedOrder,
  {
    as,
    pieces,
    at,
  }: {
    readonly as: 'fulfilled' | 'cancelled' | 'returned';
    readonly pieces: readonly LinePieces[];
    readonly at: Date;
  },
): Promise<LockedOrder> {
  const counted = new Map(sumPieces(pieces).map(({ lineId, quantity }) => [lineId, quantity]));
  const tables = tx.tables<OrdersTables>();
  for (const [lineId, quantity] of counted)
    await tables
      .updateTable('orders_line')
      .set((is) => ({ [as]: is(as, '+', quantity) }))
      .where('id', '=', lineId)
      .execute();
  const lines = order.lines.map((line) => ({ ...line, [as]: line[as] + (counted.get(line.id) ?? 0) }));
  const state = lines.every((line) => line.cancelled === line.quantity) ? 'cancelled' : 'placed';
  await tables
    .updateTable('orders_order')
    .set({ fulfilment: fulfilmentOf(lines), state, updated_at: at })
    .where('id', '=', order.id)
    .execute();
  return { ...order, state, lines };
}

/** How far an order is: `done` when every piece is on its way or cancelled, and not all are cancelled. */
export function fulfilmentOf(
  lines: readonly Pick<LockedLine, 'quantity' | 'fulfilled' | 'cancelled'>[],
): 'open' | 'partly' | 'done' {
  if (!lines.some(({ fulfilled }) => fulfilled > 0)) return 'open';
  return lines.every((line) => openOf(line) === 0) ? 'done' : 'partly';
}
