import { defineAction, type } from '@vitrine/data-actions';
import { createProcessCache, handleAction, type ProcessCache } from '@vitrine/data-actions/server';
import { createRegistry, defineModule } from '@vitrine/modules';
import { describe, expect, it } from 'vitest';
import { type Basket, getBasket } from './testing/small-actions.ts';
import { smallRegistry } from './testing/small-modules.tsx';
import { openSmallShop, type SmallShop } from './testing/small-shop.ts';

// Unique words in everything private of two visitors, requests of both and of guests in random order with delays and
// invalidations between: no word of one may stand in any answer to another, in a cache or in the log.

interface Person {
  readonly canary: string;
  readonly cookie: string;
}

async function personIn(shop: SmallShop, canary: string): Promise<Person> {
  const cookie = await shop.cartOf(1);
  const [id = ''] = [...shop.backend.baskets.keys()].slice(-1);
  shop.backend.baskets.set(id, { pieces: 1, owner: canary });
  return { canary, cookie };
}

/** What leaked where. */
async function walk(shop: SmallShop, rounds: number): Promise<string[]> {
  const people = [await personIn(shop, 'CANARY-ANNA-7f3a'), await personIn(shop, 'CANARY-BERT-91cc')];
  const [anna, bert] = people;
  const paths = ['/', '/p/mug', '/de/p/becher', '/plain', '/nowhere', '/faulty'];
  const leaks: string[] = [];
  shop.backend.before = (action) =>
    action.length % 2 ? new Promise((resolve) => setImmediate(resolve)) : undefined;
  for (let round = 0; round < rounds; round++) {
    const path = paths[round % paths.length] as string;
    if (round % 7 === 3) await shop.tags.bump(['categories', 'price:t1', 'page:home']);
    if (round % 11 === 5) await shop.clock.advance(61_000);
    const askers = [anna, bert, undefined, anna, undefined, bert];
    const pages = await Promise.all(
      askers.map((person) => shop.html(path, person ? { cookie: person.cookie } : {})),
    );
    pages.forEach((html, index) => {
      for (const person of people)
        if (person !== askers[index] && html.includes(person.canary))
          leaks.push(`answer ${index} of ${path}`);
    });
    if (path === '/p/mug' && anna && !pages[0]?.includes(anna.canary))
      leaks.push('the owner does not see it');
  }
  if (shop.log.join('').includes('CANARY')) leaks.push('log');
  return leaks;
}

/** A process cache that tells what was put into it. */
function watched(stored: string[]): ProcessCache {
  const cache = createProcessCache();
  return {
    ...cache,
    set: (entry) => {
      stored.push(JSON.stringify(entry.value ?? null));
      cache.set(entry);
    },
  };
}

describe('what is private', () => {
  it('[RT-CANARY-1] reaches its owner and nobody and nothing else', async () => {
    const stored: string[] = [];
    const shop = await openSmallShop({ processCache: watched(stored) });
    expect(await walk(shop, 60)).toEqual([]);
    expect(stored.length).toBeGreaterThan(10);
    expect(stored.join('')).not.toContain('CANARY');
  });

  it('[RT-CANARY-2] the test bites: with the private question made public by hand it goes red', async () => {
    const stored: string[] = [];
    const { id, source, input } = getBasket;
    const asPublic = defineAction({
      id,
      source,
      input,
      output: type<Basket>(),
      cache: { fresh: 60_000 },
      tags: () => ['baskets'],
    });
    const planted = defineModule({
      id: 'basket',
      title: 'Basket',
      kind: 'block',
      version: 1,
      config: {},
      data: ({ need }) => ({ basket: need(asPublic, {}).optional() }),
    });
    const view = smallRegistry.get('basket')!;
    const shop: SmallShop = await openSmallShop({
      processCache: watched(stored),
      registry: createRegistry([...smallRegistry.all, { ...view, module: planted, view: OwnerView }]),
      // A public answer cannot see the visitor, so the fault takes a way past the engine: whose basket was touched last.
      handlers: (own) => [
        ...own.filter(({ action }) => action.id !== id),
        handleAction(asPublic, async (inputs) => inputs.map(() => [...shop.backend.baskets.values()].at(-1))),
      ],
    });
    const leaks = await walk(shop, 12);
    expect(leaks).toContain('answer 2 of /p/mug');
    expect(stored.join('')).toContain('CANARY');
  });
});

function OwnerView({ data }: { readonly data: { readonly basket?: Basket } }): string {
  return data.basket?.owner ?? '';
}
