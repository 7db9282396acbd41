import type { EngineContext } from '../engine-context.ts';
import { recordAudit } from './audit.ts';
import { capabilitiesOf } from './capability.rules.ts';
import { counterKey, countTry, giveTriesBack } from './count-tries.ts';
import type { IdentityTables } from './identity.tables.ts';
import type { SignInOutcome } from './identity.views.ts';
import { nobodysHash, verifyPassword } from './password-hash.ts';
import { SIGN_IN_LIMITS } from './sign-in-limit.rules.ts';
import { hashOfToken, makeSessionToken } from './tokens.ts';

/** How long a session lasts. */
const SESSION_HOURS = 12;

/**
 * Signs a member of staff in. A try is counted before the password is looked at and given back when it was right, so that
 * a thousand tries at once get no further than a thousand in a row. The password is checked outside any transaction.
 */
export async function signIn(
  { database, clock, secret, passwordCost }: EngineContext,
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
  const right = await verifyPassword(
    input.password.slice(0, 1_000),
    staff?.password_hash ?? nobodysHash(passwordCost),
  );
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
