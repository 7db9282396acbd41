import type { Transaction } from '@vitrine/database';
import { type LockedLine, type LockedOrder, openOf } from './lock-order.ts';
import type { OrdersTables } from './orders.tables.ts';

/** Pieces of a line. */
export interface LinePieces {
  readonly lineId: string;
  readonly quantity: number;
}

/** Pieces of each line together, in the order of the lines; lines of nothing are left out. */
export function sumPieces(pieces: readonly LinePieces[]): LinePieces[] {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of pieces) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return [...sums].map(([lineId, quantity]) => ({ lineId, quantity })).filter(({ quantity }) => quantity > 0);
}

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
