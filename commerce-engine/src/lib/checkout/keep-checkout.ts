import { newId, type Queryable, type Transaction } from '@vitrine/database';
import type { Selectable, Updateable } from 'kysely';
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

/** The cart's checkout, locked; made when there is none. */
export async function lockOpen(
  tx: Transaction,
  cart: { readonly id: string; readonly channel: string },
  now: Date,
): Promise<KeptCheckout> {
  const tables = tx.tables<CheckoutTables>();
  const found = await tables
    .selectFrom('checkout_checkout')
    .selectAll()
    .where('cart_id', '=', cart.id)
    .where('state', '<>', 'placed')
    .forUpdate()
    .executeTakeFirst();
  if (found) return found;
  const made = await tables
    .insertInto('checkout_checkout')
    .values({
      id: newId(),
      cart_id: cart.id,
      channel: cart.channel,
      state: 'open',
      email: null,
      name: null,
      phone: null,
      address: 'null',
      billing: 'null',
      delivery: 'null',
      apart: '{}',
      other_deliveries: '[]',
      note: null,
      gift_message: null,
      terms_at: null,
      tenders: '{}',
      draft: 'null',
      paid_lines: '[]',
      payment_ids: [],
      expires_at: null,
      declined: null,
      order_id: null,
      made_at: now,
      updated_at: now,
      emptied_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  return made ?? lockOpen(tx, cart, now);
}

export function writeCheckout(
  tx: Transaction,
  id: string,
  change: Updateable<CheckoutTables['checkout_checkout']>,
): Promise<KeptCheckout> {
  return tx
    .tables<CheckoutTables>()
    .updateTable('checkout_checkout')
    .set(change)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The same, for whoever does not need the row afterwards. */
export function changeCheckout(
  tx: Transaction,
  id: string,
  change: Updateable<CheckoutTables['checkout_checkout']>,
): Promise<void> {
  return tx.later(
    tx.tables<CheckoutTables>().updateTable('checkout_checkout').set(change).where('id', '=', id),
  );
}

export const ownerOf = (checkoutId: string) => `checkout:${checkoutId}`;
export const checkoutIdOf = (owner: string) => owner.slice('checkout:'.length);
