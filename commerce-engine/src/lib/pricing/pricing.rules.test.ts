import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../money/money.rules.ts';
import { lowestPrice, type PriceCandidate, resolvePrice } from './pricing.rules.ts';

const at = new Date('2026-11-23T09:00:00.000Z');
const one = { quantity: 1, at };

function row(changes: Partial<PriceCandidate> & { readonly amount: number }): PriceCandidate {
  const { amount, ...rest } = changes;
  return {
    id: `row-${amount}`,
    listId: 'everyone',
    priority: 0,
    specificity: 0,
    kind: 'regular',
    minQuantity: 1,
    price: money(amount, 'EUR'),
    ...rest,
  };
}

const day = (offset: number) => new Date(at.getTime() + offset * 86_400_000).toISOString();

describe('which price holds', () => {
  test('[PRICE-1] rows that have not begun, are over or need more pieces do not hold, and say so', () => {
    const rows = [
      row({ amount: 100, from: day(1) }),
      row({ amount: 200, to: day(0) }),
      row({ amount: 300, minQuantity: 2 }),
      row({ amount: 400 }),
    ];
    const resolved = resolvePrice(rows, one)!;
    expect(resolved.price.amount).toBe(400);
    expect(resolved.explanation.map(({ verdict }) => verdict)).toEqual([
      'not-begun',
      'over',
      'needs-more-pieces',
      'holds',
    ]);
  });

  test('[PRICE-1] a row holds from its beginning to just before its end', () => {
    const rows = [row({ amount: 100, from: day(0), to: day(1) })];
    expect(resolvePrice(rows, one)?.price.amount).toBe(100);
    expect(resolvePrice(rows, { quantity: 1, at: new Date(day(1)) })).toBeUndefined();
  });

  test('[PRICE-2] priority ranks before customer group, customer group before channel', () => {
    const everyone = row({ amount: 400 });
    const channel = row({ amount: 500, listId: 'channel', specificity: 1 });
    const group = row({ amount: 600, listId: 'group', specificity: 2 });
    const first = row({ amount: 700, listId: 'first', priority: 1 });
    const priceOf = (rows: PriceCandidate[]) => resolvePrice(rows, one)!.price.amount;
    expect(priceOf([everyone, channel])).toBe(500);
    expect(priceOf([everyone, group, channel])).toBe(600);
    expect(priceOf([everyone, first, group, channel])).toBe(700);
  });

  test('[PRICE-3] the largest reached quantity break holds', () => {
    const rows = [
      row({ amount: 100 }),
      row({ amount: 90, minQuantity: 5 }),
      row({ amount: 80, minQuantity: 10 }),
    ];
    const priceFor = (quantity: number) => resolvePrice(rows, { quantity, at })!.price.amount;
    expect([1, 4, 5, 9, 10, 99].map(priceFor)).toEqual([100, 100, 90, 90, 80, 80]);
  });

  test('[PRICE-4] a sale price holds only when it is lower and its list is not outranked', () => {
    const regular = row({ amount: 100 });
    const sale = row({ amount: 80, kind: 'sale' });
    expect(resolvePrice([regular, sale], one)).toMatchObject({
      price: { amount: 80 },
      regular: { amount: 100 },
      onSale: true,
    });
    const notLower = resolvePrice([regular, row({ amount: 120, kind: 'sale' })], one)!;
    expect([notLower.price.amount, notLower.onSale]).toEqual([100, false]);
    expect(notLower.explanation[1]!.verdict).toBe('not-below-regular');
    const contract = row({ amount: 95, listId: 'contract', specificity: 2 });
    const outranked = resolvePrice([regular, sale, contract], one)!;
    expect(outranked.price.amount).toBe(95);
    expect(outranked.explanation.map(({ verdict }) => verdict)).toEqual([
      'list-outranked',
      'list-outranked',
      'holds',
    ]);
  });

  test('[PRICE-4] a sale price without a regular price is just the price', () => {
    expect(resolvePrice([row({ amount: 80, kind: 'sale' })], one)).toMatchObject({
      price: { amount: 80 },
      regular: { amount: 80 },
      onSale: false,
    });
  });

  test('[PRICE-6] the answer holds until the next row begins or ends', () => {
    const rows = [row({ amount: 100 }), row({ amount: 80, kind: 'sale', from: day(2), to: day(4) })];
    expect(resolvePrice(rows, one)!.validUntil).toBe(day(2));
    expect(resolvePrice(rows, { quantity: 1, at: new Date(day(3)) })!.validUntil).toBe(day(4));
    expect(resolvePrice(rows, { quantity: 1, at: new Date(day(5)) })!.validUntil).toBeUndefined();
  });

  test('[PRICE-7] the lowest price of a window is found wherever it lies', () => {
    const rows = [
      row({ amount: 100, to: day(-10) }),
      row({ amount: 70, from: day(-10), to: day(-9) }),
      row({ amount: 90, from: day(-9) }),
    ];
    const lowest = (from: number, to: number) =>
      lowestPrice(rows, { from: new Date(day(from)), to: new Date(day(to)), quantity: 1 })?.amount;
    expect(lowest(-30, 0)).toBe(70);
    expect(lowest(-9, 0)).toBe(90);
    expect(lowest(-30, -10)).toBe(100);
  });
});

const moments = fc.option(fc.integer({ min: -5, max: 5 }).map(day), { nil: undefined });
const candidates = fc.array(
  fc
    .record({
      amount: fc.integer({ min: 1, max: 20 }),
      listId: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom('regular' as const, 'sale' as const),
      minQuantity: fc.constantFrom(1, 3),
      from: moments,
      to: moments,
    })
    .map((fields) => row({ ...fields, specificity: fields.listId === 'c' ? 2 : 0 })),
  { maxLength: 8 },
);
const numbered = candidates.map((rows) => rows.map((each, index) => ({ ...each, id: `row-${index}` })));

describe('any set of rows', () => {
  test('[PRICE-4] never costs more than its regular price, and names exactly one row that holds', () => {
    fc.assert(
      fc.property(numbered, fc.constantFrom(1, 3), (rows, quantity) => {
        const resolved = resolvePrice(rows, { quantity, at });
        if (!resolved) return;
        expect(resolved.price.amount).toBeLessThanOrEqual(resolved.regular.amount);
        expect(resolved.onSale).toBe(resolved.price.amount < resolved.regular.amount);
        expect(resolved.explanation.filter(({ verdict }) => verdict === 'holds')).toHaveLength(1);
        expect(resolved.explanation.every(({ verdict }) => verdict !== undefined)).toBe(true);
      }),
    );
  });

  test('[PRICE-2] gives the same price in whatever order the rows come', () => {
    fc.assert(
      fc.property(numbered, (rows) => {
        expect(resolvePrice(rows.toReversed(), one)?.chosen).toEqual(resolvePrice(rows, one)?.chosen);
      }),
    );
  });

  test('[PRICE-6] keeps its price until `validUntil`', () => {
    fc.assert(
      fc.property(numbered, (rows) => {
        const now = resolvePrice(rows, one);
        const until = now?.validUntil ? Date.parse(now.validUntil) : at.getTime() + 30 * 86_400_000;
        const later = resolvePrice(rows, { quantity: 1, at: new Date(until - 1) });
        expect(later?.price).toEqual(now?.price ?? later?.price);
      }),
    );
  });
});

test('[PRICE-19] the price for several groups is the lowest of what their lists of one rank say, in whatever order they come', () => {
  const list = (amount: number, at: number) =>
    row({ amount, id: `r${at}`, listId: `list-${at}`, specificity: 2 });
  fc.assert(
    fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 6 }), fc.nat(), (amounts, turn) => {
      const lists = [row({ amount: 1, id: 'everyone' }), ...amounts.map(list)];
      const turned = [...lists.slice(turn % lists.length), ...lists.slice(0, turn % lists.length)];
      const resolved = resolvePrice(turned, one)!;
      expect(resolved.price.amount).toBe(Math.min(...amounts));
      expect(resolved).toMatchObject({ chosen: resolvePrice(lists, one)!.chosen });
    }),
  );
});
