import type { PricedCharge, PricedLine, TaxShare } from '../cart/priced-cart.rules.ts';
import { upTo } from './split-charge.rules.ts';

/** Money of a part of a charge, in minor units. `net` and all taxes make `gross`. */
export interface MoneyShare {
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
  readonly taxes: readonly TaxShare[];
}

/** A charge as it was paid. */
export type PaidCharge = Pick<PricedCharge, 'net' | 'tax' | 'gross' | 'taxes'>;

/** A line as it was paid: its pieces by what each got off. */
export interface PaidLine extends PaidCharge, Pick<PricedLine, 'quantity' | 'unitPrice' | 'units' | 'total'> {
  /** What of `gross` was given back while its pieces stayed with the shopper. */
  readonly allowance: number;
}

/**
 * What so many pieces of a line are worth, after `before` pieces of it were given back: SPEC rules REFUND-1 to REFUND-3.
 * @throws RangeError when the line has not that many pieces left.
 */
export function shareOfPieces(
  line: PaidLine,
  { before, pieces }: { readonly before: number; readonly pieces: number },
): MoneyShare {
  if (!Number.isInteger(before) || !Number.isInteger(pieces) || before < 0 || pieces < 0)
    throw new RangeError(`Expected whole pieces from 0, got ${pieces} after ${before}.`);
  if (before + pieces > line.quantity)
    throw new RangeError(`Expected at most ${line.quantity - before} pieces, got ${pieces}.`);
  return between(line, backWith(line, before), backWith(line, before + pieces));
}

/** What of a line has gone back with so many pieces, allowances included: REFUND-5. */
export function backWith(line: PaidLine, pieces: number): number {
  return Math.min(line.gross, grossOfFirst(line, pieces) + line.allowance);
}

/**
 * An amount of a line as money, given back after `before` pieces while the others stay: REFUND-5.
 * @throws RangeError when less than that is left of the line.
 */
export function shareOfAllowance(
  line: PaidLine,
  { before, amount }: { readonly before: number; readonly amount: number },
): MoneyShare {
  return part(line, { before: backWith(line, before), amount });
}

/** The same of a delivery's charge. `before` = minor units that went back already. */
export function part(
  charge: PaidCharge,
  { before, amount }: { readonly before: number; readonly amount: number },
): MoneyShare {
  if (!Number.isInteger(amount) || amount < 0 || before + amount > charge.gross)
    throw new RangeError(`Expected whole minor units, at most ${charge.gross - before}, got ${amount}.`);
  return between(charge, before, before + amount);
}

/** What the first so many pieces were paid for, dearest first: REFUND-2. */
export function grossOfFirst(line: PaidLine, pieces: number): number {
  if (pieces >= line.quantity) return line.gross;
  if (line.total === 0) return partOf(line.gross, pieces, line.quantity);
  let left = pieces;
  let worth = 0;
  for (const { quantity, discount } of line.units.toSorted((a, b) => a.discount - b.discount)) {
    const taken = Math.min(left, quantity);
    worth += taken * (line.unitPrice - discount);
    left -= taken;
  }
  return partOf(line.gross, worth, line.total);
}

export type DeliveryChoice = 'none' | 'all' | 'proportional';

/** Goods of a delivery that are given back, as places among all its goods laid in a row, by what they cost; by pieces where all cost nothing. */
export interface GoodsGivenBack {
  readonly parts: readonly { readonly from: number; readonly to: number }[];
  /** What all goods of the delivery cost, or how many pieces they are. */
  readonly all: number;
}

/**
 * What of a delivery's charge goes back: REFUND-4.
 * @param before minor units that went back already.
 */
export function shareOfDelivery(
  charge: PaidCharge,
  choice: DeliveryChoice,
  { before, goods }: { readonly before: number; readonly goods: GoodsGivenBack },
): MoneyShare {
  // Each piece has its place, so that the parts of all make the charge in whatever order they come.
  const upToPlace = (place: number) => partOf(charge.gross, place, goods.all);
  const part = goods.parts.reduce((sum, { from, to }) => sum + upToPlace(to) - upToPlace(from), 0);
  const due = { none: 0, all: charge.gross, proportional: part };
  return between(charge, before, Math.min(charge.gross, before + due[choice]));
}

/** Shares together; taxes by rate, in the order in which they come. */
export function sumShares(shares: readonly MoneyShare[]): MoneyShare {
  const taxes = new Map<string, TaxShare>();
  for (const { rateId, taxable, amount } of shares.flatMap((share) => share.taxes)) {
    const sum = taxes.get(rateId) ?? { rateId, taxable: 0, amount: 0 };
    taxes.set(rateId, { rateId, taxable: sum.taxable + taxable, amount: sum.amount + amount });
  }
  const sum = (part: 'net' | 'tax' | 'gross') => shares.reduce((total, share) => total + share[part], 0);
  return { net: sum('net'), tax: sum('tax'), gross: sum('gross'), taxes: [...taxes.values()] };
}

function between(charge: PaidCharge, from: number, to: number): MoneyShare {
  const [start, end] = [upTo(charge, from), upTo(charge, to)];
  const taxes = charge.taxes.map(({ rateId }, at) => ({
    rateId,
    taxable: end.taxes[at]!.taxable - start.taxes[at]!.taxable,
    amount: end.taxes[at]!.amount - start.taxes[at]!.amount,
  }));
  const tax = taxes.reduce((sum, { amount }) => sum + amount, 0);
  return { net: end.net - start.net, tax, gross: to - from, taxes };
}

/** `whole * part / all`, a half rounded up; the whole of nothing is nothing. */
function partOf(whole: number, part: number, all: number): number {
  if (all <= 0) return 0;
  return Number((2n * BigInt(whole) * BigInt(part) + BigInt(all)) / (2n * BigInt(all)));
}
