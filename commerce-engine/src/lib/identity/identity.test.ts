import { describeOnEachEngine } from '@vitrine/database/testing';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../engine.ts';
import { claimOf } from '../idempotency/claim.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openTestShop, type TestShop } from '../testing/test-shop.ts';
import type { Role } from './capability.rules.ts';
import { CAPABILITIES, capabilitiesOf, may, ROLES, requireCapability } from './capability.rules.ts';
import type { Capability } from './identity.views.ts';
import { secondsToWait } from './sign-in-limit.rules.ts';
import { apiTokenOf, kindOfToken, makeSessionToken } from './tokens.ts';

describe('identity rules', () => {
  it('[IDENTITY-1] owners may do everything, strange roles nothing', () => {
    expect(capabilitiesOf(['owner'])).toEqual([...CAPABILITIES]);
    expect(capabilitiesOf(['emperor'])).toEqual([]);
    expect(capabilitiesOf(['associate', 'marketer'])).toContain('content.publish');
    expect(capabilitiesOf(['author'])).toEqual(['catalog.read', 'content.write', 'content.preview']);
    expect(ROLES.every((role) => capabilitiesOf([role]).includes('catalog.read'))).toBe(true);
  });

  it('[IDENTITY-2] [IDENTITY-3] guests may nothing, the process everything', () => {
    const system = { kind: 'system', reason: 'test' } as const;
    expect(CAPABILITIES.every((capability) => may(system, capability))).toBe(true);
    expect(CAPABILITIES.some((capability) => may({ kind: 'guest' }, capability))).toBe(false);
    expect(() => requireCapability({ kind: 'guest' }, 'staff.manage')).toThrow('a guest does not have it');
  });

  it('[IDENTITY-5] waits to the end of the window, and no longer', () => {
    const now = new Date('2026-01-01T00:00:00Z');
    const count = { failures: 11, windowEnds: new Date('2026-01-01T00:01:00.500Z') };
    expect(secondsToWait(count, 11, now)).toBe(61);
    expect(secondsToWait(count, 12, now)).toBe(0);
    expect(secondsToWait({ ...count, windowEnds: now }, 11, now)).toBe(0);
    expect(secondsToWait(undefined, 1, now)).toBe(0);
  });

  it('[IDENTITY-9] tokens say what kind they are', () => {
    expect(kindOfToken(makeSessionToken())).toBe('session');
    expect(kindOfToken(apiTokenOf('an id', 'a secret'))).toBe('api');
    const strange = ['', 'vts_', 'vts_short', `vtx_${'a'.repeat(43)}`, `vts_${'é'.repeat(43)}`];
    expect(strange.map(kindOfToken)).toEqual(strange.map(() => undefined));
    expect(apiTokenOf('an id', 'a secret')).not.toBe(apiTokenOf('an id', 'another secret'));
  });
});

describeOnEachEngine('Identity', { migrations: [commerceMigrations] }, (database) => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openTestShop(database());
  });

  const password = 'eleven small crabs';
  const person = (change: { roles?: Role[]; active?: boolean; password?: string; email?: string } = {}) => ({
    email: `Anna.${crypto.randomUUID()}@Example.com`,
    name: 'Anna',
    password,
    roles: ['merchandiser'] as Role[],
    ...change,
  });
  const importOne = async (one: ReturnType<typeof person>) =>
    (await shop.engine.identity.importStaff(shop.command(), [one]))[0]!;
  const signIn = (email: string, secret = password, from = crypto.randomUUID()) =>
    shop.engine.identity.signIn({ email, password: secret, from });
  async function tokenOf(one: ReturnType<typeof person>): Promise<string> {
    const outcome = await signIn(one.email);
    if (outcome.kind !== 'signed-in') throw new Error(`expected to be signed in, was ${outcome.kind}`);
    return outcome.token;
  }

  it('[IDENTITY-4] signs in with the right password, whatever the case of the address', async () => {
    const anna = person();
    await importOne(anna);
    expect(await signIn(anna.email.toUpperCase())).toMatchObject({
      kind: 'signed-in',
      actor: { kind: 'staff', name: 'Anna', email: anna.email.toLowerCase(), roles: ['merchandiser'] },
    });
    const refused = [await signIn(anna.email, 'wrong'), await signIn('nobody@example.com')];
    expect(refused).toEqual([{ kind: 'refused' }, { kind: 'refused' }]);
  });

  it('[IDENTITY-4] [IDENTITY-6] keeps neither passwords nor tokens', async () => {
    const anna = person();
    await importOne(anna);
    const token = await tokenOf(anna);
    const tables = ['identity_staff', 'identity_session', 'identity_audit', 'idempotency_answer'];
    const kept = await Promise.all(
      tables.map((table) => sql`select * from ${sql.table(table)}`.execute(database().tables())),
    );
    const everything = JSON.stringify(kept.map(({ rows }) => rows));
    expect(everything).toContain(anna.email.toLowerCase());
    expect(everything).not.toContain(password);
    expect(everything).not.toContain(token);
  });

  it('[IDENTITY-11] what is kept of an import does not tell whether a password was right', async () => {
    const anna = person();
    await importOne(anna);
    const { rows } = await sql<{ body_hash: string }>`
      select body_hash from idempotency_answer where command = 'identity.importStaff'`.execute(
      database().tables(),
    );
    const kept = rows.map(({ body_hash }) => body_hash);
    expect(kept.length).toBeGreaterThan(0);
    const guess = [{ active: true, ...anna, email: anna.email.toLowerCase() }];
    for (const body of [guess, [anna]])
      expect(kept).not.toContain(claimOf(shop.command(), 'identity.importStaff', body).body_hash);
  });

  it('[IDENTITY-5] the eleventh failure waits, the right password too, until the window ends', async () => {
    const anna = person();
    await importOne(anna);
    const before = shop.now;
    for (let failure = 0; failure < 10; failure += 1) {
      expect(await signIn(anna.email, 'wrong')).toEqual({ kind: 'refused' });
    }
    expect(await signIn(anna.email)).toEqual({ kind: 'too-many-tries', retryAfterSeconds: 15 * 60 });
    shop.now = new Date(before.getTime() + 15 * 60 * 1000);
    expect(await signIn(anna.email)).toMatchObject({ kind: 'signed-in' });
    shop.now = before;
  });

  it('[IDENTITY-5] thirty tries at once get no further than thirty in a row', async () => {
    const email = `nobody-${crypto.randomUUID()}@example.com`;
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => signIn(email, 'guess')));
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(10);
    expect(outcomes.filter(({ kind }) => kind === 'too-many-tries')).toHaveLength(20);
  });

  it('[IDENTITY-5] signing in gives tries back', async () => {
    const anna = person();
    await importOne(anna);
    const from = crypto.randomUUID();
    for (let failure = 0; failure < 9; failure += 1) await signIn(anna.email, 'wrong', from);
    expect(await signIn(anna.email, password, from)).toMatchObject({ kind: 'signed-in' });
    expect(await signIn(anna.email, 'wrong', from)).toEqual({ kind: 'refused' });
    expect(await signIn(anna.email, password, from)).toMatchObject({ kind: 'signed-in' });
  });

  it('[IDENTITY-6] [IDENTITY-7] a session ends by sign-out at once, and by time', async () => {
    const anna = person();
    await importOne(anna);
    const { identity } = shop.engine;
    const [first, second] = [await tokenOf(anna), await tokenOf(anna)];
    expect(await identity.actorOf(first)).toMatchObject({ kind: 'staff' });
    await identity.signOut(first);
    expect(await identity.actorOf(first)).toEqual({ kind: 'guest' });
    const before = shop.now;
    expect(await identity.actorOf(second)).toMatchObject({ kind: 'staff' });
    shop.now = new Date(before.getTime() + 12 * 60 * 60 * 1000);
    expect(await identity.actorOf(second)).toEqual({ kind: 'guest' });
    expect(await identity.forgetEnded()).toBeGreaterThan(0);
    shop.now = before;
  });

  it('[IDENTITY-7] asks the database once in thirty seconds', async () => {
    const anna = person();
    await importOne(anna);
    const token = await tokenOf(anna);
    await shop.engine.identity.actorOf(token);
    await sql`delete from identity_session`.execute(database().tables());
    expect(await shop.engine.identity.actorOf(token)).toMatchObject({ kind: 'staff' });
    const before = shop.now;
    shop.now = new Date(before.getTime() + 30_000);
    expect(await shop.engine.identity.actorOf(token)).toEqual({ kind: 'guest' });
    shop.now = before;
  });

  it('[IDENTITY-8] whoever was changed is signed out, whoever left cannot come back', async () => {
    const anna = person();
    expect(await importOne(anna)).toMatchObject({ kind: 'created' });
    const token = await tokenOf(anna);
    expect(await importOne(anna)).toMatchObject({ kind: 'unchanged' });
    expect(await shop.engine.identity.actorOf(token)).toMatchObject({ kind: 'staff' });
    expect(await importOne({ ...anna, roles: ['associate'] })).toMatchObject({ kind: 'changed' });
    expect(await shop.engine.identity.actorOf(token)).toEqual({ kind: 'guest' });
    const again = await tokenOf(anna);
    expect(await importOne({ ...anna, active: false })).toMatchObject({ kind: 'changed' });
    expect(await shop.engine.identity.actorOf(again)).toEqual({ kind: 'guest' });
    expect(await signIn(anna.email)).toEqual({ kind: 'refused' });
  });

  it('[IDENTITY-8] a new password replaces the old one', async () => {
    const anna = person();
    await importOne(anna);
    await importOne({ ...anna, password: 'twelve large gulls' });
    expect(await signIn(anna.email)).toEqual({ kind: 'refused' });
    expect(await signIn(anna.email, 'twelve large gulls')).toMatchObject({ kind: 'signed-in' });
  });

  it('names what is wrong with staff, and imports none of them', async () => {
    const bad = [person(), { ...person(), email: 'no address', password: 'short', roles: [] }];
    const imported = shop.engine.identity.importStaff(shop.command(), bad);
    await expect(imported).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ path: '1.email' }, { path: '1.password' }, { path: '1.roles' }],
    });
    expect(await signIn(bad[0]!.email)).toEqual({ kind: 'refused' });
  });

  it('[IDENTITY-3] [IDENTITY-9] a token does what it may, until it is revoked or ends', async () => {
    const { identity } = shop.engine;
    const input = { name: 'importer', capabilities: ['catalog.write' as const] };
    const { id, token } = await identity.createApiToken(shop.command(), input);
    const actor = await identity.actorOf(token);
    expect(actor).toMatchObject({ kind: 'staff', name: 'importer', capabilities: ['catalog.write'] });
    const more = { actor, idempotencyKey: crypto.randomUUID() };
    await expect(identity.createApiToken(more, input)).rejects.toMatchObject({ code: 'not_allowed' });
    expect(await identity.revokeApiToken(shop.command(), id)).toEqual({ revoked: true });
    expect(await identity.actorOf(token)).toEqual({ kind: 'guest' });
    expect(await identity.revokeApiToken(shop.command(), id)).toEqual({ revoked: false });
    const expiresAt = new Date(shop.now.getTime() + 1000).toISOString();
    const brief = await identity.createApiToken(shop.command(), { ...input, expiresAt });
    expect(await identity.actorOf(brief.token)).toMatchObject({ kind: 'staff' });
    const before = shop.now;
    shop.now = new Date(before.getTime() + 1000);
    expect(await identity.actorOf(brief.token)).toEqual({ kind: 'guest' });
    shop.now = before;
  });

  it('[IDENTITY-9] a token loses what its maker loses, and ends when they leave; so does one it made', async () => {
    const { identity } = shop.engine;
    const own = person({ roles: ['owner'] });
    await importOne(person({ roles: ['owner'] }));
    const { id } = await importOne(own);
    const session = await signIn(own.email);
    if (session.kind !== 'signed-in') throw new Error(session.kind);
    const by = (actor: typeof session.actor) => ({ actor, idempotencyKey: crypto.randomUUID() });
    const input = { name: 'importer', capabilities: ['catalog.write' as const, 'staff.manage' as const] };
    const first = await identity.createApiToken(by(session.actor), input);
    const actor = (await identity.actorOf(first.token)) as typeof session.actor;
    const second = await identity.createApiToken(by(actor), input);
    const told = async () => {
      // Another process, which remembers nothing.
      const { identity: elsewhere } = createEngine({
        database: database(),
        clock: () => shop.now,
        secret: 'a secret for tests, 32 letters long',
      });
      const actors = await Promise.all([first, second].map(({ token }) => elsewhere.actorOf(token)));
      return actors.map((each) => ('capabilities' in each ? each.capabilities : each.kind));
    };
    expect(await told()).toEqual([input.capabilities, input.capabilities]);
    await identity.changeStaff(shop.command(), { id: id!, roles: ['merchandiser'] });
    expect(await told()).toEqual([['catalog.write'], ['catalog.write']]);
    await identity.changeStaff(shop.command(), { id: id!, active: false });
    expect(await told()).toEqual(['guest', 'guest']);
  });

  it('[IDENTITY-14] a link ends when roles or activity change', async () => {
    const { identity } = shop.engine;
    const email = `nora.${crypto.randomUUID()}@example.com`;
    const invited = await identity.invite(shop.command(), { email, name: 'Nora', roles: ['associate'] });
    if (invited.kind !== 'invited') throw new Error(invited.kind);
    await identity.changeStaff(shop.command(), { id: invited.id, roles: ['owner'] });
    expect(await identity.acceptInvitation({ token: invited.token, password })).toEqual({ kind: 'over' });
  });

  it('[IDENTITY-9] nobody gives a token what they do not have', async () => {
    const { identity } = shop.engine;
    const manager = {
      actor: {
        kind: 'staff' as const,
        id: crypto.randomUUID(),
        name: 'M',
        email: 'm@example.com',
        roles: [],
        capabilities: ['staff.manage' as const],
      },
      idempotencyKey: crypto.randomUUID(),
    };
    const beyond = identity.createApiToken(manager, { name: 'x', capabilities: ['pricing.write'] });
    await expect(beyond).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('[IDENTITY-9] the same key gives the same token', async () => {
    const command = shop.command();
    const input = { name: 'again', capabilities: ['catalog.read' as const] };
    const first = await shop.engine.identity.createApiToken(command, input);
    expect(await shop.engine.identity.createApiToken(command, input)).toEqual(first);
  });

  it('[IDENTITY-10] writes down who changed what, and no secret', async () => {
    const { identity } = shop.engine;
    const anna = person();
    const { id } = await importOne(anna);
    await importOne({ ...anna, roles: ['owner'] });
    await tokenOf(anna);
    const owner = { kind: 'system', reason: 'test' } as const;
    const { entries: log } = await identity.auditLog(owner, { subject: `staff:${id}` });
    expect(log.map(({ action }) => action)).toEqual(['staff.signed-in', 'staff.changed', 'staff.created']);
    expect(log[1]).toMatchObject({ actor: 'system:test', detail: { changes: ['roles'] } });
    expect(JSON.stringify(log)).not.toContain(password);
    const input = { id: 'gbp', name: 'Pounds', currency: 'GBP' };
    await shop.engine.pricing.importPriceLists(shop.command(), [input]);
    await shop.engine.catalog.importCategories(shop.command(), [{ handle: 'audited', name: { en: 'A' } }]);
    const { entries: imported } = await identity.auditLog(owner, { subject: 'catalog' });
    expect(imported).toMatchObject([{ action: 'catalog.importCategories', detail: { created: 1 } }]);
    const { entries: priced } = await identity.auditLog(owner, { subject: 'pricing' });
    expect(priced).toMatchObject([{ action: 'pricing.importPriceLists', actor: 'system:test' }]);
    await expect(identity.auditLog({ kind: 'guest' })).rejects.toMatchObject({ code: 'not_allowed' });
  });

  const capable = (...capabilities: Capability[]) => ({
    actor: {
      kind: 'staff' as const,
      id: crypto.randomUUID(),
      name: 'M',
      email: 'm@example.com',
      roles: [],
      capabilities,
    },
    idempotencyKey: crypto.randomUUID(),
  });
  /** Nobody but these can look after the staff. */
  async function onlyOwners(count: number) {
    await sql`update identity_staff set roles = '{associate}' where 'owner' = any(roles)`.execute(
      database().tables(),
    );
    const owners = Array.from({ length: count }, () => person({ roles: ['owner'] }));
    return (await shop.engine.identity.importStaff(shop.command(), owners)).map(({ id }, at) => ({
      ...owners[at]!,
      id,
    }));
  }

  it('[IDENTITY-12] nobody gives, changes or takes over what is more than they may', async () => {
    const { identity } = shop.engine;
    const owner = await importOne(person({ roles: ['owner'] }));
    const associate = await importOne(person({ roles: ['associate'] }));
    const manager = (...more: Capability[]) => capable('staff.manage', ...more);
    const refused = await Promise.allSettled([
      identity.invite(manager(), { email: 'new@example.com', name: 'N', roles: ['associate'] }),
      identity.changeStaff(manager(), { id: associate.id, roles: ['marketer'] }),
      identity.changeStaff(manager(...capabilitiesOf(['associate'])), { id: associate.id, roles: ['owner'] }),
      identity.changeStaff(manager(), { id: owner.id, active: false }),
      identity.inviteAgain(manager(...capabilitiesOf(['merchandiser'])), owner.id),
      identity.importStaff(manager(), [person({ roles: ['owner'] })]),
      identity.importStaff(manager(), [{ ...person({ roles: ['associate'] }), email: owner.email }]),
    ]);
    expect(refused).toMatchObject(
      refused.map(() => ({ status: 'rejected', reason: { code: 'not_allowed' } })),
    );
    const all = manager(...capabilitiesOf(['associate']));
    expect(await identity.changeStaff(all, { id: associate.id, name: 'Ann', active: false })).toEqual({
      kind: 'changed',
    });
    expect(identity.roles(all.actor).filter(({ mayGive }) => mayGive)).toMatchObject([{ id: 'associate' }]);
    expect((await identity.staff(all.actor)).find(({ id }) => id === associate.id)).toMatchObject({
      name: 'Ann',
      state: 'left',
    });
  });

  it('[IDENTITY-13] the last one who looks after the staff stays, also when two remove each other', async () => {
    const { identity } = shop.engine;
    const [one, two] = await onlyOwners(2);
    const invited = await identity.invite(shop.command(), {
      email: `invited.${crypto.randomUUID()}@example.com`,
      name: 'Not yet',
      roles: ['owner'],
    });
    expect(invited.kind).toBe('invited');
    const outcomes = await Promise.all([
      identity.changeStaff(shop.command(), { id: one!.id, active: false }),
      identity.changeStaff(shop.command(), { id: two!.id, roles: ['marketer'] }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'last-administrator']);
    const [last] = await onlyOwners(1);
    const imported = identity.importStaff(shop.command(), [
      { ...person(), email: last!.email, active: false },
      person({ roles: ['associate'] }),
    ]);
    await expect(imported).rejects.toMatchObject({ code: 'conflict' });
    expect(await signIn(last!.email)).toMatchObject({ kind: 'signed-in' });
  });

  it('[IDENTITY-14] [IDENTITY-15] whoever is invited chooses a password by a link that works once', async () => {
    const { identity } = shop.engine;
    const email = `Nora.${crypto.randomUUID()}@Example.com`;
    const invitation = { email, name: 'Nora', roles: ['marketer' as const] };
    const command = shop.command();
    const outcome = await identity.invite(command, invitation);
    if (outcome.kind !== 'invited') throw new Error(`expected an invitation, got ${outcome.kind}`);
    expect(await identity.invite(command, invitation)).toEqual(outcome);
    expect(await identity.invite(shop.command(), invitation)).toEqual({ kind: 'known', id: outcome.id });
    expect(await signIn(email, '')).toEqual({ kind: 'refused' });
    expect(await identity.invitation(outcome.token)).toEqual({ name: 'Nora', email: email.toLowerCase() });
    const again = await identity.inviteAgain(shop.command(), outcome.id);
    if (again.kind !== 'invited') throw new Error(`expected an invitation, got ${again.kind}`);
    expect(await identity.acceptInvitation({ token: outcome.token, password })).toEqual({ kind: 'over' });
    const both = await Promise.all(
      [password, 'another long one'].map((each) =>
        identity.acceptInvitation({ token: again.token, password: each }),
      ),
    );
    expect(both.map(({ kind }) => kind).sort()).toEqual(['accepted', 'over']);
    const chosen = both[0]!.kind === 'accepted' ? password : 'another long one';
    expect(await signIn(email, chosen)).toMatchObject({ kind: 'signed-in' });
    const seen = await identity.staff(shop.command().actor);
    expect(seen.find(({ id }) => id === outcome.id)).toMatchObject({
      state: 'active',
      lastSignedInAt: shop.now.toISOString(),
    });
    const late = await identity.inviteAgain(shop.command(), outcome.id);
    const before = shop.now;
    shop.now = new Date(before.getTime() + 7 * 24 * 60 * 60 * 1000);
    const token = late.kind === 'invited' ? late.token : '';
    expect(await identity.acceptInvitation({ token, password })).toEqual({ kind: 'over' });
    shop.now = before;
    const kept = await sql`select * from identity_invitation`.execute(database().tables());
    expect(JSON.stringify(kept.rows)).not.toContain(token);
    const answers = await sql`select * from idempotency_answer`.execute(database().tables());
    expect(JSON.stringify(answers.rows)).not.toContain(token);
  });

  it('[IDENTITY-10] the log is read page by page, by person, noun and time, whatever is written meanwhile', async () => {
    const { identity } = shop.engine;
    const owner = capable(...CAPABILITIES);
    const make = (name: string) =>
      identity.createApiToken(
        { ...owner, idempotencyKey: crypto.randomUUID() },
        { name, capabilities: ['catalog.read'] },
      );
    for (const name of ['a', 'b', 'c']) await make(name);
    const asked = { by: owner.actor.id, noun: 'api-token', limit: 2 };
    const first = await identity.auditLog(owner.actor, asked);
    await make('d');
    const second = await identity.auditLog(owner.actor, { ...asked, cursor: first.next });
    const ids = [...first.entries, ...second.entries].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(second.next).toBeUndefined();
    expect((await identity.auditLog(owner.actor, { ...asked, noun: 'pricing' })).entries).toEqual([]);
    const later = new Date(shop.now.getTime() + 1).toISOString();
    expect((await identity.auditLog(owner.actor, { by: owner.actor.id, from: later })).entries).toEqual([]);
    const bad = identity.auditLog(owner.actor, { cursor: 'bm8gY3Vyc29y' });
    await expect(bad).rejects.toMatchObject({ code: 'bad_input', fields: [{ path: 'cursor' }] });
    const tokens = await identity.apiTokens(owner.actor);
    expect(tokens.find(({ name }) => name === 'd')).toMatchObject({
      state: 'active',
      createdBy: owner.actor.id,
    });
  });
});
