import type { Queryable } from '@vitrine/database';
import type { Selectable } from 'kysely';
import { money } from '../money/money.rules.ts';
import type { KeptPayment } from '../payments/keep-payment.ts';
import { paymentView } from '../payments/payment-view.ts';
import type { LocationView } from '../stores/stores.views.ts';
import type { OrdersTables } from './orders.tables.ts';
import type { OrderEventView, OrderView } from './orders.views.ts';
import { readStatement } from './read-statement.ts';

export type OrderRow = Selectable<OrdersTables['orders_order']>;

export type WhichOrder =
  | { readonly id: string; readonly customerId?: string }
  | { readonly checkoutId: string }
  | { readonly number: string; readonly email: string };

export async function findOrder(on: Queryable, which: WhichOrder): Promise<OrderRow | undefined> {
  const query = on.tables<OrdersTables>().selectFrom('orders_order').selectAll();
  if ('id' in which) {
    const { id, customerId } = which;
    return query
      .where('id', '=', id)
      .$if(customerId !== undefined, (rest) => rest.where('customer_id', '=', customerId!))
      .executeTakeFirst();
  }
  if ('checkoutId' in which) return query.where('checkout_id', '=', which.checkoutId).executeTakeFirst();
  return query
    .where('number', '=', which.number.trim())
    .where('email', '=', which.email.trim().toLowerCase())
    .executeTakeFirst();
}

/** An order with its parts. Three statements. */
export async function readOrder(
  on: Queryable,
  row: OrderRow,
  known: { readonly payments: readonly KeptPayment[]; readonly locations: readonly LocationView[] },
): Promise<OrderView> {
  const tables = on.tables<OrdersTables>();
  const lines = await tables
    .selectFrom('orders_line')
    .selectAll()
    .where('order_id', '=', row.id)
    .orderBy('place')
    .execute();
  const deliveries = await tables
    .selectFrom('orders_delivery')
    .selectAll()
    .where('order_id', '=', row.id)
    .orderBy('id')
    .execute();
  const cash = (amount: number) => money(amount, row.currency);
  return {
    ...headOf(row),
    locale: row.locale,
    currency: row.currency,
    prices: row.prices,
    contact: { email: row.email, name: row.name, ...(row.phone !== null && { phone: row.phone }) },
    ...(row.billing && { billing: row.billing }),
    ...(row.vat_id !== null && { vatId: row.vat_id }),
    ...(row.note !== null && { note: row.note }),
    ...(row.gift_message !== null && { giftMessage: row.gift_message }),
    lines: lines.map((line) => ({
      id: line.id,
      deliveryId: line.delivery_id,
      variantId: line.variant_id,
      productId: line.product_id,
      productSlug: line.product_slug,
      sku: line.sku,
      name: line.name,
      options: line.options,
      ...(line.media && { media: line.media }),
      ...(line.components && { components: line.components }),
      quantity: line.quantity,
      unitPrice: cash(line.unit_price),
      unitRegular: cash(line.unit_regular),
      discount: cash(line.discount),
      total: cash(line.total),
      ...(line.ships_from !== null && { shipsFrom: line.ships_from }),
      ...(line.gift_card && { giftCard: line.gift_card }),
      fulfilled: line.fulfilled,
      cancelled: line.cancelled,
      returned: line.returned,
      allowance: cash(line.allowance),
    })),
    deliveries: deliveries.map((delivery) => ({
      id: delivery.id,
      kind: delivery.kind,
      methodId: delivery.method_id,
      name: delivery.name,
      ...(delivery.address && { address: delivery.address }),
      ...storeOf(delivery.store_id, known.locations),
      ...(delivery.slot && { slot: delivery.slot.toISOString() }),
      price: cash(delivery.subtotal),
      discount: cash(delivery.discount),
      total: cash(delivery.total),
      givenBack: cash(delivery.given_back),
    })),
    discounts: row.discounts.map(({ amount, ...discount }) => ({ ...discount, amount: cash(amount) })),
    goods: cash(row.goods),
    delivery: cash(row.delivery),
    discount: cash(row.discount),
    tax: cash(row.tax),
    taxes: row.taxes.map(({ name, rate, taxable, amount }) => ({
      name,
      rate,
      taxable: cash(taxable),
      amount: cash(amount),
    })),
    ...(row.waived > 0 && { waived: cash(row.waived) }),
    ...(row.reliefs.length > 0 && { reliefs: row.reliefs }),
    payments: known.payments.map(paymentView),
    statement: await readStatement(on, row, deliveries),
  };
}

export async function readTimeline(on: Queryable, orderId: string): Promise<OrderEventView[]> {
  const entries = await readEntries(on, { orderId });
  return entries.map(({ at, kind, actor, detail }) => ({ at, kind, actor, detail }));
}

/** An entry of an order's timeline. */
export interface TimelineEntry extends OrderEventView {
  readonly id: string;
  readonly orderId: string;
}

/** In the order in which they happened. */
export async function readEntries(
  on: Queryable,
  which: { readonly id: string } | { readonly orderId: string },
): Promise<TimelineEntry[]> {
  const query = on
    .tables<OrdersTables>()
    .selectFrom('orders_event')
    .select(['id', 'order_id', 'at', 'kind', 'actor', 'detail']);
  const one = 'id' in which ? query.where('id', '=', which.id) : query.where('order_id', '=', which.orderId);
  const rows = await one.orderBy('at').orderBy('id').execute();
  return rows.map(({ order_id: orderId, at, ...entry }) => ({ ...entry, orderId, at: at.toISOString() }));
}

export function headOf(row: OrderRow) {
  const cash = (amount: number) => money(amount, row.currency);
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    channel: row.channel,
    placedAt: row.placed_at.toISOString(),
    total: cash(row.total),
    owed: cash(row.total - row.adjusted),
    paid: cash(row.paid),
    refunded: cash(row.refunded),
    fulfilment: row.fulfilment,
  };
}

function storeOf(id: string | null, locations: readonly LocationView[]) {
  const store = locations.find((each) => each.id === id);
  return store ? { store: { id: store.id, name: store.name, city: store.city } } : {};
}
