import type { ManualDiscount } from '../promotions/discountable-cart.rules.ts';
import {
  type HandDiscount,
  type HandNote,
  type HandPrice,
  type LineByHand,
  withParts,
} from './by-hand.rules.ts';
import { type CartDesk, factsFor, type OpenCart, openCart, saveCart, viewOf } from './cart.commands.ts';
import type { CartOutcome, CartView } from './cart.views.ts';
import type { CartLine } from './cart-line.ts';
import { reviewCart } from './cart-state.ts';
import { withinLimit } from './keep-by-hand.ts';
import { type LineFacts, linePriceOf, unitPriceOf } from './line-facts.ts';
import type { OpenedBy } from './opened-by.ts';

/** A desk of staff who may give something. */
export type StaffDesk = CartDesk & Required<Pick<CartDesk, 'byStaff'>>;

export type GiveOutcome =
  | Extract<CartOutcome, { kind: 'changed' | 'unknown-line' }>
  /** Those goods allow no discounts by hand. */
  | { readonly kind: 'not-allowed-for-goods'; readonly lineId: string; readonly cart: CartView }
  /** More than the actor may give, in basis points of the shop's own prices. */
  | { readonly kind: 'beyond-limit'; readonly limit: number; readonly cart: CartView };

/** What was there before and is there now, for the audit log. */
export interface Given {
  readonly outcome: GiveOutcome;
  readonly changed?: {
    readonly sku?: string;
    readonly before: LineByHand | HandDiscount | undefined;
    readonly after: LineByHand | HandDiscount | undefined;
  };
}

/** Gives a line another price or a discount, or takes them away (`null`); what is absent stays. */
export async function giveForLine(
  desk: StaffDesk,
  input: {
    readonly cartId: string;
    readonly lineId: string;
    readonly price?: number | null;
    readonly discount?: ManualDiscount | null;
  },
  note: HandNote,
): Promise<Given> {
  const { market } = desk;
  const { lineId } = input;
  const { cart, lines, notices, facts } = await reviewed(desk, input.cartId);
  const line = lines.find(({ id }) => id === lineId);
  const refuse = async (lines: readonly CartLine[]) => viewOf(desk, cart, lines, facts);
  if (!line) return { outcome: { kind: 'unknown-line', lineId, cart: await refuse(lines) } };
  const fact = facts.get(line.variantId)!;
  const { price: hadPrice, discount: hadDiscount } = line.byHand ?? {};
  const price: HandPrice | undefined =
    input.price === undefined
      ? hadPrice
      : input.price === null
        ? undefined
        : { ...note, price: { amount: input.price, currency: market.currency } };
  const discount =
    input.discount === undefined ? hadDiscount : discountWith(input.discount, note, market.currency);
  const gives = (input.price ?? undefined) !== undefined || (input.discount ?? undefined) !== undefined;
  if (gives && fact.allows !== 'everything')
    return { outcome: { kind: 'not-allowed-for-goods', lineId, cart: await refuse(lines) } };
  const byHand = withParts(line.quantity, { price, discount });
  const given = { ...line, byHand };
  const after = lines.map((each) =>
    each === line ? { ...given, seenAmount: linePriceOf(given, fact).price.amount } : each,
  );
  const { limit } = desk.byStaff;
  const within = withinLimit({ lines: after, byHand: cart.byHand }, { facts, limit });
  if (gives && !(within.lines[lines.indexOf(line)] && within.whole))
    return { outcome: { kind: 'beyond-limit', limit, cart: await refuse(lines) } };
  const saved = await saveCart(desk, cart, after, notices);
  return {
    outcome: { kind: 'changed', cart: await viewOf(desk, { ...cart, ...saved }, after, facts) },
    changed: { sku: fact.sku, before: line.byHand, after: byHand },
  };
}

/** Takes something off the whole cart, or nothing any more (`null`). */
export async function giveForWhole(
  desk: StaffDesk,
  input: { readonly cartId: string; readonly discount: ManualDiscount | null },
  note: HandNote,
): Promise<Given> {
  const { cart, lines, notices, facts } = await reviewed(desk, input.cartId);
  const byHand = discountWith(input.discount, note, desk.market.currency);
  const { limit } = desk.byStaff;
  if (byHand && !withinLimit({ lines, byHand }, { facts, limit }).whole)
    return { outcome: { kind: 'beyond-limit', limit, cart: await viewOf(desk, cart, lines, facts) } };
  const saved = await saveCart(desk, { ...cart, byHand }, lines, notices);
  return {
    outcome: { kind: 'changed', cart: await viewOf(desk, { ...cart, ...saved }, lines, facts) },
    changed: { before: cart.byHand, after: byHand },
  };
}

/** An empty cart that staff fill. */
export async function openForStaff(desk: CartDesk, cartId: string, openedBy: OpenedBy): Promise<CartView> {
  const cart = await openCart(desk, cartId);
  const saved = await saveCart(desk, { ...cart, openedBy }, [], []);
  return viewOf(desk, { ...cart, ...saved }, [], new Map());
}

/** What a piece of each line costs without a hand. */
export function listedPrices(lines: readonly CartLine[], facts: ReadonlyMap<string, LineFacts>) {
  return new Map(
    lines.flatMap(({ id, variantId, quantity }) => {
      const fact = facts.get(variantId);
      return fact ? [[id, { listed: unitPriceOf(fact, quantity).price, allows: fact.allows }] as const] : [];
    }),
  );
}

function discountWith(
  discount: ManualDiscount | null,
  note: HandNote,
  currency: string,
): HandDiscount | undefined {
  if (discount === null) return undefined;
  return { ...note, discount, ...(discount.kind === 'amount' && { currency }) };
}

async function reviewed(desk: StaffDesk, cartId: string) {
  const cart: OpenCart = await openCart(desk, cartId);
  const facts = await factsFor(desk, cart);
  const { lines, notices } = reviewCart(cart, facts, desk.market);
  return { cart, lines, notices, facts };
}
