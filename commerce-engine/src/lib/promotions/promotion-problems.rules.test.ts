import { expect, test } from 'vitest';
import type { Promotion, PromotionEffect } from './promotion.rules.ts';
import { amount, FREE, lines, percent, promotion, simple } from './promotion-fixtures.ts';
import { promotionProblems } from './promotion-problems.rules.ts';

const pathsOf = (each: Promotion) => promotionProblems(each).map(({ path }) => path);
const effectPaths = (effect: PromotionEffect) => pathsOf(promotion('p', effect, { currency: 'EUR' }));

test('[PROMO-30] a complete promotion has no problems', () => {
  expect(pathsOf(simple('p', percent(100)))).toEqual([]);
  expect(pathsOf(simple('p', { kind: 'price', amount: 0 }, { currency: 'EUR' }))).toEqual([]);
});

test('[PROMO-30] percentages are more than 0 and at most 100, amounts more than 0 and in a currency', () => {
  expect(pathsOf(simple('p', percent(0)))).toEqual(['effect.cut']);
  expect(pathsOf(simple('p', percent(100.01)))).toEqual(['effect.cut']);
  expect(pathsOf(simple('p', amount(0), { currency: 'EUR' }))).toEqual(['effect.cut']);
  expect(pathsOf(simple('p', amount(1)))).toEqual(['currency']);
});

test('[PROMO-30] levels and tiers rise', () => {
  const levels = (...froms: number[]): PromotionEffect => ({
    kind: 'quantity',
    lines: lines(),
    levels: froms.map((from) => ({ from, cut: percent(10) })),
  });
  expect(effectPaths(levels(2, 5))).toEqual([]);
  expect(effectPaths(levels(5, 5))).toEqual(['effect.levels']);
  expect(effectPaths(levels())).toEqual(['effect.levels']);
  const tiers = (...points: number[]): PromotionEffect => ({
    kind: 'shipping',
    lines: lines(),
    methods: [],
    tiers: points.map((basisPoints, index) => ({ from: index * 100, basisPoints })),
  });
  expect(effectPaths(tiers(1_000, 2_000))).toEqual([]);
  expect(effectPaths(tiers(2_000, 1_000))).toEqual(['effect.tiers']);
});

test('[PROMO-30] a deal has pieces enough for those it makes cheaper, and says what it gives', () => {
  const deal = (pieces: number): PromotionEffect => ({
    kind: 'mix-and-match',
    groups: [{ lines: lines(), quantity: 3 }],
    deal: { kind: 'cheapest', pieces, cut: FREE },
  });
  expect(effectPaths(deal(2))).toEqual([]);
  expect(effectPaths(deal(3))).toEqual(['effect.deal.pieces']);
  expect(effectPaths(deal(0))).toEqual(['effect.deal.pieces']);
  const groups = [{ lines: lines(), quantity: 60 }];
  expect(effectPaths({ kind: 'mix-and-match', groups, deal: { kind: 'per-group' } })).toEqual([
    'effect',
    'effect.groups',
  ]);
});

test('[PROMO-30] conditions that could never hold are problems', () => {
  const broken = simple('p', percent(10), {
    from: '2026-11-02T00:00:00.000Z',
    to: '2026-11-01T00:00:00.000Z',
    channels: [],
    priceGroups: { match: 'all', ids: [] },
    hours: { zone: 'UTC', windows: [] },
  });
  expect(pathsOf(broken)).toEqual(['to', 'priceGroups.ids', 'channels', 'hours.windows']);
});
