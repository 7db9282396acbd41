import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { MergeInput } from './customer-input.ts';
import type { CustomersTables } from './customers.tables.ts';
import { type KeptCustomer, lockCustomer, updateCustomer } from './keep-customer.ts';
import { type PersonalRooms, personOf } from './personal-rooms.ts';

/** Makes one customer of two: SPEC rules CUST-10 and CUST-11. @returns false when one of them is not there (any more). */
export async function mergeCustomers(
  tx: Transaction,
  rooms: Pick<PersonalRooms, 'merges'>,
  { fromId, intoId }: MergeInput,
  at: Date,
): Promise<boolean> {
  // In one order, so that merging two into each other at once cannot wait for itself.
  const locked = new Map<string, KeptCustomer | undefined>();
  for (const id of [fromId, intoId].sort()) locked.set(id, await lockCustomer(tx, id));
  const [from, into] = [locked.get(fromId), locked.get(intoId)];
  if (!from || !into) return false;
  const tables = tx.tables<CustomersTables>();
  for (const table of [
    'customers_address',
    'customers_consent',
    'customers_note',
    'customers_certificate',
  ] as const)
    await tables.updateTable(table).set({ customer_id: intoId }).where('customer_id', '=', fromId).execute();
  await sql`
    insert into customers_wish (customer_id, kind, thing_id, at)
    select ${intoId}::uuid, kind, thing_id, at from customers_wish where customer_id = ${fromId}
    on conflict do nothing`.execute(tables);
  await tables.deleteFrom('customers_wish').where('customer_id', '=', fromId).execute();
  // A number that either has shown to be in use is.
  await sql`
    insert into customers_tax_number as own (customer_id, vat_id, made_at, verified_at, verified_by)
    select ${intoId}::uuid, vat_id, made_at, verified_at, verified_by
    from customers_tax_number where customer_id = ${fromId}
    on conflict (customer_id, vat_id) do update
      set verified_at = excluded.verified_at, verified_by = excluded.verified_by
      where own.verified_at is null`.execute(tables);
  await tables.deleteFrom('customers_tax_number').where('customer_id', '=', fromId).execute();
  for (const onMerge of rooms.merges) await onMerge(tx, { from: personOf(from), into: personOf(into), at });
  await updateCustomer(tx, fromId, {
    ...nobody,
    state: 'merged',
    merged_into: intoId,
    updated_at: at,
  });
  await updateCustomer(tx, intoId, {
    groups: [...new Set([...into.groups, ...from.groups])],
    ...(into.name === '' && { name: from.name }),
    ...(into.phone === null && { phone: from.phone }),
    ...(into.email === null && { email: from.email, email_confirmed_at: from.email_confirmed_at }),
    shipping_address_id: into.shipping_address_id ?? from.shipping_address_id,
    billing_address_id: into.billing_address_id ?? from.billing_address_id,
    updated_at: at,
  });
  await tx.emit({ kind: 'customer.merged', payload: { fromId, intoId } });
  return true;
}

/** A row of which only id and number are left. */
export const nobody = {
  email: null,
  email_confirmed_at: null,
  name: '',
  phone: null,
  groups: [] as string[],
  shipping_address_id: null,
  billing_address_id: null,
};
