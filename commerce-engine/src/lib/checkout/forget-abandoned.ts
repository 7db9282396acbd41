import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';

/**
 * Deletes what was filled in and not touched since then: CHECK-21. A checkout that a payment was ever begun for keeps its row,
 * for the payment refers to it.
 * @returns how many checkouts.
 */
export async function forgetAbandoned(
  on: Queryable,
  { before, now }: { readonly before: Date; readonly now: Date },
): Promise<number> {
  const deleted = await sql`delete from checkout_checkout
    where state = 'open' and draft = 'null'::jsonb and emptied_at is null and updated_at < ${before}`.execute(
    on.tables(),
  );
  const emptied =
    await sql`update checkout_checkout set emptied_at = ${now}, email = null, name = null, phone = null, note = null, gift_message = null,
      address = 'null', billing = 'null', vat_id = null, vat_proven_by = null, unfinished = '{}', draft = 'null', paid_lines = '[]', tenders = '{}'
    where state in ('open', 'placed') and emptied_at is null and draft <> 'null'::jsonb and updated_at < ${before}`.execute(
      on.tables(),
    );
  return Number(deleted.numAffectedRows ?? 0) + Number(emptied.numAffectedRows ?? 0);
}
