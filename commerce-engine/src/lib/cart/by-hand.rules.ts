import type { AllowedDiscounts } from '../catalog/allowed-discounts.rules.ts';
import type { Money } from '../money/money.rules.ts';
import type { ManualDiscount } from '../promotions/discountable-cart.rules.ts';

/** Why something was given by hand. `other` is told in words. */
export const HAND_REASONS = ['agreed', 'price-match', 'damaged', 'goodwill', 'wrong-price', 'other'] as const;

export type HandReason = (typeof HAND_REASONS)[number];

/** Who gave something by hand, when and why. */
export interface HandNote {
  readonly reason: HandReason;
  readonly text?: string;
  /** `staff:<id>`. */
  readonly by: string;
  /** ISO time. */
  readonly at: string;
}

/** A price of one piece, in place of the shop's own. */
export interface HandPrice extends HandNote {
  readonly price: Money;
}

export interface HandDiscount extends HandNote {
  readonly discount: ManualDiscount;
  /** Of an amount. A percentage holds in every currency. */
  readonly currency?: string;
}

/** What was given for a line, for at most so many pieces. */
export interface LineByHand {
  readonly price?: HandPrice;
  readonly discount?: HandDiscount;
  readonly pieces: number;
}

/** The price by hand of a line, where it holds: SPEC rules CART-34 and CART-36. */
export function handPriceOf(
  byHand: LineByHand | undefined,
  { currency, allows }: { readonly currency: string; readonly allows: AllowedDiscounts },
): Money | undefined {
  const price = byHand?.price?.price;
  return price?.currency === currency && allows === 'everything' ? price : undefined;
}

/** A discount by hand, where it holds. Whether the goods allow one is for promotions to say. */
export function heldDiscount(given: HandDiscount | undefined, currency: string): ManualDiscount | undefined {
  if (given === undefined) return undefined;
  return given.discount.kind === 'percent' || given.currency === currency ? given.discount : undefined;
}

/** As far as it holds for goods of this currency: SPEC rules CART-34 and CART-36. */
export function heldByHand(
  byHand: LineByHand | undefined,
  here: { readonly currency: string; readonly allows: AllowedDiscounts },
): LineByHand | undefined {
  if (!byHand || here.allows !== 'everything') return undefined;
  const price = handPriceOf(byHand, here) && byHand.price;
  const discount = heldDiscount(byHand.discount, here.currency) && byHand.discount;
  return withParts(byHand.pieces, { price, discount });
}

/** What is left of it when somebody who could not give it takes so many pieces: SPEC rule CART-37. */
export function keptFor(
  byHand: LineByHand | undefined,
  quantity: number,
  { isSamePrice }: { /** Of one piece, without a hand, in both quantities. */ readonly isSamePrice: boolean },
): LineByHand | undefined {
  if (!byHand || quantity > byHand.pieces) return undefined;
  const { price, discount, pieces } = byHand;
  // An amount was given for all of them.
  const isForAny = discount?.discount.kind === 'percent' || quantity === pieces;
  return withParts(pieces, {
    price: isSamePrice ? price : undefined,
    discount: isForAny ? discount : undefined,
  });
}

/** @returns undefined where nothing is given. */
export function withParts(
  pieces: number,
  { price, discount }: { readonly price: HandPrice | undefined; readonly discount: HandDiscount | undefined },
): LineByHand | undefined {
  if (!price && !discount) return undefined;
  return { pieces, ...(price && { price }), ...(discount && { discount }) };
}

/** A line as far as it is told how much was given for it by hand. Minor units. */
export interface GivenLine {
  readonly quantity: number;
  /** What a piece costs without a hand. */
  readonly listed: number;
  /** What it costs with one; the same where there is no other price. */
  readonly price: number;
  readonly discount?: ManualDiscount | undefined;
  /** Nothing is taken off these goods: what is off the whole comes off the others. */
  readonly isFixed?: boolean;
}

/** Amounts are compared in ten thousandths, so that a percentage of just the limit is never rounded above it. */
const PARTS = 10_000;

/** Whether no line, and not all of them together, cost less by hand than the limit allows: basis points of the shop's own prices. */
export function isWithin(
  lines: readonly GivenLine[],
  whole: ManualDiscount | undefined,
  limit: number,
): { readonly lines: readonly boolean[]; readonly whole: boolean } {
  const listed = lines.map((line) => line.listed * line.quantity);
  const left = lines.map(leftOf);
  const open = (_: number, at: number) => !lines[at]!.isFixed;
  const given = left.map((each, at) => Math.max(0, listed[at]! * PARTS - each));
  const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);
  const offWhole = whole ? offOf(sum(left.filter(open)), whole) : 0;
  return {
    lines: given.map((each, at) => each <= listed[at]! * limit),
    whole: offWhole === 0 || sum(given) + offWhole <= sum(listed.filter(open)) * limit,
  };
}

function leftOf({ quantity, price, discount }: GivenLine): number {
  const asked = price * quantity * PARTS;
  return discount ? asked - offOf(asked, discount) : asked;
}

function offOf(amount: number, discount: ManualDiscount): number {
  return discount.kind === 'amount'
    ? Math.min(amount, discount.amount * PARTS)
    : Math.floor((amount / PARTS) * discount.basisPoints);
}
