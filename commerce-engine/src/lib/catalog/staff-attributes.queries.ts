import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { storableOnly } from '../storable-text.ts';
import { textIn } from './local-text.rules.ts';
import type { AttributeType, LocalText } from './product-import.ts';
import type { AttributeValueView, StaffAttributeView } from './staff-catalog.views.ts';

/** All attributes in their order. One statement. */
export async function readStaffAttributes(
  on: Queryable,
  chain: readonly string[],
): Promise<readonly StaffAttributeView[]> {
  const { rows } = await sql<{
    readonly key: string;
    readonly label: LocalText;
    readonly type: AttributeType;
    readonly unit: string | null;
    readonly facet: boolean;
    readonly products: number;
  }>`
    select key, label, type, unit, facet,
      (select count(*)::int from catalog_product_attribute where attribute_key = key) as products
    from catalog_attribute order by position, key`.execute(on.tables());
  return rows.map(({ unit, ...row }) => ({
    ...row,
    name: textIn(row.label, chain),
    ...(unit !== null && { unit }),
  }));
}

const MOST = 100;

/** What products have of an attribute, the most used first. One statement. */
export async function readAttributeValues(
  on: Queryable,
  key: string,
): Promise<readonly AttributeValueView[]> {
  const { rows } = await sql<AttributeValueView>`
    select value, count(*)::int as products from catalog_product_attribute
    where attribute_key = ${storableOnly([key])[0] ?? ''}
    group by value order by products desc, value::text limit ${MOST}`.execute(on.tables());
  return rows;
}
