import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { CommandContext } from '../api/commerce-client.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { parseInput } from '../parse-input.ts';
import { createActorMemory } from './actor-memory.ts';
import { type ApiTokenInput, apiTokenSchema, makeApiToken, revokeApiToken } from './api-token.commands.ts';
import { type AuditPage, type AuditQuery, auditQuerySchema, readAudit } from './audit.ts';
import { beyond, capabilitiesOf, ROLES, requireCapability } from './capability.rules.ts';
import { readActor } from './identity.queries.ts';
import type { IdentityTables } from './identity.tables.ts';
import type {
  Actor,
  ApiTokenView,
  InviteAgainOutcome,
  InviteOutcome,
  RoleView,
  SignInOutcome,
  StaffView,
} from './identity.views.ts';
import {
  acceptanceSchema,
  acceptInvitation,
  type InvitationInput,
  invitationSchema,
  invite,
  inviteAgain,
  readInvitation,
} from './invitations.commands.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { normalEmail, signIn } from './sign-in.commands.ts';
import {
  type ChangeStaffInput,
  type ChangeStaffOutcome,
  changeStaff,
  changeStaffSchema,
  type PreparedStaff,
  type StaffInput,
  type StaffOutcome,
  staffSchema,
  upsertStaff,
} from './staff.commands.ts';
import { readApiTokens, readStaff } from './staff.queries.ts';
import { apiTokenOf, hashOfToken, kindOfToken, linkTokenOf } from './tokens.ts';

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
  /** Everyone who runs the shop or did, by name. Needs `staff.manage`. */
  staff(actor: Actor): Promise<readonly StaffView[]>;
  /** What each role allows, and whether the actor may give it. Needs `staff.manage`. */
  roles(actor: Actor): readonly RoleView[];
  /** Makes a member of staff with a link to choose a password. Needs `staff.manage`, and all that the roles allow. */
  invite(command: CommandContext, input: InvitationInput): Promise<InviteOutcome>;
  /** A new link for somebody who lost theirs, or their password; earlier ones end. Needs `staff.manage`, and all they may do. */
  inviteAgain(command: CommandContext, staffId: string): Promise<InviteAgainOutcome>;
  /** Who a link of an invitation is for, while it holds. For whoever has the link. */
  invitation(token: string): Promise<{ readonly name: string; readonly email: string } | undefined>;
  /** Sets the password of whom the link is for. It works once, for seven days. For whoever has the link. */
  acceptInvitation(input: {
    readonly token: string;
    readonly password: string;
  }): Promise<{ readonly kind: 'accepted' | 'over' }>;
  /** Changes name, roles or activity. Needs `staff.manage`, and all that the roles allow, before and after. */
  changeStaff(command: CommandContext, input: ChangeStaffInput): Promise<ChangeStaffOutcome>;
  /** Tokens of programs, the newest first, ended ones too. Needs `staff.manage`. */
  apiTokens(actor: Actor): Promise<readonly ApiTokenView[]>;
  /** A token for a program. It is told this once. Needs `staff.manage`, and every capability it is given. */
  createApiToken(
    command: CommandContext,
    input: ApiTokenInput,
  ): Promise<{ readonly id: string; readonly token: string }>;
  /** Ends a token at once in this process, within 30 seconds in others. Needs `staff.manage`. */
  revokeApiToken(command: CommandContext, id: string): Promise<{ readonly revoked: boolean }>;
  /** Newest first, page by page. Needs `staff.manage`. */
  auditLog(actor: Actor, query?: AuditQuery): Promise<AuditPage>;
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
const staffIdSchema = z.uuid('expected the id of a member of staff');
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
    const own = kept?.password_hash ?? undefined;
    const same = own !== undefined && (await verifyPassword(person.password, own));
    const passwordHash = same ? undefined : await hashPassword(person.password, context.passwordCost);
    return { ...person, email, active: person.active ?? true, passwordHash };
  }

  /** The link's token follows from its id: what is kept of the answer need not hold it. */
  function told<Outcome extends { readonly kind: string }>(
    outcome: Outcome,
  ): Outcome extends { readonly link: string }
    ? Omit<Outcome, 'link'> & { readonly token: string }
    : Outcome {
    const { link, ...rest } = outcome as Outcome & { readonly link?: string };
    return (link === undefined ? outcome : { ...rest, token: linkTokenOf(link, secret) }) as never;
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
    async staff(actor) {
      requireCapability(actor, 'staff.manage');
      return readStaff(database);
    },
    roles(actor) {
      requireCapability(actor, 'staff.manage');
      return ROLES.map((id) => ({
        id,
        capabilities: capabilitiesOf([id]),
        mayGive: beyond(actor, [id]).length === 0,
      }));
    },
    async invite(command, input) {
      const given = parseInput(invitationSchema, input, 'this invitation');
      const body = { ...given, email: normalEmail(given.email) };
      const call = { name: 'identity.invite', capability: 'staff.manage', body, auditsItself: true } as const;
      return told(await runCommand(context, command, call, (tx) => invite(tx, command.actor, body, context)));
    },
    async inviteAgain(command, staffId) {
      const body = parseInput(staffIdSchema, staffId, 'this invitation');
      const call = {
        name: 'identity.inviteAgain',
        capability: 'staff.manage',
        body,
        auditsItself: true,
      } as const;
      return told(
        await runCommand(context, command, call, (tx) => inviteAgain(tx, command.actor, body, context)),
      );
    },
    invitation: (token) => readInvitation(context, token),
    async acceptInvitation(input) {
      const outcome = await acceptInvitation(context, parseInput(acceptanceSchema, input, 'this password'));
      memory.forgetAll();
      return outcome;
    },
    async changeStaff(command, input) {
      const body = parseInput(changeStaffSchema, input, 'this member of staff');
      const call = {
        name: 'identity.changeStaff',
        capability: 'staff.manage',
        body,
        auditsItself: true,
      } as const;
      const outcome = await runCommand(context, command, call, (tx) =>
        changeStaff(tx, command.actor, body, clock()),
      );
      memory.forgetAll();
      return outcome;
    },
    async apiTokens(actor) {
      requireCapability(actor, 'staff.manage');
      return readApiTokens(database, clock());
    },
    async auditLog(actor, query = {}) {
      requireCapability(actor, 'staff.manage');
      return readAudit(database, parseInput(auditQuerySchema, query, 'this question to the audit log'));
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
