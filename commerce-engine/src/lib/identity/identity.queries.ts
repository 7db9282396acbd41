import type { Queryable } from '@vitrine/database';
import { capabilitiesOf, isCapability } from './capability.rules.ts';
import type { IdentityTables } from './identity.tables.ts';
import type { Actor } from './identity.views.ts';
import type { TokenKind } from './tokens.ts';

/** Who a token belongs to, and until when; undefined = nobody (any more). One statement. */
export async function readActor(
  on: Queryable,
  token: { readonly kind: Extract<TokenKind, 'session' | 'api'>; readonly hash: string },
  now: Date,
): Promise<{ readonly actor: Actor; readonly ends: Date | undefined } | undefined> {
  return token.kind === 'session' ? readSession(on, token.hash, now) : readApiToken(on, token.hash, now);
}

async function readSession(on: Queryable, hash: string, now: Date) {
  const row = await on
    .tables<IdentityTables>()
    .selectFrom('identity_session as session')
    .innerJoin('identity_staff as staff', 'staff.id', 'session.staff_id')
    .select(['staff.id', 'staff.name', 'staff.email', 'staff.roles', 'session.expires_at'])
    .where('session.token_hash', '=', hash)
    .where('session.expires_at', '>', now)
    .where('staff.active', '=', true)
    .executeTakeFirst();
  if (!row) return undefined;
  const { expires_at, ...person } = row;
  const actor: Actor = { kind: 'staff', ...person, capabilities: capabilitiesOf(person.roles) };
  return { actor, ends: expires_at };
}

async function readApiToken(on: Queryable, hash: string, now: Date) {
  const row = await on
    .tables<IdentityTables>()
    .selectFrom('identity_api_token')
    .select(['id', 'name', 'capabilities', 'expires_at'])
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', now)]))
    .executeTakeFirst();
  if (!row) return undefined;
  const actor: Actor = {
    kind: 'staff',
    id: `api-token:${row.id}`,
    name: row.name,
    email: '',
    roles: [],
    capabilities: row.capabilities.filter(isCapability),
  };
  return { actor, ends: row.expires_at ?? undefined };
}
