import { expect, test } from 'vitest';
import { z } from 'zod';
import { createActionEngine } from './action-engine.ts';
import { defineAction, type } from './define-action.ts';
import { defineSource } from './define-source.ts';
import { handleAction } from './handle-action.ts';
import { many, need } from './need.ts';
import { createTagVersions } from './tag-versions.ts';

test('smoke', async () => {
  const source = defineSource({ id: 's' });
  const cat = defineAction({
    id: 'cat',
    source,
    input: z.object({ id: z.string() }),
    output: type<{ ids: string[] }>(),
    cache: { fresh: 1000 },
    tags: ({ id }) => [`c:${id}`],
  });
  const product = defineAction({
    id: 'product',
    source,
    varyBy: ['locale'],
    input: z.object({ id: z.string() }),
    output: type<{ id: string; l: string }>(),
    cache: { fresh: 1000 },
    tags: ({ id }) => [`p:${id}`],
  });
  const calls: string[] = [];
  const engine = createActionEngine({
    tags: createTagVersions(),
    handlers: [
      handleAction(cat, async (i) => {
        calls.push('cat');
        return i.map(() => ({ ids: ['a', 'b', 'x'] }));
      }),
      handleAction(product, async (i, c) => {
        calls.push('product');
        return i.map(({ id }) => (id === 'x' ? undefined : { id, l: c.locale }));
      }),
    ],
  });
  const shared = {
    channel: 'o',
    locale: 'de',
    currency: 'EUR',
    customerGroup: 'anyone',
    audience: 'everyone',
  };
  const plan = () => {
    const c = need(cat, { id: '1' });
    return {
      c,
      p: many(
        product,
        c.map((x) => x.ids.map((id) => ({ id }))),
      ),
    };
  };
  const r = await engine.openScope({ shared }).runPlan(plan());
  console.log(JSON.stringify(r.results), r.tags, r.contexts, r.maxAge, r.storable, r.data);
  await engine.openScope({ shared }).runPlan(plan());
  expect(calls).toEqual(['cat', 'product']);
  console.log(engine.openScope({ shared }).trace());
});
