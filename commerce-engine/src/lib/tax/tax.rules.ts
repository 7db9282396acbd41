import { equalUnits, roundCharges, type TaxRounding, type UnitBucket } from './round-tax.rules.ts';
import { byOrder, type PriceDisplay, type RateShare, sharesOf, type TaxRate } from './tax-rate.rules.ts';

/** A product, a shipping charge or a fee: whatever is taxed. */
export interface TaxLine {
  readonly id: string;
  /** The whole line after discounts, minor units; negative when it is given back. */
  readonly amount: number;
  /** Pieces; negative when they are given back. */
  readonly quantity: number;
  /** The pieces by their own amounts, for level `unit`. Default as equal as whole minor units allow. */
  readonly units?: readonly UnitBucket[];
  /** None = no tax. */
  readonly rates: readonly TaxRate[];
}

export interface TaxInput {
  /** ISO 4217. */
  readonly currency: string;
  /** Whether amounts contain tax. */
  readonly prices: PriceDisplay;
  readonly rounding: TaxRounding;
  readonly lines: readonly TaxLine[];
}

/** What one rate takes of one line. */
export interface TaxPart {
  readonly rateId: string;
  /** The amount it is charged on; for a compound rate with the taxes below it. */
  readonly taxable: number;
  readonly amount: number;
}

export interface TaxedLine {
  readonly id: string;
  readonly net: number;
  readonly tax: number;
  /** `net + tax`. */
  readonly gross: number;
  /** What the price contained and is not due; the line costs less by it. */
  readonly waived: number;
  readonly parts: readonly TaxPart[];
}

export interface TaxResult {
  readonly currency: string;
  /** In the order they came. */
  readonly lines: readonly TaxedLine[];
  /** Each rate over all lines, by order, then by id. */
  readonly rates: readonly {
    readonly rateId: string;
    readonly name: string;
    readonly rate: string;
    readonly jurisdiction: string;
    readonly taxable: number;
    readonly amount: number;
  }[];
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
}

/**
 * What is to be paid in tax: SPEC rules TAX-1 to TAX-9. Exact fractions inside, rounded once; the same on the server and
 * at the till.
 * @throws RangeError when an amount is no whole number of minor units, a rate is no percentage, two lines have one id,
 * units do not sum to their line, or one rate id means two rates.
 */
export function calculateTax(input: TaxInput): TaxResult {
  const { currency, lines, prices, rounding } = input;
  requireUsable(lines);
  const charges = lines.flatMap((line) => {
    const units = line.units ?? equalUnits(line.amount, line.quantity);
    return sharesOf(line.rates, prices).map((share) => ({ ...share, line, units }));
  });
  const amounts = roundCharges(
    charges.map(({ line, rate, share, units }) => ({
      lineId: line.id,
      group: `${rate.waived ? 'waived' : 'due'}:${rate.id}`,
      share,
      amount: line.amount,
      units,
    })),
    rounding,
  );
  const charged = charges.map((charge, index) => ({ ...charge, amount: Number(amounts[index]) }));
  const byLine = Map.groupBy(charged, ({ line }) => line.id);
  const taxed = lines.map((line) => taxLine(line, byLine.get(line.id) ?? []));
  return {
    currency,
    lines: taxed,
    rates: sumByRate(lines, taxed),
    net: total(taxed.map(({ net }) => net)),
    tax: total(taxed.map(({ tax }) => tax)),
    gross: total(taxed.map(({ gross }) => gross)),
  };
}

type Charged = Pick<RateShare, 'rate' | 'included'> & { readonly amount: number };

function taxLine(line: TaxLine, charged: readonly Charged[]): TaxedLine {
  const sum = (chosen: readonly Charged[]) => total(chosen.map(({ amount }) => amount));
  const due = charged.filter(({ rate }) => !rate.waived);
  const tax = sum(due);
  const left = safe(line.amount - sum(due.filter(({ included }) => included)));
  const waived = within(left, sum(charged.filter(({ rate, included }) => rate.waived && included)));
  const net = safe(left - waived);
  return {
    id: line.id,
    net,
    tax,
    gross: safe(net + tax),
    waived,
    parts: due.map(({ rate, amount }) => ({
      rateId: rate.id,
      taxable: rate.compound ? net + sum(due.filter((below) => below.rate.order < rate.order)) : net,
      amount,
    })),
  };
}

/** Several parts that are each rounded up may come to more than there is: nobody is paid for buying. */
function within(most: number, amount: number): number {
  return Math.sign(most) === Math.sign(amount)
    ? Math.sign(most) * Math.min(Math.abs(most), Math.abs(amount))
    : 0;
}

function sumByRate(lines: readonly TaxLine[], taxed: readonly TaxedLine[]): TaxResult['rates'] {
  const rates = new Map(lines.flatMap((line) => line.rates.map((rate) => [rate.id, rate] as const)));
  const parts = Map.groupBy(
    taxed.flatMap((line) => line.parts),
    ({ rateId }) => rateId,
  );
  const charged = [...rates.values()].filter(({ id }) => parts.has(id)).sort(byOrder);
  return charged.map(({ id, name, rate, jurisdiction }) => ({
    rateId: id,
    name,
    rate,
    jurisdiction,
    taxable: total(parts.get(id)!.map(({ taxable }) => taxable)),
    amount: total(parts.get(id)!.map(({ amount }) => amount)),
  }));
}

function requireUsable(lines: readonly TaxLine[]): void {
  const seen = new Set<string>();
  const rates = new Map<string, string>();
  for (const { id, amount, units, rates: own } of lines) {
    if (seen.has(id)) throw new RangeError(`Expected each line once, got "${id}" twice.`);
    seen.add(id);
    safe(amount);
    const sum = total((units ?? []).map((unit) => safe(unit.quantity) * safe(unit.amount)));
    if (units && sum !== amount) {
      throw new RangeError(`Expected the units of line "${id}" to sum to ${amount}, got ${sum}.`);
    }
    if (new Set(own.map((rate) => rate.id)).size !== own.length) {
      throw new RangeError(`Expected each rate once on line "${id}".`);
    }
    for (const rate of own) {
      const known = rates.get(rate.id) ?? rate.rate;
      if (known !== rate.rate) {
        throw new RangeError(
          `Expected one rate with the id "${rate.id}", got ${known} % and ${rate.rate} %.`,
        );
      }
      rates.set(rate.id, rate.rate);
    }
  }
}

function total(amounts: readonly number[]): number {
  return safe(amounts.reduce((sum, amount) => sum + amount, 0));
}

function safe(amount: number): number {
  if (Number.isSafeInteger(amount)) return amount === 0 ? 0 : amount;
  throw new RangeError(`Expected whole minor units within ±${Number.MAX_SAFE_INTEGER}, got ${amount}.`);
}
