import { add, divide, type Fraction, fractionOfPercent, multiply, ONE, ZERO } from './fraction.rules.ts';

/** One tax that is charged. */
export interface TaxRate {
  readonly id: string;
  /** As a receipt says it, `VAT` or `California sales tax`. */
  readonly name: string;
  /** Percent as a decimal number, `19` or `8.875`: exact, at most 8 decimals. */
  readonly rate: string;
  /** Who gets it, `DE` or `US-CA`. */
  readonly jurisdiction: string;
  /** Charged on the net amount and on all taxes of a lower `order`, instead of on the net amount alone. */
  readonly compound: boolean;
  readonly order: number;
  /** Whether prices contain it. Default as the document's prices. */
  readonly includedInPrice?: boolean;
  /** Not due, for example because the customer is exempt: a price that contains it becomes lower by it. */
  readonly waived?: boolean;
}

/** Whether amounts contain tax. */
export type PriceDisplay = 'inclusive' | 'exclusive';

/** What one rate takes of each minor unit of a line's amount, exactly. */
export interface RateShare {
  readonly rate: TaxRate;
  readonly share: Fraction;
  /** Whether the amount contains it. */
  readonly included: boolean;
}

/** The rates by order, then by id. The same rates give the same shares in whatever order they come. */
export function sharesOf(rates: readonly TaxRate[], prices: PriceDisplay): RateShare[] {
  const factors = factorsOf(rates);
  const isIncluded = (rate: TaxRate) => rate.includedInPrice ?? prices === 'inclusive';
  const contained = factors.filter(({ rate }) => isIncluded(rate));
  const ofNet = contained.reduce((sum, { factor }) => add(sum, factor), ONE);
  return factors.map(({ rate, factor }) => ({
    rate,
    share: divide(factor, ofNet),
    included: isIncluded(rate),
  }));
}

/** What each rate takes of one unit of the net amount. */
function factorsOf(rates: readonly TaxRate[]): { readonly rate: TaxRate; readonly factor: Fraction }[] {
  const charged: { rate: TaxRate; factor: Fraction }[] = [];
  for (const rate of rates.toSorted(byOrder)) {
    const below = charged.filter((each) => each.rate.order < rate.order);
    const taxesBelow = below.reduce((sum, { factor }) => add(sum, factor), ZERO);
    const base = rate.compound ? add(ONE, taxesBelow) : ONE;
    charged.push({ rate, factor: multiply(fractionOfPercent(rate.rate), base) });
  }
  return charged;
}

export function byOrder(a: TaxRate, b: TaxRate): number {
  if (a.order !== b.order) return a.order - b.order;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
