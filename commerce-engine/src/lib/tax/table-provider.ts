import { canonicalJson } from '../idempotency/canonical-json.ts';
import { type ChosenRates, explainRates, type TaxTable, type TaxTreatment } from './choose-rates.rules.ts';
import { add, type Fraction, ZERO } from './fraction.rules.ts';
import { classesOfShipping } from './shipping-tax.rules.ts';
import { calculateTax, type TaxedLine, type TaxLine, type TaxPart } from './tax.rules.ts';
import type { TaxQuote, TaxRequest, TaxRequestLine } from './tax-provider.ts';
import { sharesOf } from './tax-rate.rules.ts';

/** What the shop's own tables say. Pure. */
export function quoteFromTable(table: TaxTable, request: TaxRequest): TaxQuote {
  const choose = rateChooser(table, request);
  const parts = request.lines.flatMap((line) => partsOf(request, line, choose));
  const result = calculateTax({
    currency: request.currency,
    prices: request.prices,
    rounding: request.rounding,
    lines: parts.map(({ line }) => line),
  });
  const taxed = Map.groupBy(
    result.lines.map((line, index) => ({ ...line, ...parts[index]! })),
    ({ of }) => of,
  );
  return {
    ...result,
    provider: 'tables',
    lines: request.lines.map(({ id }) => {
      const own = taxed.get(id)!;
      return { ...joined(id, own), treatment: gravest(own.map(({ treatment }) => treatment)) };
    }),
  };
}

type RateChooser = (line: Pick<TaxRequestLine, 'place' | 'isHandedOver'>, taxClass: string) => ChosenRates;

/** Chooses once for each place and class: a document has many lines and few of those. */
function rateChooser(table: TaxTable, { exemptions, seller, at }: TaxRequest): RateChooser {
  const chosen = new Map<string, ChosenRates>();
  return ({ place, isHandedOver }, taxClass) => {
    const key = canonicalJson([place, taxClass, isHandedOver ?? false]);
    const rates =
      chosen.get(key) ??
      explainRates(table, { place, isHandedOver, taxClass, exemptions, seller, at: new Date(at) });
    chosen.set(key, rates);
    return rates;
  };
}

interface LinePart {
  /** Id of the line of the request. */
  readonly of: string;
  readonly line: TaxLine;
  readonly treatment: TaxTreatment;
}

/** A line as it is taxed; a shipping charge may be taxed in several parts. */
function partsOf(request: TaxRequest, line: TaxRequestLine, choose: RateChooser): LinePart[] {
  const { id, amount, quantity, units } = line;
  const part = (taxClass: string, own: Omit<TaxLine, 'rates'>): LinePart => {
    const { rates, treatment } = choose(line, taxClass);
    return { of: id, line: { ...own, rates }, treatment };
  };
  if (line.taxClass !== undefined) return [part(line.taxClass, { id, amount, quantity, units })];
  const percentOf = (taxClass: string) => percent(choose(line, taxClass).rates);
  const charge = { amount, currency: request.currency };
  const classes = classesOfShipping(charge, goodsOf(request, line), request.shipping, percentOf);
  return classes.map((each) =>
    part(each.taxClass, {
      id: `${id}\n${each.taxClass}`,
      amount: each.amount,
      quantity: Math.sign(quantity),
    }),
  );
}

function goodsOf({ lines }: TaxRequest, { shippedLines }: TaxRequestLine) {
  return lines
    .filter(({ id, kind }) => kind === 'product' && (shippedLines?.includes(id) ?? true))
    .map(({ taxClass = 'standard', amount }) => ({ taxClass, amount }));
}

function percent(rates: Parameters<typeof sharesOf>[0]): Fraction {
  return sharesOf(rates, 'exclusive').reduce((sum, { share }) => add(sum, share), ZERO);
}

function joined(id: string, lines: readonly TaxedLine[]): TaxedLine {
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const parts = Map.groupBy(
    lines.flatMap((line) => line.parts),
    ({ rateId }) => rateId,
  );
  return {
    id,
    net: sum(lines.map(({ net }) => net)),
    tax: sum(lines.map(({ tax }) => tax)),
    gross: sum(lines.map(({ gross }) => gross)),
    waived: sum(lines.map(({ waived }) => waived)),
    parts: [...parts].map(
      ([rateId, own]): TaxPart => ({
        rateId,
        taxable: sum(own.map(({ taxable }) => taxable)),
        amount: sum(own.map(({ amount }) => amount)),
      }),
    ),
  };
}

function gravest(treatments: readonly TaxTreatment[]): TaxTreatment {
  const order: readonly TaxTreatment[] = ['reverse-charge', 'exempt', 'taxed'];
  return order.find((treatment) => treatments.includes(treatment)) ?? 'untaxed';
}
