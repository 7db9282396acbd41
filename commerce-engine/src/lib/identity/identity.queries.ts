import type { Queryable } from '@vitrine/database';
import { CAPABILITIES, capabilitiesOf, isCapability } from './capability.rules.ts';
import type { IdentityTables } from './identity.tables.ts';
import type { Actor, Capability } from './identity.views.ts';
import type { TokenKind } from './tokens.ts';

/** Who a token belongs to, and until when; undefined = nobody (any more). One statement, for API tokens two. */
export async function readActor(
  on: Queryable,
  token: { readonly kind: Extract<TokenKind, 'session' | 'api'>; readonly hash: string },
  now: Date,
): Promise<{ readonly actor: Actor; readonly ends: Date | undefined } | undefined> {
  return token.kind === 'session'
    ? readSession(on, token.hash, now)
    : readApiToken(on, { hash: token.hash }, now);
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

/** A token may what it was made for, as long as whoever made it may that too: SPEC rule IDENTITY-9. */
async function readApiToken(
  on: Queryable,
  which: { readonly hash: string } | { readonly id: string },
  now: Date,
) {
  const query = on
    .tables<IdentityTables>()
    .selectFrom('identity_api_token')
    .select(['id', 'name', 'capabilities', 'created_by', 'expires_at'])
    .where('revoked_at', 'is', null)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', now)]));
  const row = await ('hash' in which
    ? query.where('token_hash', '=', which.hash)
    : query.where('id', '=', which.id)
  ).executeTakeFirst();
  if (!row) return undefined;
  const makers = await capabilitiesOfMaker(on, row.created_by, now);
  if (!makers) return undefined;
  const actor: Actor = {
    kind: 'staff',
    id: `api-token:${row.id}`,
    name: row.name,
    email: '',
    roles: [],
    capabilities: row.capabilities.filter(isCapability).filter((each) => makers.includes(each)),
  };
  return { actor, ends: row.expires_at ?? undefined };
}

/** Undefined = the maker may nothing any more: left, or a token that has ended. */
async function capabilitiesOfMaker(
  on: Queryable,
  maker: string,
  now: Date,
): Promise<readonly Capability[] | undefined> {
  if (maker === 'system') return CAPABILITIES;
  if (maker.startsWith(TOKEN)) {
    const token = await readApiToken(on, { id: maker.slice(TOKEN.length) }, now);
    return token && 'capabilities' in token.actor ? token.actor.capabilities : undefined;
  }
  const staff = await on
    .tables<IdentityTables>()
    .selectFrom('identity_staff')
    .select('roles')
    .where('id', '=', maker)
    .where('active', '=', true)
    .executeTakeFirst();
  return staff && capabilitiesOf(staff.roles);
}

const TOKEN = 'api-token:';
