import { describe, expect, test } from 'vitest';
import { isGivenUp, meaningOf, nextTry, PAUSES } from './retry.rules.ts';

describe('trying again', () => {
  const now = new Date('2026-11-23T09:00:00.000Z');

  test('[HOOK-9] pauses grow, and end after about three days', () => {
    expect(nextTry(1, now)).toEqual(new Date('2026-11-23T09:00:05.000Z'));
    expect(nextTry(9, now)).toEqual(new Date('2026-11-24T09:00:00.000Z'));
    expect(nextTry(10, now)).toBeUndefined();
    expect([...PAUSES].sort((a, b) => a - b)).toEqual([...PAUSES]);
    const hours = PAUSES.reduce((sum, pause) => sum + pause, 0) / 3600;
    expect(hours).toBeGreaterThan(68);
    expect(hours).toBeLessThan(72);
  });

  test('[HOOK-9] [HOOK-10] [HOOK-17] only 2xx is taken, and only 410 is gone', () => {
    expect([200, 204, 299].map(meaningOf)).toEqual(['taken', 'taken', 'taken']);
    expect([199, 301, 302, 308, 400, 404, 429, 500, 503].map(meaningOf)).toEqual(Array(9).fill('failed'));
    expect(meaningOf(410)).toBe('gone');
  });

  test('[HOOK-10] an endpoint is given up after five days, and not a moment before', () => {
    expect(isGivenUp(new Date('2026-11-18T09:00:00.001Z'), now)).toBe(false);
    expect(isGivenUp(new Date('2026-11-18T09:00:00.000Z'), now)).toBe(true);
  });
});
