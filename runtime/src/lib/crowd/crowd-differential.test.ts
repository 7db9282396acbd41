import type { Crowd, PageNode } from '@vitrine/content';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { browsers, type CrowdShop, nameCookie, openCrowdShop, phones, test } from '../testing/small-crowd.ts';
import { node } from '../testing/small-shop.ts';

// Random pages for random audiences and versions, asked for by many visitors at once while they are published anew: what is put
// together from kept bytes is what a shop without any cache makes for that visitor.

const crowd: Crowd = {
  audiences: [
    phones,
    {
      id: 'letter',
      name: 'Letter',
      rules: [{ kind: 'campaign', parameter: 'source', values: ['letter'] }],
    },
    { id: 'basket', name: 'Basket', rules: [{ kind: 'basket', is: true }] },
  ],
  experiments: [
    test('hero', { audience: 'phones' }),
    test('teaser', {
      versions: [
        { name: 'a', label: 'A' },
        { name: 'b', label: 'B' },
        { name: 'c', label: 'C' },
      ],
    }),
  ],
};

const ids = ['phones', 'letter', 'basket', 'hero.b', 'teaser.b', 'teaser.c', 'gone'];
const audiences = fc
  .uniqueArray(fc.constantFrom(...ids, ...ids.map((id) => `!${id}`)), { minLength: 1, maxLength: 3 })
  .map((list) => list.toSorted());

interface Sketch {
  readonly type: string;
  readonly audiences?: readonly string[] | undefined;
  readonly inside?: readonly Sketch[];
}

const { tree } = fc.letrec<{ tree: Sketch }>((tie) => ({
  tree: fc.record({
    type: fc.constantFrom('words', 'pager', 'price', 'menu', 'basket', 'frame'),
    audiences: fc.option(audiences, { nil: undefined }),
    inside: fc.oneof({ depthSize: 'small' }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 })),
  }),
}));

function nodesOf(sketches: readonly Sketch[], prefix = 'n'): PageNode[] {
  return sketches.map(({ type, audiences: named, inside = [] }, index) => {
    const id = `${prefix}${index}`;
    const props: PageNode['props'] = type === 'words' ? { words: id } : type === 'price' ? { of: 't1' } : {};
    return node(type, {
      id,
      props,
      ...(named && { audiences: named }),
      ...(type === 'frame' && { slots: { content: nodesOf(inside, `${id}-`) } }),
    });
  });
}

const visitor = fc.record({
  agent: fc.constantFrom(browsers.phone, browsers.computer),
  arrival: fc.constantFrom('', 'vt_arrival=source%3Dletter; '),
  name: fc.constantFrom(...['a', 'b', 'c', 'd', 'e'].map((letter) => `${nameCookie(letter.repeat(22))}; `)),
  hasCart: fc.boolean(),
  query: fc.constantFrom('', '?page=2', '?page=3&x=1'),
  isShort: fc.boolean(),
});

type Asker = typeof visitor extends fc.Arbitrary<infer One> ? One : never;

let kept: CrowdShop;
let uncached: CrowdShop;
let cart: string;

beforeAll(async () => {
  kept = await openCrowdShop(crowd);
  cart = await kept.cartOf(3);
  uncached = await openCrowdShop(crowd, { pageCacheBytes: 0, fragmentCacheBytes: 0 });
  for (const [id, basket] of kept.backend.baskets) uncached.backend.baskets.set(id, basket);
});

async function compare({ agent, arrival, name, hasCart, query, isShort }: Asker): Promise<void> {
  const headers = { 'user-agent': agent, cookie: arrival + name + (hasCart ? cart : 'x=1') };
  const path = `/plain${query}`;
  const quick = isShort ? await kept.short(path, headers) : undefined;
  expect(quick ?? (await kept.html(path, headers))).toBe(await uncached.html(path, headers));
}

describe('kept pages for audiences', () => {
  it('[RT-AUD-11] are what an uncached runtime makes for that visitor, many at once, published in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(tree, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        fc.array(visitor, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (pages, visitors, together) => {
          for (const page of pages) {
            for (const shop of [kept, uncached]) await shop.publish(nodesOf(page));
            for (let times = 0; times < 2; times += 1)
              if (together) await Promise.all(visitors.map(compare));
              else for (const each of visitors) await compare(each);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
