import { createHmac } from 'node:crypto';
import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import type { EngineContext } from '../engine-context.ts';
import { recordAudit } from './audit.ts';
import { capabilitiesOf } from './capability.rules.ts';
import type { IdentityTables } from './identity.tables.ts';
import type { SignInOutcome } from './identity.views.ts';
import { NOBODYS_HASH, verifyPassword } from './password-hash.ts';
import { type FailureCount, SIGN_IN_LIMITS, secondsToWait } from './sign-in-limit.rules.ts';
import { hashOfToken, makeSessionToken } from './tokens.ts';

/** How long a session lasts. */
const SESSION_HOURS = 12;

/**
 * Signs a member of staff in. A try is counted before the password is looked at and given back when it was right, so that
 * a thousand tries at once get no further than a thousand in a row. The password is checked outside any transaction.
 */
export async function signIn(
  { database, clock, secret }: EngineContext,
  input: { readonly email: string; readonly password: string; readonly from: string },
): Promise<SignInOutcome> {
  const now = clock();
  const email = normalEmail(input.email);
  const counters = [
    { key: counterKey('account', email, secret), ...SIGN_IN_LIMITS.account },
    { key: counterKey('address', input.from, secret), ...SIGN_IN_LIMITS.address },
  ];
  for (const counter of counters) {
    const wait = await countTry(database, counter, now);
    if (wait > 0) return { kind: 'too-many-tries', retryAfterSeconds: wait };
  }
  const staff = await database
    .tables<IdentityTables>()
    .selectFrom('identity_staff')
    .selectAll()
    .where('email', '=', email)
    .where('active', '=', true)
    .executeTakeFirst();
  // Someone unknown costs as much time as someone known.
  const right = await verifyPassword(input.password.slice(0, 1_000), staff?.password_hash ?? NOBODYS_HASH);
  if (!staff || !right) return { kind: 'refused' };
  const token = makeSessionToken();
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 60 * 60 * 1000);
  const { id, name, roles } = staff;
  const actor = { kind: 'staff', id, name, email, roles, capabilities: capabilitiesOf(roles) } as const;
  await database.transaction(async (tx) => {
    await giveTriesBack(tx, counters);
    await tx
      .tables<IdentityTables>()
      .insertInto('identity_session')
      .values({
        token_hash: hashOfToken(token, secret),
        staff_id: id,
        created_at: now,
        expires_at: expiresAt,
        signed_in_from: input.from.replace(/\p{C}/gu, '').slice(0, 100),
      })
      .execute();
    await recordAudit(tx, { actor, action: 'staff.signed-in', subject: `staff:${id}`, at: now });
  });
  return { kind: 'signed-in', token, expiresAt: expiresAt.toISOString(), actor };
}

/** Addresses are compared without case and surrounding space. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase().replace(/\p{C}/gu, '').slice(0, 254);
}

interface Counter {
  readonly key: string;
  readonly failures: number;
  readonly minutes: number;
}

/** Counts a try as failed until it is given back. @returns seconds to wait, 0 = go on. */
async function countTry(on: Queryable, { key, failures, minutes }: Counter, now: Date): Promise<number> {
  const ends = new Date(now.getTime() + minutes * 60 * 1000);
  const { rows } = await sql<FailureCount>`
    insert into identity_try as kept (key, failures, window_ends) values (${key}, 1, ${ends})
    on conflict (key) do update set
      failures = case when kept.window_ends <= ${now} then 1 else least(kept.failures, ${failures}) + 1 end,
      window_ends = case when kept.window_ends <= ${now} then ${ends} else kept.window_ends end
    returning failures, window_ends as "windowEnds"`.execute(on.tables());
  return secondsToWait(rows[0], failures + 1, now);
}

async function giveTriesBack(on: Queryable, [account, address]: readonly Counter[]): Promise<void> {
  const tables = on.tables<IdentityTables>();
  await tables.deleteFrom('identity_try').where('key', '=', account!.key).execute();
  await tables
    .updateTable('identity_try')
    .set((row) => ({ failures: row('failures', '-', 1) }))
    .where('key', '=', address!.key)
    .where('failures', '>', 0)
    .execute();
}

function counterKey(kind: string, what: string, secret: string): string {
  return `${kind}:${createHmac('sha256', secret).update(`try\n${kind}\n${what}`).digest('base64url')}`;
}
