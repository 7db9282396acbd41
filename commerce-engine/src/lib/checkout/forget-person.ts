import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';

/** Takes what somebody filled in out of their checkouts: those of their orders, and open ones with their address. */
export async function forgetPerson(
  tx: Transaction,
  { email, orderIds }: { readonly email: string | undefined; readonly orderIds: readonly string[] },
): Promise<void> {
  await sql`
    update checkout_checkout set email = null, name = null, phone = null, note = null, gift_message = null,
      address = 'null', billing = 'null', vat_id = null, vat_proven_by = null, unfinished = '{}', draft = 'null'
    where order_id = any(${[...orderIds]}::uuid[]) or (state = 'open' and lower(email) = ${email?.toLowerCase() ?? null})`.execute(
    tx.tables(),
  );
}
