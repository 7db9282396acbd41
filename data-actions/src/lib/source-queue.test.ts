import { expect, test } from 'vitest';
import type { AnyPublicAction } from './define-action.ts';
import { defineSource, type Source } from './define-source.ts';
import { createBackend, createTestEngine, guest, itemAction, ownAction } from './engine-under-test.ts';
import { many, need } from './need.ts';

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, i) => ({ id: String(from + i) }));

function shop(source: Source, more: { maxBatch?: number } = {}) {
  const backend = createBackend();
  const action = itemAction('item', { source, varyBy: ['locale'], ...more });
  const own = ownAction('own', source);
  const made = createTestEngine([backend.handle(action), backend.handle(own)], { clock: backend.clock });
  const open = (shared = guest) => made.engine.openScope({ shared });
  return { backend, action: action as AnyPublicAction, own, open, ...made };
}

test('[DA-11] a question is asked once in a request, however many ask it', async () => {
  const { backend, action, own, open } = shop(defineSource({ id: 's' }));
  const scope = open();
  const plan = () => ({
    one: need(action, { id: 'a' }),
    two: many(action, [{ id: 'a' }, { id: 'a' }]),
    own: need(own, { id: 'x' }),
  });
  const results = await Promise.all(
    [plan(), plan(), plan()].map((each) => scope.runPlan(each, { hole: true })),
  );
  await scope.runPlan(plan(), { hole: true });
  expect(backend.calls.map(({ inputs }) => inputs)).toEqual([[{ id: 'a' }], [{ id: 'x' }]]);
  expect(results[2]!.results.two!.value).toHaveLength(2);
});

test('[DA-13] a batch is split at the most inputs its handler takes', async () => {
  const { backend, action, open } = shop(defineSource({ id: 's' }), { maxBatch: 10 });
  await open().runPlan({ all: many(action, ids(25)) });
  expect(backend.calls.map(({ inputs }) => inputs.length)).toEqual([10, 10, 5]);
});

test('[DA-13] a source with a window gathers the questions of that time', async () => {
  const { backend, action, open } = shop(defineSource({ id: 's', window: 5 }));
  const first = open().runPlan({ all: many(action, ids(2)) });
  await backend.clock.advance(3);
  const second = open().runPlan({ all: many(action, ids(2, 2)) });
  await backend.clock.advance(2);
  await Promise.all([first, second]);
  expect(backend.calls.map(({ inputs }) => inputs.length)).toEqual([4]);
});

test('[DA-14] a source is never asked more at once than it allows', async () => {
  const { backend, action, open } = shop(defineSource({ id: 's', concurrency: 2 }), { maxBatch: 1 });
  backend.latency = 10;
  const running = open().runPlan({ all: many(action, ids(5)) });
  const underWay: number[] = [];
  for (let i = 0; i < 3; i++) {
    await backend.clock.settle();
    underWay.push(backend.calls.length);
    await backend.clock.advance(10);
  }
  expect(underWay).toEqual([2, 4, 5]);
  expect((await running).results.all!.value).toHaveLength(5);
});

test('[DA-15] 500 cold requests at once make one call per action, private ones one each', async () => {
  const backend = createBackend();
  backend.latency = 20;
  const actions = ['a', 'b', 'c', 'd', 'e'].map((id) =>
    itemAction(id, { source: defineSource({ id: `source-${id}` }) }),
  );
  const own = ownAction('own', defineSource({ id: 'own', concurrency: 1000 }));
  const { engine } = createTestEngine(
    [...actions, own].map((action) => backend.handle(action)),
    { clock: backend.clock },
  );
  const requests = Array.from({ length: 500 }, () =>
    engine.openScope({ shared: guest }).runPlan(
      {
        ...Object.fromEntries(actions.map((action) => [action.id, many(action, ids(20))])),
        own: need(own, { id: 'x' }),
      },
      { hole: true },
    ),
  );
  await backend.clock.advance(20);
  const results = await Promise.all(requests);
  expect(backend.calls.filter(({ action }) => action !== 'own')).toHaveLength(5);
  expect(backend.calls.filter(({ action }) => action === 'own')).toHaveLength(500);
  expect(results.every((result) => Object.values(result.results).every(({ state }) => state === 'ok'))).toBe(
    true,
  );
});

test('[DA-15] 500 requests at once after expiry make one call', async () => {
  const { backend, action, open } = shop(defineSource({ id: 's' }));
  await open().runPlan({ all: many(action, ids(20)) });
  await backend.clock.advance(130_000);
  backend.latency = 20;
  const requests = Array.from({ length: 500 }, () => open().runPlan({ all: many(action, ids(20)) }));
  await backend.clock.advance(20);
  await Promise.all(requests);
  expect(backend.calls).toHaveLength(2);
});

test('[DA-16] requests of different dimensions never share a call or an answer', async () => {
  const { backend, action, open } = shop(defineSource({ id: 's' }));
  const german = { ...guest, locale: 'de' };
  await Promise.all([
    open().runPlan({ a: need(action, { id: 'a' }) }),
    open(german).runPlan({ a: need(action, { id: 'a' }) }),
  ]);
  const locales = backend.calls.map(({ context }) => (context as { locale: string }).locale);
  expect(new Set(locales)).toEqual(new Set(['de', 'en']));
  expect(locales).toHaveLength(2);
});

test('[DA-36] a call without an answer is given up, and its place is free again', async () => {
  const { backend, action, open } = shop(defineSource({ id: 's', concurrency: 1, giveUpAfter: 500 }));
  backend.latency = 60_000;
  const hung = open().runPlan({ a: need(action, { id: 'a' }) });
  await backend.clock.advance(500);
  expect((await hung).results.a!.error?.message).toBe('"item" had no answer from source "s" in 500 ms.');
  expect((backend.calls[0]!.context as { signal: AbortSignal }).signal.aborted).toBe(true);
  backend.latency = 0;
  expect((await open().runPlan({ a: need(action, { id: 'a' }) })).results.a!.state).toBe('ok');
});

test('[DA-37] a dead source is left alone, tried once after its rest, and asked again when it is back', async () => {
  const { backend, action, open, events } = shop(
    defineSource({ id: 's', breaker: { errorRate: 0.5, minimum: 4, rest: 1000 } }),
  );
  const ask = async (id: string) => (await open().runPlan({ a: need(action, { id }) })).results.a!;
  const dead = backend.answer;
  let broken = true;
  backend.say = ({ id }) => ({ id, text: id });
  const { engine } = createTestEngine(
    [
      {
        action,
        run: async (inputs: { id: string }[], context: object) => {
          if (!broken) return dead('item')(inputs, context);
          backend.calls.push({ action: 'item', inputs, context });
          throw new Error('connection refused');
        },
      },
    ],
    { clock: backend.clock, onTrace: (event) => events.push(event) },
  );
  const askIt = async (id: string) =>
    (await engine.openScope({ shared: guest }).runPlan({ a: need(action, { id }) })).results.a!;
  for (const id of ['1', '2', '3', '4']) expect((await askIt(id)).error?.message).toBe('connection refused');
  expect(events).toContainEqual({ kind: 'breaker-opened', source: 's' });
  expect((await askIt('5')).error?.message).toBe('Source "s" is failing and is not asked for a moment.');
  expect(backend.calls).toHaveLength(4);
  await backend.clock.advance(1000);
  await Promise.all([askIt('6'), askIt('7')]);
  expect((await askIt('8')).error?.message).toContain('not asked for a moment');
  expect(backend.calls).toHaveLength(5);
  broken = false;
  await backend.clock.advance(1000);
  expect((await askIt('9')).state).toBe('ok');
  expect((await askIt('1')).state).toBe('ok');
  expect((await ask('1')).state).toBe('ok');
});

test('[DA-38] every question of a request is traced: where from, how long, with how many', async () => {
  const { backend, action, own, open } = shop(defineSource({ id: 's' }));
  backend.latency = 40;
  const plan = () => ({ all: many(action, ids(2)), own: need(own, { id: 'my secret' }) });
  const first = open();
  const second = open();
  const running = Promise.all([
    first.runPlan(plan(), { hole: true }),
    second.runPlan(plan(), { hole: true }),
  ]);
  await backend.clock.advance(40);
  await running;
  expect(first.trace()).toEqual([
    { action: 'item', key: 'item?locale=en#{"id":"0"}', tier: 'source', state: 'fresh', ms: 40, batch: 2 },
    { action: 'item', key: 'item?locale=en#{"id":"1"}', tier: 'source', state: 'fresh', ms: 40, batch: 2 },
    { action: 'own', tier: 'source', state: 'fresh', ms: 40, batch: 1 },
  ]);
  expect(second.trace()[0]).toMatchObject({ tier: 'flight', ms: 40 });
  const third = open();
  await third.runPlan({ all: many(action, ids(2)) });
  expect(third.trace()[1]).toMatchObject({ tier: 'process', ms: 0 });
});
