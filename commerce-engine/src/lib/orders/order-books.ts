import type { Queryable } from '@vitrine/database';
import type { PricedTax, TaxShare } from '../cart/priced-cart.rules.ts';
import type { OrdersTables } from './orders.tables.ts';
import type { OrderAddress } from './orders.views.ts';

interface BookedCharge {
  readonly id: string;
  readonly name: string;
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
  readonly taxes: readonly TaxShare[];
}

/** An order as bookkeeping wants it: as it was placed, each part with its taxes. Amounts are minor units. */
export interface OrderBooks {
  readonly order: {
    readonly id: string;
    readonly number: string;
    readonly channel: string;
    readonly locale: string;
    readonly currency: string;
    readonly prices: 'inclusive' | 'exclusive';
    readonly placedAt: string;
    readonly name: string;
    readonly billing?: OrderAddress;
    /** Where the first of its parcels goes. */
    readonly shipTo?: OrderAddress;
    readonly net: number;
    readonly tax: number;
    readonly total: number;
  };
  readonly lines: readonly (BookedCharge & {
    readonly options: string;
    readonly sku: string;
    readonly quantity: number;
  })[];
  readonly deliveries: readonly BookedCharge[];
  readonly rates: readonly PricedTax[];
}

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
    .select(['id', 'name', 'options', 'sku', 'quantity', 'net', 'tax', 'gross', 'taxes'])
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
      net: row.net,
      tax: row.tax,
      total: row.total,
    },
    lines,
    deliveries,
    rates: row.taxes,
  };
}
