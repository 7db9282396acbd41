import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyPublicAction } from './define-action.ts';
import { defineSource } from './define-source.ts';
import { createBackend, createTestEngine, guest, type Item, itemAction } from './engine-under-test.ts';
import { handleAction } from './handle-action.ts';
import { many, need } from './need.ts';
import type { Need } from './plan.ts';

// A random page: plans of chains. Each link asks an action with ids made from the answers of the link before.
const actionCount = 5;
const link = fc.record({
  action: fc.nat(actionCount - 1),
  fan: fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }),
});
const chain = fc.array(link, { minLength: 1, maxLength: 4 });
const page = fc.array(fc.array(chain, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });
type Chain = readonly { action: number; fan: readonly number[] }[];

const sources = [defineSource({ id: 's0' }), defineSource({ id: 's1' }), defineSource({ id: 's2' })];
const actions: AnyPublicAction[] = Array.from({ length: actionCount }, (_, i) =>
  itemAction(`action-${i}`, { source: sources[i % sources.length] }),
);

function planOf(chains: readonly Chain[]): Record<string, Need<unknown>> {
  return Object.fromEntries(
    chains.map(([first, ...rest], i) => {
      let found = many(
        actions[first!.action]!,
        first!.fan.map((n) => ({ id: String(n) })),
      ) as Need<Item[]>;
      for (const { action, fan } of rest)
        found = many(
          actions[action]!,
          found.map((items) => items.flatMap(({ id }) => fan.map((n) => ({ id: `${id}/${n}` })))),
        ) as Need<Item[]>;
      return [`n${i}`, found];
    }),
  );
}

/** By hand: which keys are new at each depth, and so which groups must be asked there. */
function theoreticalMinimum(chains: readonly Chain[]) {
  const asked = new Set<string>();
  let calls = 0;
  for (let depth = 0; depth < 4; depth++) {
    const groups = new Set<number>();
    const fresh = new Set<string>();
    for (const links of chains) {
      const now = links[depth];
      if (!now) continue;
      for (const id of idsAt(links, depth)) {
        const key = `${now.action}#${id}`;
        if (asked.has(key)) continue;
        fresh.add(key);
        groups.add(now.action);
      }
    }
    for (const key of fresh) asked.add(key);
    calls += groups.size;
  }
  return { calls, keys: asked.size };
}

function idsAt(links: Chain, depth: number): string[] {
  let ids = links[0]!.fan.map(String);
  for (const { fan } of links.slice(1, depth + 1)) ids = ids.flatMap((id) => fan.map((n) => `${id}/${n}`));
  return ids;
}

test('[DA-12] calls of a page are the groups times the depth at least needed, and no key is asked twice', async () => {
  await fc.assert(
    fc.asyncProperty(page, async (plans) => {
      const backend = createBackend();
      const { engine } = createTestEngine(actions.map((action) => backend.handle(action)));
      const scope = engine.openScope({ shared: guest });
      await Promise.all(plans.map((chains) => scope.runPlan(planOf(chains))));
      const minimum = theoreticalMinimum(plans.flat());
      expect(backend.calls.length).toBe(minimum.calls);
      const keys = backend.calls.flatMap(({ action, inputs }) => inputs.map(({ id }) => `${action}#${id}`));
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBe(minimum.keys);
      // A second request asks nothing.
      await Promise.all(plans.map((chains) => engine.openScope({ shared: guest }).runPlan(planOf(chains))));
      expect(backend.calls.length).toBe(minimum.calls);
    }),
    { seed: 1, numRuns: 3000 },
  );
});

test('[DA-12] backends that take equally long answer each level of a plan in one call per action', async () => {
  const backend = createBackend();
  backend.latency = 8;
  const { engine } = createTestEngine(
    actions.map((action) => backend.handle(action)),
    { clock: backend.clock },
  );
  const scope = engine.openScope({ shared: guest });
  const running = Promise.all(
    [0, 1, 2, 3, 4].map((action) =>
      scope.runPlan({
        deep: need(
          actions[4]!,
          need(actions[action]!, { id: 'a' }).map(() => ({ id: 'b' })),
        ),
      }),
    ),
  );
  await backend.clock.advance(16);
  await running;
  const calls = (id: string) => backend.calls.filter(({ action }) => action === id).length;
  expect(actions.map(({ id }) => calls(id))).toEqual([1, 1, 1, 1, 2]);
});

test('[DA-13] answers that are ready together release one call together, however their handlers were written', async () => {
  const backend = createBackend();
  const [quick, slow, child] = actions.slice(0, 3) as [AnyPublicAction, AnyPublicAction, AnyPublicAction];
  const { engine } = createTestEngine([
    handleAction(quick, async (inputs) => inputs),
    handleAction(slow, async (inputs) => {
      for (let i = 0; i < 20; i++) await null;
      return inputs;
    }),
    backend.handle(child),
  ]);
  const after = (action: AnyPublicAction, id: string) =>
    need(
      child,
      need(action, { id }).map(() => ({ id })),
    );
  await engine.openScope({ shared: guest }).runPlan({ quick: after(quick, 'a'), slow: after(slow, 'b') });
  expect(backend.calls.map(({ inputs }) => inputs)).toEqual([[{ id: 'a' }, { id: 'b' }]]);
});
