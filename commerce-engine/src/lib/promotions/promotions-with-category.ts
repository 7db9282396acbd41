import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { LocalText } from '../catalog/product-import.ts';

/** Names the promotions that speak of a category, for whoever would take it away. One statement. */
export async function promotionsWithCategory(tx: Transaction, categoryId: string): Promise<string[]> {
  const { rows } = await sql<{ readonly id: string; readonly name: LocalText }>`
    select id, name from promotions_promotion
    where jsonb_path_exists(definition, '$.** ? (@.kind == "category" && @.id == $id)',
      jsonb_build_object('id', ${categoryId}::text))
    order by id`.execute(tx.tables());
  return rows.map(({ id, name }) => `the promotion “${Object.values(name)[0] ?? id}”`);
}
