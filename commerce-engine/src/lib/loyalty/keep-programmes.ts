import type { Queryable, Transaction } from '@vitrine/database';
import type { LoyaltyTables } from './loyalty.tables.ts';
import type { Programme } from './programme.rules.ts';

/** All programmes, by their ids. */
export async function readProgrammes(on: Queryable): Promise<Programme[]> {
  const rows = await on
    .tables<LoyaltyTables>()
    .selectFrom('loyalty_programme')
    .select('programme')
    .orderBy('id')
    .execute();
  return rows.map(({ programme }) => programme);
}

/** Since when there is any; undefined = there is none. */
export async function firstProgramme(on: Queryable): Promise<Date | undefined> {
  const row = await on
    .tables<LoyaltyTables>()
    .selectFrom('loyalty_programme')
    .select('created_at')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return row?.created_at;
}

export async function writeProgramme(tx: Transaction, programme: Programme, at: Date): Promise<void> {
  const value = { programme: JSON.stringify(programme), updated_at: at };
  await tx
    .tables<LoyaltyTables>()
    .insertInto('loyalty_programme')
    .values({ id: programme.id, created_at: at, ...value })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(value))
    .execute();
  // Other thresholds, another window: every member is looked at again.
  await tx
    .tables<LoyaltyTables>()
    .updateTable('loyalty_member')
    .set({ recheck_at: at })
    .where('programme_id', '=', programme.id)
    .execute();
}
