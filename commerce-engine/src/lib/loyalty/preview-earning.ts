import type { Queryable } from '@vitrine/database';
import { type EarningCharge, type EarningLine, earnedPoints, earningAmounts } from './earn-points.rules.ts';
import { readMember } from './keep-members.ts';
import type { Programme } from './programme.rules.ts';

/** What is about to be bought. Minor units of its currency. */
export interface EarningPurchase {
  readonly currency: string;
  readonly lines: readonly (Omit<EarningLine, 'amount'> & EarningCharge)[];
  /** Gross of each delivery: they earn nothing, and take their part of the tenders. */
  readonly deliveries: readonly number[];
  /** What is paid with money, or with gift cards that were bought. */
  readonly money: number;
}

/** Points that a purchase earns when it is placed now, by the same rules: LOYAL-1 to LOYAL-3. */
export async function previewEarning(
  on: Queryable,
  programme: Programme,
  { currency, lines, deliveries, money }: EarningPurchase,
  { customerId, at }: { readonly customerId: string | undefined; readonly at: Date },
): Promise<{ readonly points: number; readonly isMember: boolean }> {
  const member =
    customerId === undefined ? undefined : await readMember(on, { programmeId: programme.id, customerId });
  const charges: readonly EarningCharge[] = [...lines, ...deliveries.map((gross) => ({ gross }))];
  const total = charges.reduce((sum, { gross }) => sum + gross, 0);
  const amounts = earningAmounts(charges, programme.ownTendersEarn ? total : money);
  const points = earnedPoints(programme, {
    currency,
    placedAt: at,
    tier: member?.tier ?? undefined,
    lines: lines.map(({ id, productId, categoryIds }, place) => ({
      id,
      productId,
      categoryIds,
      amount: amounts[place]!,
    })),
  });
  const isMember = member !== undefined || (customerId !== undefined && programme.enrolment === 'automatic');
  return { points: points.reduce((sum, each) => sum + each, 0), isMember };
}
