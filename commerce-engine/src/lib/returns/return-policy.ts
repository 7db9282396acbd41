import type { Queryable, Transaction } from '@vitrine/database';
import type { RefundPolicy } from '../orders/refund-plan.rules.ts';
import type { ReturnsTables } from './returns.tables.ts';
import type { ReturnPolicyView } from './returns.views.ts';
import type { RefundPolicyInput } from './returns-input.ts';

/** What a channel says of returns. */
export interface ReturnPolicy {
  readonly tenders: RefundPolicy;
  /** Days after pieces left in which shoppers may announce them. Absent = without end. */
  readonly days?: number;
}

export async function readPolicy(on: Queryable, channel: string): Promise<ReturnPolicy> {
  const row = await on
    .tables<ReturnsTables>()
    .selectFrom('returns_policy')
    .select(['tenders', 'days'])
    .where('channel', '=', channel)
    .executeTakeFirst();
  return { tenders: row?.tenders ?? {}, ...(row?.days != null && { days: row.days }) };
}

/** By channel; those that say nothing are not there. */
export async function readPolicies(on: Queryable): Promise<ReadonlyMap<string, ReturnPolicyView>> {
  const rows = await on.tables<ReturnsTables>().selectFrom('returns_policy').selectAll().execute();
  return new Map(
    rows.map(({ channel, tenders, days }) => [
      channel,
      { channel, tenders, ...(days !== null && { returnDays: days }) },
    ]),
  );
}

export async function writePolicy(
  tx: Transaction,
  { channel, tenders, returnDays }: RefundPolicyInput,
): Promise<void> {
  const policy = {
    tenders: JSON.stringify(tenders),
    ...(returnDays !== undefined && { days: returnDays }),
  };
  await tx
    .tables<ReturnsTables>()
    .insertInto('returns_policy')
    .values({ days: null, channel, ...policy })
    .onConflict((conflict) => conflict.column('channel').doUpdateSet(policy))
    .execute();
}
