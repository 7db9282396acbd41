import { describe, expect, test } from 'vitest';
import { shortened, wordDifference } from './word-difference.ts';

const marked = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

describe('words that changed within a text', () => {
  test('[HIST-16] are marked, the rest is left as it is', () => {
    expect(marked('Good things for grey mornings', 'Good things for bright mornings')).toBe(
      'Good things for [-grey][+bright] mornings',
    );
    expect(marked('We make mugs.', 'We make heavy mugs.')).toBe('We make [+heavy ]mugs.');
    expect(marked('We make heavy mugs.', 'We make mugs.')).toBe('We make [-heavy ]mugs.');
    expect(marked('', 'New')).toBe('[+New]');
    expect(marked('Old', '')).toBe('[-Old]');
    expect(marked('Same', 'Same')).toBe('Same');
    expect(marked('', '')).toBe('');
  });

  test('[HIST-17] stand together when only a blank is between them', () => {
    expect(marked('one two three', 'four five three')).toBe('[-one two][+four five] three');
  });

  test('[HIST-18] are whole words in every script, and signs of their own', () => {
    expect(marked('Größe: 10 €', 'Größe: 12 €')).toBe('Größe: [-10][+12] €');
    expect(marked('हिन्दी पाठ', 'हिन्दी लेख')).toBe('हिन्दी [-पाठ][+लेख]');
    expect(marked('Really?', 'Really!')).toBe('Really[-?][+!]');
  });

  test('[HIST-19] both sides can be read from the parts, whatever they are', () => {
    const words = ['a', 'b', ' ', '  ', '\n', '.', 'ä'];
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const text = () => Array.from({ length: random(14) }, () => words[random(words.length)]).join('');
    for (let round = 0; round < 500; round++) {
      const [before, after] = [text(), text()];
      const parts = wordDifference(before, after);
      const side = (kind: string) =>
        parts
          .filter((each) => each.kind !== kind)
          .map((each) => each.text)
          .join('');
      expect([side('added'), side('removed')]).toEqual([before, after]);
    }
  });

  test('[HIST-20] a long text that is all new takes no time', () => {
    const long = (word: string) => Array.from({ length: 5_000 }, (_, index) => `${word}${index}`).join(' ');
    const began = performance.now();
    expect(wordDifference(long('a'), long('b'))).toHaveLength(2);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('[HIST-21] what did not change is cut short where it is long', () => {
    const rest = Array.from({ length: 40 }, (_, index) => `w${index}`).join(' ');
    const parts = shortened(wordDifference(`${rest} old ${rest}`, `${rest} new ${rest}`));
    expect(parts.map(({ text }) => text)).toEqual([
      '…w34 w35 w36 w37 w38 w39 ',
      'old',
      'new',
      ' w0 w1 w2 w3 w4 w5…',
    ]);
  });
});
