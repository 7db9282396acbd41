import { createHash } from 'node:crypto';
import type { Queryable, Transaction } from '@vitrine/database';
import type { CommandContext } from '../api/commerce-client.ts';
import { CommerceError } from '../commerce-error.ts';
import { canonicalJson } from './canonical-json.ts';
import type { IdempotencyTables } from './idempotency.tables.ts';

export interface Claim {
  readonly command: string;
  readonly asked_by: string;
  readonly key: string;
  readonly body_hash: string;
}

export type KeptClaim =
  /** Not answered: the work did not end, or has not yet. `begun` is what `noteBegun` was told, or null. */
  | { readonly kind: 'begun'; readonly begun: unknown }
  | { readonly kind: 'answered'; readonly answer: unknown };

export type ClaimOutcome = { readonly kind: 'mine' } | KeptClaim;

export function claimOf(context: CommandContext, command: string, body: unknown): Claim {
  const key = context.idempotencyKey;
  if (typeof key !== 'string' || key.length < 1 || key.length > 200) {
    throw new CommerceError(
      'bad_input',
      `${command} expected an idempotency key of 1 to 200 characters, got ${typeof key === 'string' ? `${key.length} characters` : typeof key}. Send a new random key for each new request.`,
    );
  }
  const { actor } = context;
  return {
    command,
    asked_by: 'id' in actor ? `${actor.kind}:${actor.id}` : actor.kind,
    key,
    body_hash: createHash('sha256').update(canonicalJson(body)).digest('base64url'),
  };
}

export async function claimKey(on: Queryable, claim: Claim): Promise<ClaimOutcome> {
  const tables = on.tables<IdempotencyTables>();
  // The insert waits for an unfinished transaction that holds the same key.
  const claimed = await tables
    .insertInto('idempotency_answer')
    .values({ ...claim, answer: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed) return { kind: 'mine' };
  return (await readClaim(on, claim)) ?? claimKey(on, claim);
}

/**
 * What is kept for a key, without claiming it. Undefined = nothing.
 * @throws CommerceError `idempotency_key_reused` when the key was used with another body.
 */
export async function readClaim(on: Queryable, claim: Claim): Promise<KeptClaim | undefined> {
  const row = await findClaim(on, claim);
  if (!row) return undefined;
  return row.answer === null
    ? { kind: 'begun', begun: row.begun }
    : { kind: 'answered', answer: unwrap(row.answer) };
}

/**
 * Claims a key with what the work has begun that goes on outside of this transaction, so that nobody begins it again. JSON. A
 * key that is claimed already fails the transaction.
 */
export function noteBegun(tx: Transaction, claim: Claim, begun: unknown): Promise<void> {
  const kept = { ...claim, answer: null, begun: JSON.stringify(begun) };
  return tx.later(tx.tables<IdempotencyTables>().insertInto('idempotency_answer').values(kept));
}

/** Keeps the answer unless there is one already. @returns the answer that is kept. */
export async function storeAnswer(on: Queryable, claim: Claim, answer: unknown): Promise<unknown> {
  const tables = on.tables<IdempotencyTables>();
  const stored = await tables
    .updateTable('idempotency_answer')
    .set({ answer: JSON.stringify({ value: answer }) })
    .where('command', '=', claim.command)
    .where('asked_by', '=', claim.asked_by)
    .where('key', '=', claim.key)
    .where('answer', 'is', null)
    .returning('key')
    .executeTakeFirst();
  if (stored) return answer;
  const kept = await claimKey(on, claim);
  return kept.kind === 'answered' ? kept.answer : answer;
}

/**
 * The answer goes into the same transaction as the work, so either both are kept or neither. A key that has an answer fails
 * the transaction.
 */
export function answerKey(tx: Transaction, claim: Claim, answer: unknown): Promise<void> {
  const kept = { ...claim, answer: JSON.stringify({ value: answer }) };
  return tx.later(tx.tables<IdempotencyTables>().insertInto('idempotency_answer').values(kept));
}

async function findClaim(on: Queryable, claim: Claim) {
  const row = await on
    .tables<IdempotencyTables>()
    .selectFrom('idempotency_answer')
    .select(['body_hash', 'answer', 'begun'])
    .where('command', '=', claim.command)
    .where('asked_by', '=', claim.asked_by)
    .where('key', '=', claim.key)
    .executeTakeFirst();
  if (row && row.body_hash !== claim.body_hash) {
    throw new CommerceError(
      'idempotency_key_reused',
      `The idempotency key "${claim.key}" was used before for ${claim.command} with another body. Send a new key with a new request; repeat a request with its own body.`,
    );
  }
  return row;
}

export async function forgetAnswers(on: Queryable, before: Date): Promise<number> {
  const result = await on
    .tables<IdempotencyTables>()
    .deleteFrom('idempotency_answer')
    .where('at', '<', before)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

function unwrap(stored: unknown): unknown {
  return (stored as { value?: unknown }).value;
}
