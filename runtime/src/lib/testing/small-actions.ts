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

export interface Thing {
  readonly id: string;
  readonly name: string;
  readonly slugs: Readonly<Record<string, string>>;
}

export interface Basket {
  readonly pieces: number;
  readonly owner: string;
}

/** What the questions of the small shop are answered from; tests change it and make it fail or hang. */
export interface SmallBackend {
  readonly things: Map<string, Thing>;
  /** Thing id → currency → cents. */
  readonly prices: Map<string, Record<string, number>>;
  readonly baskets: Map<string, Basket>;
  /** Questions asked, by action. */
  readonly asked: string[];
  /** Called before each answer; may wait or throw. */
  before: (action: string) => void | Promise<void>;
}

export function createSmallBackend(): SmallBackend {
  return {
    things: new Map(
      [
        { id: 't1', name: 'Mug', slugs: { en: 'mug', de: 'becher' } },
        { id: 't2', name: 'Lamp & "light"', slugs: { en: 'lamp', de: 'lampe' } },
      ].map((thing) => [thing.id, thing]),
    ),
    prices: new Map([
      ['t1', { EUR: 1290, GBP: 1100 }],
      ['t2', { EUR: 8900, GBP: 7900 }],
    ]),
    baskets: new Map(),
    asked: [],
    before: () => {},
  };
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

/** Answers over a backend. */
export function smallHandlers(backend: SmallBackend): Handler[] {
  async function asked<T>(action: string, answer: () => T): Promise<T> {
    backend.asked.push(action);
    await backend.before(action);
    return answer();
  }
  const bySlug = (slug: string) =>
    [...backend.things.values()].find(({ slugs }) => Object.values(slugs).includes(slug));
  return [
    handleAction(getThing, (inputs) => asked('thing.get', () => inputs.map(({ slug }) => bySlug(slug)))),
    handleAction(getMenu, (inputs, { locale }) =>
      asked('menu.get', () =>
        inputs.map(() => (locale === 'de' ? ['Tische', 'Licht'] : ['Tables', 'Light'])),
      ),
    ),
    handleAction(getPrice, (inputs, { currency }) =>
      asked('price.get', () => inputs.map(({ id }) => backend.prices.get(id)?.[currency])),
    ),
    handlePrivateAction(getBasket, async (inputs, { cartId }) => {
      if (cartId === undefined) return inputs.map(() => undefined);
      return asked('basket.get', () => inputs.map(() => backend.baskets.get(cartId)));
    }),
    handleMutation(addPiece, async ({ pieces }, { cartId, remember }) => {
      const id = cartId ?? crypto.randomUUID();
      if (cartId === undefined) remember({ cartId: id });
      const before = backend.baskets.get(id);
      const after = { pieces: (before?.pieces ?? 0) + pieces, owner: before?.owner ?? 'somebody' };
      backend.baskets.set(id, after);
      return after;
    }),
  ];
}
