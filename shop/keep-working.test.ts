import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { keepWorking } from './keep-working.ts';

test('turns never overlap, a turn that fails is logged and the next one comes, and stopping waits for the last', async () => {
  const lines: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
  let [running, most, turns, ended] = [0, 0, 0, 0];
  const stop = keepWorking(
    async () => {
      turns += 1;
      running += 1;
      most = Math.max(most, running);
      await pause(5);
      running -= 1;
      ended += 1;
      if (turns === 1) throw new Error('the first one fails');
    },
    { every: 1, what: 'this work', logger },
  );
  await vi.waitFor(() => expect(turns).toBeGreaterThan(2));
  await stop();
  expect([most, running, ended]).toEqual([1, 0, turns]);
  const after = turns;
  await pause(20);
  expect(turns).toBe(after);
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['this work failed; it is tried again']);
});
