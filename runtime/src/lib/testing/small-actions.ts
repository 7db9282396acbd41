import {
  defineAction,
  defineMutation,
  definePrivateAction,
  defineSource,
  type PrivateAction,
  type,
} from '@vitrine/data-actions';
import { z } from 'zod';

export interface Thing {
  readonly id: string;
  readonly name: string;
  readonly slugs: Readonly<Record<string, string>>;
}

export interface Basket {
  readonly pieces: number;
  readonly owner: string;
}

const catalogue = defineSource({ id: 'catalogue' });
const pricing = defineSource({ id: 'pricing' });
const cart = defineSource({ id: 'cart' });
const cache = { fresh: 60_000, stale: 600_000, negative: 5000 };

export const getThing = defineAction({
  id: 'thing.get',
  source: catalogue,
  input: z.object({ slug: z.string() }),
  output: type<Thing>(),
  varyBy: ['channel', 'locale'],
  cache,
  tags: ({ slug }) => [`product-slug:${slug}`],
});

export const getMenu = defineAction({
  id: 'menu.get',
  source: catalogue,
  input: z.object({}),
  output: type<readonly string[]>(),
  varyBy: ['locale'],
  cache,
  tags: () => ['categories'],
});

export const getPrice = defineAction({
  id: 'price.get',
  source: pricing,
  input: z.object({ id: z.string() }),
  output: type<number>(),
  varyBy: ['currency'],
  cache,
  tags: ({ id }) => [`price:${id}`],
});

export const getBasket: PrivateAction<Record<never, never>, Basket> = definePrivateAction({
  id: 'basket.get',
  source: cart,
  input: z.object({}),
  output: type<Basket>(),
});

export const addPiece = defineMutation({
  id: 'basket.add',
  input: z.object({ pieces: z.coerce.number().int().min(1).max(99) }),
  output: type<Basket>(),
  updates: [getBasket],
  form: (_, { from }) => ({ location: from, notice: { tone: 'good', text: 'It is in your basket.' } }),
});
