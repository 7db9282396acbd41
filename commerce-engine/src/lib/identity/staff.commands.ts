import { newId, type Transaction } from '@vitrine/database';
import { z } from 'zod';
import { CommerceError } from '../commerce-error.ts';
import { lockInOrder } from '../lock-in-order.ts';
import { recordAudit } from './audit.ts';
import { ADMINISTRATOR_ROLES, beyond, ROLES } from './capability.rules.ts';
import type { IdentityTables } from './identity.tables.ts';
import type { Actor } from './identity.views.ts';

export const staffSchema = z.object({
  email: z.email('expected an e-mail address').max(254),
  name: z.string().trim().min(1, 'expected a name').max(120),
  password: z.string().min(8, 'expected at least 8 characters').max(200, 'expected at most 200 characters'),
  roles: z.array(z.enum(ROLES)).min(1, 'expected at least one role'),
  /** False = may not sign in any more. Default true. */
  active: z.boolean().optional(),
});

/** A member of staff as an importer hands them over; the e-mail address is the identity. */
export type StaffInput = z.infer<typeof staffSchema>;

export interface StaffOutcome {
  readonly email: string;
  readonly id: string;
  readonly kind: 'created' | 'changed' | 'unchanged';
}

/** A member of staff whose password has been hashed, or found to be the one they have. */
export interface PreparedStaff {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly active: boolean;
  /** Undefined = keeps the one they have. */
  readonly passwordHash: string | undefined;
}

/** Makes or changes staff. Whoever's password, roles or activity changed is signed out everywhere. */
export async function upsertStaff(
  tx: Transaction,
  actor: Actor,
  people: readonly PreparedStaff[],
  at: Date,
): Promise<StaffOutcome[]> {
  await lockStaff(tx);
  const had = await countAdministrators(tx);
  const outcomes: StaffOutcome[] = [];
  for (const person of people) outcomes.push(await upsertOne(tx, actor, person, at));
  if (had > 0 && (await countAdministrators(tx)) === 0) {
    throw new CommerceError(
      'conflict',
      'After this nobody could look after the staff any more. Make somebody else an owner first; nothing was changed.',
    );
  }
  return outcomes;
}

async function upsertOne(
  tx: Transaction,
  actor: Actor,
  person: PreparedStaff,
  at: Date,
): Promise<StaffOutcome> {
  const { email, name, passwordHash, active } = person;
  const roles = [...new Set(person.roles)].sort();
  const tables = tx.tables<IdentityTables>();
  const kept = await tables
    .selectFrom('identity_staff')
    .selectAll()
    .where('email', '=', email)
    .forUpdate()
    .executeTakeFirst();
  requireWithin(actor, roles);
  if (kept) requireWithin(actor, kept.roles);
  if (!kept) {
    const id = newId();
    await tables
      .insertInto('identity_staff')
      .values({ id, email, name, password_hash: passwordHash ?? null, roles, active, created_at: at })
      .execute();
    const detail = { email, roles, active };
    await recordAudit(tx, { actor, action: 'staff.created', subject: `staff:${id}`, detail, at });
    return { email, id, kind: 'created' };
  }
  const changes = [
    ...(kept.name === name ? [] : ['name']),
    ...(kept.roles.join() === roles.join() ? [] : ['roles']),
    ...(kept.active === active ? [] : ['active']),
    ...(passwordHash === undefined ? [] : ['password']),
  ];
  if (changes.length === 0) return { email, id: kept.id, kind: 'unchanged' };
  await tables
    .updateTable('identity_staff')
    .set({ name, roles, active, ...(passwordHash !== undefined && { password_hash: passwordHash }) })
    .where('id', '=', kept.id)
    .execute();
  if (changes.some((change) => change !== 'name')) await endAccess(tx, kept.id);
  const subject = `staff:${kept.id}`;
  const detail = { email, changes, roles, active };
  await recordAudit(tx, { actor, action: 'staff.changed', subject, detail, at });
  return { email, id: kept.id, kind: 'changed' };
}

export const changeStaffSchema = z.strictObject({
  id: z.uuid('expected the id of a member of staff'),
  name: z.string().trim().min(1, 'expected a name').max(120).optional(),
  roles: z.array(z.enum(ROLES)).min(1, 'expected at least one role').optional(),
  /** False = may not sign in any more. */
  active: z.boolean().optional(),
});

export type ChangeStaffInput = z.infer<typeof changeStaffSchema>;

export type ChangeStaffOutcome =
  | { readonly kind: 'changed' | 'unchanged' | 'unknown' }
  /** Nobody would be left who looks after the staff. Nothing was changed. */
  | { readonly kind: 'last-administrator' };

/** Changes one member of staff. Whoever's roles or activity changed is signed out everywhere. */
export async function changeStaff(
  tx: Transaction,
  actor: Actor,
  input: ChangeStaffInput,
  at: Date,
): Promise<ChangeStaffOutcome> {
  await lockStaff(tx);
  const tables = tx.tables<IdentityTables>();
  const kept = await tables
    .selectFrom('identity_staff')
    .selectAll()
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst();
  if (!kept) return { kind: 'unknown' };
  const { name = kept.name, active = kept.active } = input;
  const roles = [...new Set(input.roles ?? kept.roles)].sort();
  requireWithin(actor, kept.roles);
  requireWithin(actor, roles);
  const changes = [
    ...(kept.name === name ? [] : ['name']),
    ...(kept.roles.join() === roles.join() ? [] : ['roles']),
    ...(kept.active === active ? [] : ['active']),
  ];
  if (changes.length === 0) return { kind: 'unchanged' };
  const stays = active && isAdministrator(roles);
  const counts = kept.active && kept.password_hash !== null && isAdministrator(kept.roles);
  if (counts && !stays && (await countAdministrators(tx)) === 1) return { kind: 'last-administrator' };
  await tables.updateTable('identity_staff').set({ name, roles, active }).where('id', '=', kept.id).execute();
  if (changes.some((change) => change !== 'name')) await endAccess(tx, kept.id);
  const detail = { email: kept.email, changes, roles, active };
  await recordAudit(tx, { actor, action: 'staff.changed', subject: `staff:${kept.id}`, detail, at });
  return { kind: 'changed' };
}

/** Signs somebody out everywhere and ends the links that would let them in again. */
async function endAccess(tx: Transaction, staffId: string): Promise<void> {
  const tables = tx.tables<IdentityTables>();
  await tables.deleteFrom('identity_session').where('staff_id', '=', staffId).execute();
  await tables.deleteFrom('identity_invitation').where('staff_id', '=', staffId).execute();
}

/** One change of staff after the other: two owners must not remove each other. */
export function lockStaff(tx: Transaction): Promise<void> {
  return lockInOrder(tx, 'identity', ['staff']);
}

/** @throws CommerceError `not_allowed` when the roles allow something that the actor may not. */
export function requireWithin(actor: Actor, roles: readonly string[]): void {
  const more = beyond(actor, roles);
  if (more.length === 0) return;
  throw new CommerceError(
    'not_allowed',
    `The role ${roles.map((role) => `"${role}"`).join(', ')} allows more than you may: ${more.map((each) => `"${each}"`).join(', ')}. Ask somebody who may do all of it.`,
  );
}

function isAdministrator(roles: readonly string[]): boolean {
  return ADMINISTRATOR_ROLES.some((role) => roles.includes(role));
}

/** Those who can sign in and look after the staff. */
async function countAdministrators(tx: Transaction): Promise<number> {
  const rows = await tx
    .tables<IdentityTables>()
    .selectFrom('identity_staff')
    .select('roles')
    .where('active', '=', true)
    .where('password_hash', 'is not', null)
    .execute();
  return rows.filter(({ roles }) => isAdministrator(roles)).length;
}
