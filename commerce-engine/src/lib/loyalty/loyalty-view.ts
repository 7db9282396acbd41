import type { Queryable } from '@vitrine/database';
import { localeChain, textIn } from '../catalog/local-text.rules.ts';
import { readHolding, readMovements } from '../lots/read-account.ts';
import type { Market } from '../market.ts';
import { money } from '../money/money.rules.ts';
import type { Member } from './keep-members.ts';
import type { LoyaltyView, PointsHistory, ProgrammeView, TierView } from './loyalty.views.ts';
import { nextTier, type Programme, type Tier } from './programme.rules.ts';
import { readQualifying } from './qualifying-points.ts';
import { worthOf } from './redeem-points.rules.ts';

/** Whose words and money a view is in. */
export interface Reading {
  readonly market: Pick<Market, 'locale' | 'currency'>;
  /** Of the channel. */
  readonly locales: readonly string[];
}

export function programmeView(programme: Programme, reading: Reading): ProgrammeView {
  const { id, name, description, enrolment, earn, redeem, tiers, expiryDays } = programme;
  const { tierWindowDays, vesting, joinPoints } = programme;
  const { locale, currency } = reading.market;
  const chain = localeChain(locale, reading.locales);
  const rule = redeem.find((each) => each.currency === currency);
  return {
    id,
    name: textIn(name, chain),
    description: textIn(description, chain),
    isAutomatic: enrolment === 'automatic',
    earn: earn
      .filter((each) => each.currency === currency && isForEverybody(each))
      .map(({ points, per }) => ({ points, per: money(per, currency) })),
    ...(rule && {
      redeem: {
        points: rule.points,
        amount: money(rule.amount, currency),
        ...(rule.least !== undefined && { least: rule.least }),
      },
    }),
    tiers: tiers.map((tier) => tierView(tier, chain)),
    tierWindowDays,
    vesting,
    ...(expiryDays !== undefined && { expiryDays }),
    joinPoints,
  };
}

function isForEverybody({ products, categories, tiers, from, to }: Programme['earn'][number]): boolean {
  return [products, categories, tiers, from, to].every((each) => each === undefined);
}

function tierView({ id, name, from }: Tier, chain: readonly string[]): TierView {
  return { id, name: textIn(name, chain), from };
}

export async function loyaltyView(
  on: Queryable,
  { programme, member, at }: { readonly programme: Programme; readonly member: Member; readonly at: Date },
  reading: Reading,
): Promise<LoyaltyView> {
  const { customer_id: customerId, joined_at, tier: tierId } = member;
  const { locale, currency } = reading.market;
  const chain = localeChain(locale, reading.locales);
  const holding = await readHolding(on, { book: 'points', holder: customerId, unit: programme.id }, at);
  const { points: qualifying } = await readQualifying(on, programme, { customerId, at });
  const tier = programme.tiers.find(({ id }) => id === tierId);
  const next = nextTier(programme, qualifying);
  const rule = programme.redeem.find((each) => each.currency === currency);
  const { usable, pending, debt } = holding;
  return {
    programme: programmeView(programme, reading),
    joinedAt: joined_at.toISOString(),
    ...(tier && { tier: tierView(tier, chain) }),
    ...(next && { nextTier: { ...tierView(next.tier, chain), missing: next.missing } }),
    qualifying,
    points: usable,
    pending,
    waiting: holding.waiting.map(({ amount, at: from }) => ({
      points: amount,
      ...(from && { at: from.toISOString() }),
    })),
    debt,
    ...(rule && { worth: money(worthOf(rule, usable), currency) }),
    ...(holding.next && { runsOut: { points: holding.next.amount, at: holding.next.at.toISOString() } }),
  };
}

/** What came and went, the newest first. */
export async function pointsHistory(
  on: Queryable,
  which: { readonly programmeId: string; readonly customerId: string },
  page: { readonly limit?: number; readonly after?: string },
): Promise<PointsHistory> {
  const account = { book: 'points', holder: which.customerId, unit: which.programmeId } as const;
  const { movements, next } = await readMovements(on, account, page);
  return {
    movements: movements.map(({ id, kind, amount, reason, reference, at }) => {
      const orderId = /^order:([0-9a-f-]{36})/.exec(reference)?.[1];
      return {
        id,
        kind,
        points: amount,
        reason,
        ...(orderId !== undefined && { orderId }),
        at: at.toISOString(),
      };
    }),
    ...(next !== undefined && { next }),
  };
}
