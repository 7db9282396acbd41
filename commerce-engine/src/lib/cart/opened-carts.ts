import type { Queryable, Transaction } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import { MAX_CART_LINES } from './cart.rules.ts';
import type { CartTables } from './cart.tables.ts';
import type { OpenedBy } from './opened-by.ts';

/** A cart that staff opened, without its goods. */
export interface OpenedCart {
  readonly id: string;
  readonly openedBy: OpenedBy;
  readonly pieces: number;
  readonly changedAt: Date;
  readonly expiresAt: Date;
}

interface OpenedAsk {
  readonly customerId?: string | undefined;
  /** The row after which the page begins. */
  readonly before?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

interface OpenedRow {
  readonly id: string;
  readonly opened_by: OpenedBy;
  readonly pieces: string;
  readonly updated_at: Date;
  readonly expires_at: Date;
}

/** Those that are no order yet, changed last first. One statement. */
export async function readOpened(on: Queryable, ask: OpenedAsk): Promise<OpenedCart[]> {
  const { rows } = await selectOpened(ask).execute(on.tables());
  return rows.map((row) => ({
    id: row.id,
    openedBy: row.opened_by,
    pieces: Number(row.pieces),
    changedAt: row.updated_at,
    expiresAt: row.expires_at,
  }));
}

/** What `readOpened` asks. */
export function selectOpened({ customerId, before, limit }: OpenedAsk): RawBuilder<OpenedRow> {
  return sql<OpenedRow>`
    select id, opened_by, updated_at, expires_at,
      (select coalesce(sum(quantity), 0) from cart_line where cart_id = cart.id) as pieces
    from cart where opened_by is not null
      ${customerId === undefined ? sql`` : sql`and opened_by->>'customerId' = ${customerId}`}
      ${before === undefined ? sql`` : sql`and (updated_at, id) < (${before.at}, ${before.id}::uuid)`}
    order by updated_at desc, id desc limit ${limit}`;
}

/** Writes down where the link to a cart went, and when it was opened there first. Goods and prices stay. */
export async function noteSent(
  tx: Transaction,
  cartId: string,
  sent: NonNullable<OpenedBy['sent']>,
): Promise<void> {
  await sql`update cart set opened_by = opened_by || jsonb_build_object('sent', ${JSON.stringify(sent)}::jsonb)
    where id = ${cartId} and opened_by is not null`.execute(tx.tables());
}

/** What was sent anew since then, or opened before, stays as it is. */
export async function noteLinkOpened(on: Queryable, cartId: string, at: Date): Promise<void> {
  await sql`update cart set opened_by = jsonb_set(opened_by, '{sent,openedAt}', to_jsonb(${at.toISOString()}::text))
    where id = ${cartId} and opened_by ? 'sent' and not opened_by->'sent' ? 'openedAt'`.execute(on.tables());
}

/** Carts that staff opened for a customer, or whose link went to their address, with what is in them: for their export. */
export async function exportOpened(
  on: Queryable,
  { customerId, email }: { readonly customerId: string; readonly email: string | undefined },
) {
  const { rows } = await sql<{
    id: string;
    channel: string;
    opened_by: OpenedBy;
    lines: readonly { readonly variantId: string; readonly name: string; readonly quantity: number }[];
  }>`
    select id, channel, opened_by, array(
      select jsonb_build_object('variantId', variant_id, 'name', seen_name, 'quantity', quantity)
      from cart_line where cart_id = cart.id order by place limit ${MAX_CART_LINES}) as lines
    from cart where ${isFor({ customerId, email })} order by created_at, id`.execute(on.tables());
  return rows.map(({ id, channel, lines, opened_by: { at, sent } }) => ({
    id,
    channel,
    openedAt: at,
    ...(sent && { sent }),
    lines,
  }));
}

/** Their ids, as `dropOpened` takes them away. */
export async function openedIds(on: Queryable, whose: Whose): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from cart where ${isFor(whose)}`.execute(on.tables());
  return rows.map(({ id }) => id);
}

/** Takes them away. @returns their ids. */
export async function dropOpened(tx: Transaction, whose: Whose): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`delete from cart where ${isFor(whose)} returning id`.execute(
    tx.tables(),
  );
  for (const { id } of rows) await tx.emit({ kind: 'cart.changed', payload: { cartId: id } });
  return rows.map(({ id }) => id);
}

/** Takes one away that staff opened. The row is held by whoever asks. */
export async function dropOpenedCart(tx: Transaction, cartId: string): Promise<void> {
  await tx
    .tables<CartTables>()
    .deleteFrom('cart')
    .where('id', '=', cartId)
    .where('opened_by', 'is not', null)
    .execute();
  await tx.emit({ kind: 'cart.changed', payload: { cartId } });
}

interface Whose {
  readonly customerId: string;
  readonly email: string | undefined;
}

/** Which carts staff opened for somebody, or sent to their address. */
export function isFor({ customerId, email }: Whose): RawBuilder<boolean> {
  const byAddress =
    email === undefined ? sql`false` : sql`lower(opened_by->'sent'->>'to') = ${email.toLowerCase()}`;
  return sql<boolean>`opened_by is not null and (opened_by->>'customerId' = ${customerId} or ${byAddress})`;
}
