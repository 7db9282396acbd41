import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { type ColumnType, type Selectable, sql, type Updateable } from 'kysely';
import { type CartValue, cartOf, cartValue, type KeptCart } from '../cart/cart-state.ts';
import type { CheckoutTables } from './checkout.tables.ts';

export type KeptCheckout = Selectable<CheckoutTables['checkout_checkout']>;

/** A cart and the checkout of it that is not placed yet, as far as there are any. One statement. */
export async function readOpen(
  on: Queryable,
  cartId: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<{ readonly cart?: KeptCart | undefined; readonly checkout?: KeptCheckout }> {
  const { rows } = await sql<(KeptCheckout | { readonly id: null }) & { readonly cart: CartValue }>`
    with found as (
      select * from checkout_checkout where cart_id = ${cartId} and state <> 'placed' ${lock ? sql`for update` : sql``}
    )
    select found.*, ${cartValue(cartId)} as cart
    from (select) as always left join found on true`.execute(on.tables());
  const { cart, ...checkout } = rows[0]!;
  return { cart: cartOf(cart), ...(checkout.id !== null && { checkout }) };
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
