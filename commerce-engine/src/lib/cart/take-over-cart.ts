import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { type CartDesk, saveCart } from './cart.commands.ts';
import { MAX_CART_COUPONS, MAX_CART_LINES, maxQuantity } from './cart.rules.ts';
import type { CartTables } from './cart.tables.ts';
import type { CartNotice } from './cart.views.ts';
import type { CartLine } from './cart-line.ts';
import { type KeptCart, lockCart, reviewCart } from './cart-state.ts';
import { byHandAfter, withQuantity } from './keep-by-hand.ts';
import { type LineFacts, readLineFacts } from './line-facts.ts';
import { isSameRecipient } from './recipient.ts';

/** The customer's cart in a channel, the one they touched last of those that hold something. */
export async function findCartOf(
  on: Queryable,
  { customerId, channel, now }: { readonly customerId: string; readonly channel: string; readonly now: Date },
): Promise<string | undefined> {
  const row = await on
    .tables<CartTables>()
    .selectFrom('cart')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('channel', '=', channel)
    .where('expires_at', '>', now)
    .orderBy(sql`exists (select from cart_line where cart_id = cart.id)`, 'desc')
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/**
 * Makes the cart somebody filled before they signed in theirs: SPEC rules CART-24 and CART-25.
 * @returns the cart they go on with.
 */
export async function takeOverCart(
  desk: CartDesk,
  { customerId, cartId }: { readonly customerId: string; readonly cartId: string | undefined },
): Promise<string | undefined> {
  const { tx, market, now } = desk;
  const ownId = await findCartOf(tx, { customerId, channel: market.channel, now });
  const carts = new Map<string, KeptCart | undefined>();
  // In one order, so that two who sign in at once on two devices do not wait for each other.
  for (const id of [...new Set([cartId, ownId])]
    .filter((each) => each !== undefined)
    .sort((a, b) => (a < b ? -1 : 1)))
    carts.set(id, (await lockCart(tx, id)).cart);
  const own = ownId === undefined ? undefined : carts.get(ownId);
  const brought = cartId === undefined ? undefined : carts.get(cartId);
  const isUsable =
    brought !== undefined &&
    brought.expiresAt > now &&
    brought.channel === market.channel &&
    (brought.customerId === undefined || brought.customerId === customerId);
  if (!isUsable || brought.id === own?.id) return own?.id;
  // What staff agreed with somebody would end with other goods in it.
  if (!own || brought.openedBy) {
    await tx
      .tables<CartTables>()
      .updateTable('cart')
      .set({ customer_id: customerId, updated_at: now })
      .where('id', '=', brought.id)
      .execute();
    return brought.id;
  }
  await joinCarts(desk, own, brought);
  await dropCart(tx, brought.id);
  return own.id;
}

async function joinCarts(desk: CartDesk, own: KeptCart, brought: KeptCart): Promise<void> {
  const { tx, doors, market, now } = desk;
  const variantIds = [...own.lines, ...brought.lines].map(({ variantId }) => variantId);
  const facts = await readLineFacts(tx, doors, market, { variantIds: [...new Set(variantIds)], at: now });
  const [mine, theirs] = [reviewCart(own, facts, market), reviewCart(brought, facts, market)];
  const notices: CartNotice[] = [...own.notices, ...mine.notices, ...theirs.notices];
  if (mine.lines.length > 0) notices.push({ kind: 'joined', name: mine.lines[0]!.seenName });
  const lines = [...mine.lines];
  for (const line of theirs.lines) {
    const joined = joinLine(lines, line, facts);
    if (joined !== 'fine') notices.push({ kind: joined, name: line.seenName });
  }
  const { byHand, ended } = byHandAfter(own, { before: mine.lines, after: lines, facts });
  await saveCart(
    desk,
    { ...own, byHand, coupons: joinCodes(own.coupons, brought.coupons) },
    lines,
    [...notices, ...ended].slice(-20),
  );
}

/** Adds the pieces of a line as far as they can be had; of what is sold out the larger wish stays. */
function joinLine(
  lines: CartLine[],
  line: CartLine,
  facts: ReadonlyMap<string, LineFacts>,
): 'fine' | 'lowered' | 'removed' {
  const at = lines.findIndex(
    ({ variantId, recipient }) => variantId === line.variantId && isSameRecipient(recipient, line.recipient),
  );
  const before = lines[at];
  if (!before) {
    if (lines.length >= MAX_CART_LINES) return 'removed';
    lines.push({ ...line, id: newId() });
    return 'fine';
  }
  const most = maxQuantity(facts.get(line.variantId)!.stock);
  const wanted = before.quantity + line.quantity;
  const quantity = most === 0 ? Math.max(before.quantity, line.quantity) : Math.min(wanted, most);
  lines[at] = withQuantity(before, quantity, { fact: facts.get(line.variantId)! });
  return quantity < wanted && most > 0 ? 'lowered' : 'fine';
}

function joinCodes(own: readonly string[], brought: readonly string[]): string[] {
  const known = new Set(own.map((code) => code.toLowerCase()));
  return [...own, ...brought.filter((code) => !known.has(code.toLowerCase()))].slice(0, MAX_CART_COUPONS);
}

/** Takes a cart away with its lines. */
async function dropCart(tx: Transaction, cartId: string): Promise<void> {
  await tx.tables<CartTables>().deleteFrom('cart').where('id', '=', cartId).execute();
  await tx.emit({ kind: 'cart.changed', payload: { cartId } });
}

export async function dropCartsOf(tx: Transaction, customerId: string): Promise<void> {
  await tx.tables<CartTables>().deleteFrom('cart').where('customer_id', '=', customerId).execute();
}

/** What one customer had put into carts, and staff for them, is another one's. */
export async function moveCarts(tx: Transaction, fromId: string, intoId: string): Promise<void> {
  await tx
    .tables<CartTables>()
    .updateTable('cart')
    .set({ customer_id: intoId })
    .where('customer_id', '=', fromId)
    .execute();
  await sql`
    update cart set opened_by = opened_by || jsonb_build_object('customerId', ${intoId}::text)
    where opened_by->>'customerId' = ${fromId}`.execute(tx.tables());
}

export async function cartIdsOf(on: Queryable, customerId: string): Promise<string[]> {
  const rows = await on
    .tables<CartTables>()
    .selectFrom('cart')
    .select('id')
    .where('customer_id', '=', customerId)
    .orderBy('created_at')
    .execute();
  return rows.map(({ id }) => id);
}
