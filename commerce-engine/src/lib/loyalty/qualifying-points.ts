import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { daysAfter } from './keep-members.ts';
import type { Programme } from './programme.rules.ts';

/** Points that count for a tier, and when there may be others by time alone: SPEC rules LOYAL-12 and LOYAL-13. One statement. */
export async function readQualifying(
  on: Queryable,
  { id: programmeId, tierWindowDays }: Programme,
  { customerId, at }: { readonly customerId: string; readonly at: Date },
): Promise<{ readonly points: number; readonly changesAt: Date | undefined }> {
  const { rows } = await sql<{ points: number; becomes: Date | null; leaves: Date | null }>`
    select coalesce(sum(points - taken_back) filter (where usable_at <= ${at}), 0)::bigint as points,
      min(usable_at) filter (where usable_at > ${at}) as becomes,
      min(placed_at) as leaves
    from loyalty_earning
    where customer_id = ${customerId}::uuid and programme_id = ${programmeId} and points > taken_back
      and placed_at > ${daysAfter(at, -tierWindowDays)}`.execute(on.tables());
  const { points, becomes, leaves } = rows[0]!;
  const moments = [becomes, leaves && daysAfter(leaves, tierWindowDays)].filter((each) => each !== null);
  const changesAt = moments.toSorted((one, other) => one.getTime() - other.getTime())[0];
  return { points: Number(points), changesAt };
}
