import type { Queryable } from '@vitrine/database';
import type { OrderBooks } from './order-books.views.ts';
import type { OrdersTables } from './orders.tables.ts';

/** Three statements. Undefined = there is no such order. */
export async function readBooks(on: Queryable, orderId: string): Promise<OrderBooks | undefined> {
  const tables = on.tables<OrdersTables>();
  const row = await tables
    .selectFrom('orders_order')
    .selectAll()
    .where('id', '=', orderId)
    .executeTakeFirst();
  if (!row) return undefined;
  const lines = await tables
    .selectFrom('orders_line')
    .select(['id', 'name', 'options', 'sku', 'quantity', 'net', 'tax', 'gross', 'taxes', 'parts', 'by_hand'])
    .where('order_id', '=', orderId)
    .orderBy('place')
    .execute();
  const deliveries = await tables
    .selectFrom('orders_delivery')
    .select(['id', 'name', 'address', 'net', 'tax', 'gross', 'taxes'])
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute();
  const shipTo = deliveries.find(({ address }) => address)?.address;
  return {
    order: {
      id: row.id,
      number: row.number,
      channel: row.channel,
      locale: row.locale,
      currency: row.currency,
      prices: row.prices,
      placedAt: row.placed_at.toISOString(),
      name: row.name,
      ...(row.billing && { billing: row.billing }),
      ...(shipTo && { shipTo }),
      ...(row.vat_id !== null && { vatId: row.vat_id }),
      reliefs: row.reliefs,
      net: row.net,
      tax: row.tax,
      total: row.total,
    },
    lines: lines.map(({ parts, by_hand, ...line }) => ({
      ...line,
      ...((by_hand || parts.some(({ promotionId }) => promotionId === 'manual')) && { isByHand: true }),
    })),
    deliveries,
    rates: row.taxes,
  };
}
