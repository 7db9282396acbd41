import { newId, type Transaction } from '@vitrine/database';
import { z } from 'zod';
import type { EngineContext } from '../engine-context.ts';
import { recordAudit } from './audit.ts';
import { capabilitiesOf } from './capability.rules.ts';
import type { IdentityTables } from './identity.tables.ts';
import type { Actor } from './identity.views.ts';
import { hashPassword } from './password-hash.ts';
import { lockStaff, requireWithin, staffSchema } from './staff.commands.ts';
import { hashOfToken, kindOfToken, linkTokenOf } from './tokens.ts';

export const invitationSchema = z.strictObject(
  staffSchema.pick({ email: true, name: true, roles: true }).shape,
);

export type InvitationInput = z.infer<typeof invitationSchema>;

export const acceptanceSchema = z.strictObject({
  token: z.string().max(200),
  password: staffSchema.shape.password,
});

/** Days an invitation holds. */
const LIFETIME = 7;

type Kept<More> =
  | { readonly kind: 'invited'; readonly id: string; readonly link: string; readonly expiresAt: string }
  | More;

/** Makes a member of staff who has no password yet, and a link to choose one. */
export async function invite(
  tx: Transaction,
  actor: Actor,
  { email, name, roles }: InvitationInput,
  context: EngineContext,
): Promise<Kept<{ readonly kind: 'known'; readonly id: string }>> {
  requireWithin(actor, roles);
  await lockStaff(tx);
  const tables = tx.tables<IdentityTables>();
  const known = await tables
    .selectFrom('identity_staff')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst();
  if (known) return { kind: 'known', id: known.id };
  const id = newId();
  const at = context.clock();
  await tables
    .insertInto('identity_staff')
    .values({
      id,
      email,
      name,
      password_hash: null,
      roles: [...new Set(roles)].sort(),
      active: true,
      created_at: at,
    })
    .execute();
  const detail = { email, roles };
  await recordAudit(tx, { actor, action: 'staff.invited', subject: `staff:${id}`, detail, at });
  return { kind: 'invited', id, ...(await makeInvitation(tx, id, context)) };
}

/** A new link for somebody who lost theirs, or their password. Links made before end. */
export async function inviteAgain(
  tx: Transaction,
  actor: Actor,
  id: string,
  context: EngineContext,
): Promise<Kept<{ readonly kind: 'unknown' }>> {
  await lockStaff(tx);
  const kept = await tx
    .tables<IdentityTables>()
    .selectFrom('identity_staff')
    .select(['email', 'roles'])
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!kept) return { kind: 'unknown' };
  // Whoever sets somebody's password could be that person.
  requireWithin(actor, kept.roles);
  const detail = { email: kept.email };
  const at = context.clock();
  await recordAudit(tx, { actor, action: 'staff.invited-again', subject: `staff:${id}`, detail, at });
  return { kind: 'invited', id, ...(await makeInvitation(tx, id, context)) };
}

/** Who a link is for, while it holds. */
export async function readInvitation(
  { database, clock, secret }: EngineContext,
  token: string,
): Promise<{ readonly name: string; readonly email: string } | undefined> {
  if (kindOfToken(token) !== 'link') return undefined;
  return database
    .tables<IdentityTables>()
    .selectFrom('identity_invitation as invitation')
    .innerJoin('identity_staff as staff', 'staff.id', 'invitation.staff_id')
    .select(['staff.name', 'staff.email'])
    .where('invitation.token_hash', '=', hashOfToken(token, secret))
    .where('invitation.used_at', 'is', null)
    .where('invitation.expires_at', '>', clock())
    .where('staff.active', '=', true)
    .executeTakeFirst();
}

/** Sets the password of whom the link is for, once. Whoever was signed in with the old one is not any more. */
export async function acceptInvitation(
  context: EngineContext,
  { token, password }: z.infer<typeof acceptanceSchema>,
): Promise<{ readonly kind: 'accepted' | 'over' }> {
  const { database, clock, secret } = context;
  // Strangers with made-up links must not keep us busy with hashing.
  if (!(await readInvitation(context, token))) return { kind: 'over' };
  const passwordHash = await hashPassword(password, context.passwordCost);
  const at = clock();
  return database.transaction(async (tx) => {
    const tables = tx.tables<IdentityTables>();
    const used = await tables
      .updateTable('identity_invitation')
      .set({ used_at: at })
      .where('token_hash', '=', hashOfToken(token, secret))
      .where('used_at', 'is', null)
      .where('expires_at', '>', at)
      .returning('staff_id')
      .executeTakeFirst();
    if (!used) return { kind: 'over' };
    const staff = await tables
      .updateTable('identity_staff')
      .set({ password_hash: passwordHash })
      .where('id', '=', used.staff_id)
      .where('active', '=', true)
      .returning(['id', 'name', 'email', 'roles'])
      .executeTakeFirst();
    if (!staff) return { kind: 'over' };
    await tables.deleteFrom('identity_session').where('staff_id', '=', staff.id).execute();
    const actor: Actor = { kind: 'staff', ...staff, capabilities: capabilitiesOf(staff.roles) };
    await recordAudit(tx, { actor, action: 'staff.password-chosen', subject: `staff:${staff.id}`, at });
    return { kind: 'accepted' };
  });
}

async function makeInvitation(
  tx: Transaction,
  staffId: string,
  { clock, secret }: EngineContext,
): Promise<{ readonly link: string; readonly expiresAt: string }> {
  const tables = tx.tables<IdentityTables>();
  await tables.deleteFrom('identity_invitation').where('staff_id', '=', staffId).execute();
  const id = newId();
  const at = clock();
  const ends = new Date(at.getTime() + LIFETIME * 24 * 60 * 60 * 1000);
  await tables
    .insertInto('identity_invitation')
    .values({
      id,
      staff_id: staffId,
      token_hash: hashOfToken(linkTokenOf(id, secret), secret),
      made_at: at,
      expires_at: ends,
      used_at: null,
    })
    .execute();
  return { link: id, expiresAt: ends.toISOString() };
}
