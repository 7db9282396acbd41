import { expect, test } from 'vitest';
import { createBackend, createTestEngine, guest, itemAction, ownAction } from './engine-under-test.ts';
import { many, need } from './need.ts';

const cache = { fresh: 1000, stale: 1000, rescue: 60_000 };
const product = itemAction('product', { cache });
const impatient = itemAction('impatient', { cache, timeout: 30 });
const own = ownAction('own');

function shop() {
  const backend = createBackend();
  const handlers = [product, impatient, own].map((action) => backend.handle(action));
  return { backend, ...createTestEngine(handlers, { clock: backend.clock }) };
}

const plan = () => ({ found: need(product, { id: 'a' }) });

test('[DA-30] at its deadline a plan goes on without the answer, and the call fills the cache', async () => {
  const { backend, engine } = shop();
  backend.latency = 3000;
  const running = engine.openScope({ shared: guest }).runPlan(plan(), { deadline: 200 });
  await backend.clock.advance(200);
  const result = await running;
  expect(result).toMatchObject({
    storable: false,
    results: { found: { state: 'fallback', value: undefined } },
  });
  await backend.clock.advance(2800);
  const { results } = await engine.openScope({ shared: guest }).runPlan(plan());
  expect(results.found!.state).toBe('ok');
  expect(backend.calls).toHaveLength(1);
});

test('[DA-30] the page deadline counts from the opening of the request, whatever a slot allows', async () => {
  const { backend, engine } = shop();
  backend.latency = 3000;
  const scope = engine.openScope({ shared: guest, deadline: 100 });
  await backend.clock.advance(60);
  let ended = 0;
  const running = scope.runPlan(plan(), { deadline: 500 }).then(() => {
    ended = backend.clock.now();
  });
  const start = backend.clock.now();
  await backend.clock.advance(100);
  await running;
  expect(ended - start).toBe(40);
  expect((await scope.runPlan(plan())).results.found!.state).toBe('fallback');
});

test('[DA-31] late answers come as the same plan, complete', async () => {
  const { backend, engine } = shop();
  backend.latency = 100;
  const scope = engine.openScope({ shared: guest, deadline: 50 });
  const found = need(product, { id: 'a' });
  const running = scope.runPlan({
    found,
    next: need(
      product,
      found.map(() => ({ id: 'b' })),
    ),
  });
  await backend.clock.advance(50);
  const { late, results } = await running;
  expect([results.found!.state, results.next!.state]).toEqual(['fallback', 'fallback']);
  await backend.clock.advance(200);
  const complete = await late!;
  expect(complete.results.next).toMatchObject({ state: 'ok', value: { id: 'b' } });
  expect(complete.storable).toBe(true);
  expect(complete.late).toBeUndefined();
  expect(backend.calls).toHaveLength(2);
});

test('[DA-32] at the deadline an older answer stands in, for what is asked with it too', async () => {
  const { backend, engine } = shop();
  const deep = () => {
    const found = need(product, { id: 'a' });
    return {
      found,
      next: need(
        product,
        found.map(({ id }) => ({ id: `${id}b` })),
      ),
    };
  };
  await engine.openScope({ shared: guest }).runPlan(deep());
  await backend.clock.advance(10_000);
  backend.latency = 3000;
  const running = engine.openScope({ shared: guest, deadline: 50 }).runPlan(deep());
  await backend.clock.advance(50);
  const result = await running;
  expect(result.results.found).toMatchObject({ state: 'stale', value: { id: 'a' } });
  expect(result.results.next).toMatchObject({ state: 'stale', value: { id: 'ab' } });
  expect(result.storable).toBe(false);
});

test('[DA-32] of many, those that are there are shown at the deadline', async () => {
  const { backend, engine } = shop();
  await engine.openScope({ shared: guest }).runPlan(plan());
  backend.latency = 3000;
  const running = engine
    .openScope({ shared: guest, deadline: 50 })
    .runPlan({ found: many(product, [{ id: 'b' }, { id: 'a' }]) });
  await backend.clock.advance(50);
  const { results, storable, late } = await running;
  expect(results.found).toMatchObject({ state: 'ok', value: [{ id: 'a' }] });
  expect(storable).toBe(false);
  await backend.clock.advance(3000);
  expect((await late!).results.found!.value).toMatchObject([{ id: 'b' }, { id: 'a' }]);
});

test('[DA-33] a critical plan waits beyond every deadline', async () => {
  const { backend, engine } = shop();
  backend.latency = 3000;
  const running = engine
    .openScope({ shared: guest, deadline: 50 })
    .runPlan({ ...plan(), other: need(impatient, { id: 'a' }) }, { critical: true });
  await backend.clock.advance(3000);
  const { results } = await running;
  expect([results.found!.state, results.other!.state]).toEqual(['ok', 'ok']);
});

test("[DA-34] an action's timeout lets its own question go, not the others", async () => {
  const { backend, engine } = shop();
  backend.latency = (action) => (action === 'impatient' ? 50 : 100);
  const running = engine.openScope({ shared: guest }).runPlan({
    ...plan(),
    soon: need(impatient, { id: 'a' }).optional(),
  });
  await backend.clock.advance(100);
  const { results, storable, late } = await running;
  expect(results.found!.state).toBe('ok');
  expect(results.soon).toMatchObject({ state: 'ok', value: undefined });
  // What was let go has landed meanwhile: the page was made without it all the same.
  expect(storable).toBe(false);
  expect(await late).toMatchObject({ storable: true, results: { soon: { value: { id: 'a' } } } });
});

test("[DA-34] after an action's timeout the plan does not wait for it", async () => {
  const { backend, engine } = shop();
  backend.latency = 100;
  const running = engine.openScope({ shared: guest }).runPlan({ soon: need(impatient, { id: 'a' }) });
  await backend.clock.advance(30);
  const { results, storable } = await running;
  expect(results.soon!.state).toBe('fallback');
  expect(storable).toBe(false);
});

test('[DA-35] a request that is given up ends its plans and tells its private calls', async () => {
  const { backend, engine } = shop();
  backend.latency = 3000;
  const controller = new AbortController();
  const scope = engine.openScope({ shared: guest, signal: controller.signal });
  const running = scope.runPlan({ ...plan(), mine: need(own, { id: 'a' }) }, { hole: true });
  await backend.clock.settle();
  controller.abort();
  const { results, late } = await running;
  expect([results.found!.state, results.mine!.state, late]).toEqual(['fallback', 'fallback', undefined]);
  const signals = backend.calls.map(({ context }) => (context as { signal: AbortSignal }).signal.aborted);
  expect(signals).toEqual([false, true]);
});

test('[DA-32] when calls stall or a source is dead, every page ends in time and shows what it has', async () => {
  const { backend, engine } = shop();
  const page = () =>
    engine
      .openScope({ shared: guest, deadline: 200 })
      .runPlan({ all: many(product, ids), own: need(own, { id: 'x' }) }, { hole: true });
  const ids = Array.from({ length: 10 }, (_, i) => ({ id: String(i) }));
  await page();
  const ends: number[] = [];
  const states: string[] = [];
  for (let i = 0; i < 120; i++) {
    await backend.clock.advance(900);
    // One call in fifty takes three seconds; from the hundredth page on every one does.
    backend.latency = i % 50 === 0 || i >= 100 ? 3000 : 8;
    const start = backend.clock.now();
    const ending = page().then(({ results }) => {
      ends.push(backend.clock.now() - start);
      states.push(results.all!.state);
      expect(results.all!.value).toHaveLength(10);
    });
    await backend.clock.advance(200);
    await ending;
  }
  expect(Math.max(...ends)).toBeLessThanOrEqual(200);
  expect(new Set(states)).toEqual(new Set(['ok', 'stale']));
});
