import { newId, type Transaction } from '@vitrine/database';
import type { SaveAddressInput } from './customer-input.ts';
import type { CustomersTables } from './customers.tables.ts';
import { type KeptCustomer, updateCustomer } from './keep-customer.ts';

const MOST_ADDRESSES = 50;

type Saved = { readonly kind: 'saved' | 'no-address' } | { readonly kind: 'too-many'; readonly max: number };

/** Writes an address, a new one without an id. The first one is the default for goods and bills. The customer is locked. */
export async function saveAddress(
  tx: Transaction,
  customer: KeptCustomer,
  input: SaveAddressInput,
  at: Date,
): Promise<Saved> {
  const tables = tx.tables<CustomersTables>();
  const rows = await tables
    .selectFrom('customers_address')
    .select('id')
    .where('customer_id', '=', customer.id)
    .execute();
  const address = JSON.stringify(input.address);
  const id = input.addressId ?? newId();
  if (input.addressId !== undefined) {
    if (!rows.some((row) => row.id === id)) return { kind: 'no-address' };
    await tables.updateTable('customers_address').set({ address }).where('id', '=', id).execute();
  } else {
    if (rows.length >= MOST_ADDRESSES) return { kind: 'too-many', max: MOST_ADDRESSES };
    await tables
      .insertInto('customers_address')
      .values({ id, customer_id: customer.id, address, made_at: at })
      .execute();
  }
  await updateCustomer(tx, customer.id, {
    updated_at: at,
    ...((input.isShipping || rows.length === 0) && { shipping_address_id: id }),
    ...((input.isBilling || rows.length === 0) && { billing_address_id: id }),
  });
  return { kind: 'saved' };
}

/** Takes an address away; what it was the default for goes to the oldest that is left. The customer is locked. */
export async function removeAddress(
  tx: Transaction,
  customer: KeptCustomer,
  addressId: string,
  at: Date,
): Promise<{ readonly kind: 'saved' | 'no-address' }> {
  const tables = tx.tables<CustomersTables>();
  const gone = await tables
    .deleteFrom('customers_address')
    .where('id', '=', addressId)
    .where('customer_id', '=', customer.id)
    .returning('id')
    .executeTakeFirst();
  if (!gone) return { kind: 'no-address' };
  const oldest = await tables
    .selectFrom('customers_address')
    .select('id')
    .where('customer_id', '=', customer.id)
    .orderBy('made_at')
    .limit(1)
    .executeTakeFirst();
  const instead = (id: string | null) => (id === addressId ? (oldest?.id ?? null) : id);
  await updateCustomer(tx, customer.id, {
    updated_at: at,
    shipping_address_id: instead(customer.shipping_address_id),
    billing_address_id: instead(customer.billing_address_id),
  });
  return { kind: 'saved' };
}
