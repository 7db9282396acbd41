import type { Queryable, Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { Recipient } from '../cart/recipient.ts';
import type { OrdersTables } from './orders.tables.ts';

/** Says for whom the gift cards of a line are. The order is locked. */
export async function setRecipient(
  tx: Transaction,
  { lineId, recipient }: { readonly lineId: string; readonly recipient: Recipient },
): Promise<void> {
  await tx
    .tables<OrdersTables>()
    .updateTable('orders_line')
    .set({ gift_card: JSON.stringify({ recipient }) })
    .where('id', '=', lineId)
    .execute();
}

/** What others wrote of somebody when they bought gift cards for them. */
export async function cardsFor(on: Queryable, email: string): Promise<readonly Recipient[]> {
  const { rows } = await sql<{ readonly recipient: Recipient }>`
    select gift_card->'recipient' as recipient from orders_line
    where gift_card ? 'recipient' and lower(gift_card->'recipient'->>'email') = ${email.toLowerCase()}
    order by id`.execute(on.tables());
  return rows.map(({ recipient }) => recipient);
}

/**
 * Takes somebody out of the gift cards that others bought for them: what was not mailed yet goes to whoever bought it.
 * @returns the orders that named them.
 */
export async function forgetRecipient(tx: Transaction, email: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly order_id: string }>`
    update orders_line set gift_card = '{}'
    where gift_card ? 'recipient' and lower(gift_card->'recipient'->>'email') = ${email.toLowerCase()}
    returning order_id`.execute(tx.tables());
  return [...new Set(rows.map(({ order_id }) => order_id))];
}
