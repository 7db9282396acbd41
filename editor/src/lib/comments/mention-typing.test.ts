import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mentionAt, mentionsIn, offeredFor, withMention } from './mention-typing.ts';

const people = [
  { id: '1', name: 'Ada' },
  { id: '2', name: 'Ada Lovelace' },
  { id: '3', name: 'Zoë Brandt' },
  { id: '4', name: 'Ben' },
  { id: '5', name: 'Ben' },
];

test('[COMMENT-12] a name is being typed from its @ on, not in an address and not in another line', () => {
  const typed = (words: string) => mentionAt(words, words.length)?.typed;
  expect(['@', 'Hello @zo', 'so (@Ada Lo', 'a\n@b'].map(typed)).toEqual(['', 'zo', 'Ada Lo', 'b']);
  expect(['', 'ada@example', 'a@', '@Ada\nthen', 'none'].map(typed)).toEqual(Array(5).fill(undefined));
});

test('[COMMENT-12] people are offered by any part of their name, without accents and capitals', () => {
  const names = (typed: string) => offeredFor(typed, people).map(({ name }) => name);
  expect([names('zoe'), names('lov'), names('BRA'), names('da')]).toEqual([
    ['Zoë Brandt'],
    ['Ada Lovelace'],
    ['Zoë Brandt'],
    [],
  ]);
});

test('[COMMENT-12] a chosen name stands in the place of what was typed, the rest stays, and its person is mentioned', () => {
  fc.assert(
    fc.property(
      fc.string().map((text) => text.replaceAll('@', '')),
      fc.string().map((text) => text.replaceAll('@', '')),
      fc.constantFrom(...people.slice(1, 4)),
      fc.nat(3),
      (before, after, person, length) => {
        const start = `${before} `;
        const typed = person.name.slice(0, length);
        const words = `${start}@${typed}${after}`;
        const mention = mentionAt(words, start.length + 1 + typed.length)!;
        const put = withMention(words, mention, person);
        expect(put.words.startsWith(`${start}@${person.name}`)).toBe(true);
        expect(put.words.endsWith(after)).toBe(true);
        expect(put.words[put.caret - 1]).toMatch(/\s/);
        expect(mentionsIn(put.words, people, [person.id])).toEqual([person.id]);
      },
    ),
  );
});

test('[COMMENT-12] a name is mentioned as a whole word, in scripts without spaces too', () => {
  const found = (words: string) => mentionsIn(words, [...people, { id: '6', name: '田中' }], []);
  for (const words of ['@Adam', 'mail@Ada.example', '@Adaé', '@Ada2', 'a@Ada', '@Ada_x'])
    expect([words, found(words)]).toEqual([words, []]);
  expect(found('(@Ada), “@Ben”: @Zoë Brandt’s').toSorted()).toEqual(['1', '3', '4', '5']);
  expect(found('@Ada Lovelaces and @Ada')).toEqual(['1']);
  expect(found('@田中さん')).toEqual(['6']);
});

test('[COMMENT-12] of people with one name it is who was chosen, else all of them', () => {
  expect(mentionsIn('@Ben and @Ada', people, ['5']).toSorted()).toEqual(['1', '5']);
  expect(mentionsIn('@Ben', people, []).toSorted()).toEqual(['4', '5']);
});
