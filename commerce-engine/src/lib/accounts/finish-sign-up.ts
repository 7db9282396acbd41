import type { Transaction } from '@vitrine/database';
import type { Customers } from '../customers/customers.ts';
import type { KeptCustomer } from '../customers/keep-customer.ts';
import type { Orders } from '../orders/orders.ts';
import type { AccountsTables, LinkDetail } from './accounts.tables.ts';
import { hasCredentials, writePassword } from './credentials.ts';

export interface AccountDesk {
  readonly customers: Customers['inTransaction'];
  readonly orders: Orders['inTransaction']['customers'];
  readonly now: Date;
}

/** Makes the account of somebody who has shown that the address is theirs, or takes up the one they have. */
export async function finishSignUp(
  tx: Transaction,
  desk: AccountDesk,
  { email, locale, detail }: { readonly email: string; readonly locale: string; readonly detail: LinkDetail },
): Promise<KeptCustomer> {
  const { name = '', passwordHash } = detail;
  const known = await desk.customers.find(tx, { email });
  const customer =
    known ??
    (await desk.customers.insert(tx, { email, name, locale, confirmedAt: desk.now })) ??
    (await desk.customers.find(tx, { email }))!;
  // A stranger may have chosen this password, with this address: who was known before keeps the ways in they have, and
  // chooses a password by a mail of their own.
  if (passwordHash !== undefined && !known && !(await hasCredentials(tx, customer.id)))
    await writePassword(tx, customer.id, passwordHash, desk.now);
  return showAddress(tx, desk, customer);
}

/** Somebody came in by a mail to their address: it is theirs, and so are the orders that were placed with it. */
export async function showAddress(
  tx: Transaction,
  { customers, orders }: AccountDesk,
  customer: KeptCustomer,
): Promise<KeptCustomer> {
  const { id, email } = customer;
  if (email === null) return customer;
  if (customer.email_confirmed_at === null) await customers.confirm(tx, id, email);
  await orders.claim(tx, { email, customerId: id });
  return (await customers.find(tx, { id }))!;
}

/** Forgets how somebody signs in, and signs them out. */
export async function dropCredentials(tx: Transaction, customerId: string): Promise<void> {
  const tables = tx.tables<AccountsTables>();
  for (const table of [
    'accounts_password',
    'accounts_session',
    'accounts_identity',
    'accounts_link',
  ] as const)
    await tables.deleteFrom(table).where('customer_id', '=', customerId).execute();
  await tx.emit({ kind: 'account.signed-out', payload: { customerId } });
}
