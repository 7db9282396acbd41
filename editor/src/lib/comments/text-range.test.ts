import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { LONGEST_QUOTE } from './comment-facts.ts';
import { isPlain } from './plain-text.ts';
import { isGone, keepRange, letterOf, rangeIn } from './text-range.ts';

function open(words: string) {
  const doc = new Y.Doc();
  const text = doc.getText('t');
  text.insert(0, words);
  return { doc, text };
}

test('[COMMENT-14] words that others write around a comment’s are no matter; when its own are gone it knows', () => {
  const { doc, text } = open('On grey mornings the sea is quiet.');
  const kept = keepRange(rangeIn(text, 3, 16), 'grey mornings')!;
  expect(kept.quote).toBe('grey mornings');
  text.insert(0, 'Always: ');
  text.insert(text.length, ' Always.');
  text.insert(text.toString().indexOf('mornings'), 'early ');
  expect(isGone(doc, kept)).toBe(false);
  text.delete(text.toString().indexOf('grey'), 'grey early '.length);
  expect(isGone(doc, kept)).toBe(false);
  text.delete(text.toString().indexOf('mornings'), 'mornings'.length);
  expect(isGone(doc, kept)).toBe(true);
});

test('[COMMENT-14] words of a page are kept without what cannot be seen of them, and always as a comment may have them', () => {
  const { text } = open('grey');
  const range = rangeIn(text, 0, 4);
  expect(keepRange(range, ' \u202eab\u2066c\u0000\td ')?.quote).toBe('abc d');
  expect(keepRange(range, '\u2066\u200b')).toBeUndefined();
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (words) => {
      const quote = keepRange(range, words)?.quote ?? 'none';
      expect([isPlain(quote), quote.length <= LONGEST_QUOTE]).toEqual([true, true]);
    }),
  );
});

test('[COMMENT-14] what undo brings back is there again; what cannot be read is gone', () => {
  const { doc, text } = open('On grey mornings.');
  const kept = keepRange(rangeIn(text, 3, 7), 'grey')!;
  const undo = new Y.UndoManager(text);
  text.delete(3, 4);
  expect(isGone(doc, kept)).toBe(true);
  undo.undo();
  expect(isGone(doc, kept)).toBe(false);
  for (const start of ['', '!!', 'AAAA']) expect(isGone(doc, { start, end: start })).toBe(true);
});

test('[COMMENT-14] a range is kept as long as one of its letters is there, whatever else is done', () => {
  const edit = fc.record({ at: fc.nat(40), cut: fc.nat(6), put: fc.string({ maxLength: 4 }) });
  fc.assert(
    fc.property(
      fc.nat(19),
      fc.integer({ min: 1, max: 10 }),
      fc.array(edit, { maxLength: 12 }),
      (from, length, edits) => {
        const { doc, text } = open('abcdefghijklmnopqrstuvwxyz0123');
        const own = text.toString().slice(from, from + length);
        const kept = keepRange(rangeIn(text, from, from + length), own)!;
        // What is put in is written with other letters, so that it is known what is left.
        for (const { at, cut, put } of edits) {
          const start = Math.min(at, text.length);
          text.delete(start, Math.min(cut, text.length - start));
          text.insert(start, put.replace(/./gu, '_'));
        }
        const isLeft = [...own].some((letter) => text.toString().includes(letter));
        if (isLeft) expect(isGone(doc, kept)).toBe(false);
      },
    ),
  );
});

test('[COMMENT-14] a quote is one line of bearable length', () => {
  const { text } = open('x');
  const range = rangeIn(text, 0, 1);
  expect(keepRange(range, ' a\n\n b\t')?.quote).toBe('a b');
  expect(keepRange(range, '👋'.repeat(400))?.quote.length).toBeLessThanOrEqual(300);
  expect(keepRange(range, ' \n')).toBeUndefined();
});

test('[COMMENT-24] a place in a text is told in letters, of formatted texts across their blocks', () => {
  const { doc, text } = open('On grey mornings.');
  const { start } = keepRange(rangeIn(text, 3, 7), 'grey')!;
  text.insert(0, 'Always: ');
  expect(letterOf(doc, start)).toBe(11);
  const body = doc.getXmlElement('body');
  const [first, second] = ['First block.', 'Second block.'].map((words) => {
    const block = new Y.XmlElement('paragraph');
    const inside = new Y.XmlText(words);
    block.insert(0, [inside]);
    body.push([block]);
    return inside;
  });
  const inSecond = keepRange(rangeIn(second!, 7, 12), 'block')!.start;
  expect(letterOf(doc, inSecond)).toBe(19);
  first!.delete(0, 6);
  expect(letterOf(doc, inSecond)).toBe(13);
  body.delete(1, 1);
  expect(letterOf(doc, inSecond)).toBeUndefined();
  expect(letterOf(doc, 'no position')).toBeUndefined();
});
