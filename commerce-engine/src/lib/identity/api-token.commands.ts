import { newId, type Transaction } from '@vitrine/database';
import { z } from 'zod';
import { CommerceError } from '../commerce-error.ts';
import { recordAudit } from './audit.ts';
import { CAPABILITIES, may } from './capability.rules.ts';
import type { IdentityTables } from './identity.tables.ts';
import type { Actor } from './identity.views.ts';
import { apiTokenOf, hashOfToken } from './tokens.ts';

export const apiTokenSchema = z.object({
  /** What the token is for, for people. */
  name: z.string().trim().min(1).max(120),
  capabilities: z.array(z.enum(CAPABILITIES)).min(1),
  /** ISO time; absent = until revoked. */
  expiresAt: z.iso.datetime().optional(),
});

export type ApiTokenInput = z.infer<typeof apiTokenSchema>;

/** Keeps a new token's hash. The token itself follows from the id and the shop's secret, and is kept nowhere. */
export async function makeApiToken(
  tx: Transaction,
  actor: Actor,
  input: ApiTokenInput,
  { secret, at }: { readonly secret: string; readonly at: Date },
): Promise<{ id: string }> {
  const beyond = input.capabilities.filter((capability) => !may(actor, capability));
  if (beyond.length > 0) {
    throw new CommerceError(
      'not_allowed',
      `A token cannot do more than who makes it: you do not have ${beyond.map((each) => `"${each}"`).join(', ')}.`,
    );
  }
  const id = newId();
  await tx
    .tables<IdentityTables>()
    .insertInto('identity_api_token')
    .values({
      id,
      token_hash: hashOfToken(apiTokenOf(id, secret), secret),
      name: input.name,
      capabilities: [...new Set(input.capabilities)],
      created_by: actor.kind === 'staff' ? actor.id : actor.kind,
      created_at: at,
      expires_at: input.expiresAt === undefined ? null : new Date(input.expiresAt),
      revoked_at: null,
    })
    .execute();
  const detail = { name: input.name, capabilities: input.capabilities };
  await recordAudit(tx, { actor, action: 'api-token.created', subject: `api-token:${id}`, detail, at });
  return { id };
}

/** Ends a token. @returns false when there is none with that id, or it had ended. */
export async function revokeApiToken(
  tx: Transaction,
  actor: Actor,
  id: string,
  at: Date,
): Promise<{ revoked: boolean }> {
  const row = await tx
    .tables<IdentityTables>()
    .updateTable('identity_api_token')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!row) return { revoked: false };
  await recordAudit(tx, { actor, action: 'api-token.revoked', subject: `api-token:${id}`, at });
  return { revoked: true };
}
