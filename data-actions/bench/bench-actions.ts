import { defineAction, definePrivateAction, defineSource, type } from '@vitrine/data-actions';
import { handleAction, handlePrivateAction } from '@vitrine/data-actions/server';
import { z } from 'zod';

/** Six actions of five sources with handlers that answer at once, and the number of calls so far. */
export function benchActions() {
  let calls = 0;
  const answer =
    <O>(make: (id: number) => O) =>
    async (inputs: readonly { id: number }[]) => {
      calls++;
      return inputs.map(({ id }) => make(id));
    };
  const catalogue = defineSource({ id: 'catalogue' });
  const common = {
    input: z.object({ id: z.number() }),
    cache: { fresh: 600_000 },
    varyBy: ['channel', 'locale'] as const,
  };
  const product = defineAction({
    ...common,
    id: 'product',
    source: catalogue,
    output: type<{ id: number; name: string }>(),
    tags: ({ id }) => [`product:${id}`],
  });
  const category = defineAction({
    ...common,
    id: 'category',
    source: catalogue,
    output: type<{ ids: number[] }>(),
    tags: ({ id }) => [`category:${id}`, 'list:*'],
  });
  const price = defineAction({
    ...common,
    id: 'price',
    source: defineSource({ id: 'price' }),
    output: type<{ cents: number }>(),
    tags: ({ id }) => [`price:${id}`],
  });
  const stock = defineAction({
    ...common,
    id: 'stock',
    source: defineSource({ id: 'stock' }),
    output: type<{ left: number }>(),
    tags: ({ id }) => [`stock:${id}`],
  });
  const menu = defineAction({
    ...common,
    id: 'menu',
    source: defineSource({ id: 'content' }),
    output: type<{ items: string[] }>(),
    tags: ({ id }) => [`menu:${id}`],
  });
  const cart = definePrivateAction({
    id: 'cart',
    source: defineSource({ id: 'cart' }),
    input: z.object({}),
    output: type<{ count: number }>(),
  });
  return {
    actions: { product, category, price, stock, menu, cart },
    count: () => calls,
    handlers: [
      handleAction(
        product,
        answer((id) => ({ id, name: `Product ${id}` })),
      ),
      handleAction(
        category,
        answer(() => ({ ids: Array.from({ length: 24 }, (_, id) => id) })),
      ),
      handleAction(
        price,
        answer(() => ({ cents: 1999 })),
      ),
      handleAction(
        stock,
        answer(() => ({ left: 3 })),
      ),
      handleAction(
        menu,
        answer(() => ({ items: [] })),
      ),
      handlePrivateAction(cart, async (inputs) => {
        calls++;
        return inputs.map(() => ({ count: 2 }));
      }),
    ],
  };
}
