import type { Queryable, Transaction } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';

/** Takes what somebody filled in out of their checkouts: those of their orders, and open ones with their address. */
export async function forgetPerson(
  tx: Transaction,
  whose: { readonly email: string | undefined; readonly orderIds: readonly string[] },
): Promise<void> {
  await sql`
    update checkout_checkout set email = null, name = null, phone = null, note = null, gift_message = null,
      address = 'null', billing = 'null', vat_id = null, vat_proven_by = null, unfinished = '{}', draft = 'null'
    where ${isOfPerson(whose)}`.execute(tx.tables());
}

/** Takes out of checkouts what their orders were made of: it names whom gift cards are for. */
export async function forgetDrafts(tx: Transaction, orderIds: readonly string[]): Promise<void> {
  await sql`
    update checkout_checkout set draft = 'null' where order_id = any(${[...orderIds]}::uuid[])`.execute(
    tx.tables(),
  );
}

/** The carts that orders were made of. */
export async function cartsOfOrders(on: Queryable, orderIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly cart_id: string }>`
    select distinct cart_id from checkout_checkout where order_id = any(${[...orderIds]}::uuid[])`.execute(
    on.tables(),
  );
  return rows.map(({ cart_id }) => cart_id);
}

/** Which checkouts `forgetPerson` empties. */
export function isOfPerson({
  email,
  orderIds,
}: {
  readonly email: string | undefined;
  readonly orderIds: readonly string[];
}): RawBuilder<boolean> {
  return sql<boolean>`order_id = any(${[...orderIds]}::uuid[])
    or (state = 'open' and lower(email) = ${email?.toLowerCase() ?? null})`;
}

/**
 * Whether a payment is under way for one of these carts, or for any with this address. Their checkouts are held until the
 * transaction ends: none begins meanwhile, and what became an order just now is seen by the next statement.
 */
export async function isPersonPaying(
  tx: Transaction,
  whose: { readonly email: string | undefined; readonly cartIds: readonly string[] },
): Promise<boolean> {
  const { rows } = await sql<{ readonly state: string }>`
    select state from checkout_checkout where ${isUnplacedOf(whose)} order by id for update`.execute(
    tx.tables(),
  );
  return rows.some(({ state }) => state === 'paying');
}

/** Which checkouts `isPersonPaying` looks at. */
export function isUnplacedOf({
  email,
  cartIds,
}: {
  readonly email: string | undefined;
  readonly cartIds: readonly string[];
}): RawBuilder<boolean> {
  return sql<boolean>`state <> 'placed'
    and (cart_id = any(${[...cartIds]}::uuid[]) or lower(email) = ${email?.toLowerCase() ?? null})`;
}
