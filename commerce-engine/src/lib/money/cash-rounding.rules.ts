import { type Money, money } from './money.rules.ts';

/** What is paid in coins for a total, and the difference the receipt shows on a line of its own. */
export interface CashRounding {
  readonly payable: Money;
  /** `payable` minus the total; zero when there is nothing to round. */
  readonly difference: Money;
}

/**
 * Rounds a total to the smallest coin of a country, halves away from zero. Only for cash: the total itself stays.
 * @param country ISO 3166 two-letter code; countries without a rule, and currencies that are not theirs, stay exact.
 */
export function roundForCash(total: Money, country: string): CashRounding {
  const rule = smallestCoins[country];
  const step = rule && rule.currency === total.currency ? rule.step : 1;
  const size = Math.abs(total.amount);
  const below = size - (size % step);
  const rounded = (size % step) * 2 >= step && step > 1 ? below + step : below;
  const payable = money(total.amount < 0 ? -rounded : rounded, total.currency);
  return { payable, difference: money(payable.amount - total.amount, total.currency) };
}

/** Smallest coin step in minor units, where cash is rounded by law or custom. */
const smallestCoins: Readonly<Record<string, { readonly currency: string; readonly step: number }>> = {
  AU: { currency: 'AUD', step: 5 },
  BE: { currency: 'EUR', step: 5 },
  CA: { currency: 'CAD', step: 5 },
  CH: { currency: 'CHF', step: 5 },
  CZ: { currency: 'CZK', step: 100 },
  DK: { currency: 'DKK', step: 50 },
  EE: { currency: 'EUR', step: 5 },
  FI: { currency: 'EUR', step: 5 },
  HU: { currency: 'HUF', step: 500 },
  IE: { currency: 'EUR', step: 5 },
  IT: { currency: 'EUR', step: 5 },
  LI: { currency: 'CHF', step: 5 },
  LT: { currency: 'EUR', step: 5 },
  NL: { currency: 'EUR', step: 5 },
  NO: { currency: 'NOK', step: 100 },
  NZ: { currency: 'NZD', step: 10 },
  SE: { currency: 'SEK', step: 100 },
  SK: { currency: 'EUR', step: 5 },
};
