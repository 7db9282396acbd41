import { expect, test } from 'vitest';
import { actorInWords } from './actor-in-words.ts';

const known = { me: 'a', names: { b: 'Bo' } };

test.each([
  ['staff:a', 'you'],
  ['staff:b', 'Bo'],
  ['staff:c', 'somebody who was here'],
  ['provider:simulator', 'the demonstration bank'],
  ['provider:gift-card', 'gift cards'],
  ['provider:newbank', 'newbank'],
  ['system:payment', 'the shop itself'],
  ['shopper', 'the shopper'],
  ['customer:7', 'the shopper'],
  ['guest', 'the shopper'],
])('%s is %s', (actor, words) => {
  expect(actorInWords(actor, known)).toBe(words);
});
