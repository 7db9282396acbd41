import { minorUnitDigits } from './minor-unit-digits.ts';

/** Whole minor units of a currency, as the engine writes money. */
export interface MoneyValue {
  readonly amount: number;
  readonly currency: string;
}

/** `{ amount: 4900, currency: 'EUR' }` in `de` → `49,00 €`. The currency's own number of decimals. */
export function formatMoney(money: MoneyValue, locale: string): string {
  const digits = minorUnitDigits(money.currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // As decimal text: a division would round large amounts.
  const text = String(Math.abs(money.amount)).padStart(digits + 1, '0');
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return format.format(`${money.amount < 0 ? '-' : ''}${whole}` as Intl.StringNumericLiteral);
}
