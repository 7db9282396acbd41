import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeBetween, mapCaret, rebaseText } from './shared-text.ts';

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '😀', '😁'), maxLength: 12 });

const apply = (text: string, change: ReturnType<typeof changeBetween>) =>
  change ? text.slice(0, change.at) + change.inserted + text.slice(change.at + change.removed) : text;

test('a change between two texts makes the second of the first and splits no character', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const change = changeBetween(before, after);
      expect(apply(before, change)).toBe(after);
      expect(change?.inserted.isWellFormed() ?? true).toBe(true);
    }),
  );
});

test('a letter typed is a change of one letter', () => {
  expect(changeBetween('Light', 'Lights')).toEqual({ at: 5, removed: 0, inserted: 's' });
  expect(changeBetween('Light', 'Lght')).toEqual({ at: 1, removed: 1, inserted: '' });
  expect(changeBetween('Light', 'Light')).toBeUndefined();
});

test('a caret keeps the text before it or behind it when somebody else writes', () => {
  fc.assert(
    fc.property(words, words, words, words, words, (left, middle, right, theirs, more) => {
      const before = left + middle + right;
      const inFront = changeBetween(before, left + theirs + middle + right);
      const behind = changeBetween(before, left + middle + right + more);
      const caret = left.length + middle.length;
      expect(before.slice(caret)).toBe(right);
      if (inFront && inFront.at + inFront.removed < caret) {
        expect((left + theirs + middle + right).slice(mapCaret(caret, inFront))).toBe(right);
      }
      if (behind && behind.at >= caret) expect(mapCaret(caret, behind)).toBe(caret);
    }),
  );
});

test('a caret never leaves the text', () => {
  fc.assert(
    fc.property(words, words, fc.nat(12), (before, after, at) => {
      const change = changeBetween(before, after);
      const caret = Math.min(at, before.length);
      const mapped = change ? mapCaret(caret, change) : caret;
      expect(mapped).toBeGreaterThanOrEqual(0);
      expect(mapped).toBeLessThanOrEqual(after.length);
    }),
  );
});

test('what was typed on an older text is typed on the newer one, and neither is lost', () => {
  expect(rebaseText('Light', 'Lights', 'A Light')).toBe('A Lights');
  expect(rebaseText('Light', 'A Light', 'Lights')).toBe('A Lights');
  expect(rebaseText('Light', '', 'Light and')).toBe(' and');
  expect(rebaseText('hello', 'X', 'heYllo')).toBe('XY');
  fc.assert(
    fc.property(words, words, words, words, (left, right, mine, theirs) => {
      const before = `${left}|${right}`;
      const typed = rebaseText(before, `${mine}${before}`, `${before}${theirs}`);
      expect(typed).toBe(`${mine}${before}${theirs}`);
    }),
  );
});

test('nobody else writing, typing is what was typed', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      expect(rebaseText(before, after, before)).toBe(after);
    }),
  );
});

test('somebody else writing, nothing typed, it is what they wrote', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      expect(rebaseText(before, before, after)).toBe(after);
    }),
  );
});
