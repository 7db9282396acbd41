import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { CartTables } from './cart.tables.ts';

/** Takes out of a cart what was ordered of it; what was added meanwhile stays. Coupons and what staff gave go with the order. The cart is locked. */
export async function removeOrdered(
  tx: Transaction,
  cartId: string,
  ordered: readonly { readonly lineId: string; readonly quantity: number }[],
): Promise<void> {
  const tables = tx.tables<CartTables>();
  const lines = JSON.stringify(ordered);
  // An abandoned cart may be gone by the time a slow payment comes through.
  const changed = tables
    .updateTable('cart')
    .set({ version: sql`version + 1`, coupons: [], notices: '[]', by_hand: null, opened_by: null })
    .where('id', '=', cartId);
  await tx.later(changed);
  const fewer = sql`
    with ordered as (
      select (line->>'lineId')::uuid as id, (line->>'quantity')::int as quantity
      from jsonb_array_elements(${lines}::jsonb) as line
    ), fewer as (
      update cart_line set quantity = cart_line.quantity - ordered.quantity, by_hand = null from ordered
      where cart_line.id = ordered.id and cart_line.cart_id = ${cartId} and cart_line.quantity > ordered.quantity
    )
    delete from cart_line using ordered
    where cart_line.id = ordered.id and cart_line.cart_id = ${cartId} and cart_line.quantity <= ordered.quantity`;
  await tx.later(fewer.compile(tables), { held: true });
  await tx.emit({ kind: 'cart.changed', payload: { cartId } });
}
