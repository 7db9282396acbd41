import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { isCapability } from './capability.rules.ts';
import type { IdentityTables } from './identity.tables.ts';
import type { ApiTokenView, StaffView } from './identity.views.ts';

/** Everyone who runs the shop or did, by name. One statement. */
export async function readStaff(on: Queryable, id?: string): Promise<StaffView[]> {
  const rows = await on
    .tables<IdentityTables>()
    .selectFrom('identity_staff as staff')
    .select([
      'id',
      'email',
      'name',
      'roles',
      'active',
      'created_at',
      sql<boolean>`password_hash is not null`.as('can_sign_in'),
      sql<Date | null>`(select max(at) from identity_audit
        where subject = 'staff:' || staff.id and action = 'staff.signed-in')`.as('signed_in_at'),
    ])
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute();
  return rows.map(({ active, can_sign_in, created_at, signed_in_at, ...row }) => ({
    ...row,
    state: !active ? 'left' : can_sign_in ? 'active' : 'invited',
    createdAt: created_at.toISOString(),
    ...(signed_in_at && { lastSignedInAt: signed_in_at.toISOString() }),
  }));
}

/** Tokens of programs, the newest first. One statement. */
export async function readApiTokens(on: Queryable, now: Date): Promise<ApiTokenView[]> {
  const rows = await on
    .tables<IdentityTables>()
    .selectFrom('identity_api_token as token')
    .leftJoin('identity_staff as staff', (join) =>
      join.on(sql`staff.id::text`, '=', sql.ref('token.created_by')),
    )
    .select([
      'token.id',
      'token.name',
      'token.capabilities',
      'token.created_by',
      'token.created_at',
      'token.expires_at',
      'token.revoked_at',
      'staff.name as creator',
    ])
    .orderBy('token.created_at', 'desc')
    .orderBy('token.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    capabilities: row.capabilities.filter(isCapability),
    state: row.revoked_at ? 'revoked' : row.expires_at && row.expires_at <= now ? 'over' : 'active',
    createdBy: row.creator ?? row.created_by,
    createdAt: row.created_at.toISOString(),
    ...(row.expires_at && { expiresAt: row.expires_at.toISOString() }),
    ...(row.revoked_at && { revokedAt: row.revoked_at.toISOString() }),
  }));
}
