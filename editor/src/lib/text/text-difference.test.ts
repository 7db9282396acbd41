import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TextDifference, textDifference } from './text-difference.ts';
import { type TextDelta, throughChanges } from './through-changes.ts';

const apply = (text: string, { index, remove, insert }: TextDifference) =>
  text.slice(0, index) + insert + text.slice(index + remove);
const isWhole = (text: string) => text === text.toWellFormed();

const words = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', 'é', '😀', '😁', '日', '👍🏽'),
  maxLength: 12,
});

describe('the difference of two texts', () => {
  test('makes the one of the other, without cutting a character in two', () => {
    fc.assert(
      fc.property(words, words, fc.nat(20), (before, after, caret) => {
        const change = textDifference(before, after, Math.min(caret, after.length));
        expect(change ? apply(before, change) : before).toBe(after);
        const { index, remove, insert } = change ?? { index: 0, remove: 0, insert: '' };
        expect(
          isWhole(before.slice(0, index)) && isWhole(before.slice(index + remove)) && isWhole(insert),
        ).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('goes by the caret where letters repeat', () => {
    expect(textDifference('aaa', 'aaaa', 2)).toEqual({ index: 1, remove: 0, insert: 'a' });
    expect(textDifference('aaaa', 'aaa', 1)).toEqual({ index: 1, remove: 1, insert: '' });
    expect(textDifference('hello', 'helo', 3)).toEqual({ index: 3, remove: 1, insert: '' });
  });

  test('does not trust a caret that is elsewhere', () => {
    expect(textDifference('one two', 'one 2 two', 0)).toEqual({ index: 3, remove: 0, insert: ' 2' });
    expect(textDifference('😀', '😁')).toEqual({ index: 0, remove: 2, insert: '😁' });
  });
});

describe('a place in a text others change', () => {
  const inserted: TextDelta = [{ retain: 2 }, { insert: 'xy' }];

  test('moves with what comes before it', () => {
    expect(throughChanges([inserted], 5, 'stay')).toBe(7);
    expect(throughChanges([[{ delete: 3 }]], 5, 'stay')).toBe(2);
    expect(throughChanges([[{ retain: 1 }, { delete: 9 }]], 5, 'stay')).toBe(1);
    expect(throughChanges([inserted, [{ delete: 1 }]], 1, 'stay')).toBe(0);
  });

  test('stays before or goes behind what is put right at it', () => {
    expect(throughChanges([inserted], 2, 'stay')).toBe(2);
    expect(throughChanges([inserted], 2, 'follow')).toBe(4);
  });
});
