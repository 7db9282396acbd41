import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, compareKeys, keysAt } from './order-key.ts';
import { SeededRandom } from './testing/seeded-random.ts';

const { next: random } = new SeededRandom(7);

describe('keys of an order', () => {
  test('[ORDER-1] stand between their neighbours wherever something is put, and stay short', () => {
    const keys: string[] = [];
    for (let count = 0; count < 3_000; count++) {
      const index = Math.floor(random() * (keys.length + 1));
      keys.splice(index, 0, ...keysAt(keys, { index, count: 1, random }));
    }
    expect(keys).toEqual(keys.toSorted((left, right) => (left < right ? -1 : 1)));
    expect(new Set(keys).size).toBe(3_000);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(20);
    const appended: string[] = [];
    for (let count = 0; count < 500; count++) {
      appended.push(...keysAt(appended, { index: appended.length, count: 1, random }));
    }
    expect(Math.max(...appended.map((key) => key.length))).toBeLessThan(12);
  });

  test('[ORDER-2] of one group stand together; of two put into one gap they differ', () => {
    const [before, after] = keysAt([], { index: 0, count: 2, random }) as [string, string];
    const first = keysAt([before, after], { index: 1, count: 3, random });
    const second = keysAt([before, after], { index: 1, count: 3, random });
    expect(new Set([...first, ...second]).size).toBe(6);
    expect([before, ...first, after]).toEqual([before, ...first, after].toSorted((a, b) => (a < b ? -1 : 1)));
  });

  test('[ORDER-3] that are equal, or none at all, do not keep anybody from putting something in', () => {
    const [key] = keysAt([], { index: 0, count: 1, random });
    const [behind] = keysAt([key!, key!], { index: 1, count: 1, random });
    expect(behind! > key!).toBe(true);
    expect(keysAt(['?', '!'], { index: 1, count: 2, random })).toHaveLength(2);
    expect(compareKeys({ key: 'a', id: '2' }, { key: 'a', id: '1' })).toBe(1);
  });

  test('[ORDER-4] for another order are made anew for as few as possible', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 12 }),
        fc.nat({ max: 3 }),
        (order, added) => {
          const keys = keysAt([], { index: 0, count: 21, random });
          const wanted: { id: string; key?: string }[] = [
            ...order.map((place) => ({ id: `old${place}`, key: keys[place]! })),
            ...Array.from({ length: added }, (_, index) => ({ id: `new${index}` })),
          ];
          const made = arrange(wanted, random);
          const after = wanted.map(({ id, key }) => made.get(id) ?? key ?? '');
          expect(after).toEqual(after.toSorted((left, right) => (left < right ? -1 : left > right ? 1 : 0)));
          const isSorted = order.every((place, index) => index === 0 || order[index - 1]! < place);
          if (isSorted) expect(made.size).toBe(added);
        },
      ),
    );
  });
});
