/** An ISO 4217 code, upper case. */
export type Currency = string;

/** An amount of money: whole minor units (cents, yen) of one currency. Never a fraction. */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}

/**
 * Money from whole minor units.
 * @throws RangeError when the amount is no safe integer.
 */
export function money(amount: number, currency: Currency): Money {
  if (!Number.isSafeInteger(amount)) {
    throw new RangeError(
      `Expected a whole number of minor units of ${currency} within ±${Number.MAX_SAFE_INTEGER}, got ${amount}.`,
    );
  }
  return { amount: amount === 0 ? 0 : amount, currency };
}

/** @throws when the currencies differ or the sum leaves the safe integers. */
export function addMoney(a: Money, b: Money): Money {
  requireOneCurrency(a, b, 'add');
  return money(a.amount + b.amount, a.currency);
}

/** @throws when the currencies differ or the difference leaves the safe integers. */
export function subtractMoney(a: Money, b: Money): Money {
  requireOneCurrency(a, b, 'subtract');
  return money(a.amount - b.amount, a.currency);
}

/** The price of that many pieces; the quantity is a whole number, negative for returns. */
export function multiplyMoney(unit: Money, quantity: number): Money {
  if (!Number.isSafeInteger(quantity)) {
    throw new RangeError(`Expected a whole number of pieces, got ${quantity}.`);
  }
  return money(unit.amount * quantity, unit.currency);
}

/** The sum of many; of none it is zero of the currency. */
export function sumMoney(parts: readonly Money[], currency: Currency): Money {
  return parts.reduce(addMoney, money(0, currency));
}

/** Negative when `a` is less, 0 when equal, positive when more; for `sort`. */
export function compareMoney(a: Money, b: Money): number {
  requireOneCurrency(a, b, 'compare');
  return Math.sign(a.amount - b.amount);
}

function requireOneCurrency(a: Money, b: Money, verb: string): void {
  if (a.currency === b.currency) return;
  throw new TypeError(
    `Cannot ${verb} ${a.amount} ${a.currency} and ${b.amount} ${b.currency}: convert one of them first.`,
  );
}
