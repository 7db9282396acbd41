import { withEnds } from './succession.rules.ts';
import {
  type ExemptionCase,
  isCertified,
  isReverseCharge,
  type TaxExemption,
} from './tax-exemption.rules.ts';
import { byOrder, type TaxRate } from './tax-rate.rules.ts';
import { type TaxZone, zonesOf } from './tax-zone.rules.ts';

/** A kind of goods as far as tax goes. */
export interface TaxClass {
  readonly id: string;
  readonly name: string;
  /** The class whose rates hold in a zone that has none for this one. Absent = no tax there. */
  readonly otherwise?: string;
}

/** A rate as it stands in the tables. */
export interface TaxTableRate extends Omit<TaxRate, 'waived'> {
  readonly zone: string;
  readonly class: string;
  /** ISO times; `from` included, `to` not. Absent = ever since, until changed. */
  readonly from?: string;
  readonly to?: string;
}

export interface TaxTable {
  readonly classes: readonly TaxClass[];
  readonly zones: readonly TaxZone[];
  readonly rates: readonly TaxTableRate[];
}

export interface RateQuestion extends ExemptionCase {
  readonly exemptions: readonly TaxExemption[];
}

/** Why a line is taxed as it is; an invoice has to say so. */
export type TaxTreatment =
  | 'taxed'
  /** A certificate frees the customer of at least one rate. */
  | 'exempt'
  | 'reverse-charge'
  /** No tax is known for the place and class. */
  | 'untaxed';

export interface ChosenRates {
  readonly treatment: TaxTreatment;
  readonly rates: readonly TaxRate[];
}

/** The rates that hold for a class of goods at a place and time: SPEC rules TAX-10 to TAX-15. Pure. */
export function chooseRates(table: TaxTable, question: RateQuestion): TaxRate[] {
  return [...explainRates(table, question).rates];
}

/** Like {@link chooseRates}, with the reason. Rates the customer is free of are there, waived. */
export function explainRates(table: TaxTable, question: RateQuestion): ChosenRates {
  const rates = zonesOf(table.zones, question.place)
    .flatMap((zone) => ratesOfZone(table, zone.id, question))
    .sort(byOrder);
  if (rates.length === 0) return { treatment: 'untaxed', rates };
  const { exemptions } = question;
  if (isReverseCharge(exemptions, question)) {
    return { treatment: 'reverse-charge', rates: rates.map(waive) };
  }
  const decided = rates.map((rate) => (isCertified(exemptions, rate, question) ? waive(rate) : rate));
  return { treatment: decided.some(({ waived }) => waived) ? 'exempt' : 'taxed', rates: decided };
}

function ratesOfZone(table: TaxTable, zone: string, { taxClass, at }: RateQuestion): TaxRate[] {
  const holding = withEnds(table.rates.filter((rate) => rate.zone === zone)).filter((rate) =>
    holds(rate, at),
  );
  for (const name of classAndOthers(table.classes, taxClass)) {
    const rates = holding.filter((rate) => rate.class === name);
    if (rates.length > 0) return rates.map(plain);
  }
  return [];
}

/** The class, then what holds where it has no rates; a ring ends where it began. */
function classAndOthers(classes: readonly TaxClass[], taxClass: string): string[] {
  const names: string[] = [];
  let name: string | undefined = taxClass;
  while (name !== undefined && !names.includes(name)) {
    names.push(name);
    name = classes.find(({ id }) => id === name)?.otherwise;
  }
  return names;
}

/** Whether a rate holds at a time, by what it says of itself. */
export function holds({ from, to }: Pick<TaxTableRate, 'from' | 'to'>, at: Date): boolean {
  if (from !== undefined && Date.parse(from) > at.getTime()) return false;
  return to === undefined || Date.parse(to) > at.getTime();
}

function plain({ id, name, rate, jurisdiction, compound, order, includedInPrice }: TaxTableRate): TaxRate {
  return {
    id,
    name,
    rate,
    jurisdiction,
    compound,
    order,
    ...(includedInPrice !== undefined && { includedInPrice }),
  };
}

function waive(rate: TaxRate): TaxRate {
  return { ...rate, waived: true };
}
