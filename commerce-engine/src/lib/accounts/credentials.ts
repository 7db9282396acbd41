import type { Queryable, Transaction } from '@vitrine/database';
import type { AccountsTables } from './accounts.tables.ts';

export async function readPassword(on: Queryable, customerId: string): Promise<string | undefined> {
  const row = await on
    .tables<AccountsTables>()
    .selectFrom('accounts_password')
    .select('password_hash')
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row?.password_hash;
}

export async function writePassword(
  tx: Transaction,
  customerId: string,
  passwordHash: string,
  at: Date,
): Promise<void> {
  const change = { password_hash: passwordHash, changed_at: at };
  await tx
    .tables<AccountsTables>()
    .insertInto('accounts_password')
    .values({ customer_id: customerId, ...change })
    .onConflict((conflict) => conflict.column('customer_id').doUpdateSet(change))
    .execute();
}

/** Names of the providers somebody can sign in with. */
export async function identitiesOf(on: Queryable, customerId: string): Promise<string[]> {
  const rows = await on
    .tables<AccountsTables>()
    .selectFrom('accounts_identity')
    .select('provider')
    .where('customer_id', '=', customerId)
    .orderBy('provider')
    .execute();
  return rows.map(({ provider }) => provider);
}

/** Whether somebody has a way to sign in besides mails. */
export async function hasCredentials(on: Queryable, customerId: string): Promise<boolean> {
  return (
    (await readPassword(on, customerId)) !== undefined || (await identitiesOf(on, customerId)).length > 0
  );
}
