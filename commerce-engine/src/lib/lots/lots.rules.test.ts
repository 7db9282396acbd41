import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  giveBackToLots,
  settleLots,
  sumLots,
  takeFromLots,
  type UsableLot,
  waitingIn,
} from './lots.rules.ts';

const now = new Date('2026-11-28T12:00:00Z');
const day = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60_000);

const lots = fc
  .array(
    fc.record({
      left: fc.integer({ min: -50, max: 200 }),
      made: fc.integer({ min: -30, max: 0 }),
      usable: fc.option(fc.integer({ min: -30, max: 5 }), { nil: undefined }),
      runsOut: fc.option(fc.integer({ min: -3, max: 30 }), { nil: undefined }),
    }),
    { maxLength: 8 },
  )
  .map((many) =>
    many.map(
      ({ left, made, usable, runsOut }, at): UsableLot => ({
        id: `lot-${at}`,
        left,
        madeAt: day(made),
        usableAt: usable === undefined ? undefined : day(usable),
        runsOutAt: runsOut === undefined ? undefined : day(runsOut),
      }),
    ),
  );
const sum = (parts: readonly { readonly amount: number }[]) =>
  parts.reduce((total, { amount }) => total + amount, 0);

test('[LOT-2] [LOT-3] all of an amount is taken or nothing, of lots that can be used, the first to run out first', () => {
  fc.assert(
    fc.property(lots, fc.integer({ min: 1, max: 400 }), (held, amount) => {
      const parts = takeFromLots(held, amount, now);
      expect(parts !== undefined).toBe(amount <= sumLots(held, now).usable);
      expect(parts === undefined || sum(parts) === amount).toBe(true);
      const touched = (parts ?? []).map(({ id }) => held.find((lot) => lot.id === id)!);
      const ends = touched.map(({ runsOutAt }) => runsOutAt?.getTime() ?? Number.POSITIVE_INFINITY);
      expect(ends).toEqual(ends.toSorted((one, other) => (one === other ? 0 : one - other)));
      expect(
        touched.every((lot) => lot.usableAt! <= now && (lot.runsOutAt === undefined || lot.runsOutAt > now)),
      ).toBe(true);
    }),
  );
});

test('[LOT-2] what waits is what is pending, by the day from which it can be used', () => {
  fc.assert(
    fc.property(lots, (held) => {
      const waiting = waitingIn(held, now);
      expect(waiting.reduce((total, { amount }) => total + amount, 0)).toBe(sumLots(held, now).pending);
      const days = waiting.map(({ at }) => at?.getTime() ?? Number.POSITIVE_INFINITY);
      expect(days).toEqual([...new Set(days)].toSorted((one, other) => (one < other ? -1 : 1)));
      expect(days.every((each) => each > now.getTime())).toBe(true);
    }),
  );
});

test('[LOT-4] given back in any parts, everything is where it came from', () => {
  fc.assert(
    fc.property(lots, fc.array(fc.nat({ max: 60 }), { maxLength: 6 }), (held, steps) => {
      const amount = sumLots(held, now).usable;
      const taken = (takeFromLots(held, amount, now) ?? []).map((part) => ({
        ...held.find(({ id }) => id === part.id)!,
        taken: part.amount,
      }));
      let left = amount;
      for (const step of [...steps, amount]) {
        const part = Math.min(step, left);
        left -= part;
        for (const { id, amount: back } of giveBackToLots(taken, part))
          taken.find((lot) => lot.id === id)!.taken -= back;
      }
      expect(taken.every((lot) => lot.taken === 0)).toBe(true);
    }),
  );
});

test('[LOT-6] a debt is paid of what can be used, and nothing is lost or made', () => {
  fc.assert(
    fc.property(lots, (held) => {
      const before = sumLots(held, now);
      const after = held.map((lot) => {
        const moved = settleLots(held, now).reduce(
          (total, { from, to, amount }) =>
            total + (to === lot.id ? amount : 0) - (from === lot.id ? amount : 0),
          0,
        );
        return { ...lot, left: lot.left + moved };
      });
      const sums = sumLots(after, now);
      expect(sums.usable).toBe(before.usable);
      expect(sums.debt > 0 && sums.usable > 0).toBe(false);
      expect(settleLots(after, now)).toEqual([]);
    }),
  );
});
