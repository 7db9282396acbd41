import { defineAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { timeSource } from '../sources.action.ts';

/**
 * What time it is, as milliseconds since 1970, for modules that look different as it passes. It may be half a minute old, and on a
 * page that nobody asked for in a while one and a half: who needs seconds counts them in the browser.
 */
export const getTime = defineAction({
  id: 'time.get-time',
  source: timeSource,
  input: z.object({}),
  output: type<{ readonly now: number }>(),
  cache: { fresh: 30_000, stale: 60_000 },
  tags: () => [],
});
