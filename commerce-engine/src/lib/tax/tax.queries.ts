import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import type { TaxTable } from './choose-rates.rules.ts';
import type { TaxTables } from './tax.tables.ts';
import type { TaxSettings } from './tax-settings.ts';

/** All classes, zones and rates. Three statements. */
export async function readTaxTable(on: Queryable): Promise<TaxTable> {
  const tables = on.tables<TaxTables>();
  const classes = await tables.selectFrom('tax_class').selectAll().orderBy('id').execute();
  const zones = await tables.selectFrom('tax_zone').selectAll().orderBy('id').execute();
  const rates = await tables.selectFrom('tax_rate').selectAll().orderBy('id').execute();
  return {
    classes: classes.map(({ id, name, otherwise }) => ({
      id,
      name,
      ...(otherwise !== null && { otherwise }),
    })),
    zones: zones.map(({ area, ...zone }) => ({ ...zone, ...area })),
    rates: rates.map((row) => ({
      id: row.id,
      zone: row.zone_id,
      class: row.class_id,
      name: row.name,
      rate: row.rate,
      jurisdiction: row.jurisdiction,
      compound: row.compound,
      order: row.place,
      ...(row.included !== null && { includedInPrice: row.included }),
      ...(row.valid_from && { from: row.valid_from.toISOString() }),
      ...(row.valid_to && { to: row.valid_to.toISOString() }),
    })),
  };
}

/** The channels that were set up, by id. One statement. */
export async function readTaxSettings(on: Queryable): Promise<ReadonlyMap<string, TaxSettings>> {
  const rows = await on.tables<TaxTables>().selectFrom('tax_channel_setting').selectAll().execute();
  return new Map(
    rows.map((row) => [
      row.channel_id,
      {
        rounding: { mode: row.rounding_mode, level: row.rounding_level },
        basedOn: row.based_on,
        shipping:
          row.shipping === 'class'
            ? { kind: 'class', class: row.shipping_class! }
            : { kind: 'as-goods', by: row.shipping },
        vatNumbers: row.vat_numbers,
      },
    ]),
  );
}

/** The tax class of each product, in the order of the ids. One statement. */
export async function readProductClasses(on: Queryable, productIds: readonly string[]): Promise<string[]> {
  if (productIds.length === 0) return [];
  const rows = await on
    .tables<TaxTables>()
    .selectFrom('tax_product_class')
    .selectAll()
    .where('product_id', '=', sql<string>`any(${[...new Set(productIds)]}::text[])`)
    .execute();
  const classes = new Map(rows.map((row) => [row.product_id, row.class_id]));
  return productIds.map((id) => classes.get(id) ?? USUAL_CLASS);
}

/** Of a product that was not put into one. */
export const USUAL_CLASS = 'standard';

/** The classes of products that were put into one, at most so many. One statement. */
export async function readAllProductClasses(
  on: Queryable,
  most: number,
): Promise<ReadonlyMap<string, string>> {
  const rows = await on.tables<TaxTables>().selectFrom('tax_product_class').selectAll().limit(most).execute();
  return new Map(rows.map((row) => [row.product_id, row.class_id]));
}
