import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createBackend,
  createTestEngine,
  guest,
  type Item,
  itemAction,
  nobody,
  ownAction,
} from './engine-under-test.ts';
import { handleAction, handlePrivateAction } from './handle-action.ts';
import { many, need } from './need.ts';
import { isPrivate, openPrivate, sealPrivate } from './private-value.ts';
import { createProcessCache } from './process-cache.ts';
import { PublicEntry } from './public-entry.ts';
import { publicContext } from './request-context.ts';
import { createTagVersions } from './tag-versions.ts';
import { createTestClock } from './test-clock.ts';

const price = itemAction('price', { varyBy: ['currency'] });
const own = ownAction('own');

test('[DA-8] a public answer sees its declared dimensions; any other read says what to do', () => {
  const seen = publicContext(price, guest, AbortSignal.timeout(1000)) as Record<string, unknown>;
  expect(seen.currency).toBe('EUR');
  expect(() => seen.locale).toThrow('read "locale". It may read currency, signal.');
  expect(() => seen.cartId).toThrow('If the answer depends on "cartId", add it to varyBy.');
  expect(new Set(Object.keys(seen))).toEqual(new Set(['currency', 'signal']));
  expect(() => {
    seen.currency = 'GBP';
  }).toThrow(TypeError);
});

test('[DA-8] a handler that reads more than it declared fails its own questions', async () => {
  const nosy = handleAction(price, async (inputs, context) =>
    inputs.map(({ id }) => ({ id, text: (context as unknown as { customerId: string }).customerId })),
  );
  const { engine } = createTestEngine([nosy]);
  const { results } = await engine.openScope({ shared: guest }).runPlan({ a: need(price, { id: 'a' }) });
  expect(results.a!.error?.message).toContain('read "customerId"');
});

test('[DA-9] a private answer has no fields, no text and no JSON until a hole opens it', () => {
  const box = sealPrivate('cart', { total: 7 }) as unknown as Record<string, unknown>;
  const readings: (() => unknown)[] = [
    () => box.total,
    () => String(box),
    () => `${box}`,
    () => JSON.stringify({ box }),
    () => Object.keys(box),
    () => 'total' in box,
    () => ({ ...box }),
    () => structuredClone(box),
  ];
  for (const read of readings) expect(read).toThrow();
  expect(() => box.total).toThrow('The answer of private action "cart" was read (total) outside a hole');
  expect(inspect(box)).not.toContain('7');
  expect(isPrivate(box)).toBe(true);
  expect(openPrivate([box, 1])).toEqual([{ total: 7 }, 1]);
});

test('[DA-9] only the plan of a hole opens private answers; a cached one gets an error and the reason', async () => {
  const backend = createBackend();
  const { engine } = createTestEngine([backend.handle(own)]);
  const scope = engine.openScope({ shared: guest, private: { ...nobody, cartId: 'c' } });
  const plan = { one: need(own, { id: 'a' }), two: many(own, [{ id: 'a' }, { id: 'b' }]) };
  const hole = await scope.runPlan(plan, { hole: true });
  expect(hole.results.one!.value).toEqual({ id: 'a', text: 'own a' });
  expect(hole.results.two!.value).toHaveLength(2);
  expect(hole).toMatchObject({ storable: false, data: {}, tags: [] });
  let looked = false;
  const hidden = need(own, { id: 'a' }).map(() => {
    looked = true;
    return 'harmless';
  });
  const cached = await scope.runPlan({ ...plan, hidden });
  expect(looked).toBe(false);
  expect(cached.results.one!.error?.message).toContain('Make the module a hole.');
  expect(cached.results.hidden!.state).toBe('error');
});

test('[DA-9] a plan reshapes a private answer; the result stays inside, however many steps it takes', async () => {
  const backend = createBackend();
  const { engine } = createTestEngine([backend.handle(own), backend.handle(price)]);
  const scope = engine.openScope({ shared: guest, private: { ...nobody, cartId: 'c' } });
  backend.say = (asked) => (asked.id === 'none' ? undefined : { id: asked.id, text: `own ${asked.id}` });
  const length = need(own, { id: 'a' }).map(({ text }) => text.length);
  const plan = {
    length,
    isLong: length.map((found) => found > 3),
    all: many(own, [{ id: 'a' }, { id: 'b' }]).map((found) => found.length),
    none: need(own, { id: 'none' })
      .optional()
      .map((found) => found?.text.length ?? 0),
    broken: length.map(() => {
      throw new Error('a mistake');
    }),
  };
  const values = (results: Readonly<Record<string, { value: unknown }>>) =>
    Object.values(results).map(({ value }) => value);
  const hole = await scope.runPlan(plan, { hole: true });
  expect(values(hole.results)).toEqual([5, true, 2, 0, undefined]);
  expect([hole.storable, hole.results.broken!.error?.message]).toEqual([false, 'a mistake']);
  const cached = await scope.runPlan(plan);
  expect(values(cached.results)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(Object.values(cached.results).map(({ state }) => state)).toEqual(Array(5).fill('error'));
});

test('[DA-9] no question is made of a private answer, also where nobody compiles', async () => {
  const backend = createBackend();
  const { engine } = createTestEngine([backend.handle(own), backend.handle(price)]);
  const scope = engine.openScope({ shared: guest, private: { ...nobody, cartId: 'c' } });
  const secret = need(own, { id: 'a' }).map(({ text }) => ({ id: text })) as never;
  const chosen = need(own, { id: 'a' }).andThen((box) => {
    expect(() => (box as unknown as Item).text).toThrow('outside a hole');
    return need(price, { id: 'p' });
  });
  const { results } = await scope.runPlan(
    { one: need(price, secret), two: many(price, secret), own: need(own, secret), chosen },
    { hole: true },
  );
  for (const name of ['one', 'two', 'own'])
    expect(results[name]!.error?.message).toContain('made of the answer to private action "own"');
  expect(results.chosen!.state).toBe('ok');
  expect(backend.calls.flatMap(({ inputs }) => inputs)).toEqual([{ id: 'a' }, { id: 'p' }]);
});

test('[DA-10] a public answer that holds a private one is refused, and so is every foreign entry', async () => {
  const smuggler = handleAction(price, async (inputs) =>
    inputs.map(({ id }) => ({ id, text: sealPrivate('own', 'secret') as unknown as string })),
  );
  const { engine, cache } = createTestEngine([smuggler]);
  const { results } = await engine.openScope({ shared: guest }).runPlan({ a: need(price, { id: 'a' }) });
  expect(results.a!.error?.message).toContain('holds a private value. Define it as a private action.');
  expect([...cache.entries()]).toEqual([]);
  const content = { key: 'k', value: 1, at: 0, freshUntil: 9, staleUntil: 9, rescueUntil: 9, tags: [] };
  const snapshot = createTagVersions().snapshot([]);
  expect(() => new PublicEntry(own as never, { ...content, snapshot }, 0)).toThrow('answers are never kept');
  const imitation = { ...content, snapshot, size: 1 } as unknown as PublicEntry;
  expect(() => createProcessCache().set(imitation)).toThrow('not the answer to a public action');
});

const priceFor = itemAction('price-for', { varyBy: ['customerGroup'] });
const basket = ownAction('basket');

/** Random requests of three shoppers, mixed, with delays, deadlines and bumps. @returns everything that others could see. */
async function afternoon(
  requests: readonly {
    shopper: number;
    ids: readonly number[];
    deadline: number;
    latency: number;
    bump: boolean;
  }[],
  leak: (cartId: string | undefined) => string,
) {
  const clock = createTestClock();
  let delay = 0;
  let current: string | undefined;
  const made = createTestEngine(
    [
      handleAction(priceFor, async (inputs, { customerGroup }) => {
        const text = `${customerGroup}${leak(current)}`;
        await new Promise<void>((resolve) => clock.after(delay, resolve));
        return inputs.map(({ id }) => ({ id, text }));
      }),
      handlePrivateAction(basket, async (inputs, { cartId, customerId, sessionId }) => {
        await new Promise<void>((resolve) => clock.after(delay, resolve));
        return inputs.map(({ id }): Item => ({ id, text: `${cartId} ${customerId} ${sessionId}` }));
      }),
    ],
    { clock },
  );
  const seen: { shopper: number; text: string }[] = [];
  const public_: string[] = [];
  await Promise.all(
    requests.map(async ({ shopper, ids, deadline, latency, bump }) => {
      delay = latency;
      const canary = `canary-${shopper}`;
      current = canary;
      const scope = made.engine.openScope({
        shared: { ...guest, customerGroup: shopper % 2 ? 'members' : 'anyone' },
        private: {
          customerId: `${canary}-customer`,
          cartId: `${canary}-cart`,
          sessionId: `${canary}-session`,
        },
        deadline,
      });
      const inputs = ids.map((id) => ({ id: String(id) }));
      const shown = scope.runPlan({ prices: many(priceFor, inputs) });
      const hole = scope.runPlan({ own: many(basket, inputs) }, { hole: true });
      if (bump) await made.tags.bump(ids.map((id) => `price-for:${id}`));
      for (let i = 0; i < 4; i++) await clock.advance(20);
      const [{ results, data, late }, mine] = await Promise.all([shown, hole]);
      public_.push(JSON.stringify([results, data, (await late)?.data ?? null, scope.trace()]));
      seen.push({ shopper, text: JSON.stringify([mine.results, mine.data]) });
    }),
  );
  const stores = JSON.stringify([[...made.cache.entries()], made.events]);
  return { seen, shared: stores + public_.join() };
}

const requests = fc.array(
  fc.record({
    shopper: fc.nat(2),
    ids: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
    deadline: fc.integer({ min: 1, max: 60 }),
    latency: fc.integer({ min: 0, max: 40 }),
    bump: fc.boolean(),
  }),
  { minLength: 2, maxLength: 8 },
);

test('[DA-19] nothing of a shopper reaches a shared store, a trace or another shopper', async () => {
  await fc.assert(
    fc.asyncProperty(requests, async (asked) => {
      const { seen, shared } = await afternoon(asked, () => '');
      expect(shared).not.toContain('canary');
      for (const { shopper, text } of seen)
        expect(text.match(/canary-\d/g)?.every((canary) => canary === `canary-${shopper}`) ?? true).toBe(
          true,
        );
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('[DA-19] the search for canaries finds an answer that leaks', async () => {
  const { shared } = await afternoon(
    [{ shopper: 1, ids: [1], deadline: 60, latency: 0, bump: false }],
    (cartId) => cartId ?? '',
  );
  expect(shared).toContain('canary-1');
});
