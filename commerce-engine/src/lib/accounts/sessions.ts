import type { Queryable, Transaction } from '@vitrine/database';
import type { KeptCustomer } from '../customers/keep-customer.ts';
import type { EngineContext } from '../engine-context.ts';
import type { Actor } from '../identity/identity.views.ts';
import { hashOfToken, makeSessionToken } from '../identity/tokens.ts';
import { groupKey } from '../market.ts';
import type { AccountsTables } from './accounts.tables.ts';
import type { ShopperSession } from './accounts.views.ts';

/** How long a shopper stays signed in. */
const SESSION_DAYS = 30;

export async function openSession(
  tx: Transaction,
  { secret, clock }: EngineContext,
  customer: KeptCustomer,
): Promise<ShopperSession> {
  const token = makeSessionToken('customer');
  const now = clock();
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * 24 * 60 * 60_000);
  await tx
    .tables<AccountsTables>()
    .insertInto('accounts_session')
    .values({
      token_hash: hashOfToken(token, secret),
      customer_id: customer.id,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
  const actor = actorOfCustomer(customer);
  return { kind: 'signed-in', token, expiresAt: expiresAt.toISOString(), actor };
}

/** Whose a session is, and until when. One statement. */
export async function readSession(
  on: Queryable,
  tokenHash: string,
  now: Date,
): Promise<{ readonly customerId: string; readonly ends: Date } | undefined> {
  const row = await on
    .tables<AccountsTables>()
    .selectFrom('accounts_session')
    .select(['customer_id', 'expires_at'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && { customerId: row.customer_id, ends: row.expires_at };
}

/** Signs somebody out everywhere, or everywhere else. @returns on how many devices. */
export async function endSessions(tx: Transaction, customerId: string, exceptHash?: string): Promise<number> {
  const ended = await tx
    .tables<AccountsTables>()
    .deleteFrom('accounts_session')
    .where('customer_id', '=', customerId)
    .$if(exceptHash !== undefined, (query) => query.where('token_hash', '<>', exceptHash!))
    .executeTakeFirst();
  // A link that waits would let in again whoever was to be shut out.
  await tx
    .tables<AccountsTables>()
    .deleteFrom('accounts_link')
    .where('customer_id', '=', customerId)
    .where('used_at', 'is', null)
    .execute();
  await tx.emit({ kind: 'account.signed-out', payload: { customerId } });
  return Number(ended.numDeletedRows);
}

export function actorOfCustomer({
  id,
  name,
  email,
  groups,
}: Pick<KeptCustomer, 'id' | 'name' | 'email' | 'groups'>): Actor & { kind: 'customer' } {
  const group = groups.length > 0 ? { group: groupKey(groups) } : {};
  return { kind: 'customer', id, name, email: email ?? '', ...group };
}
