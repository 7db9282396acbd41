import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { CommandContext } from '../api/commerce-client.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { parseInput } from '../parse-input.ts';
import { createActorMemory } from './actor-memory.ts';
import { type ApiTokenInput, apiTokenSchema, makeApiToken, revokeApiToken } from './api-token.commands.ts';
import { type AuditView, readAudit } from './audit.ts';
import { requireCapability } from './capability.rules.ts';
import { readActor } from './identity.queries.ts';
import type { IdentityTables } from './identity.tables.ts';
import type { Actor, SignInOutcome } from './identity.views.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { normalEmail, signIn } from './sign-in.commands.ts';
import {
  type PreparedStaff,
  type StaffInput,
  type StaffOutcome,
  staffSchema,
  upsertStaff,
} from './staff.commands.ts';
import { apiTokenOf, hashOfToken, kindOfToken } from './tokens.ts';

/** Who is asking, and what they may do. */
export interface Identity {
  /** `from` is the caller's network address; tries are limited by account and by address. */
  signIn(input: {
    readonly email: string;
    readonly password: string;
    readonly from: string;
  }): Promise<SignInOutcome>;
  /** Ends a session at once in this process, within 30 seconds in others. An unknown token is fine. */
  signOut(token: string): Promise<void>;
  /** Guest when the token is unknown, ended, revoked or absent. Remembered for up to 30 seconds. */
  actorOf(token: string | undefined): Promise<Actor>;
  /** Names of members of staff by their ids; those there are not are left out. */
  staffNames(ids: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** Makes or changes staff by e-mail address; those not named stay. Needs `staff.manage`. */
  importStaff(command: CommandContext, people: readonly StaffInput[]): Promise<StaffOutcome[]>;
  /** A token for a program. It is told this once. Needs `staff.manage`, and every capability it is given. */
  createApiToken(
    command: CommandContext,
    input: ApiTokenInput,
  ): Promise<{ readonly id: string; readonly token: string }>;
  /** Ends a token at once in this process, within 30 seconds in others. Needs `staff.manage`. */
  revokeApiToken(command: CommandContext, id: string): Promise<{ readonly revoked: boolean }>;
  /** Newest first, at most 200. Needs `staff.manage`. */
  auditLog(
    actor: Actor,
    options?: { readonly subject?: string; readonly limit?: number },
  ): Promise<readonly AuditView[]>;
  /** Deletes sessions and counts that ended. @returns how many sessions. */
  forgetEnded(): Promise<number>;
}

const GUEST: Actor = { kind: 'guest' };
const signInSchema = z.object({
  email: z.string().max(1_000),
  password: z.string().max(1_000),
  from: z.string().max(200),
});
const peopleSchema = z.array(staffSchema).max(500);
const tokenIdSchema = z.uuid('expected the id of an API token');

const MOST_NAMES = 500;
const isUuid = (id: string) => z.uuid().safeParse(id).success;

export function createIdentity(context: EngineContext): Identity {
  const { database, clock, secret } = context;
  const memory = createActorMemory();

  /** Hashing takes long, so it is done before the transaction. */
  async function prepare(person: StaffInput): Promise<PreparedStaff> {
    const email = normalEmail(person.email);
    const kept = await database
      .tables<IdentityTables>()
      .selectFrom('identity_staff')
      .select('password_hash')
      .where('email', '=', email)
      .executeTakeFirst();
    const same = kept !== undefined && (await verifyPassword(person.password, kept.password_hash));
    const passwordHash = same ? undefined : await hashPassword(person.password, context.passwordCost);
    return { ...person, email, active: person.active ?? true, passwordHash };
  }

  return {
    async signIn(input) {
      return signIn(context, parseInput(signInSchema, input, 'this sign-in'));
    },
    async signOut(token) {
      if (kindOfToken(token) !== 'session') return;
      const hash = hashOfToken(token, secret);
      await database
        .tables<IdentityTables>()
        .deleteFrom('identity_session')
        .where('token_hash', '=', hash)
        .execute();
      memory.forget(hash);
    },
    async actorOf(token) {
      const kind = token === undefined ? undefined : kindOfToken(token);
      if (token === undefined || (kind !== 'session' && kind !== 'api')) return GUEST;
      const hash = hashOfToken(token, secret);
      const now = clock();
      const remembered = memory.recall(hash, now);
      if (remembered) return remembered;
      const found = await readActor(database, { kind, hash }, now);
      if (!found) return GUEST;
      memory.keep(hash, found.actor, { now, ends: found.ends });
      return found.actor;
    },
    async staffNames(ids) {
      const known = ids.filter((id) => isUuid(id)).slice(0, MOST_NAMES);
      if (known.length === 0) return {};
      const rows = await database
        .tables<IdentityTables>()
        .selectFrom('identity_staff')
        .select(['id', 'name'])
        .where('id', 'in', known)
        .execute();
      return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
    },
    async importStaff(command, people) {
      requireCapability(command.actor, 'staff.manage');
      const inputs = parseInput(peopleSchema, people, 'these members of staff');
      const prepared: PreparedStaff[] = [];
      for (const person of inputs) prepared.push(await prepare(person));
      // The key's stored body hash must not let anyone test passwords.
      const body = inputs.map((person) => ({ ...person, password: sealed(person.password, secret) }));
      const call = {
        name: 'identity.importStaff',
        capability: 'staff.manage',
        body,
        auditsItself: true,
      } as const;
      const outcomes = await runCommand(context, command, call, (tx) =>
        upsertStaff(tx, command.actor, prepared, clock()),
      );
      memory.forgetAll();
      return outcomes;
    },
    async createApiToken(command, input) {
      const body = parseInput(apiTokenSchema, input, 'this API token');
      const call = {
        name: 'identity.createApiToken',
        capability: 'staff.manage',
        body,
        auditsItself: true,
      } as const;
      const { id } = await runCommand(context, command, call, (tx) =>
        makeApiToken(tx, command.actor, body, { secret, at: clock() }),
      );
      return { id, token: apiTokenOf(id, secret) };
    },
    async revokeApiToken(command, id) {
      const body = parseInput(tokenIdSchema, id, 'this API token');
      const call = {
        name: 'identity.revokeApiToken',
        capability: 'staff.manage',
        body,
        auditsItself: true,
      } as const;
      const { revoked } = await runCommand(context, command, call, (tx) =>
        revokeApiToken(tx, command.actor, body, clock()),
      );
      memory.forget(hashOfToken(apiTokenOf(body, secret), secret));
      return { revoked };
    },
    async auditLog(actor, options = {}) {
      requireCapability(actor, 'staff.manage');
      const limit = Math.min(200, Math.max(1, Math.trunc(options.limit ?? 50)));
      return readAudit(database, { limit, subject: options.subject });
    },
    async forgetEnded() {
      const now = clock();
      const tables = database.tables<IdentityTables>();
      await tables.deleteFrom('identity_try').where('window_ends', '<=', now).execute();
      const ended = await tables
        .deleteFrom('identity_session')
        .where('expires_at', '<=', now)
        .executeTakeFirst();
      return Number(ended.numDeletedRows);
    },
  };
}

function sealed(password: string, secret: string): string {
  return createHmac('sha256', secret).update(`password\n${password}`).digest('base64url');
}
