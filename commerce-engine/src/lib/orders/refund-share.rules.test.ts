import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planAllowance } from './allowance.rules.ts';
import { type DividedOrder, sharesOfDeliveries } from './give-back.rules.ts';
import {
  backWith,
  type DeliveryChoice,
  type MoneyShare,
  type PaidLine,
  shareOfAllowance,
  shareOfDelivery,
  shareOfPieces,
  sumShares,
} from './refund-share.rules.ts';

/** Three pieces of 10.00, the third for nothing; 19 % within. */
const threeForTwo: PaidLine = {
  quantity: 3,
  unitPrice: 1000,
  units: [
    { quantity: 1, discount: 1000 },
    { quantity: 2, discount: 0 },
  ],
  total: 2000,
  net: 1681,
  tax: 319,
  gross: 2000,
  taxes: [{ rateId: 'de', taxable: 1681, amount: 319 }],
  allowance: 0,
};

const lines: fc.Arbitrary<PaidLine> = fc
  .record({
    unitPrice: fc.integer({ min: 0, max: 50_000 }),
    buckets: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 3,
    }),
    rates: fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 3 }),
    inclusive: fc.boolean(),
  })
  .map(({ unitPrice, buckets, rates, inclusive }) => {
    const units = buckets.map(([quantity, share]) => ({ quantity, discount: Math.floor(unitPrice * share) }));
    const total = units.reduce((sum, { quantity, discount }) => sum + quantity * (unitPrice - discount), 0);
    const all = rates.reduce((sum, rate) => sum + rate, 10_000);
    const taxes = rates.map((rate, at) => {
      const amount = inclusive ? Math.floor((total * rate) / all) : Math.round((total * rate) / 10_000);
      return { rateId: `rate-${at}`, taxable: total, amount };
    });
    const tax = taxes.reduce((sum, { amount }) => sum + amount, 0);
    const net = inclusive ? total - tax : total;
    const quantity = units.reduce((sum, unit) => sum + unit.quantity, 0);
    return { quantity, unitPrice, units, total, net, tax, gross: net + tax, taxes, allowance: 0 };
  });

function inParts(line: PaidLine, sizes: readonly number[]): MoneyShare[] {
  const shares: MoneyShare[] = [];
  let before = 0;
  for (const size of [...sizes, line.quantity]) {
    const pieces = Math.min(size, line.quantity - before);
    shares.push(shareOfPieces(line, { before, pieces }));
    before += pieces;
  }
  return shares;
}

describe('shares of a line', () => {
  it('[REFUND-1] any partials sum to the whole, and no part of one is negative', () => {
    fc.assert(
      fc.property(lines, fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 8 }), (line, sizes) => {
        const shares = inParts(line, sizes);
        const { net, tax, gross, taxes } = line;
        expect(sumShares(shares)).toEqual({ net, tax, gross, taxes });
        const parts = shares.flatMap((share) => [
          share.net,
          share.gross,
          ...share.taxes.flatMap(({ amount, taxable }) => [amount, taxable]),
        ]);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        expect(shares.every((share) => share.net + share.tax === share.gross)).toBe(true);
      }),
    );
  });

  it('[REFUND-1] one by one or at once is the same money', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const single = inParts(
          line,
          Array.from({ length: line.quantity }, () => 1),
        );
        expect(sumShares(single)).toEqual(sumShares(inParts(line, [])));
      }),
    );
  });

  it('[REFUND-2] pieces with the smaller discount come back first', () => {
    const grossOf = (before: number) => shareOfPieces(threeForTwo, { before, pieces: 1 }).gross;
    expect([0, 1, 2].map(grossOf)).toEqual([1000, 1000, 0]);
  });

  it('[REFUND-2] what was shown with tax comes back to the minor unit', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (line, start) => {
        fc.pre(line.gross === line.total);
        const before = start % line.quantity;
        const { gross } = shareOfPieces(line, { before, pieces: 1 });
        expect(line.units.map(({ discount }) => line.unitPrice - discount)).toContain(gross);
      }),
    );
  });

  it('[REFUND-3] more pieces than are left are a mistake', () => {
    expect(() => shareOfPieces(threeForTwo, { before: 2, pieces: 2 })).toThrow('at most 1 pieces');
    expect(() => shareOfPieces(threeForTwo, { before: 0, pieces: -1 })).toThrow(RangeError);
  });
});

describe('allowances', () => {
  /** How much is given back, by pieces or as an allowance, in any order; then the rest of the pieces. */
  const steps = fc.array(
    fc.oneof(fc.record({ pieces: fc.nat(4) }), fc.record({ allowance: fc.nat(60_000) })),
    {
      maxLength: 10,
    },
  );

  it('[REFUND-5] [REFUND-1] with allowances in between, everything given back is still the line', () => {
    fc.assert(
      fc.property(lines, steps, (paid, wanted) => {
        const shares: MoneyShare[] = [];
        let line = paid;
        let before = 0;
        for (const step of [...wanted, { pieces: paid.quantity }]) {
          if ('pieces' in step) {
            const pieces = Math.min(step.pieces, paid.quantity - before);
            shares.push(shareOfPieces(line, { before, pieces }));
            before += pieces;
          } else {
            const amount = Math.min(step.allowance, paid.gross - backWith(line, before));
            const share = shareOfAllowance(line, { before, amount });
            expect(share.gross).toBe(amount);
            shares.push(share);
            line = { ...line, allowance: line.allowance + amount };
          }
        }
        const { net, tax, gross, taxes } = paid;
        expect(sumShares(shares)).toEqual({ net, tax, gross, taxes });
        const parts = shares.flatMap((share) => [share.net, ...share.taxes.map(({ amount }) => amount)]);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('[REFUND-5] the pieces that come back last are worth less by it', () => {
    const line = { ...threeForTwo, allowance: 500 };
    const grossOf = (before: number) => shareOfPieces(line, { before, pieces: 1 }).gross;
    expect([0, 1, 2].map(grossOf)).toEqual([1000, 500, 0]);
  });

  it('[REFUND-5] more than is left is a mistake', () => {
    expect(() => shareOfAllowance(threeForTwo, { before: 1, amount: 1001 })).toThrow('at most 1000');
    expect(() => shareOfAllowance(threeForTwo, { before: 0, amount: 0.5 })).toThrow(RangeError);
  });

  it('[ALLOW-1] over the whole order it is divided by what is left, to the minor unit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(lines, fc.nat(3)), { minLength: 1, maxLength: 5 }),
        fc.nat(1000),
        fc.nat(1_000_000),
        (some, charge, wanted) => {
          const order = {
            lines: some.map(([line, back], at) => ({
              ...line,
              id: `line-${at}`,
              deliveryId: 'parcel',
              cancelled: 0,
              returned: Math.min(back, line.quantity),
            })),
            deliveries: [{ id: 'parcel', net: charge, tax: 0, gross: charge, taxes: [], givenBack: 0 }],
          };
          const left = new Map([
            ...order.lines.map((line) => [line.id, line.gross - backWith(line, line.returned)] as const),
            ['parcel', charge] as const,
          ]);
          const most = [...left.values()].reduce((sum, each) => sum + each, 0);
          expect(planAllowance(order, most + 1, undefined)).toEqual({ kind: 'too-much', most });
          const amount = most === 0 ? 0 : wanted % (most + 1);
          const plan = planAllowance(order, amount, undefined);
          if (plan.kind !== 'planned') throw new Error(plan.kind);
          const parts = [
            ...plan.allowance.lines.map(({ lineId, share }) => [lineId, share.gross] as const),
            ...plan.allowance.deliveries.map(({ deliveryId, share }) => [deliveryId, share.gross] as const),
          ];
          expect(parts.reduce((sum, [, gross]) => sum + gross, 0)).toBe(amount);
          for (const [id, gross] of parts) {
            expect(gross).toBeLessThanOrEqual(left.get(id)!);
            expect(Math.abs(gross - (left.get(id)! * amount) / most)).toBeLessThan(parts.length + 1);
          }
        },
      ),
    );
  });

  it('[ALLOW-1] what it is for must be there', () => {
    const order = { lines: [], deliveries: [] };
    expect(planAllowance(order, 1, { lineId: 'none' })).toEqual({ kind: 'unknown' });
  });
});

describe('shares of a delivery', () => {
  const charge = { net: 412, tax: 78, gross: 490, taxes: [{ rateId: 'de', taxable: 412, amount: 78 }] };

  const all = 3000;
  const share = (choice: DeliveryChoice, [from, to]: readonly [number, number], before = 0) =>
    shareOfDelivery(charge, choice, { before, goods: { parts: [{ from, to }], all } });

  it('[REFUND-4] nothing, what is left, or the part that falls on the goods', () => {
    expect(share('none', [0, 1000]).gross).toBe(0);
    expect(share('proportional', [0, 1000])).toMatchObject({ gross: 163, net: 137, tax: 26 });
    expect(share('all', [1000, 2000], 163).gross).toBe(327);
    expect(share('proportional', [2000, 3000], 490).gross).toBe(0);
  });

  it('[REFUND-4] that nothing went back with the goods before stays so', () => {
    expect(share('proportional', [1000, 2000]).gross).toBe(share('proportional', [1000, 2000], 163).gross);
    expect(share('proportional', [1000, 3000]).gross).toBe(490 - 163);
  });

  const lines = fc
    .array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 4 }),
        // A free gift costs nothing, and sometimes all of a delivery is such.
        unitPrice: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5000 })),
      }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((some) =>
      some.map(({ quantity, unitPrice }, at) => {
        const total = quantity * unitPrice;
        return {
          ...{ id: `line-${at}`, deliveryId: 'parcel', quantity, unitPrice, total },
          ...{ units: [{ quantity, discount: 0 }], net: total, tax: 0, gross: total, taxes: [] },
          ...{ allowance: 0, cancelled: 0, returned: quantity },
        };
      }),
    );
  /** Every piece by itself, in some order, with what is chosen for it. */
  const refunds = lines.chain((some) => {
    const pieces = some.flatMap(({ id, quantity }) =>
      Array.from({ length: quantity }, (_, before) => ({ lineId: id, quantity: 1, before })),
    );
    const choice = fc.constantFrom('none', 'all', 'proportional' as const);
    return fc.record({
      lines: fc.constant(some),
      pieces: fc.shuffledSubarray(pieces, { minLength: pieces.length }),
      choices: fc.array(choice, { minLength: pieces.length, maxLength: pieces.length }),
    });
  });
  const order = (some: DividedOrder['lines'], givenBack: number) => ({
    lines: some,
    deliveries: [{ id: 'parcel', ...charge, givenBack }],
  });

  it('[REFUND-4] a part is the same whatever was chosen for other goods, unless too little is left', () => {
    fc.assert(
      fc.property(refunds, ({ lines: some, pieces, choices }) => {
        let givenBack = 0;
        for (const [at, piece] of pieces.entries()) {
          const alone = sumShares(
            sharesOfDeliveries(order(some, 0), [piece], 'proportional').map((each) => each.share),
          ).gross;
          const now = sumShares(
            sharesOfDeliveries(order(some, givenBack), [piece], choices[at]!).map((each) => each.share),
          ).gross;
          const left = charge.gross - givenBack;
          expect(now).toBe({ none: 0, all: left, proportional: Math.min(alone, left) }[choices[at]!]);
          givenBack += now;
        }
        expect(givenBack).toBeLessThanOrEqual(charge.gross);
      }),
    );
  });

  it('[REFUND-4] of goods that all cost nothing each piece has its part of the charge', () => {
    const free = [
      { quantity: 1, at: 0 },
      { quantity: 3, at: 1 },
    ].map(({ quantity, at }) => ({
      ...{ id: `line-${at}`, deliveryId: 'parcel', quantity, unitPrice: 0, total: 0 },
      ...{ units: [{ quantity, discount: 0 }], net: 0, tax: 0, gross: 0, taxes: [] },
      ...{ allowance: 0, cancelled: 0, returned: quantity },
    }));
    const part = (lineId: string, quantity: number, before: number) =>
      sumShares(
        sharesOfDeliveries(order(free, 0), [{ lineId, quantity, before }], 'proportional').map(
          ({ share: each }) => each,
        ),
      ).gross;
    expect([part('line-0', 1, 0), part('line-1', 1, 0), part('line-1', 2, 1)]).toEqual([123, 122, 245]);
  });

  it('[REFUND-4] the parts of all goods make the charge, its net and its taxes, in whatever order', () => {
    fc.assert(
      fc.property(refunds, ({ lines: some, pieces }) => {
        let givenBack = 0;
        const shares = pieces.flatMap((piece) => {
          const told = sharesOfDeliveries(order(some, givenBack), [piece], 'proportional');
          givenBack += sumShares(told.map((each) => each.share)).gross;
          return told.map((each) => each.share);
        });
        expect(sumShares(shares)).toEqual(charge);
      }),
    );
  });
});
