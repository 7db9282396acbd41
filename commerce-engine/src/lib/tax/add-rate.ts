import type { Transaction } from '@vitrine/database';
import { z } from 'zod';
import { countrySchema } from '../country-input.ts';
import { beginOfDay, localClock } from '../delivery/local-time.rules.ts';
import { timeZoneOf } from '../delivery/time-zones.rules.ts';
import { freeId } from '../free-id.ts';
import { lockInOrder } from '../lock-in-order.ts';
import { regionCode, regionsOf } from '../region.rules.ts';
import { holds, type TaxTable, type TaxTableRate } from './choose-rates.rules.ts';
import { isSameTax, withEnds } from './succession.rules.ts';
import { readTaxTable } from './tax.queries.ts';
import type { TaxTables } from './tax.tables.ts';
import { percentSchema } from './tax-input.ts';
import type { TaxZone } from './tax-zone.rules.ts';
import { writeTables } from './write-tax-tables.ts';

/** A rate as staff add it. */
export const addRateSchema = z
  .strictObject({
    /** A zone there is, or a country or region, of which one is made where there is none. */
    zone: z.string().min(1).max(200).optional(),
    country: countrySchema.optional(),
    region: z.string().trim().min(1).max(100).optional(),
    class: z.string().min(1).max(200),
    /** As receipts say it. */
    name: z.string().trim().min(1, 'expected what receipts call it, such as VAT').max(200),
    rate: percentSchema,
    /** The first day on which it holds, by the clocks there. */
    from: z.iso.date('expected a day such as "2027-01-01"'),
  })
  .refine(({ zone, country }) => (zone === undefined) !== (country === undefined), {
    path: ['zone'],
    error: 'expected either a place of the tables or a country',
  });
export type AddRateInput = z.input<typeof addRateSchema>;

export type AddRateOutcome =
  | { readonly kind: 'added'; readonly id: string }
  /** Nothing was written. `class` and `zone`: there is none such; `from`: over already, or another one begins that day. */
  | { readonly kind: 'refused'; readonly at: 'zone' | 'class' | 'from'; readonly problem: string };

export type RemoveRateOutcome = { readonly kind: 'removed' | 'no-rate' | 'holds-already' };

type Note = (rate: TaxTableRate, detail: Readonly<Record<string, unknown>>) => Promise<void>;

/** Adds a rate that takes over from the one before on its first day: SPEC rule TAX-30. */
export async function addRate(
  tx: Transaction,
  input: z.output<typeof addRateSchema>,
  now: Date,
  note: Note,
): Promise<AddRateOutcome> {
  await lockInOrder(tx, 'tax', ['tables']);
  const table = await readTaxTable(tx);
  if (table.classes.every(({ id }) => id !== input.class))
    return { kind: 'refused', at: 'class', problem: 'There is no such tax class any more.' };
  const zone = zoneOf(table, input);
  if (!zone)
    return { kind: 'refused', at: 'zone', problem: 'There is no such place in the tax tables any more.' };
  const clock = localClock(timeZoneOf(zone.country));
  if (input.from < clock.shownAt(now).date)
    return {
      kind: 'refused',
      at: 'from',
      problem: 'A rate begins today or later: what was ordered before keeps what it was charged.',
    };
  const from = beginOfDay(clock, input.from);
  const there = table.rates.filter((each) => each.zone === zone.id);
  const before = there.find((each) => each.class === input.class && each.name === input.name) ?? there[0];
  const rate: TaxTableRate = {
    id: '',
    zone: zone.id,
    class: input.class,
    name: input.name,
    rate: input.rate,
    jurisdiction:
      before?.jurisdiction ?? [zone.country, ...(zone.regions?.length === 1 ? zone.regions : [])].join('-'),
    compound: before?.class === input.class ? before.compound : false,
    order: before?.class === input.class ? before.order : 0,
    ...(before?.class === input.class &&
      before.includedInPrice !== undefined && { includedInPrice: before.includedInPrice }),
    from: from.toISOString(),
  };
  const same = there.filter((each) => isSameTax(each, rate));
  if (same.some((each) => each.from !== undefined && Date.parse(each.from) === from.getTime()))
    return {
      kind: 'refused',
      at: 'from',
      problem: 'Another rate begins on that day already. Take it back first, or choose another day.',
    };
  const id = freeId(`${zone.id}-${input.class}-${input.from}`, table.rates);
  const isNew = table.zones.every((each) => each.id !== zone.id);
  await writeTables(tx, { classes: [], zones: isNew ? [zone] : [], rates: [{ ...rate, id }] });
  await tx.emit({ kind: 'tax.changed', payload: { tables: true } });
  const old = withEnds(same).find((each) => holds(each, from));
  await note(
    { ...rate, id },
    {
      place: zone.name,
      class: input.class,
      tax: input.name,
      rate: input.rate,
      ...(old && { rateBefore: old.rate }),
      from: input.from,
    },
  );
  return { kind: 'added', id };
}

/** Takes back a rate that is still to come; the one before holds on. */
export async function removeRate(
  tx: Transaction,
  id: string,
  now: Date,
  note: Note,
): Promise<RemoveRateOutcome> {
  await lockInOrder(tx, 'tax', ['tables']);
  const table = await readTaxTable(tx);
  const rate = table.rates.find((each) => each.id === id);
  if (!rate) return { kind: 'no-rate' };
  if (rate.from === undefined || Date.parse(rate.from) <= now.getTime()) return { kind: 'holds-already' };
  await tx.tables<TaxTables>().deleteFrom('tax_rate').where('id', '=', id).execute();
  await tx.emit({ kind: 'tax.changed', payload: { tables: true } });
  const place = table.zones.find((zone) => zone.id === rate.zone)?.name ?? rate.zone;
  await note(rate, { place, class: rate.class, tax: rate.name, rate: rate.rate, from: rate.from });
  return { kind: 'removed' };
}

/** The zone that is named, or the one of just this country or region; made where there is none. */
function zoneOf(
  { zones }: TaxTable,
  { zone, country, region }: z.output<typeof addRateSchema>,
): TaxZone | undefined {
  if (zone !== undefined) return zones.find(({ id }) => id === zone);
  const code = region === undefined ? undefined : regionCode(country!, region);
  const isOf = (each: TaxZone) =>
    each.country === country &&
    !each.postalCodes &&
    !each.cities &&
    (code === undefined ? !each.regions : each.regions?.length === 1 && each.regions[0] === code);
  const id = code === undefined ? country! : `${country}-${code}`;
  const countryName =
    new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(country!) ?? country!;
  const name =
    code === undefined
      ? countryName
      : `${regionsOf(country!).find((each) => each.code === code)?.name ?? code}, ${countryName}`;
  return (
    zones.find(isOf) ?? {
      id: freeId(id, zones),
      name,
      country: country!,
      ...(code !== undefined && { regions: [code] }),
    }
  );
}
