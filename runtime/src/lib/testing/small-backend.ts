import {
  type Handler,
  handleAction,
  handleMutation,
  handlePrivateAction,
} from '@vitrine/data-actions/server';
import {
  addPiece,
  type Basket,
  getBasket,
  getMenu,
  getPrice,
  getThing,
  type Thing,
} from './small-actions.ts';

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
