import type { Money } from '../money/money.rules.ts';

export interface TierView {
  readonly id: string;
  readonly name: string;
  /** Points of the window that reach it. */
  readonly from: number;
}

/** What a programme offers, for anybody to read. */
export interface ProgrammeView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isAutomatic: boolean;
  /** So many points for every so much. What holds for some products, tiers or dates only is not among them. */
  readonly earn: readonly { readonly points: number; readonly per: Money }[];
  readonly redeem?: { readonly points: number; readonly amount: Money; readonly least?: number };
  readonly tiers: readonly TierView[];
  readonly tierWindowDays: number;
  readonly vesting: { readonly from: 'placed' | 'handed-over'; readonly days: number };
  readonly expiryDays?: number;
  readonly joinPoints: number;
}

/** What one member has. */
export interface LoyaltyView {
  readonly programme: ProgrammeView;
  readonly joinedAt: string;
  readonly tier?: TierView;
  readonly nextTier?: TierView & { readonly missing: number };
  /** Points that count for the tier. */
  readonly qualifying: number;
  /** Points that can be used now. */
  readonly points: number;
  /** Earned, and not to be used yet. */
  readonly pending: number;
  /** What of the pending can be used from when; without a time = not known yet. */
  readonly waiting: readonly { readonly points: number; readonly at?: string }[];
  /** Owed: the next points pay it. */
  readonly debt: number;
  /** What the usable points are worth; absent = they pay nothing in this currency. */
  readonly worth?: Money;
  /** What runs out first, and when. */
  readonly runsOut?: { readonly points: number; readonly at: string };
}

/** Points of one order. */
export interface OrderPointsView {
  readonly programmeId: string;
  /** Of the programme. */
  readonly name: string;
  /** What it earned, less what went with pieces that were cancelled or came back. */
  readonly points: number;
  /** From when they can be used. Absent = not known yet. */
  readonly usableAt?: string;
}

export interface PointsMovementView {
  readonly id: string;
  readonly kind: 'added' | 'spent' | 'given-back' | 'taken-back' | 'ran-out' | 'written-off';
  /** Negative when they went off. */
  readonly points: number;
  readonly reason: string;
  /** The order they were earned with. */
  readonly orderId?: string;
  readonly at: string;
}

export interface PointsHistory {
  /** The newest first. */
  readonly movements: readonly PointsMovementView[];
  /** Where the next page begins; absent = this is the last. */
  readonly next?: string;
}

export type JoinOutcome =
  | { readonly kind: 'joined' | 'member-already'; readonly loyalty: LoyaltyView }
  | { readonly kind: 'no-programme' };

export type AdjustOutcome =
  | { readonly kind: 'adjusted'; readonly loyalty: LoyaltyView }
  | { readonly kind: 'no-programme' }
  | { readonly kind: 'no-member' }
  /** Only so many can be taken away; nothing was. */
  | { readonly kind: 'not-enough'; readonly points: number };
