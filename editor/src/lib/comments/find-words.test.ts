import { expect, test } from 'vitest';
import { findWords } from './find-words.ts';

test('[COMMENT-24] commented words are found where they stand, the nearest of several', () => {
  const text = 'Grey mornings. Good things for grey mornings, and grey evenings.';
  expect(findWords(text, 'grey mornings', 0)).toEqual({ start: 31, end: 44 });
  expect(findWords(text, 'grey', 0)).toEqual({ start: 31, end: 35 });
  expect(findWords(text, 'grey', 60)).toEqual({ start: 50, end: 54 });
});

test('[COMMENT-24] line ends, blocks and what was left out of a long quote do not keep them from being found', () => {
  expect(findWords('One\n  twoThree four', 'One two Three', 0)).toEqual({ start: 0, end: 14 });
  expect(findWords('A long story (told $5 often).', 'story (told $5…', 0)).toEqual({ start: 7, end: 21 });
});

test('[COMMENT-24] what is not there any more is not found', () => {
  expect(findWords('Something else', 'grey', 0)).toBeUndefined();
  expect(findWords('Something else', ' … ', 0)).toBeUndefined();
});

test('[COMMENT-24] any sign may stand in commented words', () => {
  const signs = String.fromCharCode(...Array.from({ length: 0x7f - 0x21 }, (_, index) => 0x21 + index));
  expect(findWords(`A b${signs}c d`, `b${signs}c`, 0)).toEqual({ start: 2, end: 4 + signs.length });
  expect(findWords('Our hand-made jugs (“cups”) – 50 % off', 'hand-made jugs (“cups”) – 50 %', 0)).toEqual({
    start: 4,
    end: 34,
  });
  expect(findWords('abc', 'a.c', 0)).toBeUndefined();
});
