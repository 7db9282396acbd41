import { createRegistry, defineHole, type ModuleProps } from '@vitrine/modules';
import { createElement } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { getBasket } from '../testing/small-actions.ts';
import { smallRegistry } from '../testing/small-modules.tsx';
import { node, openSmallShop, type SmallShop } from '../testing/small-shop.ts';

let shop: SmallShop;
let from: (path: string, headers?: Record<string, string>) => Promise<string | undefined>;
beforeEach(async () => {
  shop = await openSmallShop();
  from = async (path, headers) => {
    const answer = await shop.get(path, headers);
    await answer.text();
    return /desc="(\w+)"/.exec(answer.headers.get('server-timing') ?? '')?.[1];
  };
});

describe('kept pages', () => {
  it('[RT-CACHE-1] the second request is answered from bytes, and asks nothing', async () => {
    expect(await from('/p/mug')).toBe('made');
    const { length } = shop.backend.asked;
    expect(await from('/p/mug')).toBe('fresh');
    expect(shop.backend.asked).toHaveLength(length);
  });

  it('[RT-CACHE-2] a bumped tag is seen by the very next request', async () => {
    await shop.get('/p/mug');
    shop.backend.prices.set('t1', { EUR: 990 });
    expect(await shop.html('/p/mug')).toContain('1290 EUR');
    await shop.tags.bump(['price:t1']);
    expect(await shop.html('/p/mug')).toContain('990 EUR');
    expect(await from('/p/mug')).toBe('fresh');
  });

  it('[RT-CACHE-3] publishing a page, a layout or an address is seen at once, and other pages stay', async () => {
    await from('/plain');
    await from('/search');
    const [plain] = await shop.pages.published(['plain']);
    await shop.pages.publish({ by: 'test', documents: [{ ...plain!.document, nodes: [] }] });
    expect(await shop.html('/plain')).not.toContain('Nothing personal');
    expect(await from('/search')).toBe('fresh');
    await shop.pages.publish({
      by: 'test',
      urls: [
        {
          channel: 'online',
          locale: 'en',
          path: '/plain',
          target: { kind: 'redirect', to: '/', status: 302 },
        },
      ],
    });
    expect((await shop.get('/plain')).status).toBe(302);
  });

  it('[RT-CACHE-4] what was missing is found as soon as it is there', async () => {
    expect((await shop.get('/p/cup')).status).toBe(404);
    expect(await from('/p/cup')).toBe('fresh');
    shop.backend.things.set('t3', { id: 't3', name: 'Cup', slugs: { en: 'cup' } });
    await shop.tags.bump(['product-slug:cup']);
    expect((await shop.get('/p/cup')).status).toBe(200);
  });

  it('[RT-CACHE-5] a page past its age is served once more while it is made anew', async () => {
    await from('/p/mug');
    shop.backend.prices.set('t1', { EUR: 1 });
    await shop.clock.advance(61_000);
    expect(await from('/p/mug')).toBe('stale');
    await shop.clock.advance(300);
    expect(await from('/p/mug')).toBe('fresh');
    expect(await shop.html('/p/mug')).toContain('<strong>1 EUR');
  });

  it('[RT-CACHE-6] undeclared parameters share a page, declared ones do not', async () => {
    await from('/search?q=a');
    expect(await from('/search?utm_source=x&q=a')).toBe('fresh');
    expect(await from('/search?q=b')).toBe('made');
    await from('/p/mug');
    expect(await from('/p/mug?q=&gclid=1')).toBe('fresh');
  });

  it('[RT-CACHE-7] locale and currency have pages of their own', async () => {
    await from('/p/mug');
    expect(await from('/p/mug', { cookie: 'vt_currency=GBP' })).toBe('made');
    expect(await from('/de/p/becher')).toBe('made');
    expect(await from('/p/mug', { cookie: 'vt_currency=GBP; theme=dark' })).toBe('fresh');
  });

  it('[RT-CACHE-8] many who ask at once for a page nobody has are given one making of it', async () => {
    await Promise.all(Array.from({ length: 50 }, () => shop.get('/p/mug')));
    expect(shop.backend.asked).toHaveLength(3);
    expect(shop.log.filter((line) => line.includes('"from":"made"'))).toHaveLength(50);
  });

  it('[RT-CACHE-13] who waits for a page that turns out to declare more than was known is given their own', async () => {
    const [plain] = await shop.pages.published(['plain']);
    const publish = (type: string) =>
      shop.pages.publish({ by: 'test', documents: [{ ...plain!.document, nodes: [node(type)] }] });
    await publish('words');
    await shop.get('/plain');
    await publish('pager');
    const paths = ['/plain', '/plain?page=2', '/plain?page=3', '/plain?page=2&other=1'];
    const pages = await Promise.all(paths.map((path) => shop.html(path)));
    expect(pages.map((html) => /all (\d)</.exec(html)?.[1])).toEqual(['1', '2', '3', '2']);
    await publish('words');
    const again = await Promise.all(paths.map((path) => shop.html(path)));
    expect(new Set(again).size).toBe(1);
  });

  it('[RT-CACHE-9] a tag bumped while the page was being made keeps it from being kept', async () => {
    let bumped = false;
    shop.backend.before = async (action) => {
      if (action !== 'menu.get' || bumped) return;
      bumped = true;
      await new Promise((resolve) => setImmediate(resolve));
      await shop.tags.bump(['price:t1']);
    };
    await from('/p/mug');
    expect(await from('/p/mug')).toBe('made');
    expect(await from('/p/mug')).toBe('fresh');
  });

  it('[RT-CACHE-10] memory is bounded, and pages that lead nowhere push no others out', async () => {
    shop = await openSmallShop({ pageCacheBytes: 400_000 });
    await from('/plain');
    for (let i = 0; i < 100; i++) await shop.get(`/nowhere-${i}`);
    expect(await from('/plain')).toBe('fresh');
    for (let i = 0; i < 100; i++) await shop.get(`/search?q=${i}`);
    expect(shop.runtime.pageCacheBytes).toBeLessThan(450_000);
  });

  it('[RT-CACHE-12] what is kept beside a page counts: its whole answer, a guest’s, the bytes of holes', async () => {
    const bytes = () => shop.runtime.pageCacheBytes;
    await from('/plain');
    const { length } = await shop.html('/plain');
    // Once in parts and once whole, with either also compressed.
    expect(bytes()).toBeGreaterThan(2 * length + 8000);

    const label = 'x'.repeat(2000);
    const count = defineHole({
      id: 'count',
      title: 'Count',
      kind: 'block',
      version: 1,
      config: {},
      data: ({ need }) => ({ pieces: need(getBasket, {}).map(({ pieces }) => pieces) }),
    });
    const view = ({ data }: ModuleProps<typeof count>) =>
      createElement('i', { title: label }, createElement('b', null, data.pieces));
    const registered = { module: count, view, css: '', presets: [] };
    shop = await openSmallShop({
      registry: createRegistry([...smallRegistry.all, registered] as Parameters<typeof createRegistry>[0]),
    });
    const [plain] = await shop.pages.published(['plain']);
    await shop.pages.publish({ by: 'test', documents: [{ ...plain!.document, nodes: [node('count')] }] });
    const carts = await Promise.all(Array.from({ length: 10 }, (_, index) => shop.cartOf(index + 1)));
    await shop.get('/plain', { cookie: carts[0]! });
    const first = bytes();
    for (const cookie of carts) expect(await shop.html('/plain', { cookie })).toContain(label);
    await shop.get('/plain');
    expect(bytes() - first).toBeGreaterThan(9 * 2 * label.length);
  });

  it('[RT-CACHE-11] with no memory for pages every request makes its own', async () => {
    shop = await openSmallShop({ pageCacheBytes: 0 });
    expect([await from('/plain'), await from('/plain')]).toEqual(['made', 'made']);
  });
});
