import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { type ColumnType, type Selectable, sql, type Updateable } from 'kysely';
import type { CheckoutTables } from './checkout.tables.ts';

export type KeptCheckout = Selectable<CheckoutTables['checkout_checkout']>;

/** The checkout of a cart that is not placed yet. */
export function findOpen(on: Queryable, cartId: string): Promise<KeptCheckout | undefined> {
  return on
    .tables<CheckoutTables>()
    .selectFrom('checkout_checkout')
    .selectAll()
    .where('cart_id', '=', cartId)
    .where('state', '<>', 'placed')
    .executeTakeFirst();
}

export function findById(on: Queryable, id: string): Promise<KeptCheckout | undefined> {
  return on
    .tables<CheckoutTables>()
    .selectFrom('checkout_checkout')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Holds the checkout until the transaction ends. Always before the cart, its stock and its payments. */
export function lockById(tx: Transaction, id: string): Promise<KeptCheckout | undefined> {
  return tx
    .tables<CheckoutTables>()
    .selectFrom('checkout_checkout')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The cart's checkout, locked; made when there is none. One statement. */
export async function lockOpen(
  tx: Transaction,
  cart: { readonly id: string; readonly channel: string },
  now: Date,
): Promise<KeptCheckout> {
  const { rows } = await sql<KeptCheckout>`
    with found as (
      select * from checkout_checkout where cart_id = ${cart.id} and state <> 'placed' for update
    ), made as (
      insert into checkout_checkout (id, cart_id, channel, state, address, billing, delivery, draft, made_at, updated_at)
      select ${newId()}::uuid, ${cart.id}::uuid, ${cart.channel}, 'open', 'null', 'null', 'null', 'null', ${now}, ${now}
      where not exists (select from found)
      on conflict do nothing returning *
    )
    select * from found union all select * from made`.execute(tx.tables());
  return rows[0] ?? lockOpen(tx, cart, now);
}

/** Columns with what they are read as. */
export type CheckoutChange = Partial<KeptCheckout>;

/** @returns the checkout afterwards. */
export async function changeCheckout(
  tx: Transaction,
  checkout: KeptCheckout,
  change: CheckoutChange,
): Promise<KeptCheckout> {
  const columns: Updateable<CheckoutTables['checkout_checkout']> = Object.fromEntries(
    Object.entries(change).map(([name, value]) => [name, JSON_COLUMNS[name] ? JSON.stringify(value) : value]),
  );
  await tx.later(
    tx.tables<CheckoutTables>().updateTable('checkout_checkout').set(columns).where('id', '=', checkout.id),
  );
  return { ...checkout, ...change };
}

type Columns = CheckoutTables['checkout_checkout'];
type JsonColumn = {
  [Name in keyof Columns]: Columns[Name] extends ColumnType<unknown, string, string> ? Name : never;
}[keyof Columns];

const JSON_COLUMNS: Readonly<Record<string, true>> = {
  address: true,
  billing: true,
  delivery: true,
  apart: true,
  other_deliveries: true,
  tenders: true,
  unfinished: true,
  draft: true,
  paid_lines: true,
} satisfies Record<JsonColumn, true>;

export const ownerOf = (checkoutId: string) => `checkout:${checkoutId}`;
export const checkoutIdOf = (owner: string) => owner.slice('checkout:'.length);
