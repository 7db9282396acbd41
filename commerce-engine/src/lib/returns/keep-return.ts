import type { Queryable, Transaction } from '@vitrine/database';
import type { Selectable, Updateable } from 'kysely';
import { money } from '../money/money.rules.ts';
import { insteadView } from './instead.ts';
import { isOpenReturn, type ReturnState } from './return-state.rules.ts';
import type { ReturnsTables } from './returns.tables.ts';
import type { ReturnView, ShopperReturnView } from './returns.views.ts';

type ReturnRow = Selectable<ReturnsTables['returns_return']>;
type LineRow = Selectable<ReturnsTables['returns_line']>;

/** A return as it is kept. Its order is locked while it changes. */
export interface KeptReturn extends ReturnRow {
  readonly lines: readonly LineRow[];
}

export interface ReturnQuery {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly orderId?: string;
  readonly state?: ReturnState;
  readonly limit?: number;
}

/** In the order they were made. Two statements. */
export async function readReturns(on: Queryable, which: ReturnQuery): Promise<KeptReturn[]> {
  const { id, ids, orderId, state, limit = 500 } = which;
  const tables = on.tables<ReturnsTables>();
  const rows = await tables
    .selectFrom('returns_return')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids!))
    .$if(orderId !== undefined, (query) => query.where('order_id', '=', orderId!))
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .orderBy('made_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  const lines = await tables
    .selectFrom('returns_line')
    .selectAll()
    .where(
      'return_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('line_id')
    .execute();
  return rows.map((row) => ({ ...row, lines: lines.filter(({ return_id }) => return_id === row.id) }));
}

/** Pieces of an order's lines that are on their way back, by line. */
export async function piecesUnderWay(on: Queryable, orderId: string): Promise<ReadonlyMap<string, number>> {
  const open = (await readReturns(on, { orderId })).filter(({ state }) => isOpenReturn(state));
  const sums = new Map<string, number>();
  for (const { line_id, quantity } of open.flatMap(({ lines }) => lines))
    sums.set(line_id, (sums.get(line_id) ?? 0) + quantity);
  return sums;
}

export async function writeReturn(
  tx: Transaction,
  kept: KeptReturn,
  change: Updateable<ReturnsTables['returns_return']>,
): Promise<KeptReturn> {
  const row = await tx
    .tables<ReturnsTables>()
    .updateTable('returns_return')
    .set(change)
    .where('id', '=', kept.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { ...kept, ...row };
}

export function creditOf({ lines }: Pick<KeptReturn, 'lines'>): number {
  return lines.reduce((sum, { gross }) => sum + gross, 0);
}

export function returnView(kept: KeptReturn): ReturnView {
  const cash = (amount: number) => money(amount, kept.currency);
  return {
    id: kept.id,
    number: kept.number,
    orderId: kept.order_id,
    state: kept.state,
    channel: kept.channel,
    ...(kept.location_id !== null && { locationId: kept.location_id }),
    ...(kept.note !== null && { note: kept.note }),
    ...(kept.answer !== null && { answer: kept.answer }),
    lines: kept.lines.map(({ line_id, quantity, reason, resellable, damaged, missing, gross }) => ({
      lineId: line_id,
      quantity,
      reason,
      resellable,
      damaged,
      missing,
      credit: cash(gross),
    })),
    credit: cash(creditOf(kept)),
    fee: cash(kept.fee),
    delivery: cash(kept.delivery),
    ...(kept.refund !== null && { refund: cash(kept.refund) }),
    ...(kept.instead && {
      instead: insteadView(kept.instead, {
        currency: kept.currency,
        refund: kept.refund,
        ...(kept.state === 'received' && { credit: creditOf(kept) }),
      }),
    }),
    ...(kept.exchange_order_id !== null &&
      kept.exchange_number !== null && {
        exchangedFor: { orderId: kept.exchange_order_id, number: kept.exchange_number },
      }),
    requestedAt: kept.made_at.toISOString(),
    updatedAt: kept.updated_at.toISOString(),
  };
}

/** Without what is the shop's own: where it was asked for and received, and what staff noted. */
export function shopperReturnView(kept: KeptReturn): ShopperReturnView {
  const { channel: _, locationId: __, note, ...view } = returnView(kept);
  return { ...view, ...(kept.by_shopper && note !== undefined && { note }) };
}
