import { minorUnitDigits } from './currency.rules.ts';
import { type Currency, type Money, money } from './money.rules.ts';

export type ParsedMoney =
  | { readonly kind: 'money'; readonly money: Money }
  /** A sentence: what was expected, what came. */
  | { readonly kind: 'problem'; readonly problem: string };

/**
 * Reads a decimal number as people and files write it: `1,234.50` is 123450 minor units of EUR. Thousands may be
 * grouped; more decimals than the currency has are refused unless they are zeros.
 * @param options.decimalSign default `.`; with `,` the groups are separated by points: `1.234,50`.
 */
export function parseMoney(
  text: string,
  currency: Currency,
  options: { readonly decimalSign?: '.' | ',' } = {},
): ParsedMoney {
  const { decimalSign = '.' } = options;
  const digits = minorUnitDigits(currency);
  const sample = decimalSign === '.' ? '1,234.50' : '1.234,50';
  const match = patterns[decimalSign].exec(text.trim());
  if (!match) {
    return problem(`Expected an amount of ${currency} such as "${sample}", got "${shortened(text)}".`);
  }
  const [, sign = '', whole = '', decimals = ''] = match;
  if (/[^0]/.test(decimals.slice(digits))) {
    return problem(
      `Expected at most ${digits} decimals in an amount of ${currency}, got "${shortened(text)}". Round it first.`,
    );
  }
  const amount = Number(
    `${sign}${whole.replace(/[.,]/g, '')}${decimals.slice(0, digits).padEnd(digits, '0')}`,
  );
  if (!Number.isSafeInteger(amount)) {
    return problem(`"${shortened(text)}" ${currency} is more than can be counted exactly.`);
  }
  return { kind: 'money', money: money(amount, currency) };
}

const patterns = {
  '.': /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/,
  ',': /^([+-]?)(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d*))?$/,
};

function problem(text: string): ParsedMoney {
  return { kind: 'problem', problem: text };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
