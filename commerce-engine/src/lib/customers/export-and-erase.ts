import type { Queryable, Transaction } from '@vitrine/database';
import { readNotes, viewCustomer } from './customers.queries.ts';
import type { CustomersTables } from './customers.tables.ts';
import type { CustomerExport } from './customers.views.ts';
import { type KeptCustomer, updateCustomer } from './keep-customer.ts';
import { nobody } from './merge-customers.ts';
import { type PersonalRooms, personOf } from './personal-rooms.ts';

/** Everything the shop knows about somebody, room by room: SPEC rule CUST-12. */
export async function exportCustomer(
  on: Queryable,
  rooms: Pick<PersonalRooms, 'exports'>,
  customer: KeptCustomer,
): Promise<CustomerExport> {
  const ledger = await on
    .tables<CustomersTables>()
    .selectFrom('customers_consent')
    .select(['purpose', 'granted', 'at', 'source', 'text_version'])
    .where('customer_id', '=', customer.id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const told: Record<string, unknown> = {
    customer: await viewCustomer(on, customer.id),
    consentHistory: ledger.map(({ at, text_version, ...entry }) => ({
      ...entry,
      at: at.toISOString(),
      textVersion: text_version,
    })),
    notes: await readNotes(on, customer.id),
  };
  for (const [room, tell] of rooms.exports) told[room] = await tell(on, personOf(customer));
  return told;
}

/** Takes everything personal off a customer, here and in every other room: SPEC rules CUST-13 to CUST-15. */
export async function eraseCustomer(
  tx: Transaction,
  rooms: Pick<PersonalRooms, 'erases'>,
  customer: KeptCustomer,
  at: Date,
): Promise<void> {
  const tables = tx.tables<CustomersTables>();
  for (const erase of rooms.erases) await erase(tx, personOf(customer), at);
  for (const table of [
    'customers_address',
    'customers_note',
    'customers_wish',
    'customers_tax_number',
    'customers_certificate',
  ] as const)
    await tables.deleteFrom(table).where('customer_id', '=', customer.id).execute();
  await updateCustomer(tx, customer.id, { ...nobody, state: 'erased', updated_at: at });
  // What was merged into them once is as little there as they are.
  await tables
    .updateTable('customers_customer')
    .set({ state: 'erased', updated_at: at })
    .where('merged_into', '=', customer.id)
    .execute();
  await tx.emit({ kind: 'customer.erased', payload: { customerId: customer.id } });
}
