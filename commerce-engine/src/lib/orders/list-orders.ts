import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { headOf } from './orders.queries.ts';
import type { OrdersTables } from './orders.tables.ts';
import type { OrderPage } from './orders.views.ts';

export interface OrderListQuery {
  /** Only of these; one at least. */
  readonly ids?: readonly string[];
  /** Words, each a part of the number, the email or the name; one with an @ after its beginning is the beginning of an email. */
  readonly q?: string;
  /** `open` = something is still to be sent or handed over; `partly` = and something was. */
  readonly state?: 'open' | 'partly' | 'done' | 'cancelled';
  /** `due` = not all that is owed has been taken; `paid` = it has; `refunded` = something was given back. */
  readonly payment?: 'due' | 'paid' | 'refunded';
  readonly channel?: string;
  /** A store at which something of it is picked up. */
  readonly store?: string;
  /** ISO times: from then on, and before then. */
  readonly placedFrom?: string;
  readonly placedBefore?: string;
  readonly customerId?: string;
  /** At most 100. Default 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** The words an order is found by, as `orders-005-finding` has indexed them. */
const findable = sql<string>`lower(number || ' ' || email || ' ' || name)`;
const due = sql<boolean>`state = 'placed' and paid - refunded < total - adjusted`;

/** Newest first; a page costs the same however many orders there are. One statement. */
export async function listOrders(on: Queryable, query: OrderListQuery): Promise<OrderPage> {
  const limit = Math.min(100, Math.max(1, query.limit ?? 50));
  const found = await selectOrders(on, query)
    .limit(limit + 1)
    .execute();
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    orders: page.map((row) => ({
      ...headOf(row),
      email: row.email,
      name: row.name,
      pieces: row.pieces,
    })),
    ...(found.length > limit && last && { next: `${last.placed_at.toISOString()}_${last.id}` }),
  };
}

/** What {@link listOrders} asks the database, without its limit. */
export function selectOrders(on: Queryable, query: OrderListQuery) {
  const { ids, q, state, payment, channel, store, placedFrom, placedBefore, customerId } = query;
  const from = query.after === undefined ? undefined : readCursor(query.after);
  let rows = on.tables<OrdersTables>().selectFrom('orders_order').selectAll();
  if (ids !== undefined) rows = rows.where('id', 'in', ids);
  if (state === 'cancelled') rows = rows.where('state', '=', 'cancelled');
  else if (state !== undefined) rows = rows.where('state', '=', 'placed');
  if (state === 'open') rows = rows.where('fulfilment', '<>', 'done');
  if (state === 'partly') rows = rows.where('fulfilment', '=', 'partly');
  if (state === 'done') rows = rows.where('fulfilment', '=', 'done');
  if (payment === 'due') rows = rows.where(due);
  if (payment === 'refunded') rows = rows.where('refunded', '>', 0);
  if (payment === 'paid')
    rows = rows.where('state', '=', 'placed').where(sql<boolean>`paid - refunded >= total - adjusted`);
  if (channel !== undefined) rows = rows.where('channel', '=', channel);
  if (store !== undefined)
    rows = rows.where((is) =>
      is.exists(
        is
          .selectFrom('orders_delivery')
          .select('orders_delivery.id')
          .whereRef('order_id', '=', 'orders_order.id')
          .where('store_id', '=', store),
      ),
    );
  if (placedFrom !== undefined) rows = rows.where('placed_at', '>=', new Date(placedFrom));
  if (placedBefore !== undefined) rows = rows.where('placed_at', '<', new Date(placedBefore));
  if (customerId !== undefined) rows = rows.where('customer_id', '=', customerId);
  // The parts of an address are those of many others.
  for (const word of wordsOf(q))
    rows = word.includes('@', 1)
      ? rows.where('email', 'like', `${word}%`)
      : rows.where(findable, 'like', `%${word}%`);
  if (from) rows = rows.where(sql<boolean>`(placed_at, id) < (${from.at}::timestamptz, ${from.id}::uuid)`);
  return rows.orderBy('placed_at', 'desc').orderBy('id', 'desc');
}

/** As parts of patterns; enough of them to find anything. */
function wordsOf(q = ''): string[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  return words.map((word) => word.replace(/[\\%_]/g, '\\$&'));
}

function readCursor(text: string): { at: string; id: string } | undefined {
  const [at = '', id = ''] = text.split('_');
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) return undefined;
  return { at, id };
}
