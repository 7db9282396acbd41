import type { CallOffOutcome } from '@vitrine/commerce-engine/client';
import { expect, test } from 'vitest';
import { callOffReturn } from './call-off-return.action.ts';

test.each<[string, CallOffOutcome, string, RegExp]>([
  ['called off', { kind: 'called-off', number: '100042-R1' }, 'good', /100042-R1/],
  ['sent a second time', { kind: 'not-now', state: 'cancelled' }, 'good', /already/],
  ['here already', { kind: 'not-now', state: 'received' }, 'bad', /cannot be called off/],
  ['not theirs', { kind: 'no-return' }, 'bad', /sign in/],
])('[DA-112] a return that is %s says so, where the form stands', (_, outcome, tone, words) => {
  const input = { orderId: 'order', returnId: 'return' };
  const shown = callOffReturn.form!(outcome, { input, from: '/order?id=1', locale: 'en' });
  expect(shown).toMatchObject({ location: '/order?id=1', notice: { tone } });
  expect(shown.notice?.text).toMatch(words);
});

test('[DA-112] it says so in German', () => {
  const input = { orderId: 'order', returnId: 'return' };
  const told = { input, from: '/de/bestellung', locale: 'de-AT' };
  const { notice } = callOffReturn.form!({ kind: 'called-off', number: '7-R1' }, told);
  expect(notice?.text).toContain('Ihre Rückgabe 7-R1 ist abgesagt.');
});
