import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReviewFacts } from './review-facts.ts';
import { changesWords, isToAnswer, newsOf, reviewSentence, since, toldTo } from './review-words.ts';

const now = new Date(2027, 2, 5, 15, 0);
const review: ReviewFacts = {
  id: 'one',
  document: 'spring',
  state: 'asked',
  askedBy: { id: 'bob', name: 'Bob' },
  askedAt: new Date(2027, 2, 5, 14, 20).toISOString(),
  note: '',
  kept: 1,
};
const answered = (state: 'approved' | 'returned'): ReviewFacts => ({
  ...review,
  state,
  decided: { by: { id: 'ada', name: 'Ada' }, at: review.askedAt, note: '' },
});
const writes = (id: string) => ({ user: { id, name: id }, capabilities: ['content.write'] });
const publishes = (id: string) => ({
  user: { id, name: id },
  capabilities: ['content.write', 'content.publish'],
});
const [bob, eve, ada, cleo] = [writes('bob'), writes('eve'), publishes('ada'), publishes('cleo')];

test('[REVIEW-9] who may publish answers, unless it is their own', () => {
  expect([bob, eve, ada].map((person) => isToAnswer(review, person))).toEqual([false, false, true]);
  expect(isToAnswer(review, publishes('bob'))).toBe(false);
  expect(isToAnswer(answered('approved'), ada)).toBe(false);
});

test('[REVIEW-13] what is asked is told to everybody, an answer to who asked, an approval also to who may publish', () => {
  const told = (each: ReviewFacts) => [bob, eve, ada].map((person) => toldTo(each, person));
  expect(told(review)).toEqual(['asked', 'asked', 'asked']);
  expect(told(answered('returned'))).toEqual(['returned', undefined, undefined]);
  expect(told(answered('approved'))).toEqual(['approved', undefined, 'approved']);
  expect(toldTo(undefined, ada)).toBeUndefined();
});

test('[REVIEW-18] it is said from where somebody stands', () => {
  const asked = { ...review, whom: { id: 'ada', name: 'Ada' } };
  expect(reviewSentence(review, bob, now)).toBe('In review since 14:20, asked by you');
  expect(reviewSentence(review, eve, now)).toBe('In review since 14:20, asked by Bob');
  expect([reviewSentence(asked, ada, now), reviewSentence(asked, cleo, now)]).toEqual([
    'Bob asks you for review',
    'Bob asks Ada for review',
  ]);
  expect(reviewSentence(review, ada, now)).toBe('Bob asks for review');
  expect(reviewSentence(answered('approved'), bob, now)).toBe('Approved by Ada');
  expect(reviewSentence(answered('returned'), bob, now)).toBe('Sent back by Ada');
  expect(since(new Date(2027, 2, 4, 9, 5), now)).toMatch(/Mar.*09:05/);
  expect([0, 1, 2].map(changesWords)).toEqual([undefined, '1 change since', '2 changes since']);
});

test('[REVIEW-16] news are said once, to those whom they are for, and nobody hears of their own doing', () => {
  const at = (each?: ReviewFacts) => ({ version: 'v', changes: 0, ...(each && { review: each }) });
  expect(newsOf(at(), at(review), ada)).toBe('Bob asks for review.');
  expect(newsOf(at(review), at(review), ada)).toBeUndefined();
  expect(newsOf(at(), at(review), bob)).toBeUndefined();
  expect(newsOf(undefined, at(review), ada)).toBeUndefined();
  expect(newsOf(at(review), at(answered('returned')), bob)).toBe('Sent back by Ada.');
  expect(newsOf(at(review), at(answered('returned')), eve)).toBeUndefined();
  expect(newsOf(at(review), at(), bob)).toBeUndefined();
  const again = { ...review, askedAt: now.toISOString() };
  expect(newsOf(at(review), at(again), ada)).toBe('Bob asks for review.');
});

test('[REVIEW-9] [REVIEW-16] whoever answers did not ask, and whoever hears of something is told of it and did not do it', () => {
  const ids = fc.constantFrom('ada', 'bob', 'cleo');
  const reviews = fc
    .record({ id: fc.constantFrom('one', 'two'), by: ids, whom: fc.option(ids), answer: fc.option(ids) })
    .chain(({ id, by, whom, answer }) =>
      fc.constantFrom<ReviewFacts['state']>('approved', 'returned').map(
        (state): ReviewFacts => ({
          ...review,
          id,
          askedBy: { id: by, name: by },
          ...(whom && { whom: { id: whom, name: whom } }),
          ...(answer && {
            state,
            decided: { by: { id: answer, name: answer }, at: review.askedAt, note: '' },
          }),
        }),
      ),
    );
  const people = fc.tuple(ids, fc.boolean()).map(([id, may]) => (may ? publishes(id) : writes(id)));
  const nows = fc
    .option(reviews)
    .map((each) => ({ version: 'v', changes: 0, ...(each && { review: each }) }));
  fc.assert(
    fc.property(nows, nows, people, (before, after, person) => {
      const { review: told } = after;
      const news = newsOf(before, after, person);
      if (told && isToAnswer(told, person)) expect(told.askedBy.id).not.toBe(person.user.id);
      if (news === undefined) return;
      expect(toldTo(told, person)).toBe(told?.state);
      expect((told?.decided?.by ?? told?.askedBy)?.id).not.toBe(person.user.id);
    }),
  );
});
