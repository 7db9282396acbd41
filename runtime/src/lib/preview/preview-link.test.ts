import { createActionEngine, handleAction } from '@vitrine/data-actions/server';
import { describe, expect, it } from 'vitest';
import { getPrice } from '../testing/small-actions.ts';
import { smallHandlers } from '../testing/small-backend.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import { createValueSigner } from '../visitor/signed-value.ts';
import type { PreviewGrant } from './preview-link.ts';

const secret = 'a secret for tests only';

/** A shop whose page `plain` has a draft that says something else, and where a page `new` is not published. */
async function openShop({ ended = new Set<string>() } = {}) {
  const drafts = await openSmallShop();
  const [plain] = await drafts.pages.published(['plain']);
  const words = (id: string, text: string) => ({
    ...plain!.document,
    id,
    nodes: [{ id: 'words', type: 'words', v: 1, props: { words: text } }],
  });
  await drafts.pages.publish({ by: 'test', documents: [words('plain', 'A draft'), words('new', 'New one')] });
  const { backend, tags } = drafts;
  const shop = await openSmallShop({
    drafts: drafts.pages,
    canvasScript: '/_editor/canvas.js',
    secret,
    isPreviewLinkOpen: async (id) => {
      if (id === 'unreachable') throw new Error('the database is away');
      return !ended.has(id);
    },
    // At every moment prices are the day of the month.
    actionsAt: (at) => {
      const price = handleAction(getPrice, (inputs) => Promise.resolve(inputs.map(() => at.getUTCDate())));
      return createActionEngine({ handlers: [...smallHandlers(backend), price], tags });
    },
  });
  const link = (changes: Partial<Extract<PreviewGrant, { document: string }>> = {}) =>
    shop.runtime
      .previewLink({
        id: 'link-1',
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
    expect(html).toMatch(/<body><aside data-preview-bar="lying" aria-label="Preview"[^>]*><details open>/);
    expect(html).toMatch(
      /“plain” as its draft is now\. Ends \w+ \d+, \d{4}, \d\d:\d\d UTC\.<\/span><\/details>/,
    );
    expect(await shop.html('/plain')).toContain('Nothing personal');
    expect(await shop.html('/plain')).not.toContain('data-preview-bar');
    expect((await shop.get(shop.link({ document: 'new', path: '/later', locale: 'de' }))).status).toBe(200);
    expect((await shop.get('/de/later')).status).toBe(404);
  });

  it('[RT-PREVIEW-1] is a whole address with the prefix of its language, encoded', async () => {
    const shop = await openShop();
    const address = shop.runtime.previewLink({
      id: 'k3f_9-a',
      document: 'plain',
      channel: 'online',
      locale: 'de',
      path: '/küche',
      currency: 'EUR',
      expiresAt: new Date(shop.clock.now() + 1000),
    });
    expect(address).toMatch(/^https:\/\/shop\.test\/de\/k%C3%BCche\?_preview=k3f_9-a\.[\w-]+\.[\w-]+$/);
    expect((await shop.get(address.replace('https://shop.test', ''))).status).toBe(200);
  });

  it('[RT-PREVIEW-2] opens no other address, language or document, and nothing of an editor', async () => {
    const shop = await openShop();
    const token = tokenIn(shop.link());
    for (const path of ['/', '/faulty', '/de/plain', '/p/mug', '/nowhere', '/plain/more']) {
      const answer = await shop.get(`${path}?_preview=${token}`);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      const refusal = await answer.text();
      expect(refusal).toMatch(/<h1>(This preview link is for another page|Dieser Vorschau-Link gehört)/);
      expect(refusal).toMatch(/ask whoever sent it to you|bitten Sie, wer ihn geschickt hat/);
      expect(refusal).toContain(`<a href="/plain?_preview=${token}">`);
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
    const [id = '', value = '', signature = ''] = token.split('.');
    const read = JSON.parse(Buffer.from(value, 'base64url').toString()) as unknown[];
    const altered = (index: number, to: unknown) =>
      `${id}.${Buffer.from(JSON.stringify(read.with(index, to))).toString('base64url')}.${signature}`;
    const tokens = [
      altered(0, 'new'),
      altered(3, '/'),
      altered(5, Number.MAX_SAFE_INTEGER),
      altered(6, 1_900_000_000_000),
      `link-2.${value}.${signature}`,
      `${value}.${signature}`,
      `${id}.${value}.`,
      `${id}.${value}`,
      `.${signature}`,
      `${id}.${value}.${signature.slice(0, -1)}`,
      `${id}.${value}.${signature}x`,
      `${id}.${value}x.${signature}`,
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

  it('[RT-PREVIEW-1] that was made before links said as whom still opens', async () => {
    const shop = await openShop();
    const [id = '', facts = ''] = tokenIn(shop.link()).split('.');
    const read = JSON.parse(Buffer.from(facts, 'base64url').toString()) as unknown[];
    const old = Buffer.from(JSON.stringify(read.slice(0, 7))).toString('base64url');
    const token = createValueSigner(secret).sign('preview-link', `${id}.${old}`);
    expect(await shop.html(`/plain?_preview=${token}`)).toContain('“plain” as its draft is now. Ends ');
  });

  it('[RT-PREVIEW-3] signed by another shop, or for something else, is none', async () => {
    const shop = await openShop();
    const [id, facts] = tokenIn(shop.link()).split('.');
    const value = `${id}.${facts}`;
    const ours = createValueSigner(secret);
    for (const token of [
      createValueSigner('another secret altogether').sign('preview-link', value),
      ours.sign('cart', value),
      ours.sign('preview-link', `${id}.bm8ganNvbg`),
      ours.sign('preview-link', `${id}.${Buffer.from('["plain"]').toString('base64url')}`),
      ours.sign('preview-link', `.${facts}`),
      ours.sign('preview-link', `${facts}`),
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
    const gone = await shop.html(shop.link({ document: 'thrown-away' }));
    expect(gone).toContain('Nothing personal');
    expect(gone).toContain('This preview link has ended. This is the public page.');
    const nowhere = await shop.get(shop.link({ document: 'thrown-away', path: '/later' }));
    expect(nowhere.status).toBe(404);
    const words = await nowhere.text();
    expect(words).toContain('This preview link has ended. There is no public page at this address.');
    expect(words).not.toContain('This is the public page');
    expect(await shop.html(shop.link({ document: 'thrown-away', path: '/later', locale: 'de' }))).toContain(
      'Dieser Vorschau-Link gilt nicht mehr. Unter dieser Adresse gibt es keine öffentliche Seite.',
    );
  });

  it('[RT-PREVIEW-3] is over the moment somebody ends it, and no other one with it', async () => {
    const ended = new Set<string>();
    const shop = await openShop({ ended });
    const [link, other] = [shop.link(), shop.link({ id: 'link-2' })];
    expect(await shop.html(link)).toContain('A draft');
    ended.add('link-1');
    expect(await shop.html(link)).toContain('Nothing personal');
    expect(await shop.html(other)).toContain('A draft');
    // It is said to whoever has the link, in an answer that nobody keeps; the page itself stays everybody's.
    for (let time = 0; time < 2; time++) {
      const over = await shop.get(link);
      expect(over.headers.get('cache-control')).toBe('private, no-store');
      expect(await over.text()).toContain('This preview link has ended. This is the public page.');
      const ordinary = await shop.get('/plain');
      expect(ordinary.headers.get('cache-control')).toMatch(/^public/);
      expect(await ordinary.text()).not.toContain('data-preview-bar');
      expect(await shop.html('/plain?_preview=forged')).not.toContain('data-preview-bar');
    }
    const withHoles = shop.link({ document: 'product', locale: 'de', path: '/p/becher' });
    expect(await shop.html(withHoles)).toContain('Dieser Vorschau-Link gilt nicht mehr.');
    expect(await shop.html('/de/p/becher')).not.toContain('data-preview-bar');
    const unknown = await shop.get(shop.link({ id: 'unreachable' }));
    expect([unknown.status, await unknown.text()]).toEqual([500, expect.not.stringContaining('A draft')]);
    expect(() => shop.link({ id: 'a.b' })).toThrow('is no id of a preview link');
  });

  it('[RT-PREVIEW-9] of a moment shows what is true then, and leaves nothing behind', async () => {
    const shop = await openShop();
    const of = (at?: string) =>
      shop.link({ document: 'product', path: '/p/mug', ...(at && { at: new Date(at) }) });
    const march = await shop.html(of('2027-03-05T09:00:00Z'));
    expect(march).toContain('5 GBP');
    expect(march).toMatch(/“product” as of Mar 5, 2027, 09:00 UTC\. Ends /);
    expect(await shop.html(of('2027-03-07T09:00:00Z'))).toContain('7 GBP');
    expect(await shop.html(of())).toContain('1100 GBP');
    expect(await shop.html('/p/mug')).toContain('1290 EUR');
    const other = `${of('2027-03-05T09:00:00Z')}&_at=${encodeURIComponent('2027-03-08T09:00:00Z')}`;
    expect(await shop.html(other)).toContain('5 GBP');
    const now = await openSmallShop({ secret, drafts: shop.drafts.pages });
    expect((await now.get(of('2027-03-05T09:00:00Z'))).status).toBe(500);
  });
});
