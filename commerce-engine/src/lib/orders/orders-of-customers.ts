import type { Queryable, Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { ERASED } from './customer-orders.ts';
import { cardsFor, forgetRecipient } from './gift-card-lines.ts';
import type { OrdersTables } from './orders.tables.ts';

/** Gives a customer the orders that were placed with their confirmed address by nobody in particular. @returns how many. */
async function claimOrders(
  tx: Transaction,
  { email, customerId }: { readonly email: string; readonly customerId: string },
): Promise<number> {
  const claimed = await tx
    .tables<OrdersTables>()
    .updateTable('orders_order')
    .set({ customer_id: customerId, by_address: true })
    .where('email', '=', email)
    .where('customer_id', 'is', null)
    .executeTakeFirst();
  return Number(claimed.numUpdatedRows);
}

/** What one customer has bought is from now on another one's. */
async function moveOrders(tx: Transaction, fromId: string, intoId: string): Promise<void> {
  await tx
    .tables<OrdersTables>()
    .updateTable('orders_order')
    .set({ customer_id: intoId })
    .where('customer_id', '=', fromId)
    .execute();
}

/** Numbers of the orders whose goods are still under way. */
async function openOrders(on: Queryable, customerId: string): Promise<string[]> {
  const rows = await on
    .tables<OrdersTables>()
    .selectFrom('orders_order')
    .select('number')
    .where('customer_id', '=', customerId)
    .where('state', '=', 'placed')
    .where('fulfilment', '<>', 'done')
    .orderBy('placed_at')
    .execute();
  return rows.map(({ number }) => number);
}

async function orderIdsOf(on: Queryable, customerId: string): Promise<string[]> {
  const rows = await on
    .tables<OrdersTables>()
    .selectFrom('orders_order')
    .select('id')
    .where('customer_id', '=', customerId)
    .orderBy('placed_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

async function numbersOf(on: Queryable, orderIds: readonly string[]): Promise<string[]> {
  if (orderIds.length === 0) return [];
  const rows = await on
    .tables<OrdersTables>()
    .selectFrom('orders_order')
    .select('number')
    .where('id', 'in', [...orderIds])
    .orderBy('placed_at')
    .execute();
  return rows.map(({ number }) => number);
}

/** Entries of their timelines: what is mailed of an order names one. */
async function entriesOf(on: Queryable, orderIds: readonly string[]): Promise<string[]> {
  if (orderIds.length === 0) return [];
  const rows = await on
    .tables<OrdersTables>()
    .selectFrom('orders_event')
    .select('id')
    .where('order_id', 'in', [...orderIds])
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes off a customer's orders what bookkeeping does not need; the rest goes when it does not need it either. */
async function eraseContacts(tx: Transaction, customerId: string): Promise<void> {
  // Nobody can look such an order up: no address is spelled like this.
  await sql`
    update orders_order set email = ${ERASED} || id, phone = null, note = null, gift_message = null, erase_rest = true
    where customer_id = ${customerId}`.execute(tx.tables());
  await sql`
    update orders_line set gift_card = '{}'
    from orders_order where orders_order.id = order_id and customer_id = ${customerId} and gift_card ? 'recipient'`.execute(
    tx.tables(),
  );
  // What staff wrote of why they gave something.
  await sql`
    update orders_line set by_hand = by_hand #- '{price,text}' #- '{discount,text}'
    from orders_order where orders_order.id = order_id and customer_id = ${customerId} and by_hand is not null`.execute(
    tx.tables(),
  );
  await sql`
    update orders_event set detail = detail - 'note'
    from orders_order where orders_order.id = order_id and customer_id = ${customerId} and kind = 'given-by-hand'`.execute(
    tx.tables(),
  );
}

/** Takes names and addresses off orders of erased customers that were placed before then. @returns how many. */
async function eraseRest(on: Queryable, placedBefore: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with old as (
      update orders_order set name = '', billing = 'null', vat_id = null, reliefs = '[]', erase_rest = false
      where erase_rest and placed_at < ${placedBefore}
      returning id
    ), delivered as (
      update orders_delivery set address = case
          when jsonb_typeof(address) = 'object' then jsonb_build_object('name', '', 'street', '', 'postalCode', '',
            'city', '', 'country', address->'country')
          else address
        end
      from old where orders_delivery.order_id = old.id
    )
    select id from old`.execute(on.tables());
  return rows.length;
}

/** For other domains, inside their own transaction. */
export const ordersOfCustomers = {
  claim: claimOrders,
  move: moveOrders,
  open: openOrders,
  ids: orderIdsOf,
  numbers: numbersOf,
  entries: entriesOf,
  eraseContacts,
  eraseRest,
  cardsFor,
  forgetRecipient,
} as const;
