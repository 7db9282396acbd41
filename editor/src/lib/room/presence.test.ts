import { expect, test } from 'vitest';
import { type PresenceStates, verifyPresence } from './presence.ts';
import { staff } from './testing/small-house.ts';

const rules = { actor: staff.ada!, own: undefined, known: () => undefined, most: 100 };

test('[ROOM-8] everybody is who is signed in, and nobody is somebody else', () => {
  const states: PresenceStates = new Map([
    [2, { user: { id: 'user:bob' } }],
    [3, { user: { id: 'user:ada', name: 'Boss' }, sel: [] }],
  ]);
  const owners = new Map([
    [2, 'user:bob'],
    [3, 'user:ada'],
  ]);
  verifyPresence(states, { ...rules, known: (client) => owners.get(client) });
  const user = { id: 'user:ada', name: 'Ada' };
  expect([...states]).toEqual([[3, { sel: [], user }]]);
});

test('[ROOM-8] what is no presence, or too much of it, is left out', () => {
  const states = new Map<number, unknown>([
    [1, { text: 'x'.repeat(200) }],
    [2, 7],
    [3, 'ada'],
  ]) as PresenceStates;
  verifyPresence(states, rules);
  expect(states.size).toBe(0);
});

test('[ROOM-8] a window is one person, however many numbers it sends', () => {
  const numbers = (from: number) =>
    new Map(Array.from({ length: 10 }, (_, index) => [from + index, {}])) as PresenceStates;
  const [first, later] = [numbers(1), numbers(5)];
  expect(verifyPresence(first, rules)).toBe(1);
  expect([...first.keys()]).toEqual([1]);
  expect(verifyPresence(later, { ...rules, own: 7 })).toBe(7);
  expect([...later.keys()]).toEqual([7]);
});
