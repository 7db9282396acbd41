import type { Queryable, Transaction } from '@vitrine/database';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { type StockRow, stockOf, stockValue, type VariantStock } from '../inventory/inventory.queries.ts';
import type { Market } from '../market.ts';
import { money } from '../money/money.rules.ts';
import type { HandDiscount } from './by-hand.rules.ts';
import { cartTotals, maxQuantity, quantityRule, reviewLine, stockBeside } from './cart.rules.ts';
import type { CartTables } from './cart.tables.ts';
import type { CartCouponView, CartDiscountView, CartNotice, CartView } from './cart.views.ts';
import type { CartLine } from './cart-line.ts';
import { type Gifts, withGifts } from './gift-lines.ts';
import { type LineFacts, linePriceOf } from './line-facts.ts';
import { nearestPromotion } from './nearest-promotion.rules.ts';
import type { OpenedBy } from './opened-by.ts';
import type { PromotedCart } from './promote-cart.ts';

/** A cart as it is kept. */
export interface KeptCart {
  readonly id: string;
  readonly channel: string;
  readonly currency: string;
  readonly customerGroup: string;
  /** Whose it is since they signed in. */
  readonly customerId: string | undefined;
  readonly version: number;
  readonly notices: readonly CartNotice[];
  /** Codes the shopper brought, as they were typed. */
  readonly coupons: readonly string[];
  /** What staff took off the whole. */
  readonly byHand?: HandDiscount | undefined;
  /** Whoever of the staff fills it. Absent = its shopper does. */
  readonly openedBy?: OpenedBy | undefined;
  readonly expiresAt: Date;
  readonly lines: readonly CartLine[];
  /** Of what is in it, as it was when the cart was read. Absent = to be read. */
  readonly stock?: ReadonlyMap<string, VariantStock>;
}

/** With the stock of its goods, by one statement. */
export async function readCart(on: Queryable, cartId: string): Promise<KeptCart | undefined> {
  return (await readCartAnd(on, cartId)).cart;
}

/**
 * The same, its row held until the transaction ends: changes of one cart queue here, so none is lost. Two statements when it
 * had to wait.
 * @param variantId its stock is read, too, also when there is no cart.
 */
export async function lockCart(
  tx: Transaction,
  cartId: string,
  variantId?: string,
): Promise<{ readonly cart: KeptCart | undefined; readonly stock: ReadonlyMap<string, VariantStock> }> {
  const locked = await readCartAnd(tx, cartId, { variantId, lock: true });
  return locked.isOutdated ? readCartAnd(tx, cartId, { variantId }) : locked;
}

/** What `readCart` reads, as one value of another room's statement: `cartOf` takes it. Locked, when that is asked for. */
export function cartValue(cartId: string, question?: { readonly lock: boolean }): RawBuilder<CartValue> {
  return sql`(select to_jsonb(kept) from (${cartRow(cartId, question)}) as kept)`;
}

/** A statement that waits for the lock has the row as it is now beside the lines of before. */
export function isOutdated(value: CartValue): boolean {
  return value.id !== null && value.version !== value.seen_version;
}

export function cartOf(value: CartValue): KeptCart | undefined {
  return value.id === null ? undefined : keptOf(value);
}

async function readCartAnd(on: Queryable, cartId: string, also?: CartQuestion) {
  const { rows } = await cartRow(cartId, also).execute(on.tables());
  const row = rows[0]!;
  return { cart: cartOf(row), stock: stockOf(row.stock), isOutdated: isOutdated(row) };
}

interface CartQuestion {
  readonly variantId?: string | undefined;
  readonly lock?: boolean;
}

/** Always one row: without a cart there may still be stock. */
function cartRow(cartId: string, { variantId, lock = false }: CartQuestion = {}): RawBuilder<CartValue> {
  const more = variantId === undefined ? [] : [variantId];
  const variantIds = sql`(array(select variant_id from cart_line where cart_id = kept.id) || ${more}::text[])`;
  return sql`
    select kept.*, (select version from cart as seen where seen.id = kept.id) as seen_version,
      array(
        select to_jsonb(line) from cart_line as line where line.cart_id = kept.id order by line.place, line.id) as lines,
      ${stockValue(variantIds)} as stock
    from (select) as always
    left join (select * from cart where id = ${cartId} ${lock ? sql`for update` : sql``}) as kept on true`;
}

export type CartValue = (CartRow | { readonly id: null }) & { readonly stock: readonly StockRow[] };

type CartRow = Selectable<CartTables['cart']> & {
  readonly seen_version: number;
  readonly lines: readonly LineRow[];
  readonly stock: readonly StockRow[];
};

function keptOf(row: CartRow): KeptCart {
  return {
    id: row.id,
    channel: row.channel,
    currency: row.currency,
    customerGroup: row.customer_group,
    customerId: row.customer_id ?? undefined,
    version: row.version,
    notices: row.notices,
    coupons: row.coupons,
    ...(row.by_hand && { byHand: row.by_hand }),
    ...(row.opened_by && { openedBy: row.opened_by }),
    // As JSON it is a text.
    expiresAt: new Date(row.expires_at),
    lines: row.lines.map(lineOf),
    stock: stockOf(row.stock),
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
  /** Pieces that lines hold which stand before, by variant. */
  const held = new Map<string, number>();
  const lines = cart.lines.flatMap((line) => {
    const fact = facts.get(line.variantId);
    const others = held.get(line.variantId) ?? 0;
    const now = fact && {
      amount: sameCurrency ? linePriceOf(line, fact).price.amount : line.seenAmount,
      stock: stockBeside(fact.stock, others),
    };
    const { quantity, notice } = reviewLine(line, now);
    if (notice) notices.push({ kind: notice, name: fact?.name ?? line.seenName });
    if (!fact || quantity === 0) return [];
    held.set(line.variantId, others + quantity);
    const seenAmount = linePriceOf({ ...line, quantity }, fact).price.amount;
    return [{ ...line, quantity, seenAmount, seenName: fact.name }];
  });
  const moved = lines.some(({ seenAmount }, at) => seenAmount !== cart.lines[at]?.seenAmount);
  return { lines, notices, changed: notices.length > 0 || moved || !sameCurrency };
}

/** The cart as the shopper sees it. Every line must have its facts. */
export function cartView(
  cart: { readonly id: string; readonly version: number; readonly notices: readonly CartNotice[] },
  own: readonly CartLine[],
  { currency, promotion: ofOwn, gifts }: Pricing,
): CartView {
  const { facts } = gifts;
  const promotion = withGifts(ofOwn, gifts);
  const known = [...own, ...gifts.lines].map((line) => {
    const fact = factOf(line, facts);
    return { line, fact, unit: linePriceOf(line, fact) };
  });
  const { promoted, nameOf } = promotion;
  const taken = new Map(promoted.lines.map((line) => [line.id, line]));
  const totals = cartTotals(
    known.map(({ line, unit }) => ({
      quantity: line.quantity,
      unitPrice: unit.price,
      unitRegular: unit.regular,
      discount: taken.get(line.id)?.discount ?? 0,
    })),
    currency,
  );
  return {
    id: cart.id,
    version: cart.version,
    currency,
    lines: known.map(({ line, fact, unit }, at) => ({
      id: line.id,
      variantId: line.variantId,
      productId: fact.productId,
      productSlug: fact.productSlug,
      name: fact.name,
      options: fact.options,
      ...(fact.media && { media: fact.media }),
      ...(fact.components && { components: fact.components }),
      quantity: line.quantity,
      ...(fact.isGiftCard && { giftCard: line.recipient ? { recipient: line.recipient } : {} }),
      unitPrice: unit.price,
      unitRegular: unit.regular,
      ...(unit.isByHand && { isPricedByHand: true }),
      discounts: (taken.get(line.id)?.parts ?? []).map(({ promotionId, amount }) => ({
        name: nameOf(promotionId),
        amount: money(amount, currency),
      })),
      total: totals.lineTotals[at]!,
      availability: fact.stock.class,
      ...(fact.stock.shipsFrom !== undefined && { shipsFrom: fact.stock.shipsFrom }),
      maxQuantity: line.giftOf === undefined ? maxQuantity(fact.stock) : line.quantity,
      ...(line.giftOf === undefined ? ruleOf(fact) : { isGift: true }),
    })),
    count: totals.count,
    subtotal: totals.subtotal,
    savings: totals.savings,
    discounts: discountsOf(promotion, currency),
    total: totals.total,
    ...(known.some(({ fact }) => fact.plusTax) && { plusTax: true }),
    coupons: promotion.codes.map(({ code, state }) => ({
      code,
      state: state.kind === 'unlocks' ? couponState(state.promotionId, promoted) : state.kind,
    })),
    notices: cart.notices,
    ...(gifts.missed.length > 0 && {
      missedGifts: gifts.missed.map(({ promotionId, name }) => ({ name, promotion: nameOf(promotionId) })),
    }),
    ...nearIn(ofOwn, currency),
  };
}

function ruleOf({ stock }: LineFacts) {
  const { min, multiple } = quantityRule(stock);
  return { ...(min !== undefined && { minQuantity: min }), ...(multiple !== undefined && { multiple }) };
}

/** What a cart is priced with. */
export interface Pricing {
  readonly currency: string;
  /** Of the lines of the shopper. */
  readonly promotion: PromotedCart;
  readonly gifts: Gifts;
}

/** What a little more would bring. */
function nearIn(
  { index, cart, promoted, nameOf }: PromotedCart,
  currency: string,
): Pick<CartView, 'nearPromotion'> {
  const near = nearestPromotion(index, cart, promoted);
  if (!near) return {};
  const { promotionId, missing } = near;
  const name = nameOf(promotionId);
  return {
    nearPromotion:
      missing.kind === 'pieces'
        ? { name, pieces: missing.count }
        : { name, amount: money(missing.amount, currency) },
  };
}

/** What each promotion takes off all lines together. */
function discountsOf({ promoted, nameOf }: PromotedCart, currency: string): CartDiscountView[] {
  const sums = new Map<string, CartDiscountView>();
  for (const { parts } of promoted.lines) {
    for (const { promotionId, code, amount } of parts) {
      const before = sums.get(promotionId)?.amount.amount ?? 0;
      sums.set(promotionId, {
        promotionId,
        name: nameOf(promotionId),
        ...(code !== undefined && { code }),
        amount: money(before + amount, currency),
      });
    }
  }
  return [...sums.values()];
}

/** A code that is good may still do nothing for this cart. */
function couponState(promotionId: string, { verdicts }: PromotedCart['promoted']): CartCouponView['state'] {
  const verdict = verdicts.find((each) => each.promotionId === promotionId)?.verdict;
  return verdict?.kind === 'applied' ? 'applied' : 'does-not-apply';
}

function factOf(line: CartLine, facts: ReadonlyMap<string, LineFacts>): LineFacts {
  const fact = facts.get(line.variantId);
  if (fact) return fact;
  throw new Error(
    `cartView expected facts for variant "${line.variantId}". Review the cart before it is shown.`,
  );
}

type LineRow = Selectable<CartTables['cart_line']>;

function lineOf(row: LineRow): CartLine {
  return {
    id: row.id,
    variantId: row.variant_id,
    productId: row.product_id,
    quantity: row.quantity,
    seenAmount: row.seen_amount,
    seenName: row.seen_name,
    ...(row.recipient && { recipient: row.recipient }),
    ...(row.by_hand && { byHand: row.by_hand }),
  };
}
