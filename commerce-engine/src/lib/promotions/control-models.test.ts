import { describe, expect, test } from 'vitest';
import {
  amount,
  apply,
  cartOf,
  costs,
  line,
  lines,
  percent,
  promotion,
  simple,
  total,
  verdictOf,
} from './promotion-fixtures.ts';

const hundred = [line('lamp', 10_000)];

describe('priorities and modes', () => {
  test('[PROMO-12] vector V1: each product takes its highest priority, thresholds follow where they may', () => {
    const some = { on: lines('p1', 'p2'), priority: 10 };
    const promotions = [
      simple('bp1', percent(15), some),
      simple('bp2', percent(20), { priority: 5 }),
      simple('c1', amount(100), { ...some, mode: 'compound', currency: 'EUR' }),
      simple('c2', percent(10), { ...some, mode: 'compound' }),
      simple('c3', percent(25), { priority: 5, mode: 'compound' }),
      promotion(
        'c4',
        {
          kind: 'threshold',
          lines: lines(),
          tiers: [{ from: 0, cut: { kind: 'percent', basisPoints: 1_000 } }],
        },
        { priority: 5, mode: 'compound' },
      ),
    ];
    const cart = [line('p1', 1_000), line('p2', 2_000), line('p3', 1_000)];
    const result = apply(promotions, cart);
    expect(costs(cart, result)).toEqual({ p1: 729, p2: 1_700, p3: 675 });
    expect(verdictOf(result, 'bp2')).toEqual({ kind: 'outranked', by: 'c1' });
    expect(verdictOf(result, 'c4')).toMatchObject({ kind: 'applied' });
  });

  test('[PROMO-12] [PROMO-13] vector V3: within a priority all compound, across priorities the winners do', () => {
    const promotions = [
      simple('a', percent(10), { mode: 'compound', priority: 99 }),
      simple('b', percent(20), { mode: 'compound', priority: 99 }),
      simple('c', percent(15), { mode: 'compound', priority: 0 }),
    ];
    expect(costs(hundred, apply(promotions, hundred))).toEqual({ lamp: 7_200 });
    const across = apply(promotions, hundred, { control: 'across-priorities' });
    expect(costs(hundred, across)).toEqual({ lamp: 6_800 });
    expect(verdictOf(across, 'a')).toEqual({ kind: 'another-is-better', by: 'b' });
  });

  test('[PROMO-9] vector V5: percentages compound on what is left, or on the original price', () => {
    const promotions = [
      simple('a', percent(10), { mode: 'compound' }),
      simple('b', percent(20), { mode: 'compound' }),
    ];
    expect(costs(hundred, apply(promotions, hundred))).toEqual({ lamp: 7_200 });
    expect(costs(hundred, apply(promotions, hundred, { compoundOn: 'original' }))).toEqual({ lamp: 7_000 });
  });

  test('[PROMO-14] vector V8: what always holds comes after all others, in the order of priorities', () => {
    const cart = [line('sofa', 156_500)];
    const threshold = (id: string, off: number, mode: 'compound' | 'always') =>
      promotion(
        id,
        { kind: 'threshold', lines: lines(), tiers: [{ from: 0, cut: { kind: 'amount', amount: off } }] },
        { priority: 50, mode, currency: 'EUR' },
      );
    const promotions = [
      simple('best', percent(10), { priority: 70 }),
      simple('always-5', percent(5), { priority: 70, mode: 'always' }),
      simple('compound', percent(10), { priority: 60, mode: 'compound' }),
      simple('always-8', percent(8), { priority: 60, mode: 'always' }),
      threshold('spend', 2_000, 'compound'),
      threshold('spend-always', 1_000, 'always'),
    ];
    const result = apply(promotions, cart, { control: 'across-priorities' });
    expect(costs(cart, result)).toEqual({ sofa: 108_045 });
    expect(result.lines[0]!.parts).toEqual([
      { promotionId: 'always-5', code: undefined, amount: 6_238 },
      { promotionId: 'always-8', code: undefined, amount: 9_482 },
      { promotionId: 'best', code: undefined, amount: 15_650 },
      { promotionId: 'compound', code: undefined, amount: 14_085 },
      { promotionId: 'spend', code: undefined, amount: 2_000 },
      { promotionId: 'spend-always', code: undefined, amount: 1_000 },
    ]);
  });

  test('[PROMO-11] an exclusive promotion comes before better ones of its priority and keeps all others out', () => {
    const promotions = [
      simple('alone', percent(5), { mode: 'exclusive' }),
      simple('alone-too', percent(6), { mode: 'exclusive' }),
      simple('best', percent(30)),
      simple('later', percent(30), { priority: -1, mode: 'compound' }),
    ];
    const within = apply(promotions, hundred);
    expect(costs(hundred, within)).toEqual({ lamp: 9_400 });
    expect(verdictOf(within, 'best')).toEqual({ kind: 'outranked', by: 'alone-too' });
    expect(verdictOf(within, 'alone')).toEqual({ kind: 'another-is-better', by: 'alone-too' });
    const across = apply(promotions, hundred, { control: 'across-priorities' });
    expect(costs(hundred, across)).toEqual({ lamp: 9_400 });
  });

  test('[PROMO-13] across priorities an exclusive one does not come where a discount is already', () => {
    const promotions = [
      simple('first', percent(10), { priority: 1 }),
      simple('alone', percent(50), { mode: 'exclusive' }),
    ];
    const result = apply(promotions, hundred, { control: 'across-priorities' });
    expect(costs(hundred, result)).toEqual({ lamp: 9_000 });
  });

  test('[PROMO-10] compound promotions go from deal price over amounts to percentages', () => {
    const promotions = [
      simple('percent', percent(10), { mode: 'compound' }),
      simple('amount', amount(500), { mode: 'compound', currency: 'EUR' }),
      simple('price', { kind: 'price', amount: 8_000 }, { mode: 'compound', currency: 'EUR' }),
    ];
    expect(costs(hundred, apply(promotions, hundred))).toEqual({ lamp: 6_750 });
  });

  test('[PROMO-12] a threshold stays off lines it may not be put on, and their money does not count for it', () => {
    const spend = (mode: 'exclusive' | 'best-price' | 'compound') =>
      promotion(
        `spend-${mode}`,
        {
          kind: 'threshold',
          lines: lines(),
          tiers: [{ from: 5_000, cut: { kind: 'percent', basisPoints: 1_000 } }],
        },
        { mode },
      );
    const cart = [line('a', 6_000), line('b', 6_000), line('c', 6_000)];
    const promotions = [
      simple('best', percent(10), { on: lines('a') }),
      simple('compound', percent(10), { on: lines('b'), mode: 'compound' }),
    ];
    const costsWith = (mode: 'exclusive' | 'best-price' | 'compound') =>
      costs(cart, apply([...promotions, spend(mode)], cart));
    expect(costsWith('compound')).toEqual({ a: 5_400, b: 4_860, c: 5_400 });
    expect(costsWith('best-price')).toEqual({ a: 5_400, b: 5_400, c: 5_400 });
    expect(costsWith('exclusive')).toEqual({ a: 5_400, b: 5_400, c: 5_400 });
    const only = [line('a', 6_000)];
    const blocked = apply([...promotions, spend('compound')], only);
    expect(verdictOf(blocked, 'spend-compound')).toEqual({ kind: 'not-compoundable', with: 'best' });
  });

  test('[PROMO-13] across priorities a threshold competes for the place of its priority', () => {
    const spend = (points: number) =>
      promotion('spend', {
        kind: 'threshold',
        lines: lines(),
        tiers: [{ from: 5_000, cut: { kind: 'percent', basisPoints: points } }],
      });
    const other = simple('other', percent(10));
    const totalWith = (points: number) =>
      total(apply([spend(points), other], hundred, { control: 'across-priorities' }));
    expect(totalWith(2_000)).toBe(2_000);
    expect(totalWith(500)).toBe(1_000);
  });

  test('[PROMO-15] a discount for the way of paying comes on top of everything, and only the best one', () => {
    const tender = (id: string, basisPoints: number) =>
      promotion(id, {
        kind: 'tender',
        lines: lines(),
        tenders: ['card'],
        tiers: [{ from: 5_000, basisPoints }],
      });
    const promotions = [
      simple('alone', percent(10), { mode: 'exclusive' }),
      tender('c5', 500),
      tender('c2', 200),
    ];
    expect(total(apply(promotions, cartOf(hundred)))).toBe(1_000);
    const paid = apply(promotions, cartOf(hundred, { tender: 'card' }));
    expect(total(paid)).toBe(1_450);
    expect(verdictOf(paid, 'c2')).toEqual({ kind: 'another-is-better', by: 'c5' });
    expect(verdictOf(apply(promotions, hundred), 'c2')).toEqual({ kind: 'other-tender' });
  });
});
