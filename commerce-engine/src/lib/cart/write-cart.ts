import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { KeptCart } from './cart-state.ts';

/**
 * Writes a cart and its lines in one statement; lines that are not there any more go. A new one that somebody else has made
 * meanwhile fails the transaction: {@link isMadeMeanwhile}.
 */
export async function writeCart(
  tx: Transaction,
  cart: KeptCart,
  { now, isNew }: { readonly now: Date; readonly isNew: boolean },
): Promise<void> {
  const { id, version, channel, currency, customerGroup, customerId = null, expiresAt } = cart;
  const notices = JSON.stringify(cart.notices);
  const coupons = [...cart.coupons];
  const byHand = cart.byHand ? JSON.stringify(cart.byHand) : null;
  const openedBy = cart.openedBy ? JSON.stringify(cart.openedBy) : null;
  const head = isNew
    ? sql`insert into cart
        (id, channel, currency, customer_group, customer_id, version, notices, coupons, by_hand, opened_by, created_at,
          updated_at, expires_at)
      values (${id}, ${channel}, ${currency}, ${customerGroup}, ${customerId}::uuid, ${version}, ${notices}::jsonb, ${coupons}::text[],
        ${byHand}::jsonb, ${openedBy}::jsonb, ${now}, ${now}, ${expiresAt}) returning id`
    : sql`update cart set currency = ${currency}, customer_group = ${customerGroup},
        customer_id = ${customerId}::uuid, version = ${version},
        notices = ${notices}::jsonb, coupons = ${coupons}::text[], by_hand = ${byHand}::jsonb,
        opened_by = ${openedBy}::jsonb, updated_at = ${now}, expires_at = ${expiresAt}
      where id = ${id} returning id`;
  const statement = sql`
    with head as (${head}), line as (
      select row.* from head, jsonb_to_recordset(${linesOf(cart)}::jsonb) as row
        (id uuid, variant_id text, product_id text, quantity int, seen_amount bigint, seen_name text, place int,
          by_hand jsonb, recipient jsonb)
    ), written as (
      insert into cart_line (id, cart_id, variant_id, product_id, quantity, seen_amount, seen_name, place, by_hand, recipient)
      select line.id, ${id}, variant_id, product_id, quantity, seen_amount, seen_name, place, by_hand, recipient from line
      on conflict (id) do update set quantity = excluded.quantity, seen_amount = excluded.seen_amount,
        seen_name = excluded.seen_name, place = excluded.place, by_hand = excluded.by_hand
    ), gone as (
      delete from cart_line using head
      where cart_id = head.id and cart_line.id <> all(${cart.lines.map((line) => line.id)}::uuid[])
    )
    select id from head`;
  await tx.later(statement.compile(tx.tables()));
}

/** Whether a cart was made by somebody else since it was looked for: whoever begins anew finds it. */
export function isMadeMeanwhile(error: unknown): boolean {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  return code === '23505' && constraint === 'cart_pkey';
}

function linesOf({ lines }: KeptCart): string {
  return JSON.stringify(
    lines.map((line, place) => ({
      id: line.id,
      variant_id: line.variantId,
      product_id: line.productId,
      quantity: line.quantity,
      seen_amount: line.seenAmount,
      seen_name: line.seenName,
      place,
      ...(line.byHand && { by_hand: line.byHand }),
      ...(line.recipient && { recipient: line.recipient }),
    })),
  );
}
