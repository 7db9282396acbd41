import type { Queryable, Transaction } from '@vitrine/database';
import type { Selectable } from 'kysely';
import type { PricedTax } from '../cart/priced-cart.rules.ts';
import type { OrderedGiftCard } from '../cart/recipient.ts';
import type { DeliveryKind } from '../delivery/delivery.rules.ts';
import type { Payments } from '../payments/payments.ts';
import type { TaxRelief } from '../tax/tax-exemption.rules.ts';
import type { OrdersTables } from './orders.tables.ts';
import type { OrderAddress } from './orders.views.ts';
import type { PaidCharge, PaidLine } from './refund-share.rules.ts';

/** An order whose row is held until the transaction ends. Money in minor units of `currency`. */
export interface LockedOrder {
  readonly id: string;
  readonly number: string;
  readonly checkoutId: string | undefined;
  readonly customerId: string | undefined;
  readonly channel: string;
  readonly locale: string;
  readonly currency: string;
  /** Whether the prices of its lines have tax in them. */
  readonly prices: 'inclusive' | 'exclusive';
  /** In which it was placed. */
  readonly customerGroup: string;
  /** Of the company that buys. */
  readonly vatId: string | undefined;
  /** Why taxes were not charged. */
  readonly reliefs: readonly TaxRelief[];
  readonly state: 'placed' | 'cancelled';
  readonly total: number;
  /** What came off the total since: cancelled and returned pieces, less fees. Owed is the rest. */
  readonly adjusted: number;
  /** Its taxes by rate. */
  readonly taxes: readonly PricedTax[];
  readonly placedAt: Date;
  /** In their places. */
  readonly lines: readonly LockedLine[];
  readonly deliveries: readonly LockedDelivery[];
}

export interface LockedLine extends PaidLine {
  readonly id: string;
  readonly deliveryId: string;
  readonly variantId: string;
  readonly productId: string;
  /** The promotion that gave it; undefined = it was bought. */
  readonly giftOf: string | undefined;
  /** Its pieces are gift cards; undefined = goods. */
  readonly giftCard: OrderedGiftCard | undefined;
  readonly fulfilled: number;
  readonly cancelled: number;
  readonly returned: number;
}

export interface LockedDelivery extends PaidCharge {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly address: OrderAddress | undefined;
  readonly methodId: string;
  readonly storeId: string | undefined;
  /** What of its charge went back already. */
  readonly givenBack: number;
}

/**
 * Holds an order until the transaction ends: before its stock. Rows may go on to refer to it meanwhile. Three statements.
 * @returns undefined when there is no such order.
 */
export async function lockOrder(tx: Transaction, orderId: string): Promise<LockedOrder | undefined> {
  const row = await orderRow(tx, orderId).forNoKeyUpdate().executeTakeFirst();
  return row && withParts(tx, row);
}

/** An order as it stands at the moment, held by nobody. */
export async function readUnlocked(on: Queryable, orderId: string): Promise<LockedOrder | undefined> {
  const row = await orderRow(on, orderId).executeTakeFirst();
  return row && withParts(on, row);
}

function orderRow(on: Queryable, orderId: string) {
  return on.tables<OrdersTables>().selectFrom('orders_order').selectAll().where('id', '=', orderId);
}

async function withParts(on: Queryable, row: Selectable<OrdersTables['orders_order']>): Promise<LockedOrder> {
  const tables = on.tables<OrdersTables>();
  const { id, number, channel, locale, currency, state, total, adjusted } = row;
  const lines = await tables
    .selectFrom('orders_line')
    .selectAll()
    .where('order_id', '=', id)
    .orderBy('place')
    .execute();
  const deliveries = await tables
    .selectFrom('orders_delivery')
    .selectAll()
    .where('order_id', '=', id)
    .orderBy('id')
    .execute();
  return {
    id,
    number,
    checkoutId: row.checkout_id ?? undefined,
    customerId: row.customer_id ?? undefined,
    channel,
    locale,
    currency,
    prices: row.prices,
    customerGroup: row.customer_group,
    vatId: row.vat_id ?? undefined,
    reliefs: row.reliefs,
    state,
    total,
    adjusted,
    taxes: row.taxes,
    placedAt: row.placed_at,
    lines: lines.map(({ delivery_id, variant_id, product_id, unit_price, gift_of, gift_card, ...line }) => ({
      ...line,
      deliveryId: delivery_id,
      variantId: variant_id,
      productId: product_id,
      unitPrice: unit_price,
      giftOf: gift_of ?? undefined,
      giftCard: gift_card ?? undefined,
    })),
    deliveries: deliveries.map(({ method_id, store_id, given_back, address, ...delivery }) => ({
      ...delivery,
      address: address ?? undefined,
      methodId: method_id,
      storeId: store_id ?? undefined,
      givenBack: given_back,
    })),
  };
}

/** The same where money is decided: what its payments belong to is locked before it. */
export async function lockForMoney(
  tx: Transaction,
  payments: Payments,
  orderId: string,
): Promise<LockedOrder | undefined> {
  const row = await tx
    .tables<OrdersTables>()
    .selectFrom('orders_order')
    .select('checkout_id')
    .where('id', '=', orderId)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.checkout_id !== null) await payments.inTransaction.lockOwner(tx, `checkout:${row.checkout_id}`);
  return lockOrder(tx, orderId);
}
