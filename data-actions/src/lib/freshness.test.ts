import { expect, test } from 'vitest';
import { createBackend, createTestEngine, guest, itemAction } from './engine-under-test.ts';
import { handleAction } from './handle-action.ts';
import { many, need } from './need.ts';
import { createProcessCache } from './process-cache.ts';

const cache = { fresh: 1000, stale: 1000, rescue: 1000, negative: 200 };
const product = itemAction('product', { cache });

function shop(options: { random?: () => number } = {}) {
  const backend = createBackend();
  const made = createTestEngine([backend.handle(product)], { clock: backend.clock, ...options });
  const ask = async (id = 'a') => {
    const { results } = await made.engine
      .openScope({ shared: guest })
      .runPlan({ found: need(product, { id }) });
    const { state, value } = results.found!;
    return { state, text: (value as { text: string } | undefined)?.text };
  };
  return { backend, ask, ...made };
}

test('[DA-20] a fresh answer is served without asking', async () => {
  const { backend, ask } = shop();
  await ask();
  await backend.clock.advance(999);
  expect(await ask()).toEqual({ state: 'ok', text: 'product a' });
  expect(backend.calls).toHaveLength(1);
});

test('[DA-20] a stale answer is served at once while one refresh runs', async () => {
  const { backend, ask } = shop();
  await ask();
  backend.say = ({ id }) => ({ id, text: 'new' });
  backend.latency = 50;
  await backend.clock.advance(1500);
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(
    Array(3).fill({ state: 'stale', text: 'product a' }),
  );
  await backend.clock.advance(50);
  expect(await ask()).toEqual({ state: 'ok', text: 'new' });
  expect(backend.calls).toHaveLength(2);
});

test('[DA-20] what is made of a stale answer is not kept', async () => {
  const { backend, ask, engine } = shop();
  await ask();
  await backend.clock.advance(1500);
  const result = await engine.openScope({ shared: guest }).runPlan({ found: need(product, { id: 'a' }) });
  expect(result).toMatchObject({ storable: false, maxAge: 0 });
});

test('[DA-21] entries made together are refreshed at different moments of their last tenth', async () => {
  const draws = [0, 0.5, 1];
  let drawn = 0;
  const { backend, ask } = shop({ random: () => draws[drawn++]! });
  await Promise.all([ask('a'), ask('b'), ask('c')]);
  await backend.clock.advance(960);
  expect(await Promise.all([ask('a'), ask('b'), ask('c')])).toEqual([
    { state: 'ok', text: 'product a' },
    { state: 'ok', text: 'product b' },
    { state: 'ok', text: 'product c' },
  ]);
  await backend.clock.settle();
  expect(backend.calls.map(({ inputs }) => inputs.map(({ id }) => id))).toEqual([
    ['a', 'b', 'c'],
    ['b', 'c'],
  ]);
});

test('[DA-22] when the source fails, the older answer is shown, stale or kept for rescue', async () => {
  const { backend, ask, events } = shop();
  await ask();
  backend.say = () => new Error('out of order');
  await backend.clock.advance(1500);
  expect(await ask()).toEqual({ state: 'stale', text: 'product a' });
  await backend.clock.settle();
  expect(events).toContainEqual(expect.objectContaining({ kind: 'refresh-failed', error: 'out of order' }));
  await backend.clock.advance(1000);
  expect(await ask()).toEqual({ state: 'stale', text: 'product a' });
  await backend.clock.advance(1000);
  expect(await ask()).toEqual({ state: 'error', text: undefined });
});

test('[DA-22] a refresh that failed is not tried again for a second', async () => {
  const { backend, ask } = shop();
  await ask();
  backend.say = () => new Error('out of order');
  await backend.clock.advance(1100);
  for (let i = 0; i < 5; i++) {
    await ask();
    await backend.clock.settle();
  }
  expect(backend.calls).toHaveLength(2);
});

test('[DA-23] "there is no such thing" is believed briefly, and not after its tag was bumped', async () => {
  const { backend, ask, tags } = shop();
  backend.say = () => undefined;
  await ask();
  await ask();
  expect(backend.calls).toHaveLength(1);
  backend.say = ({ id }) => ({ id, text: 'published' });
  await tags.bump(['product:a']);
  expect(await ask()).toEqual({ state: 'ok', text: 'published' });
  backend.say = () => undefined;
  expect(await ask('b')).toEqual({ state: 'missing', text: undefined });
  await backend.clock.advance(200);
  await ask('b');
  expect(backend.calls).toHaveLength(4);
});

test('[DA-24] an answer is not served after the moment it stops being true', async () => {
  const backend = createBackend();
  const sale = itemAction('sale', { cache, validUntil: ({ text }) => text });
  const { engine } = createTestEngine([backend.handle(sale)], { clock: backend.clock });
  backend.say = ({ id }) => ({ id, text: new Date(backend.clock.now() + 300).toISOString() });
  const ask = () => engine.openScope({ shared: guest }).runPlan({ found: need(sale, { id: 'a' }) });
  expect((await ask()).maxAge).toBe(300);
  await backend.clock.advance(299);
  await ask();
  expect(backend.calls).toHaveLength(1);
  await backend.clock.advance(1);
  expect((await ask()).results.found!.state).toBe('ok');
  expect(backend.calls).toHaveLength(2);
});

test('[DA-25] a bump makes every answer with the tag out of date at once, also as a rescue', async () => {
  const { backend, ask, tags } = shop();
  await ask();
  backend.say = () => new Error('out of order');
  await tags.bump(['product:a']);
  expect(await ask()).toEqual({ state: 'error', text: undefined });
  await ask('b');
  expect(backend.calls).toHaveLength(3);
});

test('[DA-26] an answer whose tag is bumped on its way is used once and not kept', async () => {
  const { backend, ask, tags, engine, events } = shop();
  backend.latency = 50;
  const running = engine.openScope({ shared: guest }).runPlan({ found: need(product, { id: 'a' }) });
  await backend.clock.advance(20);
  backend.say = ({ id }) => ({ id, text: 'after the change' });
  await tags.bump(['product:a']);
  await backend.clock.advance(50);
  expect(await running).toMatchObject({
    storable: false,
    results: { found: { value: { text: 'product a' } } },
  });
  expect(events).toContainEqual(expect.objectContaining({ kind: 'not-stored' }));
  backend.latency = 0;
  expect(await ask()).toEqual({ state: 'ok', text: 'after the change' });
});

test('[DA-26] who asks after a bump does not join a call from before it', async () => {
  const { backend, ask, tags } = shop();
  backend.latency = 50;
  const before = ask();
  await backend.clock.advance(20);
  backend.say = ({ id }) => ({ id, text: 'after the change' });
  await tags.bump(['product:a']);
  const after = ask();
  await backend.clock.advance(60);
  expect((await before).text).toBe('product a');
  expect((await after).text).toBe('after the change');
});

test('[DA-26] the snapshot of a result is current as long as all its answers are', async () => {
  const { engine, tags } = shop();
  const { snapshot, storable } = await engine
    .openScope({ shared: guest })
    .runPlan({ found: many(product, [{ id: 'a' }, { id: 'b' }]) });
  expect(storable && tags.isCurrent(snapshot)).toBe(true);
  await tags.bump(['product:c']);
  expect(tags.isCurrent(snapshot)).toBe(true);
  await tags.bump(['product:b']);
  expect(tags.isCurrent(snapshot)).toBe(false);
});

test('[DA-27] failures are never kept, and one input that fails leaves the others alone', async () => {
  const { backend, engine } = shop();
  backend.say = ({ id }) => (id === 'a' ? new Error('broken') : { id, text: id });
  const ask = () =>
    engine
      .openScope({ shared: guest })
      .runPlan({ a: need(product, { id: 'a' }), b: need(product, { id: 'b' }) });
  const { results } = await ask();
  expect([results.a!.state, results.b!.state]).toEqual(['error', 'ok']);
  backend.say = ({ id }) => ({ id, text: 'mended' });
  expect((await ask()).results.a!.value).toEqual({ id: 'a', text: 'mended' });
  expect(backend.calls.map(({ inputs }) => inputs.length)).toEqual([2, 1]);
});

test('[DA-27] a handler that throws or answers the wrong number of inputs fails all its questions', async () => {
  const { engine } = createTestEngine([
    handleAction(product, async () => []),
    handleAction(itemAction('thrower'), () => {
      throw new Error('not even a promise');
    }),
  ]);
  const { results } = await engine
    .openScope({ shared: guest })
    .runPlan({ few: need(product, { id: 'a' }), thrown: need(itemAction('thrower'), { id: 'a' }) });
  expect(results.few!.error?.message).toContain('was asked 1 questions and gave 0 answers');
  expect(results.thrown!.error?.message).toBe('not even a promise');
});

test('[DA-28] an answer is the same frozen object for everyone', async () => {
  const { engine } = shop();
  const ask = () => engine.openScope({ shared: guest }).runPlan({ found: need(product, { id: 'a' }) });
  const first = (await ask()).results.found!.value as { text: string };
  expect((await ask()).results.found!.value).toBe(first);
  expect(() => {
    first.text = 'changed by a view';
  }).toThrow(TypeError);
});

test('[DA-29] the process cache holds a bounded number of bytes and drops what was not used for longest', async () => {
  const backend = createBackend();
  const small = createProcessCache({ maxBytes: 10_000 });
  const { engine } = createTestEngine([backend.handle(product)], { processCache: small });
  for (let i = 0; i < 100; i++)
    await engine.openScope({ shared: guest }).runPlan({ found: need(product, { id: `p${i}` }) });
  expect(small.size).toBeLessThanOrEqual(10_000);
  expect(small.get('product?#{"id":"p99"}')).toBeDefined();
  expect(small.get('product?#{"id":"p0"}')).toBeUndefined();
});

test('[DA-25] an older answer does not stand in when its tag is bumped while the source is asked', async () => {
  const { backend, ask, tags } = shop();
  await ask();
  await backend.clock.advance(2500);
  backend.say = () => new Error('out of order');
  backend.latency = 50;
  const running = ask();
  await backend.clock.advance(20);
  await tags.bump(['product:a']);
  await backend.clock.advance(30);
  expect(await running).toEqual({ state: 'error', text: undefined });
});
