import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { MOST_ORDERED } from '../catalog/order-quantities.rules.ts';
import { CommerceError } from '../commerce-error.ts';
import type { Market } from '../market.ts';
import {
  decideQuantity,
  MAX_CART_COUPONS,
  MAX_CART_LINES,
  mostNamed,
  quantityRule,
  stockBeside,
} from './cart.rules.ts';
import type { CartTables } from './cart.tables.ts';
import type { CartNotice, CartOutcome, CartView, RemovedLine } from './cart.views.ts';
import type { CartLine } from './cart-line.ts';
import { cartView, type KeptCart, lockCart, type ReviewedCart, reviewCart } from './cart-state.ts';
import { giftsOf } from './gift-lines.ts';
import { byHandAfter, type StaffHand, withQuantity } from './keep-by-hand.ts';
import { type CartDoors, type LineFacts, readLineFacts, unitPriceOf } from './line-facts.ts';
import { type CartPromotions, promoteCart } from './promote-cart.ts';
import { isSameRecipient, problemsOf, type Recipient } from './recipient.ts';
import { writeCart } from './write-cart.ts';

/** Where and when a command works. */
export interface CartDesk {
  readonly tx: Transaction;
  readonly doors: CartDoors & { readonly promotions: CartPromotions };
  readonly market: Market;
  readonly now: Date;
  /** Who is signed in. Absent = a guest. */
  readonly customerId?: string;
  /** Staff change it. */
  readonly byStaff?: StaffHand;
}

const DAY = 24 * 60 * 60 * 1000;
/** A cart nobody touched for that long is abandoned. */
const CART_LIFETIME_DAYS = 60;
const MAX_NOTICES = 20;

/** Adds pieces of a variant to a cart that may not exist yet. The pieces join the variant's line when there is one. */
export async function addLine(
  desk: CartDesk,
  input: {
    cartId: string;
    variantId: string;
    quantity: number;
    place?: number | undefined;
    recipient?: Recipient | undefined;
  },
): Promise<CartOutcome> {
  const { variantId, quantity, place, recipient } = input;
  const problems = recipient ? problemsOf(recipient, desk.now) : [];
  if (problems.length > 0) return { kind: 'bad-recipient', fields: problems };
  const cart = await openCart(desk, input.cartId, variantId);
  const facts = await factsFor(desk, cart, variantId);
  const fact = facts.get(variantId);
  if (!fact) return { kind: 'unknown-variant', variantId };
  if (!isWholeQuantity(quantity))
    return { kind: 'bad-quantity', quantity, max: mostNamed(fact.stock), ...quantityRule(fact.stock) };
  const reviewed = reviewCart(cart, facts, desk.market);
  if (recipient && !fact.isGiftCard)
    throw new CommerceError(
      'bad_input',
      `Only gift cards are mailed to somebody else. "${fact.name}" is none: leave out the recipient.`,
    );
  const line = reviewed.lines.find(
    (each) => each.variantId === variantId && isSameRecipient(each.recipient, recipient),
  );
  const wanted = (line?.quantity ?? 0) + quantity;
  const view = () => unsavedView(desk, cart, facts);
  const decision = decideQuantity(wanted, stockFor(reviewed.lines, { variantId, line, fact }));
  if (decision.kind === 'bad-quantity') return { ...decision, quantity: wanted };
  if (decision.kind !== 'fine') return { ...decision, variantId, ...(await view()) };
  if (!line && reviewed.lines.length >= MAX_CART_LINES) return { kind: 'cart-full', max: MAX_CART_LINES };
  const lines = line
    ? reviewed.lines.map((each) => (each === line ? withQuantity(each, wanted, { ...desk, fact }) : each))
    : reviewed.lines.toSpliced(
        place ?? reviewed.lines.length,
        0,
        newLine(variantId, fact, { quantity, recipient }),
      );
  return { kind: 'changed', cart: await saveGoods(desk, cart, { reviewed, lines, facts }) };
}

/** Sets how many pieces a line holds; 0 removes it. */
export async function setQuantity(
  desk: CartDesk,
  input: { cartId: string; lineId: string; quantity: number },
): Promise<CartOutcome> {
  const { lineId, quantity } = input;
  const cart = await openCart(desk, input.cartId);
  const facts = await factsFor(desk, cart);
  const reviewed = reviewCart(cart, facts, desk.market);
  const line = reviewed.lines.find(({ id }) => id === lineId);
  const view = () => unsavedView(desk, cart, facts);
  if (!line) return { kind: 'unknown-line', lineId, ...(await view()) };
  const { variantId } = line;
  const fact = facts.get(variantId)!;
  // Fewer are always possible, also where other lines hold all there is.
  const stock = quantity < line.quantity ? fact.stock : stockFor(reviewed.lines, { variantId, line, fact });
  const decision = decideQuantity(quantity, stock);
  if (decision.kind === 'bad-quantity') return { ...decision, quantity };
  if (decision.kind !== 'fine') return { ...decision, variantId: line.variantId, ...(await view()) };
  const lines = reviewed.lines.flatMap((each) => {
    if (each !== line) return [each];
    return quantity === 0
      ? []
      : [withQuantity(each, quantity, { ...desk, fact: facts.get(each.variantId)! })];
  });
  return {
    kind: 'changed',
    cart: await saveGoods(desk, cart, { reviewed, lines, facts }),
    ...(quantity === 0 && {
      removed: removedOf(line, facts.get(line.variantId)!, reviewed.lines.indexOf(line)),
    }),
  };
}

function removedOf(line: CartLine, { name }: LineFacts, place: number): RemovedLine {
  const { id, variantId, quantity, recipient } = line;
  return { lineId: id, variantId, name, quantity, ...(recipient && { recipient }), place };
}

/** Takes a code into the cart, or out of it. A code that is good stays even while it does nothing for the cart. */
export async function changeCoupons(
  desk: CartDesk,
  input: { cartId: string; code: string; add: boolean },
): Promise<CartOutcome> {
  const code = input.code.trim();
  const cart = await openCart(desk, input.cartId);
  const facts = await factsFor(desk, cart);
  const reviewed = reviewCart(cart, facts, desk.market);
  const others = cart.coupons.filter((each) => !isSameCode(each, code));
  if (input.add) {
    const refused = await refusalOf(desk, code, others.length);
    if (refused)
      return { kind: 'coupon-refused', code, reason: refused, ...(await unsavedView(desk, cart, facts)) };
  }
  const coupons = input.add ? [...others, code] : others;
  const saved = await saveCart(desk, { ...cart, coupons }, reviewed.lines, reviewed.notices);
  return { kind: 'changed', cart: await viewOf(desk, { ...cart, ...saved, coupons }, reviewed.lines, facts) };
}

async function refusalOf({ tx, doors, market, now }: CartDesk, code: string, others: number) {
  if (others >= MAX_CART_COUPONS) return 'too-many' as const;
  const [state] = await doors.promotions.lookUpCodes(tx, [code], { at: now, channel: market.channel });
  return state!.kind === 'unlocks' || state!.kind === 'personal' ? undefined : state!.kind;
}

function isSameCode(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Writes down what the shop changed in a cart since it was last looked at. @returns undefined when it is gone. */
export async function bringUpToDate(desk: CartDesk, cartId: string): Promise<CartView | undefined> {
  const { cart } = await lockCart(desk.tx, cartId);
  if (!cart || cart.expiresAt <= desk.now || cart.channel !== desk.market.channel) return undefined;
  const facts = await factsFor(desk, cart);
  const reviewed = reviewCart(cart, facts, desk.market);
  if (!reviewed.changed) return viewOf(desk, cart, cart.lines, facts);
  const notices = [...cart.notices, ...reviewed.notices].slice(-MAX_NOTICES);
  const saved = await saveCart(desk, cart, reviewed.lines, notices);
  return viewOf(desk, { ...cart, ...saved }, reviewed.lines, facts);
}

/** Deletes carts that were abandoned by then. @returns how many. */
export async function expireCarts(tx: Transaction, by: Date): Promise<number> {
  const result = await tx
    .tables<CartTables>()
    .deleteFrom('cart')
    .where('expires_at', '<=', by)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

export type OpenCart = KeptCart & { readonly isNew: boolean };

/** The cart, its row held until the end; an empty one that is not yet written when there is none, or only an abandoned one. */
export async function openCart(
  { tx, market, now, customerId }: CartDesk,
  cartId: string,
  variantId?: string,
): Promise<OpenCart> {
  const { cart: kept, stock } = await lockCart(tx, cartId, variantId);
  if (kept && kept.channel !== market.channel) {
    throw new CommerceError(
      'bad_input',
      `Cart "${cartId}" belongs to the channel "${kept.channel}", not to "${market.channel}". Use a new cart id for each channel.`,
    );
  }
  if (kept && kept.expiresAt > now) return { ...kept, stock, isNew: false };
  return {
    id: cartId,
    channel: market.channel,
    currency: market.currency,
    customerGroup: market.customerGroup,
    customerId,
    version: kept?.version ?? 0,
    notices: [],
    coupons: [],
    expiresAt: now,
    lines: [],
    stock,
    isNew: !kept,
  };
}

export function factsFor(
  { tx, doors, market, now }: CartDesk,
  cart: KeptCart,
  variantId?: string,
): Promise<ReadonlyMap<string, LineFacts>> {
  const ids = new Set(cart.lines.map((line) => line.variantId));
  if (variantId !== undefined) ids.add(variantId);
  return readLineFacts(tx, doors, market, { variantIds: [...ids], at: now, stock: cart.stock });
}

/** Writes goods that were changed, and what is left of what staff gave for them. */
async function saveGoods(
  desk: CartDesk,
  cart: OpenCart,
  {
    reviewed,
    lines: after,
    facts,
  }: {
    readonly reviewed: ReviewedCart;
    readonly lines: readonly CartLine[];
    readonly facts: ReadonlyMap<string, LineFacts>;
  },
): Promise<CartView> {
  const { byStaff } = desk;
  const { lines, byHand, ended } = byHandAfter(cart, { before: reviewed.lines, after, facts, byStaff });
  const saved = await saveCart(desk, { ...cart, byHand }, lines, [...reviewed.notices, ...ended]);
  return viewOf(desk, { ...cart, ...saved }, lines, facts);
}

export async function saveCart(
  { tx, market, now, customerId }: CartDesk,
  cart: KeptCart & { readonly isNew?: boolean },
  lines: readonly CartLine[],
  notices: readonly CartNotice[],
) {
  const saved = {
    id: cart.id,
    version: cart.version + 1,
    channel: market.channel,
    currency: market.currency,
    customerGroup: market.customerGroup,
    customerId: cart.customerId ?? customerId,
    notices,
    coupons: cart.coupons,
    byHand: cart.byHand,
    openedBy: cart.openedBy,
    expiresAt: new Date(now.getTime() + CART_LIFETIME_DAYS * DAY),
    lines,
  };
  await writeCart(tx, saved, { now, isNew: cart.isNew ?? false });
  await tx.emit({ kind: 'cart.changed', payload: { cartId: cart.id } });
  return { id: cart.id, version: saved.version, notices, byHand: cart.byHand };
}

/** The cart as it stands, for a refusal: nothing of it is written. */
async function unsavedView(
  desk: CartDesk,
  cart: OpenCart,
  facts: ReadonlyMap<string, LineFacts>,
): Promise<{ cart?: CartView }> {
  if (cart.isNew) return {};
  const { lines, notices } = reviewCart(cart, facts, desk.market);
  return { cart: await viewOf(desk, { ...cart, notices: [...cart.notices, ...notices] }, lines, facts) };
}

/** The cart as the shopper sees it, promotions and all. */
export async function viewOf(
  { tx, doors, market, now }: Pick<CartDesk, 'doors' | 'market' | 'now'> & { readonly tx: Queryable },
  cart: Pick<KeptCart, 'id' | 'version' | 'notices' | 'coupons' | 'byHand'>,
  lines: readonly CartLine[],
  facts: ReadonlyMap<string, LineFacts>,
): Promise<CartView> {
  const toPromote = { market, at: now, lines, facts, codes: cart.coupons, byHand: cart.byHand };
  const promotion = await promoteCart(tx, doors.promotions, toPromote);
  const gifts = await giftsOf(tx, { doors, market, now }, { promotion, lines, facts });
  return cartView(cart, lines, { currency: market.currency, promotion, gifts });
}

/** What is left for a line besides what others hold of its variant. */
function stockFor(
  lines: readonly CartLine[],
  {
    variantId,
    line,
    fact: { stock },
  }: { readonly variantId: string; readonly line: CartLine | undefined; readonly fact: LineFacts },
): LineFacts['stock'] {
  const others = lines
    .filter((each) => each.variantId === variantId && each !== line)
    .reduce((sum, each) => sum + each.quantity, 0);
  return stockBeside(stock, others);
}

function newLine(
  variantId: string,
  fact: LineFacts,
  { quantity, recipient }: { readonly quantity: number; readonly recipient: Recipient | undefined },
): CartLine {
  return {
    id: newId(),
    variantId,
    productId: fact.productId,
    quantity,
    seenAmount: unitPriceOf(fact, quantity).price.amount,
    seenName: fact.name,
    ...(recipient && { recipient }),
  };
}

function isWholeQuantity(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= MOST_ORDERED;
}
