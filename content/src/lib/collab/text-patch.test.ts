import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { diffTexts, patchText } from './text-patch.ts';

const words = fc
  .array(fc.constantFrom('a', 'b', 'ab', 'gate', 'great', ' ', ' ', '.', '😀', '👩‍🚀', 'é'), {
    maxLength: 12,
  })
  .map((all) => all.join(''));

function textOf(value: string): Y.Text {
  const text = new Y.Doc().getText('t');
  text.insert(0, value);
  return text;
}

describe('a text that is made to say something else', () => {
  test('[TEXT-1] says it afterwards, whatever it said before', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'grapheme' })), words, (before, after) => {
        const text = textOf(before);
        patchText(text, after);
        expect(text.toString()).toBe(after);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['one two three', 'one 2 three', [{ index: 4, remove: 3, insert: '2' }]],
    ['gate', 'great gate', [{ index: 0, remove: 0, insert: 'great ' }]],
    ['great gate', 'gate', [{ index: 0, remove: 6, insert: '' }]],
    ['Hel', 'Hello', [{ index: 3, remove: 0, insert: 'lo' }]],
    [
      'a b c d',
      'a x c y',
      [
        { index: 2, remove: 1, insert: 'x' },
        { index: 6, remove: 1, insert: 'y' },
      ],
    ],
    ['colour', 'color', [{ index: 4, remove: 1, insert: '' }]],
    ['😀', '😁', [{ index: 0, remove: 2, insert: '😁' }]],
  ])('[TEXT-2] from %j to %j changes no more than it must', (before, after, hunks) => {
    expect(diffTexts(before, after)).toEqual(hunks);
  });

  test('[TEXT-3] keeps what others write in it at the same time', () => {
    const mine = textOf('one two three');
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine.doc!));
    theirs.getText('t').insert(13, ' four');
    patchText(mine, 'one 2 three');
    Y.applyUpdate(mine.doc!, Y.encodeStateAsUpdate(theirs));
    expect(mine.toString()).toBe('one 2 three four');
  });
});
