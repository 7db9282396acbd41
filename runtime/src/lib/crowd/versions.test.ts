import { describe, expect, it } from 'vitest';
import {
  browsers,
  type CrowdShop,
  cookiesOf,
  nameCookie,
  openCrowdShop,
  phones,
  test,
  words,
} from '../testing/small-crowd.ts';
import { node } from '../testing/small-shop.ts';

const computer = { 'user-agent': browsers.computer };
const phone = { 'user-agent': browsers.phone };
const versions = (id = 'hero') => [
  words(`${id}-a`, `${id} original`, { audiences: [`!${id}.b`] }),
  words(`${id}-b`, `${id} other`, { audiences: [`${id}.b`] }),
];
const shownIn = (html: string | undefined) => html && /hero (original|other)/.exec(html)?.[1];

/** Somebody new comes. */
async function comeTo(shop: CrowdShop, path = '/plain', headers: Record<string, string> = computer) {
  const answer = await shop.get(path, headers);
  const cookie = cookiesOf(answer).get('vt_visitor');
  return { cookie, answer, shown: shownIn(await answer.text()) };
}

const running = { experiments: [test('hero')] };

describe('tests of versions', () => {
  it('[RT-TEST-1] the first page gives a name and shows its version, which stays', async () => {
    const shop = await openCrowdShop(running);
    await shop.publish(versions());
    const seen = new Set<string | undefined>();
    for (let times = 0; times < 24; times += 1) {
      expect(await shop.short('/plain', computer)).toBeUndefined();
      const { cookie, answer, shown } = await comeTo(shop);
      expect(answer.headers.getSetCookie()).toEqual([
        expect.stringMatching(
          /^vt_visitor=[\w-]{22}\.[\w-]{43}; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax; Secure$/,
        ),
      ]);
      expect([answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([
        'private, no-store',
        null,
      ]);
      const again = { ...computer, cookie: cookie! };
      const next = await shop.get('/plain', again);
      expect([shownIn(await next.text()), next.headers.getSetCookie()]).toEqual([shown, []]);
      expect(shownIn(await shop.short('/plain', again))).toBe(shown);
      seen.add(shown);
    }
    expect(seen).toEqual(new Set(['original', 'other']));
  });

  it('[RT-TEST-2] only a page that shows a running test gives names', async () => {
    const shop = await openCrowdShop(running);
    const nameless = async (nodes: Parameters<CrowdShop['publish']>[0], headers = computer) => {
      await shop.publish(nodes);
      const first = await comeTo(shop, '/plain', headers);
      expect([first.cookie, first.shown]).toEqual([undefined, 'original']);
      expect(shownIn(await shop.short('/plain', headers))).toBe('original');
    };
    const original = words('x', 'hero original');
    await nameless([original]);
    await nameless([original, ...versions().map((each) => ({ ...each, locales: ['de'] }))]);
    await nameless([original, ...versions().map((each) => ({ ...each, hidden: true }))]);
    const inside = node('frame', { id: 'f', audiences: ['phones'], slots: { content: versions() } });
    shop.become({ audiences: [phones], experiments: [test('hero', { audience: 'phones' })] });
    await nameless([original, inside]);
    await nameless(versions());
    shop.become({ experiments: [test('hero', { state: { kind: 'planned' } })] });
    await nameless(versions());
    shop.become({ audiences: [phones], experiments: [test('hero', { audience: 'phones' })] });
    await shop.publish(versions());
    expect((await comeTo(shop, '/plain', phone)).cookie).toBeDefined();
  });

  it('[RT-TEST-3] who is left alone, asks ahead or asks for the head alone sees the original and is not counted', async () => {
    const shop = await openCrowdShop(running);
    await shop.publish(versions());
    const { cookie } = await inVersion(shop, 'other');
    await shop.get('/search', { ...computer, cookie, 'sec-gpc': '1' });
    await shop.told();
    expect(shop.views).toEqual([]);
    await shop.get('/search', { ...computer, cookie });
    await shop.told();
    shop.views.length = 0;
    for (const headers of [
      { ...computer, 'sec-gpc': '1' },
      { ...computer, dnt: '1' },
      { 'user-agent': browsers.crawler },
    ])
      for (const named of [headers, { ...headers, cookie }]) {
        const answer = await comeTo(shop, '/plain', named);
        expect([answer.cookie, answer.shown]).toEqual([undefined, 'original']);
        expect(shownIn(await shop.short('/plain', named))).toBe('original');
      }
    const ahead = { ...computer, 'sec-purpose': 'prefetch;prerender' };
    expect((await comeTo(shop, '/plain', { ...ahead, cookie })).shown).toBe('other');
    expect((await comeTo(shop, '/plain', { ...ahead, 'sec-gpc': '1' })).shown).toBe('original');
    for (const dest of ['iframe', 'empty']) {
      const inside = await comeTo(shop, '/plain', { ...computer, 'sec-fetch-dest': dest });
      expect([inside.cookie, inside.shown]).toEqual([undefined, 'original']);
      await shop.get('/plain', { ...computer, cookie, 'sec-fetch-dest': dest });
    }
    const head = await shop.get('/plain', computer, 'HEAD');
    expect(head.headers.getSetCookie()).toEqual([]);
    await shop.get('/plain', { ...computer, cookie }, 'HEAD');
    await shop.told();
    expect(shop.views).toEqual([]);
  });

  it('[RT-TEST-4] everybody sees the winner of a test that ended, also crawlers, previews and who has no name', async () => {
    const ended = {
      kind: 'ended',
      since: '2027-03-01T09:00:00.000Z',
      until: '2027-04-01T09:00:00.000Z',
      winner: 'b',
    } as const;
    const staff = async (token: string | undefined) =>
      token === 'right'
        ? ({ kind: 'staff', capabilities: ['content.preview'] } as const)
        : ({ kind: 'guest' } as const);
    const shop = await openCrowdShop({ experiments: [test('hero', { state: ended })] }, { staff });
    await shop.publish(versions());
    for (const headers of [
      computer,
      { ...computer, 'sec-gpc': '1' },
      { 'user-agent': browsers.crawler },
      { ...computer, cookie: nameCookie('x'.repeat(22)) },
    ]) {
      expect(await comeTo(shop, '/plain', headers)).toMatchObject({ cookie: undefined, shown: 'other' });
      expect(shownIn(await shop.short('/plain', headers))).toBe('other');
    }
    const cookie = 'vt_staff=right';
    expect(shownIn(await shop.html('/plain?_preview=1', { cookie }))).toBe('other');
    expect(shownIn(await shop.html('/plain?_preview=1&_audience=everyone', { cookie }))).toBe('original');
  });

  it('[RT-TEST-5] what was shown is told behind the answer, once, on the long way and the short', async () => {
    const shop = await openCrowdShop({ experiments: [test('hero'), test('other')] });
    await shop.publish([...versions(), words('x', 'x')]);
    const { cookie = '', shown, answer } = await comeTo(shop);
    expect([answer.status, shop.views]).toEqual([200, []]);
    await shop.get('/search', { ...computer, cookie });
    await shop.told();
    const visitor = nameIn(cookie);
    const view = { experiment: 'hero', version: shown === 'other' ? 'b' : 'a', visitor };
    expect(shop.views).toEqual([view]);
    for (let times = 0; times < 3; times += 1) {
      await shop.get('/plain', { ...computer, cookie });
      await shop.short('/plain', { ...computer, cookie });
    }
    await shop.get('/search', { ...computer, cookie });
    await shop.told();
    expect(shop.views).toEqual([view]);
    await shop.publish(versions('other'));
    await shop.get('/plain', { ...computer, cookie: `${cookie}; ${await shop.cartOf(2)}` });
    await shop.told();
    expect(shop.views.slice(1)).toEqual([
      expect.objectContaining({ experiment: 'other', visitor, cart: expect.any(String) }),
    ]);
    const restarted = { kind: 'running', since: '2027-05-01T09:00:00.000Z' } as const;
    shop.become({ experiments: [test('other', { state: restarted })] });
    await shop.get('/plain', { ...computer, cookie });
    await shop.told();
    expect(shop.views).toHaveLength(3);
  });

  it('[RT-TEST-9] a new name counts when a request brings it back, whatever is asked for, and on the short way', async () => {
    const shop = await openCrowdShop(running);
    await shop.publish(versions());
    const ways: ((headers: { readonly 'user-agent': string; readonly cookie: string }) => unknown)[] = [
      (headers) => shop.get('/_image/320/none.svg', headers),
      (headers) => shop.get('/_a/menu.get?i=[{}]', headers),
      (headers) => shop.get('/plain', headers),
      (headers) => shop.short('/_image/320/none.svg', headers),
      (headers) => shop.short('/plain', headers),
      (headers) => shop.runtime.heard({ headers }),
    ];
    for (const way of ways) {
      const { cookie = '', shown } = await comeTo(shop);
      await shop.told();
      expect(shop.views).toEqual([]);
      for (let times = 0; times < 2; times += 1) await way({ ...computer, cookie });
      await shop.told();
      const version = shown === 'other' ? 'b' : 'a';
      expect(shop.views.splice(0)).toEqual([{ experiment: 'hero', version, visitor: nameIn(cookie) }]);
    }
  });

  it('[RT-TEST-9] a browser that keeps no cookies is nobody who counts, and nobody else makes names up', async () => {
    const shop = await openCrowdShop(running);
    await shop.publish(versions());
    for (let times = 0; times < 10; times += 1) expect((await comeTo(shop)).cookie).toBeDefined();
    for (const made of ['vt_visitor=aaaaaaaaaaaaaaaaaaaaaa', `${nameCookie('a')}x`, 'vt_visitor=a.b']) {
      const { cookie } = await comeTo(shop, '/plain', { ...computer, cookie: made });
      expect(cookie).not.toBe(made);
    }
    await shop.told();
    expect(shop.views).toEqual([]);
    const { cookie = '' } = await comeTo(shop);
    shop.become({});
    await shop.get('/plain', { ...computer, cookie });
    await shop.told();
    expect(shop.views).toEqual([]);
  });

  it('[RT-TEST-5] it is told of kept pages by the short way too, and of nobody who takes no part', async () => {
    const shop = await openCrowdShop(running);
    await shop.publish(versions());
    const cookie = nameCookie('aaaa');
    await shop.get('/plain', { ...computer, cookie });
    await shop.told();
    shop.become({ experiments: [test('hero', { state: { kind: 'running', since: '2028-01-01' } })] });
    shop.views.length = 0;
    expect(await shop.short('/plain', { ...computer, cookie })).toBeDefined();
    await shop.told();
    expect(shop.views).toHaveLength(1);
    shop.become({ experiments: [test('hero', { id: 'hero', share: 1, name: 'Few' })] });
    shop.views.length = 0;
    const names = Array.from({ length: 40 }, (_, at) => nameCookie(`n${at}`));
    for (const name of names) await shop.get('/plain', { ...computer, cookie: name });
    await shop.told();
    expect(shop.views.length).toBeLessThan(10);
  });

  it('[RT-TEST-8] a page with a test is not opened ahead for whom it would have to be counted', async () => {
    const shop = await openCrowdShop(running);
    await shop.publish(versions());
    const ahead = { ...computer, 'sec-purpose': 'prefetch;prerender' };
    const refused = async (headers: Record<string, string>) => {
      expect(await shop.short('/plain', headers)).toBeUndefined();
      const answer = await shop.get('/plain', headers);
      expect([answer.status, answer.headers.get('cache-control'), answer.headers.getSetCookie()]).toEqual([
        409,
        'private, no-store',
        [],
      ]);
      expect(await answer.text()).toContain('<h1>This page is made when somebody looks at it</h1>');
    };
    await refused(ahead);
    const named = { ...ahead, cookie: nameCookie('aaaa') };
    await refused(named);
    await shop.get('/plain', { ...computer, cookie: named.cookie });
    expect((await shop.get('/plain', named)).status).toBe(200);
    expect(await shop.short('/plain', named)).toBeDefined();
    await refused({ ...ahead, cookie: nameCookie('bbbb') });
    for (const path of ['/search', '/p/mug']) expect((await shop.get(path, ahead)).status).toBe(200);
    shop.become({ experiments: [test('hero', { share: 1 })] });
    const outside = Array.from({ length: 5 }, (_, at) => nameCookie(`n${at}`));
    const answers = outside.map(async (cookie) => (await shop.get('/plain', { ...ahead, cookie })).status);
    expect(await Promise.all(answers)).toContain(200);
    shop.become({ experiments: [] });
    expect((await shop.get('/plain', ahead)).status).toBe(200);
    await shop.told();
    expect(shop.views).toHaveLength(1);
  });

  it('[RT-TEST-6] an answer is never the worse for who counts', async () => {
    const crowd = {
      current: { audiences: [], experiments: [test('hero')] },
      seen() {
        throw new Error('It is down.');
      },
      began() {
        throw new Error('It is down.');
      },
      had() {
        throw new Error('It is down.');
      },
    };
    const shop = await openCrowdShop({}, { crowd });
    await shop.publish(versions());
    const { cookie = '', answer } = await comeTo(shop);
    expect(answer.status).toBe(200);
    await shop.get('/plain', { ...computer, cookie });
    const form = await shop.post('/_actions/basket.add', 'pieces=1', { ...computer, cookie });
    await shop.told();
    expect([form.status, cookiesOf(form).has('vt_cart')]).toEqual([303, true]);
    expect(shop.log.join('')).toContain('could not be told');
  });

  it('[RT-TEST-7] a basket that a visitor with a name begins, or is given back, is told while a test runs', async () => {
    const shop = await openCrowdShop(running);
    await shop.publish(versions());
    const { cookie = '' } = await comeTo(shop);
    const add = (headers: Record<string, string>) => shop.post('/_actions/basket.add', 'pieces=1', headers);
    await add(computer);
    await add({ ...computer, 'sec-gpc': '1', cookie });
    const given = cookiesOf(await add({ ...computer, cookie })).get('vt_cart') ?? '';
    await add({ ...computer, cookie: `${cookie}; ${given}` });
    await shop.told();
    const [cart] = decodeURIComponent(given.slice('vt_cart='.length)).split('.');
    expect(shop.baskets).toEqual([[nameIn(cookie), cart]]);
    const request = new Request('https://shop.test/', { headers: { ...computer, cookie } });
    shop.runtime.remember({ sessionId: 'session', cartId: 'taken-over' }, request);
    shop.become({});
    await add({ ...computer, cookie });
    await shop.told();
    expect(shop.baskets.map(([, each]) => each)).toEqual([cart]);
    expect(shop.given).toEqual([[nameIn(cookie), 'taken-over']]);
  });

  it('[RT-PREVIEW-13] staff see a page as visitors of some audiences and versions, and nobody else by an address', async () => {
    const staff = async (token: string | undefined) =>
      token === 'right'
        ? ({ kind: 'staff', capabilities: ['content.preview'] } as const)
        : ({ kind: 'guest' } as const);
    const shop = await openCrowdShop(running, { staff, canvasScript: '/_editor/canvas.js' });
    await shop.publish([...versions(), words('p', 'For phones', { audiences: ['phones'] })]);
    const cookie = `vt_staff=right; ${nameCookie('x')}`;
    const look = async (word: string, kind = '1') =>
      shop.html(`/plain?_preview=${kind}&_audience=${encodeURIComponent(word)}`, { ...phone, cookie });
    for (const kind of ['1', 'canvas']) {
      expect(shownIn(await look('everyone', kind))).toBe('original');
      const both = await look('phones,hero.b', kind);
      expect([shownIn(both), both.includes('For phones')]).toEqual(['other', true]);
    }
    expect(shownIn(await shop.html('/plain?_preview=1', { ...phone, cookie }))).toBe('original');
    const stranger = { 'user-agent': browsers.crawler };
    expect(shownIn(await shop.html('/plain?_preview=1&_audience=hero.b', stranger))).toBe('original');
    for (const wrong of [
      '',
      'Phones',
      'a b',
      'hero.a',
      'phones,',
      'everyone,phones',
      Array(60).fill('a').join(),
    ]) {
      const answer = await shop.get(`/plain?_preview=1&_audience=${encodeURIComponent(wrong)}`, { cookie });
      expect([wrong, answer.status, await answer.text()]).toEqual([
        wrong,
        400,
        expect.stringContaining('for example phones,hero.b'),
      ]);
    }
    const form = await shop.post('/_actions/basket.add', 'pieces=1', {
      host: 'shop.test',
      referer: 'https://shop.test/plain?_preview=1&_audience=hero.b',
    });
    expect(form.headers.get('location')).toBe('/plain?_preview=1&_audience=hero.b');
    await shop.told();
    expect(shop.views).toEqual([]);
  });
});

/** What the signature of such a cookie is for. */
function nameIn(cookie: string): string | undefined {
  return /^vt_visitor=([\w-]+)\./.exec(cookie)?.[1];
}

/** Somebody new who is shown this version. */
async function inVersion(shop: CrowdShop, wanted: string): Promise<{ readonly cookie: string }> {
  const { cookie, shown } = await comeTo(shop);
  return shown === wanted && cookie !== undefined ? { cookie } : inVersion(shop, wanted);
}
