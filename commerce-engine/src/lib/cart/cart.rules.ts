import { type OrderQuantities, quantitiesOf } from '../catalog/order-quantities.rules.ts';
import type { AvailabilityClass } from '../inventory/inventory.views.ts';
import type { Money } from '../money/money.rules.ts';
import type { CartNotice } from './cart.views.ts';

/** Most different variants in a cart. */
export const MAX_CART_LINES = 100;
/** Most coupons in a cart. */
export const MAX_CART_COUPONS = 10;

/** A line as far as its money goes. */
export interface PricedLine {
  readonly quantity: number;
  readonly unitPrice: Money;
  /** Without the sale; equal to `unitPrice` when there is none. */
  readonly unitRegular: Money;
  /** What promotions take off the line, minor units. Default 0. */
  readonly discount?: number;
}

export interface CartTotals {
  /** Each line's own total, in the order of the lines. */
  readonly lineTotals: readonly Money[];
  /** Pieces over all lines. */
  readonly count: number;
  /** At regular prices. */
  readonly subtotal: Money;
  /** What sale prices save. */
  readonly savings: Money;
  /** What promotions take off. */
  readonly discount: Money;
  /** Sum of the line totals; subtotal less savings and discount. */
  readonly total: Money;
}

/** Adds a cart up. All prices must be in the currency; integers throughout, so the parts always sum to the whole. */
export function cartTotals(lines: readonly PricedLine[], currency: string): CartTotals {
  const foreign = lines.find(({ unitPrice, unitRegular }) =>
    [unitPrice, unitRegular].some((money) => money.currency !== currency),
  );
  if (foreign) {
    throw new Error(
      `cartTotals expected prices in ${currency}, got ${foreign.unitPrice.currency} and ${foreign.unitRegular.currency}. Price the lines in the cart's currency first.`,
    );
  }
  const money = (amount: number): Money => ({ amount, currency });
  const totals = lines.map(({ quantity, unitPrice, discount = 0 }) => quantity * unitPrice.amount - discount);
  const total = sum(totals);
  const discount = sum(lines.map((line) => line.discount ?? 0));
  const subtotal = sum(
    lines.map(
      ({ quantity, unitPrice, unitRegular }) => quantity * Math.max(unitPrice.amount, unitRegular.amount),
    ),
  );
  return {
    lineTotals: totals.map(money),
    count: sum(lines.map(({ quantity }) => quantity)),
    subtotal: money(subtotal),
    savings: money(subtotal - total - discount),
    discount: money(discount),
    total: money(total),
  };
}

/** What can be had of a variant now. */
export interface LineStock {
  readonly class: AvailabilityClass;
  /** Pieces that can be promised; `unlimited` when it may be sold without stock. */
  readonly available: number | 'unlimited';
  /** The local day it comes out; only of what is on preorder. */
  readonly shipsFrom?: string;
  /** Absent = it is ordered in any quantity. */
  readonly quantities?: OrderQuantities | undefined;
}

export type QuantityDecision =
  | { readonly kind: 'fine' }
  | ({ readonly kind: 'bad-quantity'; readonly max: number } & QuantityRule)
  | { readonly kind: 'sold-out' }
  | { readonly kind: 'not-enough'; readonly left: number };

/** What stands beside the most pieces, where not every number of them can be ordered. */
export interface QuantityRule {
  /** The fewest pieces, from 2. */
  readonly min?: number;
  /** Only so many together, from 2. */
  readonly multiple?: number;
}

/** Whether a line may hold `wanted` pieces: SPEC rules CART-6, CART-7 and CART-32. */
export function decideQuantity(wanted: number, stock: LineStock): QuantityDecision {
  const { least, multiple, most } = quantitiesOf(stock.quantities);
  const isOrdered = wanted === 0 || (wanted >= least && wanted <= most && wanted % multiple === 0);
  if (!Number.isInteger(wanted) || !isOrdered)
    return { kind: 'bad-quantity', max: mostNamed(stock), ...quantityRule(stock) };
  if (wanted === 0 || stock.available === 'unlimited' || wanted <= stock.available) return { kind: 'fine' };
  const left = maxQuantity(stock);
  return left === 0 ? { kind: 'sold-out' } : { kind: 'not-enough', left };
}

/** The most pieces a line may hold now; 0 = not even the fewest are there. */
export function maxQuantity({ available, quantities }: LineStock): number {
  const { least, multiple, most } = quantitiesOf(quantities);
  if (available === 'unlimited') return most;
  const whole = Math.floor(Math.min(most, available) / multiple) * multiple;
  return whole < least ? 0 : whole;
}

/** What is left for a line beside pieces of the same that others hold. */
export function stockBeside<Stock extends LineStock>(stock: Stock, others: number): Stock {
  if (others === 0 || stock.available === 'unlimited') return stock;
  return { ...stock, available: Math.max(0, stock.available - others) };
}

/** Nothing of it where every number of pieces can be ordered. */
export function quantityRule({ quantities }: LineStock): QuantityRule {
  const { least, multiple } = quantitiesOf(quantities);
  return { ...(least > 1 && { min: least }), ...(multiple > 1 && { multiple }) };
}

/** The most pieces to ask for, as a shopper is told it. Of what is sold out no number can be named but that of any line. */
export function mostNamed(stock: LineStock): number {
  return maxQuantity(stock) || quantitiesOf(stock.quantities).most;
}

/** A line as it was kept when the shopper last changed or saw the cart. */
export interface KeptLine {
  readonly quantity: number;
  /** Unit price then, minor units. */
  readonly seenAmount: number;
}

export interface ReviewedLine {
  /** 0 = the line goes. */
  readonly quantity: number;
  readonly notice?: CartNotice['kind'];
}

/**
 * What becomes of a line when the shop has changed: a variant that is not sold here any more goes, too many pieces become
 * as many as there are, what is not ordered in such a quantity becomes the next fewer that is, or the fewest; a sold-out line stays as it is (it may come back, and the shopper sees why it waits).
 */
export function reviewLine(
  line: KeptLine,
  now: { readonly amount: number; readonly stock: LineStock } | undefined,
): ReviewedLine {
  if (!now) return { quantity: 0, notice: 'removed' };
  const most = maxQuantity(now.stock);
  if (most > 0 && line.quantity > most) return { quantity: most, notice: 'lowered' };
  const { least, multiple } = quantitiesOf(now.stock.quantities);
  if (most > 0 && line.quantity < least) return { quantity: least, notice: 'raised' };
  if (most > 0 && line.quantity % multiple !== 0)
    return { quantity: line.quantity - (line.quantity % multiple), notice: 'lowered' };
  if (now.amount !== line.seenAmount) return { quantity: line.quantity, notice: 'price-changed' };
  return { quantity: line.quantity };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
