import type { Audience, AudienceRule, Crowd } from '@vitrine/content';
import { isAudienceId, nobodyApart } from '@vitrine/content';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readerWords } from '../panels/readers/reader-words.ts';
import { audienceIdFor } from './audience-id.ts';
import { audienceWords, ruleWords } from './audience-words.ts';
import { draftOf, readRule } from './rule-draft.ts';

const groups = [{ id: 'trade', name: 'Trade' }];
const audience = (id: string, name: string, ...rules: AudienceRule[]): Audience => ({ id, name, rules });
const crowd: Crowd = {
  audiences: [audience('spring', 'Spring letter'), audience('phones', 'Phones')],
  experiments: [
    { id: 'short', name: 'Short headline', versions: [], share: 100, state: { kind: 'planned' } },
  ],
};

describe('audiences in words', () => {
  test('[AUDIENCE-3] each rule is told as one would say it', () => {
    const said = (rule: AudienceRule) => ruleWords(rule, groups);
    expect(said({ kind: 'campaign', parameter: 'campaign', values: ['spring', 'easter'] })).toBe(
      'Came through a link of the campaign “spring” or “easter”',
    );
    expect(said({ kind: 'campaign', parameter: 'source', values: ['letter'] })).toBe(
      'Came through a link from the source “letter”',
    );
    expect(said({ kind: 'referrer', hosts: ['example.com'] })).toBe('Came from example.com');
    expect(said({ kind: 'device', devices: ['phone', 'tablet', 'computer'] })).toBe(
      'On a phone, tablet or computer',
    );
    expect(said({ kind: 'group', groups: ['trade', 'gone'] })).toBe('Customers of Trade or gone');
    expect(said({ kind: 'signed-in', is: false })).toBe('Not signed in');
    const both = audience(
      'x',
      'X',
      { kind: 'device', devices: ['phone'] },
      { kind: 'basket', is: true },
      { kind: 'signed-in', is: true },
    );
    expect(audienceWords(both, groups)).toBe('On a phone, and have begun a basket, and signed in');
  });

  test('[AUDIENCE-3] for whom a module is is told with the names of audiences and tests', () => {
    const said = (...audiences: string[]) => readerWords({ audiences }, groups, crowd);
    expect(said('spring')).toBe('Only Spring letter');
    expect(said('!phones', 'spring')).toBe('Only Spring letter, not Phones');
    expect(said('!gone')).toBe('Not gone (not there any more)');
    expect(said('short.b')).toBe('Version B of “Short headline”');
    expect(said('!short.b', '!short.c')).toBe('Version A of “Short headline”');
    expect(readerWords({ locales: ['de'], groups: ['trade'], audiences: ['spring'] }, groups, crowd)).toBe(
      'Readers of German, only Trade, only Spring letter',
    );
    expect(readerWords({}, groups, crowd)).toBe('Everybody');
  });
});

describe('the id of an audience', () => {
  test('[AUDIENCE-4] is made from its name, and free', () => {
    expect(audienceIdFor('Grüße aus Köln!', 'audience', crowd)).toBe('grusse-aus-koln');
    expect(audienceIdFor('Spring', 'audience', crowd)).toBe('spring-2');
    expect(audienceIdFor('Short', 'test', crowd)).toBe('short-2');
    expect(audienceIdFor('日本', 'audience', crowd)).toBe('audience');
    expect(audienceIdFor('Everyone', 'audience', crowd)).toBe('audience');
  });

  test('[AUDIENCE-4] is one for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.nat(3), (name, others) => {
        let known: Crowd = nobodyApart;
        for (let count = 0; count <= others; count += 1) {
          const id = audienceIdFor(name, 'audience', known);
          expect(isAudienceId(id)).toBe(true);
          expect(known.audiences.map((each) => each.id)).not.toContain(id);
          known = { ...known, audiences: [...known.audiences, audience(id, name)] };
        }
      }),
    );
  });
});

describe('a rule that is written', () => {
  test('[AUDIENCE-5] is read back as it was', () => {
    const rules: readonly AudienceRule[] = [
      { kind: 'campaign', parameter: 'medium', values: ['mail', 'post'] },
      { kind: 'referrer', hosts: ['example.com', 'news.example'] },
      { kind: 'device', devices: ['tablet'] },
      { kind: 'group', groups: ['trade'] },
      { kind: 'signed-in', is: true },
      { kind: 'basket', is: false },
    ];
    expect(rules.map((rule) => readRule(draftOf(rule, '1')))).toEqual(rules);
  });

  test('[AUDIENCE-5] says what is missing, and takes what was copied from the address line', () => {
    const referrer = (written: string) => readRule({ key: '1', kind: 'referrer', written });
    expect(referrer('https://www.Example.com/sale?a=1, example.com')).toEqual({
      kind: 'referrer',
      hosts: ['example.com'],
    });
    expect(referrer('exam ple')).toEqual({ problem: '“exam ple” is no site. Write it like example.com.' });
    expect(referrer(' , ')).toMatchObject({ problem: expect.stringContaining('Write where they come from') });
    expect(readRule({ key: '1', kind: 'campaign', parameter: 'campaign', written: '' })).toMatchObject({
      problem: expect.stringContaining('stands in your links'),
    });
    expect(readRule({ key: '1', kind: 'device', devices: [] })).toMatchObject({
      problem: 'Choose at least one device.',
    });
    expect(readRule({ key: '1', kind: 'group', groups: [] })).toMatchObject({
      problem: 'Choose at least one group of customers.',
    });
  });
});
