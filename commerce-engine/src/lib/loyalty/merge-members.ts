import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { LoyaltyTables } from './loyalty.tables.ts';

/** Memberships and earnings of one customer are another's: SPEC rule LOYAL-16. Who joined earlier, joined then. */
export async function mergeMembers(
  tx: Transaction,
  { from, to, at }: { readonly from: string; readonly to: string; readonly at: Date },
): Promise<void> {
  const tables = tx.tables<LoyaltyTables>();
  await sql`
    insert into loyalty_member (programme_id, customer_id, joined_at, tier, recheck_at)
    select programme_id, ${to}::uuid, joined_at, null, ${at}::timestamptz from loyalty_member where customer_id = ${from}::uuid
    on conflict (programme_id, customer_id) do update
      set joined_at = least(loyalty_member.joined_at, excluded.joined_at), recheck_at = excluded.recheck_at`.execute(
    tables,
  );
  await tables.deleteFrom('loyalty_member').where('customer_id', '=', from).execute();
  await tables
    .updateTable('loyalty_earning')
    .set({ customer_id: to })
    .where('customer_id', '=', from)
    .execute();
}
