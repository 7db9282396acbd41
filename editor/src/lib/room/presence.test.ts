import { expect, test } from 'vitest';
import { type PresenceStates, verifyPresence } from './presence.ts';
import { staff } from './testing/small-house.ts';

const rules = { actor: staff.ada!, known: () => undefined, most: 100 };

test('[ROOM-8] everybody is who is signed in, and nobody is somebody else', () => {
  const states: PresenceStates = new Map([
    [1, { sel: ['a'] }],
    [2, { user: { id: 'user:bob' } }],
    [3, { user: { id: 'user:ada', name: 'Boss' }, sel: [] }],
  ]);
  const owners = new Map([
    [2, 'user:bob'],
    [3, 'user:ada'],
  ]);
  verifyPresence(states, { ...rules, known: (client) => owners.get(client) });
  const user = { id: 'user:ada', name: 'Ada' };
  expect([...states]).toEqual([
    [1, { sel: ['a'], user }],
    [3, { sel: [], user }],
  ]);
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
