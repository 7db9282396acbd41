import { expect, test } from 'vitest';
import { describePlan } from './describe-plan.ts';
import { createBackend, createTestEngine, guest, itemAction, ownAction } from './engine-under-test.ts';
import { handleAction } from './handle-action.ts';
import { many, need } from './need.ts';
import type { Need } from './plan.ts';

const product = itemAction('product', { varyBy: ['locale'] });
const price = itemAction('price', { varyBy: ['currency'] });
const cart = ownAction('cart');

function shop() {
  const backend = createBackend();
  const { engine } = createTestEngine([product, price, cart].map((action) => backend.handle(action)));
  return { backend, run: engine.openScope({ shared: guest }), engine };
}

test('[DA-3] map reshapes, and a question made from an answer waits for it', async () => {
  const { backend, run } = shop();
  const found = need(product, { id: 'a' });
  const { results } = await run.runPlan({
    text: found.map(({ text }) => text.length),
    price: need(
      price,
      found.map(({ id }) => ({ id: `${id}-price` })),
    ),
  });
  expect(results.text).toMatchObject({ value: 9, state: 'ok' });
  expect(results.price!.value).toEqual({ id: 'a-price', text: 'price a-price' });
  expect(backend.calls.map(({ action }) => action)).toEqual(['product', 'price']);
});

test('[DA-3] andThen asks the question it chose', async () => {
  const { run } = shop();
  const { results } = await run.runPlan({
    chosen: need(product, { id: 'a' }).andThen(({ id }) => need(price, { id })),
  });
  expect(results.chosen).toMatchObject({ state: 'ok', value: { text: 'price a' } });
});

test('[DA-3] a missing answer makes what rests on it missing, and nobody is asked for it', async () => {
  const { backend, run } = shop();
  backend.say = () => undefined;
  const found = need(product, { id: 'a' });
  const { results, storable } = await run.runPlan({
    found,
    text: found.map(() => {
      throw new Error('must not be called');
    }),
    price: need(
      price,
      found.map(({ id }) => ({ id })),
    ),
  });
  expect(Object.values(results).map(({ state }) => state)).toEqual(['missing', 'missing', 'missing']);
  expect(backend.calls).toHaveLength(1);
  expect(storable).toBe(true);
});

test('[DA-3] optional turns missing and failed into undefined; a failed one is not kept', async () => {
  const { backend, run, engine } = shop();
  backend.say = ({ id }) => (id === 'a' ? undefined : new Error('out of order'));
  const missing = await run.runPlan({ a: need(product, { id: 'a' }).optional() });
  expect(missing.results.a).toMatchObject({ state: 'ok', value: undefined });
  expect(missing.storable).toBe(true);
  const failed = await engine
    .openScope({ shared: guest })
    .runPlan({ b: need(product, { id: 'b' }).optional() });
  expect(failed.results.b).toMatchObject({ state: 'ok', value: undefined });
  expect(failed.storable).toBe(false);
});

test('[DA-3] orNotFound tells that the page is not there; a failure does not', async () => {
  const { backend, run, engine } = shop();
  backend.say = ({ id }) => (id === 'a' ? undefined : new Error('out of order'));
  expect((await run.runPlan({ a: need(product, { id: 'a' }).orNotFound() })).notFound).toBe(true);
  const failed = await engine
    .openScope({ shared: guest })
    .runPlan({ b: need(product, { id: 'b' }).orNotFound() });
  expect(failed.notFound).toBe(false);
  expect(failed.results.b).toMatchObject({ state: 'error', error: new Error('out of order') });
});

test('[DA-4] many keeps the order of its inputs and leaves out what is missing or failed', async () => {
  const { backend, run } = shop();
  backend.say = ({ id }) => (id === 'b' ? undefined : id === 'c' ? new Error('broken') : { id, text: id });
  const { results, storable } = await run.runPlan({
    found: many(
      product,
      ['d', 'b', 'a', 'c', 'd'].map((id) => ({ id })),
    ),
    none: many(product, []),
    broken: many(product, [{ id: 'c' }]),
  });
  expect(results.found).toMatchObject({ state: 'ok', value: [{ id: 'd' }, { id: 'a' }, { id: 'd' }] });
  expect(results.none).toMatchObject({ state: 'ok', value: [] });
  expect(results.broken!.state).toBe('error');
  expect(storable).toBe(false);
});

test('[DA-5] a reshaping that throws, a wrong plan and an unknown action cost their own name only', async () => {
  const { run } = shop();
  const unknown = itemAction('nobody-answers');
  const { results } = await run.runPlan({
    broken: need(product, { id: 'a' }).map(() => {
      throw new Error('no such field');
    }),
    unknown: need(unknown, { id: 'a' }),
    noJson: need(product, { id: new Date(0) as unknown as string }),
    fine: need(product, { id: 'a' }),
  });
  expect(results.broken!.error?.message).toBe('no such field');
  expect(results.unknown!.error?.message).toContain(
    'No handler answers "nobody-answers". Registered: cart, price, product',
  );
  expect(results.noJson!.error?.message).toContain('got a Date at ".id"');
  expect(results.fine!.state).toBe('ok');
});

test('[DA-5] a need has no value, cannot be awaited, and a plan takes nothing but needs', async () => {
  const { run } = shop();
  await expect(Promise.resolve(need(product, { id: 'a' }))).rejects.toThrow('cannot be awaited');
  expect(() => need('product' as never, {} as never)).toThrow('A plan needs actions');
  await expect(run.runPlan({ bad: 7 as unknown as Need<unknown> })).rejects.toThrow(
    '"bad" in a plan is number',
  );
});

test('[DA-6] a plan is described without being run', () => {
  const { backend, engine } = shop();
  const found = need(product, { id: 'a' });
  const asked = found.map(({ id }) => ({ id }));
  expect(describePlan({ price: need(price, asked) })).toEqual({
    class: 'public',
    contexts: ['currency', 'locale'],
    actions: ['price', 'product'],
    openEnded: false,
    readsViewed: false,
    settles: false,
  });
  expect(engine.describePlan({ cart: need(cart, { id: 'a' }), found })).toMatchObject({ class: 'private' });
  expect(describePlan({ next: found.andThen(({ id }) => need(price, { id })) })).toMatchObject({
    openEnded: true,
    contexts: ['audience', 'channel', 'currency', 'customerGroup', 'locale'],
  });
  expect(backend.calls).toHaveLength(0);
});

test('[DA-7] a later handler with the same id wins, with its own definition', async () => {
  const backend = createBackend();
  const own = itemAction('product', { varyBy: ['locale', 'currency'] });
  const { engine } = createTestEngine([
    backend.handle(product),
    handleAction(own, async (inputs, { currency }) => inputs.map(({ id }) => ({ id, text: currency }))),
  ]);
  const plan = { found: need(product, { id: 'a' }) };
  const { results, contexts } = await engine.openScope({ shared: guest }).runPlan(plan);
  expect(results.found!.value).toEqual({ id: 'a', text: 'EUR' });
  expect(contexts).toEqual(['currency', 'locale']);
  expect(engine.describePlan(plan).contexts).toEqual(['currency', 'locale']);
  expect(() => createTestEngine([backend.handle(product), backend.handle(ownAction('product'))])).toThrow(
    'An override keeps the class',
  );
});
