import { chooseRates, type TaxTable } from './choose-rates.rules.ts';
import type { Place } from './place.rules.ts';
import { calculateTax, type TaxResult } from './tax.rules.ts';

/** What of a price would be tax for goods of a class at a place and time, where nobody is freed of it. Pure. */
export function previewTax(
  table: TaxTable,
  asked: {
    readonly place: Place;
    readonly taxClass: string;
    readonly at: Date;
    /** Minor units. */
    readonly amount: number;
    readonly currency: string;
    readonly prices: 'inclusive' | 'exclusive';
  },
): Pick<TaxResult, 'net' | 'tax' | 'gross' | 'rates'> {
  const { place, taxClass, at, amount, currency, prices } = asked;
  const rates = chooseRates(table, { place, taxClass, at, exemptions: [] });
  return calculateTax({
    currency,
    prices,
    rounding: { mode: 'half-up', level: 'line' },
    lines: [{ id: 'goods', amount, quantity: 1, rates }],
  });
}
