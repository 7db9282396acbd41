import { need, type OutputOf } from '@vitrine/data-actions';
import { createActionEngine, createProcessCache, createTagVersions } from '@vitrine/data-actions/server';
import { createTestClock } from '@vitrine/data-actions/testing';
import { expect, test } from 'vitest';
import { getTime } from './get-time.action.ts';
import { timeAnswers } from './time.server.ts';

test('[DA-116] the time is one answer for everybody, and good for half a minute', async () => {
  const clock = createTestClock();
  const engine = createActionEngine({
    handlers: timeAnswers(),
    tags: createTagVersions(),
    processCache: createProcessCache(),
    clock,
  });
  const ask = async (locale: string) => {
    const shared = {
      channel: 'online',
      locale,
      currency: 'EUR',
      customerGroup: 'anyone',
      audience: 'everyone',
    };
    const { results } = await engine.openScope({ shared }).runPlan({ time: need(getTime, {}) });
    return results.time?.value as OutputOf<typeof getTime> | undefined;
  };
  const before = Date.now();
  const first = await ask('en');
  expect(first?.now).toBeGreaterThanOrEqual(before);
  expect(await ask('de')).toBe(first);
  expect(getTime.cache).toEqual({ fresh: 30_000, stale: 60_000 });
});
