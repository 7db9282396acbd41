import { describe, expect, it } from 'vitest';
import { openSmallShop } from '../testing/small-shop.ts';
import { createValueSigner } from '../visitor/signed-value.ts';

const secret = 'a secret for tests only';

/** A shop whose page `plain` has a draft that says something else, and where a page `new` is not published. */
async function openShop() {
  const drafts = await openSmallShop();
  const [plain] = await drafts.pages.published(['plain']);
  const words = (id: string, text: string) => ({
    ...plain!.document,
    id,
    nodes: [{ id: 'words', type: 'words', v: 1, props: { words: text } }],
  });
  await drafts.pages.publish({ by: 'test', documents: [words('plain', 'A draft'), words('new', 'New one')] });
  const shop = await openSmallShop({ drafts: drafts.pages, canvasScript: '/_editor/canvas.js', secret });
  const link = (changes: Partial<Parameters<typeof shop.runtime.previewLink>[0]> = {}) =>
    shop.runtime
      .previewLink({
        document: 'plain',
        channel: 'online',
        locale: 'en',
        path: '/plain',
        currency: 'GBP',
        expiresAt: new Date(shop.clock.now() + 3_600_000),
        ...changes,
      })
      .replace('https://shop.test', '');
  return { ...shop, drafts, link };
}

const tokenIn = (address: string) => new URL(address, 'https://shop.test').searchParams.get('_preview')!;

describe('a preview link', () => {
  it('[RT-PREVIEW-1] shows a draft to somebody who is not signed in, and leaves nothing behind', async () => {
    const shop = await openShop();
    const answer = await shop.get(shop.link());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    expect(answer.headers.get('etag')).toBeNull();
    const html = await answer.text();
    expect(html).toContain('A draft');
    expect(html).not.toMatch(/<!--vt:|canvas\.js/);
    expect(await shop.html('/plain')).toContain('Nothing personal');
    expect((await shop.get(shop.link({ document: 'new', path: '/later', locale: 'de' }))).status).toBe(200);
    expect((await shop.get('/de/later')).status).toBe(404);
  });

  it('[RT-PREVIEW-1] is a whole address with the prefix of its language, encoded', async () => {
    const shop = await openShop();
    const address = shop.runtime.previewLink({
      document: 'plain',
      channel: 'online',
      locale: 'de',
      path: '/küche',
      currency: 'EUR',
      expiresAt: new Date(shop.clock.now() + 1000),
    });
    expect(address).toMatch(/^https:\/\/shop\.test\/de\/k%C3%BCche\?_preview=[\w-]+\.[\w-]+$/);
    expect((await shop.get(address.replace('https://shop.test', ''))).status).toBe(200);
  });

  it('[RT-PREVIEW-2] opens no other address, language or document, and nothing of an editor', async () => {
    const shop = await openShop();
    const token = tokenIn(shop.link());
    for (const path of ['/', '/faulty', '/de/plain', '/p/mug', '/nowhere', '/plain/more']) {
      const answer = await shop.get(`${path}?_preview=${token}`);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(await answer.text()).toMatch(/preview link is for another page|Vorschau-Link/);
    }
    for (const more of [
      '_document=new',
      '_trace=1',
      '_format=page-object',
      '_preview=canvas',
      '_currency=EUR',
    ]) {
      const html = await shop.html(`${shop.link()}&${more}`);
      expect(html).toContain('A draft');
      expect(html).not.toMatch(/<!--vt:|canvas\.js|thing\.get/);
    }
    const first = await shop.html(`/plain?_preview=canvas&_preview=${token}`);
    expect(first).toContain('Nothing personal');
    const posted = await shop.post(shop.link(), JSON.stringify({ nodes: [] }), {
      'content-type': 'application/json',
    });
    expect(posted.status).toBe(405);
  });

  it('[RT-27] leads to no address in another language, though the ordinary page there does', async () => {
    const shop = await openShop();
    const to = { kind: 'page' as const, page: 'plain' };
    const urls = [
      { channel: 'online', locale: 'en', path: '/gifts', target: to },
      { channel: 'online', locale: 'de', path: '/geschenke', target: to },
    ];
    for (const { pages } of [shop, shop.drafts]) await pages.publish({ by: 'test', urls });
    const token = tokenIn(shop.link({ path: '/gifts' }));
    expect((await shop.get(`/gifts?_preview=${token}`)).status).toBe(200);
    expect((await shop.get(`/de/gifts?_preview=${token}`)).status).toBe(403);
    expect((await shop.get('/de/gifts')).headers.get('location')).toBe('/de/geschenke');
    const missing = await shop.get(shop.link({ document: 'not-found', locale: 'de', path: '/gifts' }));
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'private, no-store']);
  });

  it('[RT-PREVIEW-3] that was altered anywhere is none', async () => {
    const shop = await openShop();
    const token = tokenIn(shop.link());
    const [value = '', signature = ''] = token.split('.');
    const read = JSON.parse(Buffer.from(value, 'base64url').toString()) as unknown[];
    const altered = (index: number, to: unknown) =>
      `${Buffer.from(JSON.stringify(read.with(index, to))).toString('base64url')}.${signature}`;
    const tokens = [
      altered(0, 'new'),
      altered(3, '/'),
      altered(5, Number.MAX_SAFE_INTEGER),
      `${value}.`,
      value,
      `.${signature}`,
      `${value}.${signature.slice(0, -1)}`,
      `${value}.${signature}x`,
      `${value}x.${signature}`,
      '',
      '%00',
      '__proto__',
    ];
    for (const each of tokens)
      expect([each, await shop.html(`/plain?_preview=${each}`)]).toEqual([
        each,
        expect.stringContaining('Nothing personal'),
      ]);
    expect((await shop.get(`/later?_preview=${altered(3, '/later')}`)).status).toBe(404);
  });

  it('[RT-PREVIEW-3] signed by another shop, or for something else, is none', async () => {
    const shop = await openShop();
    const value = tokenIn(shop.link()).split('.')[0]!;
    const ours = createValueSigner(secret);
    for (const token of [
      createValueSigner('another secret altogether').sign('preview-link', value),
      ours.sign('cart', value),
      ours.sign('preview-link', 'bm8ganNvbg'),
      ours.sign('preview-link', Buffer.from('["plain"]').toString('base64url')),
    ])
      expect(await shop.html(`/plain?_preview=${token}`)).toContain('Nothing personal');
  });

  it('[RT-PREVIEW-3] is over when it expires, or when its document is gone', async () => {
    const shop = await openShop();
    const link = shop.link();
    expect(await shop.html(link)).toContain('A draft');
    await shop.clock.advance(3_599_000);
    expect(await shop.html(link)).toContain('A draft');
    await shop.clock.advance(1_000);
    expect(await shop.html(link)).toContain('Nothing personal');
    expect(await shop.html(shop.link({ document: 'thrown-away' }))).toContain('Nothing personal');
  });
});
