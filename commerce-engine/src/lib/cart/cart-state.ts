import type { Queryable } from '@vitrine/database';
import type { Selectable } from 'kysely';
import type { Market } from '../market.ts';
import { cartTotals, maxQuantity, reviewLine } from './cart.rules.ts';
import type { CartTables } from './cart.tables.ts';
import type { CartNotice, CartView } from './cart.views.ts';
import type { LineFacts } from './line-facts.ts';

/** A cart as it is kept. */
export interface KeptCart {
  readonly id: string;
  readonly channel: string;
  readonly currency: string;
  readonly customerGroup: string;
  readonly version: number;
  readonly notices: readonly CartNotice[];
  readonly expiresAt: Date;
  readonly lines: readonly CartLine[];
}

export interface CartLine {
  readonly id: string;
  readonly variantId: string;
  readonly productId: string;
  readonly quantity: number;
  readonly seenAmount: number;
  readonly seenName: string;
}

/**
 * Reads a cart. With `lock` the row is held until the transaction ends: changes of one cart queue here, so none is lost.
 * Two statements.
 */
export async function readCart(
  on: Queryable,
  cartId: string,
  options: { readonly lock: boolean },
): Promise<KeptCart | undefined> {
  const tables = on.tables<CartTables>();
  const row = await tables
    .selectFrom('cart')
    .selectAll()
    .where('id', '=', cartId)
    .$if(options.lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) return undefined;
  const lines = await tables
    .selectFrom('cart_line')
    .selectAll()
    .where('cart_id', '=', cartId)
    .orderBy('place')
    .orderBy('id')
    .execute();
  return {
    id: row.id,
    channel: row.channel,
    currency: row.currency,
    customerGroup: row.customer_group,
    version: row.version,
    notices: row.notices,
    expiresAt: row.expires_at,
    lines: lines.map(lineOf),
  };
}

/** The cart after the shop's own changes: prices of today, no more pieces than there are, nothing that is not sold. */
export interface ReviewedCart {
  readonly lines: readonly CartLine[];
  /** What the review changed. */
  readonly notices: readonly CartNotice[];
  readonly changed: boolean;
}

export function reviewCart(
  cart: KeptCart,
  facts: ReadonlyMap<string, LineFacts>,
  market: Market,
): ReviewedCart {
  const sameCurrency = cart.currency === market.currency;
  const notices: CartNotice[] = [];
  const lines = cart.lines.flatMap((line) => {
    const fact = facts.get(line.variantId);
    const now = fact && {
      amount: sameCurrency ? fact.price.amount : line.seenAmount,
      stock: fact.stock,
    };
    const { quantity, notice } = reviewLine(line, now);
    if (notice) notices.push({ kind: notice, name: fact?.name ?? line.seenName });
    if (!fact || quantity === 0) return [];
    return [{ ...line, quantity, seenAmount: fact.price.amount, seenName: fact.name }];
  });
  const moved = lines.some(({ seenAmount }, at) => seenAmount !== cart.lines[at]?.seenAmount);
  return { lines, notices, changed: notices.length > 0 || moved || !sameCurrency };
}

/** The cart as the shopper sees it. Every line must have its facts. */
export function cartView(
  cart: { readonly id: string; readonly version: number; readonly notices: readonly CartNotice[] },
  lines: readonly CartLine[],
  facts: ReadonlyMap<string, LineFacts>,
  currency: string,
): CartView {
  const known = lines.map((line) => ({ line, fact: factOf(line, facts) }));
  const totals = cartTotals(
    known.map(({ line, fact }) => ({
      quantity: line.quantity,
      unitPrice: fact.price,
      unitRegular: fact.regular,
    })),
    currency,
  );
  return {
    id: cart.id,
    version: cart.version,
    currency,
    lines: known.map(({ line, fact }, at) => ({
      id: line.id,
      variantId: line.variantId,
      productId: fact.productId,
      productSlug: fact.productSlug,
      name: fact.name,
      options: fact.options,
      ...(fact.media && { media: fact.media }),
      quantity: line.quantity,
      unitPrice: fact.price,
      unitRegular: fact.regular,
      total: totals.lineTotals[at]!,
      availability: fact.stock.class,
      maxQuantity: maxQuantity(fact.stock),
    })),
    count: totals.count,
    subtotal: totals.subtotal,
    savings: totals.savings,
    total: totals.total,
    notices: cart.notices,
  };
}

function factOf(line: CartLine, facts: ReadonlyMap<string, LineFacts>): LineFacts {
  const fact = facts.get(line.variantId);
  if (fact) return fact;
  throw new Error(
    `cartView expected facts for variant "${line.variantId}". Review the cart before it is shown.`,
  );
}

function lineOf(row: Selectable<CartTables['cart_line']>): CartLine {
  return {
    id: row.id,
    variantId: row.variant_id,
    productId: row.product_id,
    quantity: row.quantity,
    seenAmount: row.seen_amount,
    seenName: row.seen_name,
  };
}
