import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { PaymentsTables } from './payments.tables.ts';

export interface DueOperation {
  readonly id: string;
  readonly paymentId: string;
  readonly kind: PaymentsTables['payments_operation']['kind'];
  readonly amount: number;
  readonly tries: number;
}

/** Tries before people have to look, over about a day. */
const MOST_TRIES = 12;
const MINUTE = 60_000;

/** Writes down that the provider is to do something, in the transaction that decides it. */
export async function askOperation(
  tx: Transaction,
  operation: {
    readonly paymentId: string;
    readonly kind: DueOperation['kind'];
    readonly amount: number;
    readonly reason: string;
    readonly at: Date;
  },
): Promise<string> {
  const { paymentId, kind, amount, reason, at } = operation;
  const id = newId();
  await tx
    .tables<PaymentsTables>()
    .insertInto('payments_operation')
    .values({
      id,
      payment_id: paymentId,
      kind,
      amount,
      state: 'due',
      reason,
      problem: null,
      tries: 0,
      made_at: at,
      due_at: at,
    })
    .execute();
  return id;
}

/** Operations of a payment that are not over, or went wrong. */
export async function readOpenOperations(on: Queryable, paymentIds: readonly string[]) {
  if (paymentIds.length === 0) return [];
  return on
    .tables<PaymentsTables>()
    .selectFrom('payments_operation')
    .select(['id', 'payment_id as paymentId', 'kind', 'amount', 'state', 'reason', 'problem'])
    .where('payment_id', 'in', [...paymentIds])
    .where('state', '<>', 'done')
    .execute();
}

/**
 * Takes one due operation into hand: others leave it alone for a while, and take it up again when nothing comes of it.
 * @param among only operations of these payments; absent = of any.
 */
export async function claimOperation(
  tx: Transaction,
  at: Date,
  among?: readonly string[],
): Promise<DueOperation | undefined> {
  const tables = tx.tables<PaymentsTables>();
  const row = await tables
    .selectFrom('payments_operation')
    .select(['id', 'payment_id', 'kind', 'amount', 'tries'])
    .where('state', '=', 'due')
    .where('due_at', '<=', at)
    .$if(among !== undefined, (query) =>
      query.where('payment_id', '=', sql<string>`any(${[...(among ?? [])]}::uuid[])`),
    )
    .orderBy('due_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return undefined;
  const pause = Math.min(2 ** row.tries, 240) * MINUTE;
  await tables
    .updateTable('payments_operation')
    .set({ tries: row.tries + 1, due_at: new Date(at.getTime() + pause) })
    .where('id', '=', row.id)
    .execute();
  return { id: row.id, paymentId: row.payment_id, kind: row.kind, amount: row.amount, tries: row.tries + 1 };
}

export async function endOperation(on: Queryable, id: string): Promise<void> {
  await on
    .tables<PaymentsTables>()
    .updateTable('payments_operation')
    .set({ state: 'done', problem: null })
    .where('id', '=', id)
    .execute();
}

/** It will be tried again; after the last try it is left to people. */
export async function noteTrouble(on: Queryable, operation: DueOperation, problem: string): Promise<void> {
  await on
    .tables<PaymentsTables>()
    .updateTable('payments_operation')
    .set({ problem, ...(operation.tries >= MOST_TRIES && { state: 'failed' }) })
    .where('id', '=', operation.id)
    .execute();
}
