import type { PageDocument } from '@vitrine/content';
import { describe, expect, it } from 'vitest';
import { node, openSmallShop } from '../testing/small-shop.ts';
import { acceptsGzip } from './request-facts.ts';

const staff = (token: string | undefined) =>
  Promise.resolve(
    token === 'right'
      ? { kind: 'staff', capabilities: ['trace.read', 'content.preview'] }
      : { kind: 'guest' },
  );
const cookie = 'vt_staff=right';

describe('looks behind a page', () => {
  it('[RT-STAFF-1] staff see what a page asked, others see the page', async () => {
    const shop = await openSmallShop({ staff });
    const trace = await shop.get('/p/mug?_trace=1', { cookie });
    const html = await trace.text();
    expect(html).toContain('<strong>thing.get</strong>');
    expect(trace.headers.get('server-timing')).toContain('price.get');
    expect(trace.headers.get('cache-control')).toBe('private, no-store');
    for (const other of ['', 'vt_staff=wrong'])
      expect(await shop.html('/p/mug?_trace=1', { cookie: other })).toContain('<h1>Mug</h1>');
  });

  it('[RT-STAFF-2] the page object is JSON without anything private', async () => {
    const shop = await openSmallShop({ staff });
    const cart = await shop.cartOf(7);
    const answer = await shop.get('/p/mug?_format=page-object', { cookie: `${cookie}; ${cart}` });
    const page = await answer.json();
    expect(page).toMatchObject({ v: 1, pageId: 'product', status: 200, context: { currency: 'EUR' } });
    expect(page.slots.find(({ module }: { module: string }) => module === 'basket')).toMatchObject({
      class: 'private',
      refs: {},
    });
    expect(Object.values(page.data).map((entry) => (entry as { d: unknown }).d)).toContain(1290);
    expect(JSON.stringify(page)).not.toContain('pieces');
  });

  it('[RT-STAFF-4] staff see that a page was too large and was cut', async () => {
    const shop = await openSmallShop({ staff });
    const [plain] = await shop.pages.published(['plain']);
    const use = (id: string, fragment: string) => node('fragment', { id, props: { fragment } });
    const fragments = Array.from({ length: 30 }, (_, depth) => ({
      ...plain!.document,
      id: `f${depth}`,
      kind: 'fragment' as const,
      layout: undefined,
      nodes: [use('left', `f${depth + 1}`), use('right', `f${depth + 1}`)],
    }));
    const page = { ...plain!.document, nodes: [...plain!.document.nodes, use('first', 'f0')] };
    await shop.pages.publish({ by: 'test', documents: [page, ...fragments] });
    const answer = await shop.get('/plain');
    expect([answer.status, (await answer.text()).includes('Nothing personal')]).toEqual([200, true]);
    expect(await (await shop.get('/plain?_trace=1', { cookie })).text()).toContain(
      'more than 5000 instances',
    );
  });

  it('[RT-STAFF-3] a preview shows drafts, is kept by nobody and leaves nothing behind', async () => {
    const shop = await openSmallShop({ staff });
    const drafts = await openSmallShop();
    const [plain] = await drafts.pages.published(['plain']);
    await drafts.pages.publish({ by: 'test', documents: [{ ...plain!.document, nodes: [] }] });
    const { runtime } = await openSmallShop({ ...shop.options, drafts: drafts.pages });
    const look = async (path: string, headers: Record<string, string>) => {
      const answer = await runtime.handle(new Request(`https://shop.test${path}`, { headers }));
      return { headers: answer.headers, html: await answer.text() };
    };
    const preview = await look('/plain?_preview=1', { cookie });
    expect(preview.html).not.toContain('Nothing personal');
    expect(preview.headers.get('cache-control')).toBe('private, no-store');
    expect(preview.headers.get('x-robots-tag')).toBe('noindex');
    expect((await look('/plain', {})).html).toContain('Nothing personal');
    expect((await look('/plain?_preview=1', {})).html).toContain('Nothing personal');
  });
});

describe('around the pages', () => {
  it('[RT-FRONT-1] health says the process runs, readiness names what does not answer', async () => {
    const shop = await openSmallShop({
      ready: { database: () => Promise.resolve(), redis: () => Promise.reject(new Error('gone')) },
    });
    expect((await shop.get('/healthz')).status).toBe(200);
    const ready = await shop.get('/readyz');
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'failing', failing: ['redis'] }]);
  });

  it('[RT-FRONT-2] the log has a line per request, without queries and cookies', async () => {
    const shop = await openSmallShop();
    await shop.get('/search?q=something-personal', { cookie: 'vt_cart=secret', 'x-request-id': 'abcdefgh' });
    const lines = shop.log.map((line) => JSON.parse(line));
    expect(lines).toEqual([
      expect.objectContaining({ id: 'abcdefgh', route: 'page', path: '/search', status: 200, from: 'made' }),
    ]);
    expect(shop.log.join('')).not.toMatch(/something-personal|secret/);
  });

  it('[RT-FRONT-3] the sitemap lists pages and things in every locale, robots keep out of carts', async () => {
    const shop = await openSmallShop({
      sitemap: async () => [{ kind: 'product', slugs: { en: 'mug', de: 'becher', fr: 'tasse' } }],
    });
    const xml = await (await shop.get('/sitemap.xml')).text();
    expect(xml).toContain('<loc>https://shop.test/de/p/becher</loc>');
    expect(xml).toContain('<loc>https://shop.test/plain</loc>');
    expect(xml).not.toMatch(/tasse|\/old/);
    expect(await (await shop.get('/robots.txt')).text()).toContain('Sitemap: https://shop.test/sitemap.xml');
  });

  it('[RT-FRONT-3] a page that asks not to be found is not in the sitemap', async () => {
    const shop = await openSmallShop();
    const hidden = {
      schema: 1,
      id: 'till',
      kind: 'page',
      name: 'Till',
      seo: { robots: 'noindex' },
      nodes: [],
    };
    const target = { kind: 'page' as const, page: 'till' };
    await shop.pages.publish({
      by: 'test',
      documents: [hidden as PageDocument],
      urls: [{ channel: 'online', locale: 'en', path: '/till', target }],
    });
    expect(await (await shop.get('/sitemap.xml')).text()).not.toContain('/till<');
  });

  it('[RT-FRONT-7] the sitemap is made once an hour, and anew when products, categories or addresses change', async () => {
    let made = 0;
    const shop = await openSmallShop({
      sitemap: async () => {
        made++;
        return [{ kind: 'product', slugs: { en: `mug-${made}` } }];
      },
    });
    const xml = async () => (await shop.get('/sitemap.xml')).text();
    const all = await Promise.all([xml(), xml(), xml()]);
    expect([made, new Set(all).size]).toEqual([1, 1]);
    await shop.clock.advance(3_599_000);
    expect([await xml(), made]).toEqual([all[0], 1]);
    await shop.clock.advance(2000);
    expect(await xml()).toContain('/p/mug-2<');
    for (const tag of ['list:*', 'categories']) {
      await shop.tags.bump([tag]);
      await xml();
    }
    expect([made, (await xml()).includes('/p/mug-4<')]).toEqual([4, true]);
    const target = { kind: 'page' as const, page: 'plain' };
    await shop.pages.publish({
      by: 'test',
      urls: [{ channel: 'online', locale: 'en', path: '/new', target }],
    });
    expect(await xml()).toContain('<loc>https://shop.test/new</loc>');
  });

  it('[RT-FRONT-4] a host nobody named cannot put itself into a page', async () => {
    const shop = await openSmallShop();
    await shop.get('/plain', { host: 'evil.test' });
    expect(await shop.html('/plain')).not.toContain('evil.test');
  });

  it('[RT-FRONT-5] a host that is none is refused, whatever is asked', async () => {
    const shop = await openSmallShop();
    for (const host of ['a b', 'shop.test:99999', 'shop.test/x', 'u@shop.test', '[::1', ''])
      for (const path of ['/plain', '/robots.txt', '/_a', '/_actions/session.set-currency']) {
        const request = new Request(`https://shop.test${path}`, { headers: { host } });
        expect([host, path, (await shop.runtime.handle(request)).status]).toEqual([host, path, 400]);
      }
    expect((await shop.get('/plain', { host: '[::1]:3000' })).status).toBe(200);
  });

  it('[RT-FRONT-6] every answer says how browsers are to treat it, whatever it is', async () => {
    const shop = await openSmallShop({
      sitemap: () => Promise.reject(new Error('The catalogue is down.')),
    });
    const answers = {
      robots: await shop.get('/robots.txt'),
      health: await shop.get('/healthz'),
      ready: await shop.get('/readyz'),
      picture: await shop.get('/_image/320/none.svg'),
      data: await shop.get('/_a/menu.get?i=[{}]'),
      form: await shop.post('/_actions/basket.add', 'pieces=1'),
      refused: await shop.post('/_actions/session.set-currency', 'currency=USD'),
      fault: await shop.get('/sitemap.xml'),
      method: await shop.get('/plain', {}, 'DELETE'),
    };
    expect(answers.fault.status).toBe(500);
    for (const [name, { headers }] of Object.entries(answers)) {
      expect([name, headers.get('x-content-type-options')]).toEqual([name, 'nosniff']);
      expect([name, headers.get('strict-transport-security')]).not.toEqual([name, null]);
      expect([name, headers.get('content-security-policy')]).toEqual([name, null]);
    }
  });

  it('gzip is taken when it is offered and not refused', () => {
    expect(['gzip', 'br, gzip;q=0.8', '*', 'deflate,gzip'].every((each) => acceptsGzip(each))).toBe(true);
    expect([undefined, '', 'br', 'gzip;q=0', 'x-gzipped'].some((each) => acceptsGzip(each))).toBe(false);
  });
});
