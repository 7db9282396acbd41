import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { type KeptPayment, keptOf, type PaymentRow } from './keep-payment.ts';
import type { PaymentsTables } from './payments.tables.ts';

export interface DueOperation {
  readonly id: string;
  readonly payment: KeptPayment;
  readonly kind: PaymentsTables['payments_operation']['kind'];
  readonly amount: number;
  readonly tries: number;
  /** Who gives it back instead of the payment's own provider, and whom to. */
  readonly via?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Money that goes back another way than it came. */
export interface OtherWay {
  readonly provider: string;
  readonly to: string;
}

/** Tries before people have to look, over about a day. */
const MOST_TRIES = 12;
/** Minutes between two tries. */
const LONGEST_PAUSE = 240;
/** As long as after the first claim. Milliseconds. */
const FIRST_PAUSE = 60_000;

export interface NewOperation {
  readonly paymentId: string;
  readonly kind: DueOperation['kind'];
  readonly amount: number;
  readonly reason: string;
  readonly via?: OtherWay;
  readonly at: Date;
}

/**
 * Writes down that the provider is to do something, in the transaction that decides it.
 * @param inHand who decides it does it right after the commit: it is as if it was claimed. Default false: it is due at once.
 */
export async function askOperation(
  tx: Transaction,
  { paymentId, kind, amount, reason, via, at }: NewOperation,
  { inHand = false }: { readonly inHand?: boolean } = {},
): Promise<{ readonly id: string; readonly tries: number }> {
  const id = newId();
  const tries = inHand ? 1 : 0;
  const row = {
    id,
    payment_id: paymentId,
    kind,
    amount,
    via: via?.provider ?? null,
    via_to: via?.to ?? null,
    state: 'due' as const,
    reason,
    problem: null,
    tries,
    made_at: at,
    due_at: inHand ? new Date(at.getTime() + FIRST_PAUSE) : at,
  };
  await tx.later(tx.tables<PaymentsTables>().insertInto('payments_operation').values(row));
  return { id, tries };
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

/** Operations taken into hand at once. */
const AT_ONCE = 10;

/**
 * Takes due operations into hand with their payments, by one statement: others leave them alone for a while, and take them up again when nothing
 * comes of it.
 * @param among only operations of these payments; absent = of any.
 */
export async function claimOperations(
  on: Queryable,
  at: Date,
  among?: readonly string[],
): Promise<readonly DueOperation[]> {
  const which = among ? sql`and payment_id = any(${[...among]}::uuid[])` : sql``;
  const { rows } = await sql<PaymentRow & { readonly operation: Omit<DueOperation, 'payment'> }>`
    with claimed as (
      update payments_operation set tries = tries + 1,
        due_at = ${at}::timestamptz + make_interval(mins => least(power(2, tries), ${LONGEST_PAUSE})::int)
      where id in (
        select id from payments_operation where state = 'due' and due_at <= ${at} ${which}
        order by due_at limit ${AT_ONCE} for update skip locked
      )
      returning payment_id, id, kind, amount, tries, via, via_to as "to"
    )
    select payment.*, to_jsonb(claimed) as operation
    from claimed join payments_payment as payment on payment.id = claimed.payment_id`.execute(on.tables());
  return rows.map(({ operation, ...row }) => ({ ...operation, payment: keptOf(row) }));
}

export function endOperation(tx: Transaction, id: string): Promise<void> {
  return tx.later(
    tx
      .tables<PaymentsTables>()
      .updateTable('payments_operation')
      .set({ state: 'done', problem: null })
      .where('id', '=', id),
  );
}

/** It will be tried again; after the last try it is left to people. */
export async function noteTrouble(on: Queryable, operation: DueOperation, problem: string): Promise<void> {
  await on
    .tables<PaymentsTables>()
    .updateTable('payments_operation')
    .set({ problem, ...(operation.tries >= MOST_TRIES && { state: 'failed' }) })
    .where('id', '=', operation.id)
    // Somebody else may have done it meanwhile.
    .where('state', '=', 'due')
    .execute();
}
