import { expect, test } from 'vitest';
import { audienceNames } from './audience-names.ts';
import type { Crowd, Experiment } from './experiment.ts';

const versions = [
  { name: 'a', label: 'As it is' },
  { name: 'b', label: 'Other' },
] as const;
const since = '2027-03-01T09:00:00Z';
const experiment = (id: string, state: Experiment['state']): Experiment => ({
  id,
  name: `Test of ${id}`,
  versions,
  share: 100,
  state,
});
const crowd: Crowd = {
  audiences: [{ id: 'phones', name: 'On a phone', rules: [{ kind: 'device', devices: ['phone'] }] }],
  experiments: [
    experiment('hero', { kind: 'running', since }),
    experiment('sign', { kind: 'ended', since, until: since, winner: 'b' }),
  ],
};

test('[AUD-3] people call audiences and versions by their names; what everybody gets is not told, what is gone by its id', () => {
  expect(audienceNames('everyone', crowd)).toEqual([]);
  expect(audienceNames('gone,hero.b,lost.c,phones,sign.b', crowd)).toEqual([
    'gone',
    'Test of hero: B',
    'lost.c',
    'On a phone',
  ]);
});
