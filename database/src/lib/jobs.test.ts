import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnEachEngine } from '../testing.ts';
import { type Jobs, openJobs } from './jobs.ts';
import type { Logger } from './log.ts';

const quiet: Logger = { info() {}, warn() {}, error() {} };

const letter = {
  parse(input: unknown): { to: string } {
    const { to } = input as { to?: unknown };
    if (typeof to !== 'string') throw new Error('Expected `to`, a name.');
    return { to };
  },
};

describeOnEachEngine('jobs', { migrations: [], logger: quiet }, (open) => {
  let jobs: Jobs;
  const done: string[] = [];
  const attempts: number[] = [];

  beforeAll(async () => {
    jobs = openJobs(open(), { logger: quiet });
    jobs.define('post-letter', letter, async ({ to }) => {
      done.push(to);
    });
    jobs.define(
      'fail-once',
      letter,
      async (_, { attempt }) => {
        attempts.push(attempt);
        if (attempt === 1) throw new Error('The pen is dry.');
      },
      { retries: 2 },
    );
    await jobs.start();
  });
  afterAll(() => jobs.stop());

  test('[DB-12] are done after they are enqueued', async () => {
    await jobs.enqueue('post-letter', { to: 'Ada' });
    await expect.poll(() => done, { timeout: 10_000 }).toContain('Ada');
  });

  test('[DB-12] enqueued in a transaction exist only if it commits', async () => {
    await open()
      .transaction(async (tx) => {
        await jobs.enqueue('post-letter', { to: 'nobody' }, { tx });
        throw new Error('never mind');
      })
      .catch(() => {});
    await open().transaction((tx) => jobs.enqueue('post-letter', { to: 'Grace' }, { tx }));
    await expect.poll(() => done, { timeout: 10_000 }).toContain('Grace');
    expect(done).not.toContain('nobody');
  });

  test('[DB-12] that fail are tried again', async () => {
    await jobs.enqueue('fail-once', { to: 'Alan' });
    await expect.poll(() => attempts, { timeout: 20_000 }).toEqual([1, 2]);
  });

  test('[DB-12] with the same key wait only once, others are not held back', async () => {
    const startAfter = new Date(Date.now() + 3_600_000);
    const ids = [
      await jobs.enqueue('post-letter', { to: 'Eve' }, { startAfter, once: 'eve' }),
      await jobs.enqueue('post-letter', { to: 'Eve' }, { startAfter, once: 'eve' }),
      await jobs.enqueue('post-letter', { to: 'Bob' }, { startAfter }),
      await jobs.enqueue('post-letter', { to: 'Bob' }, { startAfter }),
    ];
    expect(ids.map((id) => id !== undefined)).toEqual([true, false, true, true]);
  });

  test('[DB-12] with a payload that does not fit, or a name nobody defined, are refused at once', async () => {
    await expect(jobs.enqueue('post-letter', { too: 'x' })).rejects.toThrow('Expected `to`');
    await expect(jobs.enqueue('post-leter', { to: 'x' })).rejects.toThrow(
      /No job "post-leter".*post-letter, fail-once/,
    );
  });
});
