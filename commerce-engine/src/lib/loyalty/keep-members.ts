import type { Queryable, Transaction } from '@vitrine/database';
import type { Selectable } from 'kysely';
import { addToAccount } from '../lots/move-lots.ts';
import type { LoyaltyTables } from './loyalty.tables.ts';
import type { Programme } from './programme.rules.ts';

export type Member = Selectable<LoyaltyTables['loyalty_member']>;

interface WhichMember {
  readonly programmeId: string;
  readonly customerId: string;
}

export function readMember(
  on: Queryable,
  { programmeId, customerId }: WhichMember,
): Promise<Member | undefined> {
  return on
    .tables<LoyaltyTables>()
    .selectFrom('loyalty_member')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
}

/** Memberships of a customer, by programme. */
export function readMemberships(on: Queryable, customerId: string): Promise<Member[]> {
  return on
    .tables<LoyaltyTables>()
    .selectFrom('loyalty_member')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('programme_id')
    .execute();
}

/** Makes somebody a member, with what joining gives. @returns false when they were one before. */
export async function addMember(
  tx: Transaction,
  programme: Programme,
  { customerId, at, actor }: { readonly customerId: string; readonly at: Date; readonly actor: string },
): Promise<boolean> {
  const { id: programmeId, joinPoints } = programme;
  const made = await tx
    .tables<LoyaltyTables>()
    .insertInto('loyalty_member')
    .values({ programme_id: programmeId, customer_id: customerId, joined_at: at, tier: null, recheck_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('customer_id')
    .executeTakeFirst();
  if (!made) return false;
  if (joinPoints > 0) {
    const reference = `join ${programmeId} ${customerId}`;
    await addToAccount(
      tx,
      { book: 'points', holder: customerId, unit: programmeId },
      {
        amount: joinPoints,
        reference,
        origin: reference,
        reason: 'joined',
        actor,
        at,
        ...usableFrom(programme, at),
      },
    );
  }
  await tx.emit({ kind: 'loyalty.joined', payload: { customerId, programmeId } });
  return true;
}

/** From when to when points can be used that can be used from then on. */
export function usableFrom(
  { expiryDays }: Pick<Programme, 'expiryDays'>,
  usableAt: Date,
): { readonly usableAt: Date; readonly runsOutAt?: Date } {
  if (expiryDays === undefined) return { usableAt };
  return { usableAt, runsOutAt: daysAfter(usableAt, expiryDays) };
}

export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 24 * 60 * 60_000);
}
