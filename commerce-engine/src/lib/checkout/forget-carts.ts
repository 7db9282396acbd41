import type { Queryable, Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { CheckoutTables } from './checkout.tables.ts';

/** Who stands in the open checkouts of carts, by the cart's id. One statement. */
export async function contactsOf(
  on: Queryable,
  cartIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly email?: string; readonly name?: string }>> {
  if (cartIds.length === 0) return new Map();
  const rows = await on
    .tables<CheckoutTables>()
    .selectFrom('checkout_checkout')
    .select(['cart_id', 'email', 'name'])
    .where('cart_id', 'in', cartIds)
    .where('state', '!=', 'placed')
    .execute();
  return new Map(
    rows.map(({ cart_id, email, name }) => [
      cart_id,
      { ...(email !== null && { email }), ...(name !== null && { name }) },
    ]),
  );
}

/** Whether a payment of a cart is under way; its checkout's row is held then until the transaction ends. */
export async function isBeingPaid(tx: Transaction, cartId: string): Promise<boolean> {
  const rows = await tx
    .tables<CheckoutTables>()
    .selectFrom('checkout_checkout')
    .select('state')
    .where('cart_id', '=', cartId)
    .where('state', '!=', 'placed')
    .forUpdate()
    .execute();
  return rows.some(({ state }) => state === 'paying');
}

export async function isOrdered(on: Queryable, cartId: string): Promise<boolean> {
  const row = await on
    .tables<CheckoutTables>()
    .selectFrom('checkout_checkout')
    .select('id')
    .where('cart_id', '=', cartId)
    .where('state', '=', 'placed')
    .executeTakeFirst();
  return row !== undefined;
}

/** Whoever brought a gift card to a checkout that is not being paid has to bring it anew. */
export async function takeAwayGiftCard(tx: Transaction, cardId: string): Promise<void> {
  await sql`
    update checkout_checkout set tenders = jsonb_set(tenders, '{giftCardIds}', (tenders -> 'giftCardIds') - ${cardId}::text)
    where state = 'open' and jsonb_exists(tenders -> 'giftCardIds', ${cardId})`.execute(tx.tables());
}

/** Takes away what was filled in for carts and is no order. What a payment was ever begun for keeps its row, emptied. */
export async function forgetCarts(tx: Transaction, cartIds: readonly string[]): Promise<void> {
  if (cartIds.length === 0) return;
  const those = sql`cart_id = any(${[...cartIds]}::uuid[]) and state = 'open'`;
  await sql`delete from checkout_checkout where ${those} and draft = 'null'::jsonb`.execute(tx.tables());
  await sql`
    update checkout_checkout set email = null, name = null, phone = null, note = null, gift_message = null,
      address = 'null', billing = 'null', vat_id = null, vat_proven_by = null, unfinished = '{}', draft = 'null'
    where ${those}`.execute(tx.tables());
}
