import type { PageNode } from '@vitrine/content';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { node, openSmallShop, type SmallShop } from './testing/small-shop.ts';

// Every module of the small shop in random pages: what is put together from kept bytes is what a runtime without any cache
// renders, byte for byte, nonces aside.

const leaf = fc.oneof(
  fc.record({ type: fc.constant('words'), props: fc.record({ words: fc.string({ unit: 'grapheme' }) }) }),
  fc.record({ type: fc.constant('price'), props: fc.record({ of: fc.constantFrom('t1', 't2', 'none') }) }),
  fc.record({
    type: fc.constantFrom('menu', 'pager', 'broken', 'place', 'basket-island', 'unheard-of'),
    props: fc.constant({}),
  }),
);

interface Sketch {
  readonly type: string;
  readonly props: PageNode['props'];
  readonly inside?: readonly Sketch[];
}

const { tree } = fc.letrec<{ tree: Sketch }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    leaf as fc.Arbitrary<Sketch>,
    fc.record({
      type: fc.constantFrom('frame', 'counter', 'basket'),
      props: fc.constant({}),
      inside: fc.array(tie('tree'), { maxLength: 3 }),
    }),
  ),
}));

const visit = fc.record({
  prefix: fc.constantFrom('', '/de'),
  query: fc.constantFrom('', '?page=2', '?q=a&page=3', '?page=x&other=1', '?q=%3Cb%3E'),
  currency: fc.constantFrom('', 'vt_currency=GBP; '),
  hasCart: fc.boolean(),
});

function nodesOf(sketches: readonly Sketch[], prefix = 'n'): PageNode[] {
  return sketches.map(({ type, props, inside }, index) => {
    const id = `${prefix}${index}`;
    return node(type, { id, props, ...(inside && { slots: { content: nodesOf(inside, `${id}-`) } }) });
  });
}

let kept: SmallShop;
let uncached: SmallShop;
let cart: string;

beforeAll(async () => {
  kept = await openSmallShop();
  cart = await kept.cartOf(3);
  const now = await openSmallShop({ pageCacheBytes: 0, fragmentCacheBytes: 0 });
  for (const [id, basket] of kept.backend.baskets) now.backend.baskets.set(id, basket);
  uncached = now;
});
afterAll(() => {
  kept.log.length = 0;
});

async function publish(nodes: readonly PageNode[]) {
  for (const { pages } of [kept, uncached])
    await pages.publish({
      by: 'test',
      documents: [{ schema: 1, id: 'random', kind: 'page', name: 'Random', seo: {}, nodes }],
      urls: ['en', 'de'].flatMap((locale) =>
        ['/random', '/other'].map((path) => ({
          channel: 'online',
          locale,
          path,
          target: { kind: 'page' as const, page: 'random' },
        })),
      ),
    });
}

describe('kept pages', () => {
  it('[RT-DIFF-1] are the pages an uncached runtime renders, byte for byte, nonces aside', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(tree, { maxLength: 4 }),
        fc.array(visit, { minLength: 1, maxLength: 4 }),
        async (page, visits) => {
          await publish(nodesOf(page));
          for (const { prefix, query, currency, hasCart } of visits) {
            const headers = { cookie: currency + (hasCart ? cart : 'x=1') };
            for (const path of ['/random', '/other', '/random']) {
              const address = prefix + path + query;
              expect(await kept.html(address, headers)).toBe(await uncached.html(address, headers));
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
