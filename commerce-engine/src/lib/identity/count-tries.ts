import { createHmac } from 'node:crypto';
import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import type { IdentityTables } from './identity.tables.ts';
import { type FailureCount, secondsToWait } from './sign-in-limit.rules.ts';

/** Something that may happen so often in so many minutes. */
export interface TryCounter {
  readonly key: string;
  readonly failures: number;
  readonly minutes: number;
}

/** Counts a try as failed until it is given back. @returns seconds to wait, 0 = go on. */
export async function countTry(
  on: Queryable,
  { key, failures, minutes }: TryCounter,
  now: Date,
): Promise<number> {
  const ends = new Date(now.getTime() + minutes * 60 * 1000);
  const { rows } = await sql<FailureCount>`
    insert into identity_try as kept (key, failures, window_ends) values (${key}, 1, ${ends})
    on conflict (key) do update set
      failures = case when kept.window_ends <= ${now} then 1 else least(kept.failures, ${failures}) + 1 end,
      window_ends = case when kept.window_ends <= ${now} then ${ends} else kept.window_ends end
    returning failures, window_ends as "windowEnds"`.execute(on.tables());
  return secondsToWait(rows[0], failures + 1, now);
}

/** A right password: the account's count begins anew, the address has this one try less. */
export async function giveTriesBack(on: Queryable, [account, address]: readonly TryCounter[]): Promise<void> {
  const tables = on.tables<IdentityTables>();
  await tables.deleteFrom('identity_try').where('key', '=', account!.key).execute();
  await tables
    .updateTable('identity_try')
    .set((row) => ({ failures: row('failures', '-', 1) }))
    .where('key', '=', address!.key)
    .where('failures', '>', 0)
    .execute();
}

/** What is counted, unreadable. */
export function counterKey(kind: string, what: string, secret: string): string {
  return `${kind}:${createHmac('sha256', secret).update(`try\n${kind}\n${what}`).digest('base64url')}`;
}
