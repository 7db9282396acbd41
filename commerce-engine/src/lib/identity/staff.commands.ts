import { newId, type Transaction } from '@vitrine/database';
import { z } from 'zod';
import { recordAudit } from './audit.ts';
import { ROLES } from './capability.rules.ts';
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
  const outcomes: StaffOutcome[] = [];
  for (const person of people) outcomes.push(await upsertOne(tx, actor, person, at));
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
  if (!kept) {
    const id = newId();
    await tables
      .insertInto('identity_staff')
      .values({ id, email, name, password_hash: passwordHash ?? '', roles, active, created_at: at })
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
  if (changes.some((change) => change !== 'name')) {
    await tables.deleteFrom('identity_session').where('staff_id', '=', kept.id).execute();
  }
  const subject = `staff:${kept.id}`;
  const detail = { email, changes, roles, active };
  await recordAudit(tx, { actor, action: 'staff.changed', subject, detail, at });
  return { email, id: kept.id, kind: 'changed' };
}
