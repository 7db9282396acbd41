import { Redis } from 'ioredis';
import { afterEach, describe, expect, test } from 'vitest';
import type { ActionEngine } from './action-engine.ts';
import type { Clock } from './clock.ts';
import { createTestEngine, guest, type Item, itemAction, ownAction } from './engine-under-test.ts';
import { handleAction, handlePrivateAction } from './handle-action.ts';
import { many, need } from './need.ts';
import type { PublicEntry } from './public-entry.ts';
import { createRedisCache } from './redis-cache.ts';
import type { TagVersions } from './tag-versions.ts';
import { createTestClock } from './test-clock.ts';

const url = process.env.TEST_REDIS_URL ?? '';
const price = itemAction('price', { cache: { fresh: 60_000, stale: 60_000, negative: 60_000 } });
const own = ownAction('own');
const ids = Array.from({ length: 20 }, (_, i) => ({ id: String(i) }));

interface Process {
  readonly engine: ActionEngine;
  readonly tags: TagVersions;
  ask(id?: string): Promise<string | undefined>;
}

describe.skipIf(!url)('several processes with one Redis', () => {
  const ends: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    await Promise.all(ends.splice(0).map((end) => end()));
  });

  /** Processes that share a database and a Redis; what the database says, and how often it was asked. */
  function cluster() {
    const prefix = `test-${crypto.randomUUID()}`;
    const redis = new Redis(url);
    ends.push(async () => {
      const keys = await redis.keys(`${prefix}:*`);
      if (keys.length > 0) await redis.del(keys);
      redis.disconnect();
    });
    const database = { text: 'old' as string | undefined, calls: 0, latency: 0 };
    let listening = 0;
    const join = async (options: { redisUrl?: string; clock?: Clock } = {}): Promise<Process> => {
      // A loaded machine is no dead Redis.
      const timeout = options.redisUrl ? 250 : 5000;
      const shared = createRedisCache({ url: options.redisUrl ?? url, prefix, timeout });
      ends.push(() => shared.close());
      const { engine, tags } = createTestEngine(
        [
          handleAction(price, async (inputs) => {
            database.calls++;
            const { text } = database;
            if (database.latency > 0) await sleep(database.latency);
            return inputs.map(({ id }) => (text === undefined ? undefined : { id, text }));
          }),
          handlePrivateAction(own, async (inputs) => inputs.map(({ id }) => ({ id, text: 'canary' }))),
        ],
        { sharedCache: shared, clock: options.clock },
      );
      if (!options.redisUrl) {
        listening++;
        await until(async () => (await redis.pubsub('NUMSUB', `${prefix}:bump`))[1] === listening);
        // What is asked from here on is asked after the first look at the bumps so far.
        await sleep(20);
      }
      return {
        engine,
        tags,
        async ask(id = 'a') {
          const { results } = await engine
            .openScope({ shared: guest })
            .runPlan({ found: need(price, { id }) });
          return (results.found!.value as Item | undefined)?.text;
        },
      };
    };
    return { prefix, redis, database, join };
  }

  test('[DA-40] an answer of one process is served by another without asking the source', async () => {
    const { database, join } = cluster();
    const [first, second] = await Promise.all([join(), join()]);
    expect(await first.ask()).toBe('old');
    await sleep(20);
    expect(await second.ask()).toBe('old');
    expect(database.calls).toBe(1);
  });

  test('[DA-40] missing is shared too, and is not null', async () => {
    const { database, join } = cluster();
    const [first, second] = await Promise.all([join(), join()]);
    database.text = undefined;
    expect(await first.ask()).toBeUndefined();
    await sleep(20);
    database.text = 'new';
    expect(await second.ask()).toBeUndefined();
    expect(database.calls).toBe(1);
  });

  test('[DA-41] a bump in one process is seen in every process, however they hold the answer', async () => {
    const { database, join } = cluster();
    const processes = await Promise.all([join(), join(), join(), join()]);
    for (const each of processes) await each.ask();
    database.text = 'new';
    await processes[2]!.tags.bump(['price:a']);
    expect(await processes[2]!.ask()).toBe('new');
    await Promise.all(processes.map((each) => until(async () => (await each.ask()) === 'new')));
    const late = await join();
    expect(await late.ask()).toBe('new');
  });

  test('[DA-42] a cold key is asked once per cluster, or twice', async () => {
    const { prefix, redis, database, join } = cluster();
    // Those who wait look again when the test says so: no machine is too slow for it.
    const clock = createTestClock();
    const processes = await Promise.all([join({ clock }), join({ clock }), join({ clock }), join({ clock })]);
    database.latency = 5;
    let open = 4 * 125;
    for (const { engine } of processes)
      for (let i = 0; i < 125; i++)
        void engine
          .openScope({ shared: guest })
          .runPlan({ all: many(price, ids) })
          .then(({ results }) => {
            expect(results.all!.value).toHaveLength(20);
            open--;
          });
    await until(
      async () => (await redis.exists(ids.map(({ id }) => `${prefix}:e:0:price?#{"id":"${id}"}`))) === 20,
    );
    await until(async () => {
      await clock.advance(1);
      return open === 0;
    });
    expect(database.calls).toBeLessThanOrEqual(2);
  });

  test('[DA-42] who waits for a process that has died asks the source itself', async () => {
    const { prefix, redis, database, join } = cluster();
    const one = await join();
    // Held by a process that has died.
    await redis.set(`${prefix}:l:0:price?#{"id":"a"}`, '1', 'PX', 60_000);
    expect(await one.ask()).toBe('old');
    expect(database.calls).toBe(1);
  });

  test('[DA-43] a process that was cut off learns what it missed', async () => {
    const { prefix, redis, database, join } = cluster();
    const [first, second] = await Promise.all([join(), join()]);
    await second.ask();
    await cutListeners(redis, prefix);
    database.text = 'new';
    await first.tags.bump(['price:a']);
    await until(async () => (await second.ask()) === 'new');
  });

  test('[DA-43] a process that missed more than is kept believes nothing it holds until it is confirmed', async () => {
    const { prefix, redis, database, join } = cluster();
    const [first, second] = await Promise.all([join(), join()]);
    await second.ask();
    await second.ask('b');
    const { calls } = database;
    await cutListeners(redis, prefix);
    database.text = 'new';
    await first.tags.bump(['price:a']);
    await redis.xtrim(`${prefix}:bumps`, 'MAXLEN', 0);
    await until(async () => (await second.ask()) === 'new');
    // The other entry is confirmed by the shared versions: nobody is asked.
    expect(await second.ask('b')).toBe('old');
    expect(database.calls).toBe(calls + 1);
  });

  test('[DA-43] when Redis has lost its memory, nothing from before is believed', async () => {
    const { prefix, redis, database, join } = cluster();
    const [first, second] = await Promise.all([join(), join()]);
    for (let i = 0; i < 3; i++) await first.tags.bump(['something']);
    await second.ask();
    await redis.del(
      `${prefix}:seq`,
      `${prefix}:tags`,
      `${prefix}:bumps`,
      ...(await redis.keys(`${prefix}:e:*`)),
    );
    database.text = 'new';
    await until(async () => (await second.ask()) === 'new');
  });

  test('[DA-44] nothing but public answers, versions and leases is written', async () => {
    const { prefix, redis, join } = cluster();
    const one = await join();
    await one.ask();
    await one.engine
      .openScope({ shared: guest, private: { customerId: 'canary', cartId: 'canary', sessionId: 'canary' } })
      .runPlan({ own: many(own, ids) }, { hole: true });
    await one.tags.bump(['price:a', 'price:b']);
    await sleep(20);
    const keys = await redis.keys(`${prefix}:*`);
    const texts = await Promise.all(keys.map((key) => redis.dump(key)));
    expect(keys.join() + texts.join()).not.toContain('canary');
    const cache = createRedisCache({ url, prefix });
    await expect(cache.write({ key: 'k', value: 'canary' } as PublicEntry, [], 1000)).rejects.toThrow(
      'not the answer to a public action',
    );
    await cache.close();
  });

  test('[DA-45] without a Redis that answers, questions are answered and bumps count here', async () => {
    const { database, join } = cluster();
    const alone = await join({ redisUrl: 'redis://127.0.0.1:1' });
    expect(await alone.ask()).toBe('old');
    expect(await alone.ask()).toBe('old');
    expect(database.calls).toBe(1);
    database.text = 'new';
    await alone.tags.bump(['price:a']);
    expect(await alone.ask()).toBe('new');
  });

  test('[DA-46] random bumps and reads in several processes: no process serves what it has seen bumped', async () => {
    const { database, join } = cluster();
    const processes = await Promise.all([join(), join(), join()]);
    let version = 0;
    let errors = 0;
    const reader = async (each: Process, seed: number) => {
      for (let i = 0; i < 150; i++) {
        const atLeast = confirmed.get(each) ?? 0;
        if (Number(await each.ask()) < atLeast) errors++;
        if ((i + seed) % 7 === 0) await sleep(1);
      }
    };
    const confirmed = new Map<Process, number>();
    database.text = '0';
    const writer = async () => {
      for (let i = 0; i < 60; i++) {
        const each = processes[i % 3]!;
        database.text = String(++version);
        const mine = version;
        await each.tags.bump(['price:a']);
        confirmed.set(each, Math.max(mine, confirmed.get(each) ?? 0));
        await sleep(2);
      }
    };
    await Promise.all([writer(), ...processes.flatMap((each, i) => [reader(each, i), reader(each, i + 3)])]);
    expect(errors).toBe(0);
    await Promise.all(processes.map((each) => until(async () => Number(await each.ask()) === version)));
  });
});

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 500; i++) {
    if (await holds()) return;
    await sleep(10);
  }
  throw new Error('It did not come to pass in 5 seconds.');
}

/** Ends the connections of these processes that listen for bumps, as a network does. */
async function cutListeners(redis: Redis, prefix: string): Promise<void> {
  const clients = String(await redis.call('CLIENT', 'LIST', 'TYPE', 'pubsub')).split('\n');
  const ours = clients.filter((line) => line.includes(`name=${prefix} `));
  await Promise.all(ours.map((line) => redis.call('CLIENT', 'KILL', 'ID', line.match(/^id=(\d+)/)![1]!)));
}
