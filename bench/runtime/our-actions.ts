import {
  defineAction,
  defineMutation,
  definePrivateAction,
  defineSource,
  type PrivateAction,
  type,
} from '@vitrine/data-actions';
import {
  type Handler,
  handleAction,
  handleMutation,
  handlePrivateAction,
} from '@vitrine/data-actions/server';
import { z } from 'zod';
import { type BenchProduct, benchPage } from './page-data.ts';

const catalogue = defineSource({ id: 'catalogue' });
const visitors = defineSource({ id: 'visitors' });

export const getProduct = defineAction({
  id: 'bench.product',
  source: catalogue,
  input: z.object({ id: z.string() }),
  output: type<BenchProduct>(),
  varyBy: ['channel', 'locale', 'currency'],
  cache: { fresh: 3_600_000 },
  tags: ({ id }) => [`product:${id}`],
});

/** The same question with an answer that is soon out of date: the stall run asks it all the time. */
export const getShortLivedProduct = defineAction({
  id: 'bench.short-lived-product',
  source: catalogue,
  input: z.object({ id: z.string() }),
  output: type<BenchProduct>(),
  varyBy: ['channel', 'locale', 'currency'],
  cache: { fresh: 100, stale: 100, rescue: 600_000 },
  tags: ({ id }) => [`product:${id}`],
});

export const getCartCount: PrivateAction<Record<never, never>, number> = definePrivateAction({
  id: 'bench.cart-count',
  source: visitors,
  input: z.object({}),
  output: type<number>(),
});

export interface BenchVisitor {
  readonly name: string;
  readonly pieces: number;
}

export const getVisitor: PrivateAction<Record<never, never>, BenchVisitor> = definePrivateAction({
  id: 'bench.visitor',
  source: visitors,
  input: z.object({}),
  output: type<BenchVisitor>(),
});

const fillCart = defineMutation({
  id: 'bench.fill-cart',
  input: z.object({ pieces: z.coerce.number().int() }),
  output: type<number>(),
  updates: [getCartCount, getVisitor],
});

/** Answers from memory. `before` is awaited by each call of a question: the stall run waits there. */
export function benchHandlers({ before }: { readonly before?: () => Promise<void> } = {}): Handler[] {
  const products = new Map(benchPage().products.map((product) => [product.id, product]));
  const carts = new Map<string, number>();
  const byId = async (inputs: readonly { readonly id: string }[]) => {
    await before?.();
    return inputs.map(({ id }) => products.get(id));
  };
  return [
    handleAction(getProduct, byId),
    handleAction(getShortLivedProduct, byId),
    handlePrivateAction(getCartCount, async (inputs, { cartId = '' }) => {
      await before?.();
      return inputs.map(() => carts.get(cartId) ?? 0);
    }),
    handlePrivateAction(getVisitor, async (inputs, { cartId = '' }) => {
      await before?.();
      return inputs.map(() => ({ name: 'Ada', pieces: carts.get(cartId) ?? 0 }));
    }),
    handleMutation(fillCart, async ({ pieces }, { cartId, remember }) => {
      const id = cartId ?? crypto.randomUUID();
      if (cartId === undefined) remember({ cartId: id });
      carts.set(id, pieces);
      return pieces;
    }),
  ];
}
