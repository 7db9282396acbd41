import { allocateMoney } from '../money/allocate-money.rules.ts';
import { money } from '../money/money.rules.ts';
import type { EarnCondition, Programme } from './programme.rules.ts';

export interface EarningLine {
  readonly id: string;
  readonly productId: string;
  /** Categories of the product and all above them. */
  readonly categoryIds: readonly string[];
  /** Minor units of it that earn. */
  readonly amount: number;
}

export interface EarningOrder {
  readonly currency: string;
  readonly placedAt: Date;
  /** Tier of its customer. */
  readonly tier: string | undefined;
  readonly lines: readonly EarningLine[];
}

/**
 * Points of each line, in their order: SPEC rules LOYAL-1 and LOYAL-2. Computed in whole numbers over one common denominator,
 * so that nothing is rounded twice.
 */
export function earnedPoints({ earn, bonuses }: Programme, order: EarningOrder): number[] {
  const rules = earn.filter(({ currency, points }) => currency === order.currency && points > 0);
  const pers = [...new Set(rules.map(({ per }) => per))];
  const product = pers.reduce((all, per) => all * BigInt(per), 1n);
  const shares = order.lines.map((line) => {
    const percent = bonuses
      .filter((bonus) => fits(bonus, order, line))
      .reduce((sum, bonus) => sum + bonus.percent, 100);
    return rules
      .filter((rule) => fits(rule, order, line))
      .reduce(
        (sum, { points, per }) =>
          sum + (BigInt(line.amount) * BigInt(points) * BigInt(percent) * product) / BigInt(per),
        0n,
      );
  });
  return roundOnce(shares, product * 100n);
}

/** `shares / whole`, their sum rounded down once; what is left over goes to the largest remainders. */
function roundOnce(shares: readonly bigint[], whole: bigint): number[] {
  const floors = shares.map((share) => share / whole);
  const sum = shares.reduce((total, share) => total + share, 0n) / whole;
  const left = Number(sum - floors.reduce((total, each) => total + each, 0n));
  const lucky = new Set(
    shares
      .map((share, at) => ({ at, rest: share % whole }))
      .toSorted((one, other) =>
        one.rest === other.rest ? one.at - other.at : one.rest > other.rest ? -1 : 1,
      )
      .slice(0, left)
      .map(({ at }) => at),
  );
  return floors.map((each, at) => Number(each) + (lucky.has(at) ? 1 : 0));
}

function fits(
  { products, categories, tiers, from, to }: EarnCondition,
  { tier, placedAt }: EarningOrder,
  { productId, categoryIds }: EarningLine,
): boolean {
  const isNamed =
    (products === undefined && categories === undefined) ||
    (products?.includes(productId) ?? false) ||
    (categories?.some((id) => categoryIds.includes(id)) ?? false);
  const isInTier = tiers === undefined || (tier !== undefined && tiers.includes(tier));
  const isThen =
    (from === undefined || placedAt >= new Date(from)) && (to === undefined || placedAt < new Date(to));
  return isNamed && isInTier && isThen;
}

/** A line or delivery as far as it earns. Minor units. */
export interface EarningCharge {
  readonly gross: number;
  /** Its pieces are gift cards. */
  readonly isGiftCard?: boolean;
}

/**
 * What of each charge was paid with money that earns: SPEC rules LOYAL-3 and LOYAL-19. Gift cards are paid with money before all else, and
 * earn nothing.
 * @param charges lines and deliveries; the sum of their gross is what was to be paid.
 */
export function earningAmounts(charges: readonly EarningCharge[], paidWithMoney: number): number[] {
  const cards = charges.reduce((sum, { gross, isGiftCard }) => sum + (isGiftCard ? gross : 0), 0);
  const earning = charges.map(({ gross, isGiftCard }) => (isGiftCard ? 0 : gross));
  const total = earning.reduce((sum, gross) => sum + gross, 0);
  if (total === 0) return charges.map(() => 0);
  const paid = Math.min(total, Math.max(0, paidWithMoney - cards));
  return allocateMoney(money(paid, 'XXX'), earning).map(({ amount }) => amount);
}

/**
 * What of a line's points is to be taken back when so much of its gross came back: SPEC rule LOYAL-6. It never shrinks when more
 * comes back, and is all of them when everything did.
 */
export function pointsToTakeBack(
  points: number,
  { back, gross, isWhole }: { readonly back: number; readonly gross: number; readonly isWhole: boolean },
): number {
  if (isWhole || gross === 0) return isWhole ? points : 0;
  return Number((2n * BigInt(points) * BigInt(back) + BigInt(gross)) / (2n * BigInt(gross)));
}
