import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audienceWord } from './audience.ts';
import { parsePageDocument } from './parse-document.ts';
import { isFor, isReaders } from './readers.ts';
import { makeNode, makePage } from './testing/builders.ts';

const names = fc.array(fc.constantFrom('de', 'de-AT', 'en', 'fr'), { minLength: 1, maxLength: 4 });
const listed = names.map((each) => [...new Set(each)].sort());

test('[SHOWN-1] naming another language or group never takes an instance away from somebody; naming none shows it to all', () => {
  fc.assert(
    fc.property(listed, listed, fc.constantFrom('de', 'de-AT', 'en', 'fr', 'it'), (some, more, locale) => {
      const reader = { locale, customerGroup: 'trade', audience: 'everyone' };
      expect(isFor({}, reader)).toBe(true);
      const all = [...new Set([...some, ...more])].sort();
      if (isFor({ locales: some }, reader)) expect(isFor({ locales: all }, reader)).toBe(true);
      expect(isFor({ locales: some, groups: ['anyone'] }, reader)).toBe(false);
      expect(isFor({ locales: some, groups: ['anyone', 'trade'] }, reader)).toBe(
        isFor({ locales: some }, reader),
      );
    }),
  );
  const inSeveral = { locale: 'de', customerGroup: 'club,trade', audience: 'everyone' };
  expect(isFor({ groups: ['trade'] }, inSeveral)).toBe(true);
  expect(isFor({ groups: ['anyone', 'rade'] }, inSeveral)).toBe(false);
  expect(isFor({ locales: ['de-AT'] }, { locale: 'de', customerGroup: 'anyone', audience: 'everyone' })).toBe(
    false,
  );
  expect(isFor({ locales: ['de'] }, { locale: 'den', customerGroup: 'anyone', audience: 'everyone' })).toBe(
    false,
  );
});

test('[SHOWN-2] a list of readers is sorted, has each once and is not empty; a document with another one is refused at its place', () => {
  fc.assert(
    fc.property(listed, (list) => {
      expect(isReaders('locales', list)).toBe(true);
    }),
  );
  for (const wrong of [[], ['en', 'de'], ['de', 'de'], ['Deutsch!'], 'de', null])
    expect(isReaders('locales', wrong)).toBe(false);
  const document = {
    ...makePage({ nodes: [] }),
    nodes: [{ ...makeNode('hero', { id: 'h' }), locales: ['en', 'de'] }],
  };
  expect(parsePageDocument(document)).toMatchObject({
    kind: 'invalid',
    problems: [{ message: expect.stringContaining('sorted') }],
  });
});

test('[SHOWN-3] [TEST-4] any audience that is named is enough, one that is excluded never sees it', () => {
  const reader = (audience: string) => ({ locale: 'en', customerGroup: 'anyone', audience });
  const id = fc.constantFrom('hero.b', 'phones', 'spring');
  fc.assert(
    fc.property(fc.uniqueArray(id), fc.uniqueArray(id), fc.uniqueArray(id), (named, excluded, own) => {
      const audiences = [...named, ...excluded.map((each) => `!${each}`)].sort();
      const isShown =
        !excluded.some((each) => own.includes(each)) &&
        (named.length === 0 || named.some((each) => own.includes(each)));
      const readers = audiences.length > 0 ? { audiences } : {};
      expect(isFor(readers, reader(audienceWord(own)))).toBe(isShown);
    }),
  );
  // A test that is not there any more: its original is seen, its other version by nobody.
  expect(isFor({ audiences: ['!gone.b'] }, reader('everyone'))).toBe(true);
  expect(isFor({ audiences: ['gone.b'] }, reader('everyone'))).toBe(false);
  expect(isFor({ audiences: ['everyone'] }, reader('everyone'))).toBe(false);
  expect(isReaders('audiences', ['!hero.b', 'phones'])).toBe(true);
  for (const wrong of [
    ['hero.a'],
    ['!'],
    ['Phones'],
    ['phones', '!hero.b'],
    ['hero.b.c'],
    ['everyone'],
    ['!everyone'],
  ])
    expect(isReaders('audiences', wrong)).toBe(false);
});
