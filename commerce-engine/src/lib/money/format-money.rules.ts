import { minorUnitDigits } from './currency.rules.ts';
import type { Money } from './money.rules.ts';

/** The amount as people of that locale write it, `€1,234.50` or `1.234,50 €`. Exact for every safe integer. */
export function formatMoney(value: Money, locale: string): string {
  const digits = minorUnitDigits(value.currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: value.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(decimalText(value) as Intl.StringNumericLiteral);
}

/** The amount as a plain decimal number, `1234.50`: for files and other systems. */
export function decimalText({ amount, currency }: Money): string {
  const digits = minorUnitDigits(currency);
  const all = String(Math.abs(amount)).padStart(digits + 1, '0');
  const sign = amount < 0 ? '-' : '';
  return digits === 0 ? `${sign}${all}` : `${sign}${all.slice(0, -digits)}.${all.slice(-digits)}`;
}
