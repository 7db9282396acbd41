import type { Transaction } from '@vitrine/database';
import type { TaxTable, TaxTableRate } from './choose-rates.rules.ts';
import type { TaxTables } from './tax.tables.ts';

/** Writes classes, zones and rates over those with the same ids. */
export async function writeTables(tx: Transaction, { classes, zones, rates }: TaxTable): Promise<void> {
  const tables = tx.tables<TaxTables>();
  await inChunks(classes, (chunk) =>
    tables
      .insertInto('tax_class')
      .values(chunk.map(({ id, name, otherwise = null }) => ({ id, name, otherwise })))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          name: ref('excluded.name'),
          otherwise: ref('excluded.otherwise'),
        })),
      )
      .execute(),
  );
  await inChunks(zones, (chunk) =>
    tables
      .insertInto('tax_zone')
      .values(
        chunk.map(({ id, name, country, ...area }) => ({ id, name, country, area: JSON.stringify(area) })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          name: ref('excluded.name'),
          country: ref('excluded.country'),
          area: ref('excluded.area'),
        })),
      )
      .execute(),
  );
  await inChunks(rates, (chunk) =>
    tables
      .insertInto('tax_rate')
      .values(chunk.map(rowOf))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          zone_id: ref('excluded.zone_id'),
          class_id: ref('excluded.class_id'),
          name: ref('excluded.name'),
          rate: ref('excluded.rate'),
          jurisdiction: ref('excluded.jurisdiction'),
          compound: ref('excluded.compound'),
          place: ref('excluded.place'),
          included: ref('excluded.included'),
          valid_from: ref('excluded.valid_from'),
          valid_to: ref('excluded.valid_to'),
        })),
      )
      .execute(),
  );
}

function rowOf(rate: TaxTableRate): TaxTables['tax_rate'] {
  return {
    id: rate.id,
    zone_id: rate.zone,
    class_id: rate.class,
    name: rate.name,
    rate: rate.rate,
    jurisdiction: rate.jurisdiction,
    compound: rate.compound,
    place: rate.order,
    included: rate.includedInPrice ?? null,
    valid_from: rate.from === undefined ? null : new Date(rate.from),
    valid_to: rate.to === undefined ? null : new Date(rate.to),
  };
}

/** As many rows as one statement may have parameters for. */
async function inChunks<Item>(
  items: readonly Item[],
  write: (chunk: readonly Item[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < items.length; at += CHUNK) await write(items.slice(at, at + CHUNK));
}

const CHUNK = 1_000;
