import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Audience,
  type AudienceRule,
  audienceAmong,
  audienceIds,
  audienceWord,
  EVERYONE,
  isAmong,
  isAudienceId,
  isIn,
  isSteady,
  type VisitorFacts,
} from './audience.ts';
import { audienceSchema } from './audience-schema.ts';
import { makeNode } from './testing/builders.ts';
import { audiencesIn } from './walk.ts';

const plain: VisitorFacts = {
  arrival: {},
  device: 'computer',
  customerGroup: 'anyone',
  isSignedIn: false,
  hasBasket: false,
};
const audience = (...rules: AudienceRule[]): Audience => ({ id: 'some', name: 'Some', rules });

describe('who is in an audience', () => {
  test.each<[string, AudienceRule, Partial<VisitorFacts>, boolean]>([
    [
      'the word of a campaign, whatever its case',
      { kind: 'campaign', parameter: 'campaign', values: ['Spring'] },
      { arrival: { campaign: 'SPRING' } },
      true,
    ],
    [
      'another word',
      { kind: 'campaign', parameter: 'campaign', values: ['Spring'] },
      { arrival: { campaign: 'spring2' } },
      false,
    ],
    [
      'the same word said of something else',
      { kind: 'campaign', parameter: 'source', values: ['mail'] },
      { arrival: { medium: 'mail' } },
      false,
    ],
    [
      'one of several words',
      { kind: 'campaign', parameter: 'source', values: ['a', 'mail'] },
      { arrival: { source: 'mail' } },
      true,
    ],
    ['a host', { kind: 'referrer', hosts: ['Example.com'] }, { arrival: { referrer: 'example.com' } }, true],
    [
      'a host below it',
      { kind: 'referrer', hosts: ['example.com'] },
      { arrival: { referrer: 'm.example.com' } },
      true,
    ],
    [
      'a host that only ends alike',
      { kind: 'referrer', hosts: ['example.com'] },
      { arrival: { referrer: 'notexample.com' } },
      false,
    ],
    ['a device', { kind: 'device', devices: ['phone', 'tablet'] }, { device: 'tablet' }, true],
    ['another device', { kind: 'device', devices: ['phone', 'tablet'] }, {}, false],
    ['a group', { kind: 'group', groups: ['trade'] }, { customerGroup: 'trade' }, true],
    ['one of several groups', { kind: 'group', groups: ['trade'] }, { customerGroup: 'club,trade' }, true],
    ['another group', { kind: 'group', groups: ['trade'] }, {}, false],
    ['signed in', { kind: 'signed-in', is: true }, { isSignedIn: true }, true],
    ['not signed in', { kind: 'signed-in', is: false }, {}, true],
    ['a basket', { kind: 'basket', is: true }, {}, false],
  ])('[AUD-1] %s', (_, rule, facts, expected) => {
    expect(isIn(audience(rule), { ...plain, ...facts })).toBe(expected);
  });

  test('[AUD-1] all rules hold, in whatever order', () => {
    const rules: AudienceRule[] = [
      { kind: 'device', devices: ['phone'] },
      { kind: 'basket', is: true },
      { kind: 'signed-in', is: false },
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rules, { minLength: 1 }),
        fc.constantFrom<VisitorFacts['device']>('phone', 'computer'),
        fc.boolean(),
        (chosen, device, hasBasket) => {
          const facts = { ...plain, device, hasBasket };
          expect(isIn(audience(...chosen), facts)).toBe(chosen.every((each) => isIn(audience(each), facts)));
        },
      ),
    );
  });
});

const ids = fc.uniqueArray(fc.constantFrom('phones', 'spring', 'spring.b', 'trade', 'x'));

test('[AUD-2] what a visitor is, is one word that holds just these ids, whatever their order', () => {
  fc.assert(
    fc.property(ids, ids, (some, others) => {
      const word = audienceWord(some);
      expect(audienceWord(some.toReversed())).toBe(word);
      expect(audienceIds(word)).toEqual(some.toSorted());
      for (const each of others) expect(isAmong(word, each)).toBe(some.includes(each));
      expect(audienceAmong(word, others)).toBe(audienceWord(some.filter((each) => others.includes(each))));
    }),
  );
  expect(audienceWord([])).toBe(EVERYONE);
});

test('[AUD-2] nobody is called everyone', () => {
  for (const word of [EVERYONE, 'phones']) expect(isAmong(word, EVERYONE)).toBe(false);
  expect(audienceAmong('phones,trade', [EVERYONE, 'trade'])).toBe('trade');
});

test('[TEST-7] signing in and beginning a basket change what somebody is while they look around', () => {
  const steady: AudienceRule[] = [
    { kind: 'campaign', parameter: 'source', values: ['mail'] },
    { kind: 'referrer', hosts: ['example.com'] },
    { kind: 'device', devices: ['phone'] },
    { kind: 'group', groups: ['trade'] },
  ];
  expect(isSteady(audience(...steady))).toBe(true);
  for (const kind of ['signed-in', 'basket'] as const)
    expect(isSteady(audience(...steady, { kind, is: false }))).toBe(false);
});

test('[SHOWN-3] what documents name is known, what is excluded too, however deep', () => {
  const inner = { ...makeNode('words', { id: 'i' }), audiences: ['!spring.b', 'phones'] };
  const nodes = [{ ...makeNode('box', { id: 'o' }), audiences: ['trade'], slots: { content: [inner] } }];
  expect(audiencesIn([{ nodes }, { nodes: [inner] }])).toEqual(['phones', 'spring.b', 'trade']);
});

test('[AUD-1] an audience that cannot be read is refused with what was expected', () => {
  const good = { id: 'spring-mail', name: 'Spring letter', rules: [{ kind: 'device', devices: ['phone'] }] };
  expect(audienceSchema.safeParse(good).success).toBe(true);
  for (const [wrong, words] of [
    [{ ...good, id: EVERYONE }, 'Expected an id'],
    [{ ...good, id: 'Spring Mail' }, 'Expected an id'],
    [{ ...good, rules: [] }, 'at least one rule'],
    [{ ...good, rules: [{ kind: 'referrer', hosts: ['https://example.com'] }] }, 'without https'],
    [{ ...good, rules: [{ kind: 'campaign', parameter: 'term', values: ['x'] }] }, 'source'],
  ] as const)
    expect(JSON.stringify(audienceSchema.safeParse(wrong).error?.issues)).toContain(words);
  expect([isAudienceId('a'), isAudienceId('a-'), isAudienceId('a.b'), isAudienceId('x'.repeat(41))]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
