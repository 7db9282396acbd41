import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { Programme } from './programme.rules.ts';

/** Names the programmes that speak of a category, for whoever would take it away. One statement. */
export async function programmesWithCategory(tx: Transaction, categoryId: string): Promise<string[]> {
  const { rows } = await sql<{ readonly id: string; readonly name: Programme['name'] }>`
    select id, programme -> 'name' as name from loyalty_programme
    where jsonb_path_exists(programme, '$.**.categories[*] ? (@ == $id)',
      jsonb_build_object('id', ${categoryId}::text))
    order by id`.execute(tx.tables());
  return rows.map(({ id, name }) => `the loyalty programme “${Object.values(name)[0] ?? id}”`);
}
