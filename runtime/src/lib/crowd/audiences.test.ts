import type { Crowd, PageNode } from '@vitrine/content';
import { defineAction } from '@vitrine/data-actions';
import { handleAction } from '@vitrine/data-actions/server';
import { describe, expect, it } from 'vitest';
import { getPrice } from '../testing/small-actions.ts';
import {
  browsers,
  cookiesOf,
  onShortWay,
  openCrowdShop,
  phones,
  test,
  words,
} from '../testing/small-crowd.ts';
import { node } from '../testing/small-shop.ts';

const phone = { 'user-agent': browsers.phone };
const computer = { 'user-agent': browsers.computer };
const rule = (id: string, ...rules: Crowd['audiences'][number]['rules']) => ({ id, name: id, rules });
const letter = rule('letter', { kind: 'campaign', parameter: 'source', values: ['Letter'] });
const news = rule('news', { kind: 'referrer', hosts: ['news.example'] });
const trade = rule('trade', { kind: 'group', groups: ['trade'] });
const known = rule('known', { kind: 'signed-in', is: true });
const basket = rule('basket', { kind: 'basket', is: true });
const all = { audiences: [phones, letter, news, trade, known, basket] };
const for_ = (...audiences: readonly string[]): PageNode[] => [
  words('all', 'For all'),
  ...audiences.map((id) => words(`for-${id}`, `For ${id}`, { audiences: [id] })),
];
const shopper = { customerId: 'c1', customerGroup: 'trade' };
const shoppers = { recall: () => shopper, find: async () => shopper };

describe('audiences', () => {
  it('[RT-AUD-1] what is for an audience is on the pages of its visitors alone, made, kept and on the short way', async () => {
    const shop = await openCrowdShop(all, { shoppers });
    await shop.publish(for_('phones', 'letter', 'news', 'trade', 'known', 'basket'));
    const cart = await shop.cartOf(1);
    const session = shop.runtime.remember({ sessionId: 's' }, new Request('https://shop.test/'))[0] ?? '';
    const seenIn = (html: string | undefined) => html && [...html.matchAll(/For (\w+)/g)].map(([, id]) => id);
    for (const [headers, ...others] of [
      [computer],
      [phone, 'phones'],
      [{ ...phone, cookie: 'vt_arrival=source%3Dletter' }, 'phones', 'letter'],
      [{ ...computer, cookie: 'vt_arrival=referrer%3Dwww.news.example' }, 'news'],
      [{ ...computer, cookie: 'vt_arrival=nonsense' }],
      [{ ...computer, cookie: cart }, 'basket'],
      [{ ...computer, cookie: 'vt_cart=forged' }],
      [{ ...phone, cookie: `${session.split(';')[0]}; ${cart}` }, 'phones', 'trade', 'known', 'basket'],
    ] as const) {
      const seen = ['all', ...others];
      for (const times of ['made', 'kept'])
        expect([headers, times, seenIn(await shop.html('/plain', headers))]).toEqual([headers, times, seen]);
      expect(seenIn(await shop.short('/plain', headers))).toEqual(seen);
    }
  });

  it('[RT-AUD-3] how somebody came counts at once and is remembered; that answer is nobody else’s', async () => {
    const shop = await openCrowdShop(all);
    await shop.publish(for_('letter', 'news'));
    const came = async (path: string, headers: Record<string, string> = {}) => {
      expect(await shop.short(path, { ...computer, ...headers })).toBeUndefined();
      const answer = await shop.get(path, { ...computer, ...headers });
      const [cookie = ''] = answer.headers.getSetCookie();
      const [, seen] = /For (letter|news)/.exec(await answer.text()) ?? [];
      return { seen, cookie, keep: answer.headers.get('cache-control'), etag: answer.headers.get('etag') };
    };
    const first = await came('/plain?utm_source=letter');
    expect(first).toEqual({
      seen: 'letter',
      cookie: 'vt_arrival=source%3Dletter; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure',
      keep: 'private, no-store',
      etag: null,
    });
    const cookie = first.cookie.split(';')[0] as string;
    expect(await shop.html('/plain', { ...computer, cookie })).toContain('For letter');
    const byNews = await came('/plain', { referer: 'https://news.example/today' });
    expect([byNews.seen, byNews.cookie.split(';')[0]]).toEqual([
      'news',
      'vt_arrival=referrer%3Dnews.example',
    ]);
    const again = await came('/plain?utm_source=Letter', { cookie: 'vt_arrival=referrer%3Dnews.example' });
    expect(again.cookie.split(';')[0]).toBe('vt_arrival=source%3DLetter');
    const stay = await shop.get('/plain', { ...computer, cookie, referer: 'https://shop.test/' });
    expect([stay.headers.getSetCookie(), (await stay.text()).includes('For letter')]).toEqual([[], true]);
  });

  it('[RT-AUD-3] a page that leads here, a bank or a sign-in do not replace the campaign or what led here first', async () => {
    const shop = await openCrowdShop(all);
    await shop.publish(for_('letter', 'news'));
    const byLetter = 'vt_arrival=source%3Dletter';
    const byNews = 'vt_arrival=referrer%3Dnews.example';
    for (const [cookie, referer, seen] of [
      [byLetter, 'https://news.example/today', 'For letter'],
      [byLetter, 'https://my-bank.example/', 'For letter'],
      [byNews, 'https://checkout.stripe.com/pay', 'For news'],
      [byNews, 'https://www.paypal.com/', 'For news'],
      [byNews, 'https://accounts.google.com/', 'For news'],
      [byNews, 'https://appleid.apple.com/', 'For news'],
    ] as const) {
      const back = await shop.get('/plain', { ...computer, cookie, referer });
      expect([referer, back.headers.getSetCookie()]).toEqual([referer, []]);
      expect(await back.text()).toContain(seen);
    }
    const own = await openCrowdShop(all, { returnHosts: ['Bank.example'] });
    for (const [referer, cookies] of [
      ['https://pay.bank.example/', 0],
      ['https://paypal.com/', 1],
    ] as const) {
      const back = await own.get('/plain', { ...computer, cookie: byNews, referer });
      expect(back.headers.getSetCookie()).toHaveLength(cookies);
    }
  });

  it('[RT-AUD-4] a long campaign in other letters is remembered whole', async () => {
    for (const letters of ['весенняя распродажа & подарки = ', '春のセール ', '🌷 50% + ']) {
      const campaign = letters.repeat(20).slice(0, 99).trim();
      const shop = await openCrowdShop({
        audiences: [rule('spring', { kind: 'campaign', parameter: 'campaign', values: [campaign] })],
      });
      await shop.publish(for_('spring'));
      const query = new URLSearchParams({
        utm_campaign: campaign,
        utm_source: campaign,
        utm_medium: campaign,
      });
      const first = await shop.get(`/plain?${query}`, computer);
      const cookie = cookiesOf(first).get('vt_arrival') ?? '';
      expect(cookie.length).toBeLessThan(4000);
      expect(await shop.html('/plain', { ...computer, cookie })).toContain('For spring');
    }
  });

  it('[RT-AUD-4] cookies and addresses nobody of ours made break nothing and reach no header', async () => {
    const shop = await openCrowdShop({ ...all, experiments: [test('hero')] });
    await shop.publish([words('a', 'A', { audiences: ['!hero.b', 'letter'] })]);
    const injected = '%0d%0aSet-Cookie:x=1';
    for (const cookie of [
      'vt_arrival=__proto__%3Dx',
      'vt_arrival=source%3Dletter%26source%3Dx',
      'vt_arrival=toString%3Dx',
      'vt_arrival=referrer%3D..',
      `vt_arrival=source%3D${injected}`,
      `vt_arrival=${'a'.repeat(5000)}`,
      'vt_arrival=%',
      'vt_visitor=__proto__',
      `vt_visitor=${injected}`,
      'vt_visitor=""',
    ])
      expect([cookie, (await shop.html('/plain', { ...computer, cookie })).includes('<p>A')]).toEqual([
        cookie,
        false,
      ]);
    for (const query of [
      `utm_campaign=${injected}`,
      'utm_source=%00',
      'utm_source=%ff',
      'utm_source=%ed%a0%80',
      'utm_source=%F0%9F',
      `utm_source=${'x'.repeat(3000)}`,
    ]) {
      const answer = await shop.get(`/plain?${query}`, { ...computer, referer: 'http://[::1]/' });
      expect([query, answer.status]).toEqual([query, 200]);
      for (const cookie of answer.headers.getSetCookie())
        expect(cookie).toMatch(/^vt_(arrival|visitor)=[^\s;]+; Path/);
    }
    for (const referer of [
      'x',
      'javascript:alert(1)',
      'http://a..b/',
      'http://xn--',
      'https://me:pw@a.example:99/',
    ])
      expect((await shop.get('/plain', { ...computer, referer })).status).toBe(200);
  });

  it('[RT-AUD-12] where an address leads on, how somebody came is remembered first', async () => {
    const shop = await openCrowdShop(all);
    const url = { channel: 'online', locale: 'en' };
    await shop.pages.publish({
      by: 'test',
      documents: [],
      urls: [{ ...url, path: '/moved', target: { kind: 'redirect', to: '/plain?page=2', status: 301 } }],
    });
    for (const path of ['/moved', '/PLAIN/', '/moved/']) {
      const led = await shop.get(`${path}?utm_source=letter`, computer);
      expect([path, led.status, [...cookiesOf(led).values()], led.headers.get('cache-control')]).toEqual([
        path,
        301,
        ['vt_arrival=source%3Dletter'],
        'private, no-store',
      ]);
      const crawler = await shop.get(`${path}?utm_source=letter`, { 'user-agent': browsers.crawler });
      expect([crawler.headers.getSetCookie(), crawler.headers.get('cache-control')]).toEqual([
        [],
        'private, no-store',
      ]);
      expect((await shop.get(path, computer)).headers.get('cache-control')).toBe('public, max-age=300');
    }
  });

  it('[RT-AUD-13] no shared cache keeps an address of a campaign from being heard of', async () => {
    const shop = await openCrowdShop(all, { sharedSeconds: 60 });
    const crawler = { 'user-agent': browsers.crawler };
    const keep = async (path: string) => (await shop.get(path, crawler)).headers.get('cache-control');
    for (let times = 0; times < 2; times += 1) {
      expect(await keep('/plain?utm_source=letter')).toBe('public, max-age=0, must-revalidate');
      expect(await keep('/plain?x=1')).toBe('public, max-age=0, s-maxage=60, must-revalidate');
    }
    expect(await shop.short('/plain?utm_source=letter', crawler)).toBeUndefined();
    expect(await shop.short('/plain?x=1', crawler)).toBeDefined();
    shop.become({ audiences: [phones] });
    expect(await keep('/plain?utm_source=letter')).toContain('s-maxage=60');
  });

  it('[RT-AUD-9] who asks to be left alone is given no cookie; how they came counts for this page', async () => {
    const shop = await openCrowdShop(all);
    await shop.publish(for_('letter'));
    for (const headers of [
      { ...computer, 'sec-gpc': '1' },
      { ...computer, dnt: '1' },
      { ...computer, 'sec-purpose': 'prefetch' },
      { 'user-agent': browsers.crawler },
    ]) {
      const answer = await shop.get('/plain?utm_source=letter', headers);
      expect([answer.headers.getSetCookie(), (await answer.text()).includes('For letter')]).toEqual([
        [],
        true,
      ]);
      expect(await shop.short('/plain?utm_source=letter', headers)).toContain('For letter');
      expect(await shop.html('/plain', headers)).not.toContain('For letter');
    }
    const head = await shop.get('/plain?utm_source=letter', computer, 'HEAD');
    expect(head.headers.getSetCookie()).toEqual([]);
    shop.become({ audiences: [phones] });
    const answer = await shop.get('/plain?utm_source=letter', computer);
    expect([...cookiesOf(answer)]).toEqual([]);
  });

  it('[RT-AUD-5] a page is kept once for all who are the same to it, whatever else they are', async () => {
    const shop = await openCrowdShop(all);
    const from = async (headers: Record<string, string>) => {
      const answer = await shop.get('/plain', headers);
      await answer.text();
      return /desc="(\w+)"/.exec(answer.headers.get('server-timing') ?? '')?.[1];
    };
    const guest = { ...computer, cookie: 'vt_arrival=source%3Dletter' };
    const phoneByLetter = { ...phone, cookie: 'vt_arrival=source%3Dletter' };
    await shop.publish([words('all', 'For all')]);
    expect([await from(computer), await from(phone), await from(guest)]).toEqual(['made', 'fresh', 'fresh']);
    await shop.publish(for_('phones'));
    expect([await from(computer), await from(phone)]).toEqual(['made', 'made']);
    expect([await from(guest), await from(phoneByLetter)]).toEqual(['fresh', 'fresh']);
    await shop.publish(for_('phones', 'letter'));
    expect([await from(computer), await from(phone)]).toEqual(['made', 'made']);
    expect([await from(guest), await from(phoneByLetter)]).toEqual(['made', 'made']);
  });

  it('[RT-AUD-5] names count wherever they stand: in the layout, in fragments, in what is left out itself', async () => {
    const shop = await openCrowdShop(all);
    const [bare] = await shop.pages.published(['bare']);
    const { document } = bare!;
    const use = node('fragment', { id: 'use', audiences: ['phones'], props: { fragment: 'shared' } });
    await shop.pages.publish({
      by: 'test',
      documents: [
        { ...document, nodes: [...document.nodes, words('foot', 'For news', { audiences: ['news'] })] },
        { ...document, id: 'shared', kind: 'fragment', nodes: for_('letter').slice(1) },
      ],
    });
    await shop.publish([words('all', 'For all'), use]);
    const visitors = [computer, phone].flatMap((device) =>
      ['', 'vt_arrival=source%3Dletter', 'vt_arrival=referrer%3Dnews.example'].map((cookie) => ({
        ...device,
        cookie,
      })),
    );
    const seen = async () =>
      Promise.all(
        visitors.map(async (headers) =>
          [...(await shop.html('/plain', headers)).matchAll(/For (\w+)/g)].map(([, id]) => id).join(),
        ),
      );
    const right = ['all', 'all', 'all,news', 'all', 'all,letter', 'all,news'];
    expect(await seen()).toEqual(right);
    expect(await seen()).toEqual(right);
  });

  it('[RT-AUD-5] it is kept for who is in many audiences, where many tests have ended', async () => {
    const ended = { kind: 'ended', since: '2027-01-01', until: '2027-02-01', winner: 'b' } as const;
    const many = Array.from({ length: 60 }, (_, at) => 100 + at);
    const shop = await openCrowdShop({
      audiences: many.map((at) => rule(`audience-number-${at}`, { kind: 'signed-in', is: false })),
      experiments: many.map((at) => test(`home-headline-${at}`, { state: ended })),
    });
    await shop.publish([words('won', 'The winner', { audiences: ['home-headline-130.b'] })]);
    const html = await shop.html('/plain', computer);
    expect(html).toContain('The winner');
    expect(await shop.short('/plain', computer)).toBe(html);
  });

  it('[RT-AUD-6] what was known of an address before it was published anew leads to no page of after', async () => {
    const shop = await openCrowdShop(all);
    await shop.publish([words('all', 'For all')]);
    for (const headers of [computer, phone]) await shop.html('/plain', headers);
    await shop.publish(for_('phones'));
    const both = await Promise.all([shop.html('/plain', computer), shop.html('/plain', phone)]);
    expect(both.map((html) => html.includes('For phones'))).toEqual([false, true]);

    for (const before of [for_(), for_('letter'), for_('letter', 'phones')]) {
      await shop.publish(before);
      for (const headers of [computer, phone]) await shop.html('/plain', headers);
      await shop.publish(for_('phones'));
      await shop.html('/plain', computer);
      expect(await shop.short('/plain', phone)).toBeUndefined();
      expect(await shop.html('/plain', phone)).toContain('For phones');
      expect(await shop.short('/plain', computer)).not.toContain('For phones');
    }
  });

  it('[RT-AUD-6] what a module declares counts for those who see it', async () => {
    const shop = await openCrowdShop(all);
    await shop.publish([words('all', 'For all'), node('pager', { audiences: ['phones'] })]);
    for (let times = 0; times < 2; times += 1) {
      for (const page of [2, 3]) {
        expect(await shop.html(`/plain?page=${page}`, computer)).not.toMatch(/all \d/);
        expect(await shop.html(`/plain?page=${page}`, phone)).toContain(`all ${page}<`);
      }
    }
    expect(await shop.short('/plain?page=3', phone)).toContain('all 3<');
  });

  it('[RT-AUD-7] a page that names audiences is in no cache but ours, for whomever it is', async () => {
    const shop = await openCrowdShop();
    const keep = async (path: string) => (await shop.get(path, computer)).headers.get('cache-control');
    expect(await keep('/plain')).toMatch(/^public/);
    await shop.publish(for_('phones'));
    expect(await keep('/plain')).toBe('private, no-store');
    expect(await keep('/search')).toMatch(/^public/);
  });

  it('[RT-AUD-8] questions and modules are told of no audience, so HTML of single modules is shared by all', async () => {
    const byAudience = defineAction({ ...getPrice, varyBy: ['audience'] });
    const told: string[] = [];
    const shop = await openCrowdShop(all, {
      handlers: (own) => [
        ...own,
        handleAction(byAudience, async (inputs, { audience }) => {
          told.push(audience);
          return inputs.map(() => 5);
        }),
      ],
    });
    await shop.publish([node('price', { props: { of: 't1' } }), ...for_('phones').slice(1)]);
    for (const headers of [computer, phone]) expect(await shop.html('/plain', headers)).toContain('5 EUR');
    expect(told).toEqual(['everyone']);
    const asked = await shop.get('/_a/price.get?i=[{"id":"t1"}]&audience=everyone', phone);
    expect([asked.status, told]).toEqual([200, ['everyone']]);
  });

  it('[RT-AUD-10] where nobody is told apart no request is looked at more closely', async () => {
    for (const crowd of [{}, { experiments: [test('hero', { state: { kind: 'planned' } })] }]) {
      const shop = await openCrowdShop(crowd);
      await shop.html('/plain', computer);
      const read = new Set<string>();
      const headers = new Proxy({ host: 'shop.test', ...computer } as Record<string, string>, {
        get(target, name: string) {
          read.add(name);
          return target[name];
        },
      });
      expect(await onShortWay(shop.runtime, { path: '/plain', headers })).toContain('Nothing personal');
      const before = ['accept-encoding', 'cookie', 'host', 'if-none-match', 'sec-purpose', 'x-request-id'];
      expect([...read].sort()).toEqual(before);
    }
  });
});
