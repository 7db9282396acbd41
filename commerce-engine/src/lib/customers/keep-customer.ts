import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { type RawBuilder, type Selectable, sql, type Updateable } from 'kysely';
import type { CustomersTables } from './customers.tables.ts';

export type KeptCustomer = Selectable<CustomersTables['customers_customer']>;

/** Holds a customer until the transaction ends. Undefined = there is none, or not any more. */
export function lockCustomer(tx: Transaction, id: string): Promise<KeptCustomer | undefined> {
  return tx
    .tables<CustomersTables>()
    .selectFrom('customers_customer')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'active')
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export function findCustomer(
  on: Queryable,
  which: { readonly id: string } | { readonly email: string },
): Promise<KeptCustomer | undefined> {
  const query = on
    .tables<CustomersTables>()
    .selectFrom('customers_customer')
    .selectAll()
    .where('state', '=', 'active');
  return 'id' in which
    ? query.where('id', '=', which.id).executeTakeFirst()
    : query.where('email', '=', which.email).executeTakeFirst();
}

export function confirmedValue(email: string): RawBuilder<string | null> {
  return sql`(
    select id from customers_customer
    where state = 'active' and email = ${email} and email_confirmed_at is not null)`;
}

export interface CustomerFacts {
  readonly email?: string;
  readonly name: string;
  readonly phone?: string;
  readonly locale: string;
  readonly groups?: readonly string[];
  /** When they showed that the address is theirs. */
  readonly confirmedAt?: Date;
}

/** @returns undefined when somebody has that address already. */
export function insertCustomer(
  tx: Transaction,
  { email, name, phone, locale, groups = [], confirmedAt }: CustomerFacts,
  at: Date,
): Promise<KeptCustomer | undefined> {
  return tx
    .tables<CustomersTables>()
    .insertInto('customers_customer')
    .values({
      id: newId(),
      number: sql<string>`nextval('customers_number')::text`,
      email: email ?? null,
      email_confirmed_at: confirmedAt ?? null,
      name,
      phone: phone || null,
      locale,
      groups: [...new Set(groups)],
      state: 'active',
      merged_into: null,
      shipping_address_id: null,
      billing_address_id: null,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function updateCustomer(
  tx: Transaction,
  id: string,
  change: Updateable<CustomersTables['customers_customer']>,
): Promise<void> {
  await tx
    .tables<CustomersTables>()
    .updateTable('customers_customer')
    .set(change)
    .where('id', '=', id)
    .execute();
}

/** Whether somebody else has an address. */
export async function isEmailTaken(on: Queryable, email: string, exceptId: string): Promise<boolean> {
  const other = await on
    .tables<CustomersTables>()
    .selectFrom('customers_customer')
    .select('id')
    .where('email', '=', email)
    .where('id', '<>', exceptId)
    .executeTakeFirst();
  return other !== undefined;
}
