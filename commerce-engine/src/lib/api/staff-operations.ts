import { z } from '@hono/zod-openapi';
import type { CommerceEngine } from '../engine.ts';
import { apiTokenSchema } from '../identity/api-token.commands.ts';
import { auditQuerySchema } from '../identity/audit.ts';
import { CAPABILITIES } from '../identity/capability.rules.ts';
import type { ApiTokenView, RoleView, StaffView } from '../identity/identity.views.ts';
import { invitationSchema } from '../identity/invitations.commands.ts';
import { changeStaffSchema, staffSchema } from '../identity/staff.commands.ts';
import { type Operation, operation } from './operation.ts';
import { auditSchema, type SchemaOf } from './view-schemas.ts';

const needs = 'staff.manage';

const staffView: SchemaOf<StaffView> = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    roles: z.array(z.string()),
    state: z.enum(['active', 'invited', 'left']),
    createdAt: z.string(),
    lastSignedInAt: z.string().optional(),
  })
  .openapi('StaffMember');
const roleView: SchemaOf<RoleView> = z
  .strictObject({ id: z.string(), capabilities: z.array(z.enum(CAPABILITIES)), mayGive: z.boolean() })
  .openapi('Role');
const tokenView: SchemaOf<ApiTokenView> = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    capabilities: z.array(z.enum(CAPABILITIES)),
    state: z.enum(['active', 'over', 'revoked']),
    createdBy: z.string(),
    createdAt: z.string(),
    expiresAt: z.string().optional(),
    revokedAt: z.string().optional(),
  })
  .openapi('ApiToken');

const invited = z.strictObject({
  kind: z.literal('invited'),
  id: z.string(),
  token: z.string().openapi({ description: 'For the link by which they choose a password. Told now alone.' }),
  expiresAt: z.string(),
});
const byId = z.object({ id: z.uuid('expected the id of a member of staff') });

/** What those may ask and change who look after the staff. */
export function staffAdminOperations(engine: CommerceEngine): Operation[] {
  return [...peopleOperations(engine), ...tokenOperations(engine), ...auditOperations(engine)];
}

function peopleOperations({ identity }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listStaff',
      summary: 'Everyone who runs the shop or did, by name',
      method: 'get',
      path: '/staff',
      needs,
      answer: z.object({ staff: z.array(staffView) }),
      handle: async ({ actor }) => ({ staff: [...(await identity.staff(actor))] }),
    }),
    operation({
      id: 'listRoles',
      summary: 'What each role allows, and whether the caller may give it',
      method: 'get',
      path: '/roles',
      needs,
      answer: z.object({ roles: z.array(roleView) }),
      handle: async ({ actor }) => ({ roles: [...identity.roles(actor)] }),
    }),
    operation({
      id: 'inviteStaff',
      summary: 'Makes a member of staff, who chooses a password by a link',
      method: 'post',
      path: '/staff',
      needs,
      changes: true,
      body: invitationSchema,
      answer: z.discriminatedUnion('kind', [
        invited,
        z.strictObject({ kind: z.literal('known'), id: z.string() }),
      ]),
      handle: ({ command, body }) => identity.invite(command, body),
    }),
    operation({
      id: 'inviteStaffAgain',
      summary: 'A new link to choose a password; earlier ones end',
      method: 'post',
      path: '/staff/{id}/invitations',
      needs,
      changes: true,
      params: byId,
      answer: z.discriminatedUnion('kind', [invited, z.strictObject({ kind: z.literal('unknown') })]),
      handle: ({ command, params }) => identity.inviteAgain(command, params.id),
    }),
    operation({
      id: 'changeStaff',
      summary: 'Changes the name or the roles of somebody, or whether they may sign in',
      method: 'patch',
      path: '/staff/{id}',
      needs,
      changes: true,
      params: byId,
      body: changeStaffSchema.omit({ id: true }),
      answer: z.strictObject({ kind: z.enum(['changed', 'unchanged', 'unknown', 'last-administrator']) }),
      handle: ({ command, params, body }) => identity.changeStaff(command, { ...body, id: params.id }),
    }),
    operation({
      id: 'importStaff',
      summary: 'Makes or changes staff by e-mail address',
      method: 'post',
      path: '/staff-imports',
      needs,
      changes: true,
      body: z.strictObject({ staff: z.array(staffSchema).max(500) }),
      answer: z.object({
        outcomes: z.array(
          z.object({ email: z.string(), id: z.string(), kind: z.enum(['created', 'changed', 'unchanged']) }),
        ),
      }),
      handle: async ({ command, body }) => ({
        outcomes: [...(await identity.importStaff(command, body.staff))],
      }),
    }),
  ];
}

function tokenOperations({ identity }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listApiTokens',
      summary: 'Tokens of programs, the newest first, ended ones too; never the token itself',
      method: 'get',
      path: '/api-tokens',
      needs,
      answer: z.object({ tokens: z.array(tokenView) }),
      handle: async ({ actor }) => ({ tokens: [...(await identity.apiTokens(actor))] }),
    }),
    operation({
      id: 'createApiToken',
      summary: 'A token for a program',
      method: 'post',
      path: '/api-tokens',
      needs,
      changes: true,
      body: apiTokenSchema,
      answer: z.object({ id: z.string(), token: z.string() }),
      handle: ({ command, body }) => identity.createApiToken(command, body),
    }),
    operation({
      id: 'revokeApiToken',
      summary: 'Ends a token',
      method: 'delete',
      path: '/api-tokens/{id}',
      needs,
      changes: true,
      params: z.object({ id: z.uuid() }),
      answer: z.object({ revoked: z.boolean() }),
      handle: ({ command, params }) => identity.revokeApiToken(command, params.id),
    }),
  ];
}

function auditOperations({ identity }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'getAuditLog',
      summary: 'Who changed what, newest first; `cursor` = `next` of the page before',
      method: 'get',
      path: '/audit-log',
      needs,
      query: auditQuerySchema,
      answer: z.object({ entries: z.array(auditSchema), next: z.string().optional() }),
      handle: async ({ actor, query }) => {
        const { entries, next } = await identity.auditLog(actor, query);
        return { entries: [...entries], ...(next !== undefined && { next }) };
      },
    }),
  ];
}
