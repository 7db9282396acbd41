import type { LocalText } from '../catalog/product-import.ts';

/** When a rule takes part; what is absent does not restrict. */
export interface EarnCondition {
  readonly products?: readonly string[] | undefined;
  /** Category ids; a category holds everything below it. */
  readonly categories?: readonly string[] | undefined;
  readonly tiers?: readonly string[] | undefined;
  /** ISO times of placing; `from` included, `to` not. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** So many points for every so many minor units. */
export interface EarnRule extends EarnCondition {
  readonly currency: string;
  readonly points: number;
  readonly per: number;
}

/** Percents on top of what the rules give: 100 = twice as much. */
export interface EarnBonus extends EarnCondition {
  readonly percent: number;
}

/** So many points pay so many minor units. */
export interface RedeemRule {
  readonly currency: string;
  readonly points: number;
  readonly amount: number;
  /** Fewer are not taken. */
  readonly least?: number | undefined;
  /** Percent of an order's total that points may pay. Absent = all of it. */
  readonly mostPercent?: number | undefined;
}

export interface Tier {
  readonly id: string;
  readonly name: LocalText;
  /** Points of the window that reach it. */
  readonly from: number;
  readonly priceGroup?: string | undefined;
}

export interface Programme {
  readonly id: string;
  readonly name: LocalText;
  /** What it is about, for shoppers. */
  readonly description?: LocalText | undefined;
  /** Absent = every channel. */
  readonly channels?: readonly string[] | undefined;
  readonly isActive: boolean;
  /** `automatic`: who buys while signed in is a member. */
  readonly enrolment: 'automatic' | 'on-request';
  readonly earn: readonly EarnRule[];
  readonly bonuses: readonly EarnBonus[];
  /** One for each currency at most. */
  readonly redeem: readonly RedeemRule[];
  /** What gift cards, store credit and points pay earns too. */
  readonly ownTendersEarn: boolean;
  readonly vesting: { readonly from: 'placed' | 'handed-over'; readonly days: number };
  /** Days after which points run out, from when they can be used. Absent = never. */
  readonly expiryDays?: number | undefined;
  /** By their thresholds, the lowest first. */
  readonly tiers: readonly Tier[];
  readonly tierWindowDays: number;
  /** Given once, for joining. */
  readonly joinPoints: number;
}

/** The programme that holds in a channel: the first that is active there. */
export function programmeIn(programmes: readonly Programme[], channel: string): Programme | undefined {
  return programmes.find(
    ({ isActive, channels }) => isActive && (channels === undefined || channels.includes(channel)),
  );
}

/** The highest tier that so many points reach: SPEC rule LOYAL-12. */
export function tierFor({ tiers }: Pick<Programme, 'tiers'>, points: number): Tier | undefined {
  return tiers.findLast(({ from }) => from <= points);
}

/** The tier above, and how many points are missing to it. */
export function nextTier(
  { tiers }: Pick<Programme, 'tiers'>,
  points: number,
): { readonly tier: Tier; readonly missing: number } | undefined {
  const tier = tiers.find(({ from }) => from > points);
  return tier && { tier, missing: tier.from - points };
}
