import { createActionEngine, handleAction } from '@vitrine/data-actions/server';
import { defineTheme, type Theme } from '@vitrine/themes';
import { expect, it } from 'vitest';
import { getPrice } from '../testing/small-actions.ts';
import { smallHandlers } from '../testing/small-backend.ts';
import { browsers, openCrowdShop, phones, test, words } from '../testing/small-crowd.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import type { PlannedPlace, PlannedShop } from './planned-preview.ts';
import type { PreviewGrant } from './preview-link.ts';

const facts = { id: 'link-1', channel: 'online', locale: 'en', path: '/plain', currency: 'EUR' } as const;
const local = (address: string) => address.replace('https://shop.test', '');
/** What the bar says. */
const barIn = (html: string) =>
  /<aside data-preview-bar.*?<\/aside>/
    .exec(html)?.[0]
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

it('[RT-PREVIEW-14] a link says as whom it shows a page, and shows it so whoever opens it', async () => {
  const won = test('sign', {
    state: { kind: 'ended', since: '2027-03-01T09:00:00Z', until: '2027-03-02T09:00:00Z', winner: 'b' },
  });
  const shop = await openCrowdShop(
    {
      audiences: [phones, { ...phones, id: 'far', name: 'From <afar>' }],
      experiments: [test('hero', { state: { kind: 'planned' } }), won],
    },
    { groupName: (id) => id.toUpperCase() },
  );
  await shop.publish([
    words('all', 'For everybody'),
    words('p', 'For phones', { audiences: ['phones'] }),
    words('b', 'Hero B', { audiences: ['hero.b'] }),
    words('w', 'The winner', { audiences: ['sign.b'] }),
    words('t', 'For trade', { groups: ['trade'] }),
  ]);
  const link = (as: Partial<Pick<PreviewGrant, 'customerGroup' | 'audience' | 'locale'>>) =>
    local(
      shop.runtime.previewLink({
        ...facts,
        document: 'plain',
        ...as,
        expiresAt: new Date(shop.clock.now() + 3_600_000),
      }),
    );
  const shown = async (address: string, headers = {}) => {
    const html = await shop.html(address, headers);
    return ['For everybody', 'For phones', 'Hero B', 'The winner', 'For trade'].filter((each) =>
      html.includes(each),
    );
  };
  const phone = { 'user-agent': browsers.phone };
  expect(await shown('/plain', phone)).toEqual(['For everybody', 'For phones', 'The winner']);
  expect(await shown(link({}), phone)).toEqual(['For everybody', 'The winner']);
  const as = link({ audience: 'hero.b,phones,sign.b', customerGroup: 'trade' });
  expect(await shown(as)).toEqual(['For everybody', 'For phones', 'Hero B', 'The winner', 'For trade']);
  expect(barIn(await shop.html(as))).toMatch(
    /“plain” as its draft is now, as visitors of “hero: B” and “Phones” and customers of “TRADE” see it\. Ends/,
  );
  expect(barIn(await shop.html(link({ audience: 'far,unknown', locale: 'de' })))).toContain(
    'wie der Entwurf jetzt ist, so wie es Besucher aus „From &lt;afar&gt;“ und „unknown“ sehen. Endet',
  );
  // It is part of what is signed: nothing beside it counts.
  expect(await shown(`${link({})}&_audience=phones&_group=trade`, phone)).toEqual([
    'For everybody',
    'The winner',
  ]);
});

const places: readonly PlannedPlace[] = [
  { name: 'Spring <sale>', channel: 'online', locale: 'en', path: '/plain' },
  { name: 'Tea', channel: 'online', locale: 'en', path: '/tea time' },
  { name: 'Tea', channel: 'online', locale: 'de', path: '/tee' },
  { channel: 'online', locale: 'en', path: '/p/mug' },
  { name: 'Elsewhere', channel: 'outlet', locale: 'fr', path: '/thé' },
];

/** A shop in which the page `plain` will be another one, and `tea` is new. */
async function openReleaseShop() {
  const ahead = await openSmallShop();
  const [plain] = await ahead.pages.published(['plain']);
  const page = (id: string, text: string) => ({ ...plain!.document, id, nodes: [words('w', text)] });
  const entry = (locale: string, path: string) => ({
    channel: 'online',
    locale,
    path,
    target: { kind: 'page', page: 'tea' } as const,
  });
  await ahead.pages.publish({
    by: 'test',
    documents: [page('plain', 'The sale'), page('tea', 'All the tea')],
    urls: [entry('en', '/tea time'), entry('de', '/tee')],
  });
  let plan: PlannedShop | undefined = {
    kind: 'waiting',
    name: 'Easter & more',
    at: new Date('2027-03-05T09:00:00Z'),
    places,
    pages: ahead.pages,
  };
  const { backend, tags } = ahead;
  const shop = await openSmallShop({
    drafts: (await openSmallShop()).pages,
    planned: async (id) => (id === 'easter' ? plan : undefined),
    actionsAt: (at) => {
      const price = handleAction(getPrice, (inputs) => Promise.resolve(inputs.map(() => at.getUTCDate())));
      return createActionEngine({ handlers: [...smallHandlers(backend), price], tags });
    },
  });
  const link = (release = 'easter') =>
    local(shop.runtime.previewLink({ ...facts, release, expiresAt: new Date(shop.clock.now() + 3_600_000) }));
  return { ...shop, link, become: (next: PlannedShop | undefined) => (plan = next) };
}

it('[RT-PREVIEW-15] a link of something planned shows all its pages, and leads from one to the next', async () => {
  const shop = await openReleaseShop();
  const link = shop.link();
  const token = link.split('?')[1]!;
  const answer = await shop.get(link);
  expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('x-robots-tag')]).toEqual([
    200,
    'private, no-store',
    'noindex',
  ]);
  const html = await answer.text();
  expect(html).toContain('The sale');
  expect(html).not.toMatch(/<!--vt:|canvas\.js/);
  expect(barIn(html)).toMatch(
    /The shop with “Easter &amp; more”, planned for Mar 5, 2027, 09:00 UTC\. Ends .* Page 1 of 3 Spring &lt;sale&gt; Tea A page of the shop Tea \(de\) Next: Tea$/,
  );
  const leads = [...html.matchAll(/<a href="([^"]*_preview=[^"]*)"/g)].map(([, address]) => address);
  expect(leads).toEqual([
    `/plain?${token}`,
    `/tea%20time?${token}`,
    `/p/mug?${token}`,
    `/de/tee?${token}`,
    `/tea%20time?${token}`,
  ]);
  expect(html).toContain(`<a href="/plain?${token}" style="color:inherit;`);
  for (const address of [leads[1], leads[3]]) expect(await shop.html(address!)).toContain('All the tea');
  expect(barIn(await shop.html(leads[3]!))).toMatch(
    /Der Shop mit „Easter &amp; more“.*Seite 1 von 1 Tea Spring &lt;sale&gt; \(en\)/,
  );
  const mug = await shop.html(leads[2]!);
  expect(mug).toContain('5 EUR');
  expect(barIn(mug)).toContain('Next: Spring &lt;sale&gt;');
  expect(await shop.html('/p/mug')).toContain('1290 EUR');
  expect(await shop.html('/plain')).not.toContain('The sale');
  expect((await shop.get('/tea%20time')).status).toBe(404);
  for (const path of ['/', '/de/plain', '/thé', '/faulty'])
    expect([path, (await shop.get(`${path}?${token}`)).status]).toEqual([path, 403]);
});

it('[RT-PREVIEW-15] it is of now when it has no time, or its time has passed', async () => {
  const shop = await openReleaseShop();
  const token = shop.link().split('?')[1]!;
  const waiting = { kind: 'waiting', name: 'Easter', places } as const;
  for (const at of [undefined, new Date(shop.clock.now() - 1)]) {
    shop.become({ ...waiting, pages: shop.pages, ...(at && { at }) });
    const html = await shop.html(`/p/mug?${token}`);
    expect(html).toContain('1290 EUR');
    expect(barIn(html)).toContain('The shop with “Easter”, which is planned. Ends');
  }
});

it('[RT-PREVIEW-11] [RT-PREVIEW-15] [RT-PREVIEW-17] [HIST-26] styles that are planned are shown with it, to staff and by link, and drafts of styles are not', async () => {
  const look = (ink: string) => defineTheme({ id: 'bare', name: 'Bare', tokens: { 'colour.ink': ink } });
  const ahead = await openSmallShop();
  let theme: { readonly theme?: Theme } = { theme: look('#a1b2c3') };
  const shop = await openSmallShop({
    theme: { current: look('#111111'), draft: async () => look('#d4d4d4') },
    staff: async () => ({ kind: 'staff', capabilities: ['content.preview'] }),
    planned: async () => ({ kind: 'waiting', name: 'Sale', places, pages: ahead.pages, ...theme }),
  });
  const link = local(
    shop.runtime.previewLink({ ...facts, release: 'sale', expiresAt: new Date(shop.clock.now() + 1000) }),
  );
  const cookie = 'vt_staff=right';
  const inkOf = async (address: string, headers = {}) =>
    /--colour-ink: ?(#\w+)/.exec(await shop.html(address, headers))?.[1];
  expect(await inkOf(link)).toBe('#a1b2c3');
  expect(await inkOf('/plain?_preview=1&_release=sale', { cookie })).toBe('#a1b2c3');
  expect(await inkOf('/plain?_preview=1', { cookie })).toBe('#d4d4d4');
  // [RT-PREVIEW-17]
  for (const view of ['1', 'canvas'])
    expect(await inkOf(`/plain?_preview=${view}&_styles=published`, { cookie })).toBe('#111111');
  expect(await inkOf('/plain?_styles=drafted')).toBe('#111111');
  theme = {};
  expect(await inkOf(link)).toBe('#111111');
  expect(await inkOf('/plain?_preview=1&_release=sale', { cookie })).toBe('#111111');
  expect(await inkOf('/plain')).toBe('#111111');
});

it('[SHARE-12] a link of a page shows it in the styles shoppers see, whatever is drafted', async () => {
  const look = (ink: string) => defineTheme({ id: 'bare', name: 'Bare', tokens: { 'colour.ink': ink } });
  const shop = await openSmallShop({
    theme: { current: look('#111111'), draft: async () => look('#d4d4d4') },
    staff: async () => ({ kind: 'staff', capabilities: ['content.preview'] }),
  });
  const link = local(
    shop.runtime.previewLink({ ...facts, document: 'plain', expiresAt: new Date(shop.clock.now() + 1000) }),
  );
  expect(await shop.html(link)).toMatch(/--colour-ink: ?#111111/);
  expect(await shop.html('/plain?_preview=1', { cookie: 'vt_staff=right' })).toMatch(
    /--colour-ink: ?#d4d4d4/,
  );
});

it('[RT-PREVIEW-15] once it is over the page is the public one, and the bar says what became of it', async () => {
  const shop = await openReleaseShop();
  const [address, other] = [shop.link(), shop.link('nothing')];
  shop.become({ kind: 'over', name: 'Easter & more', how: 'published' });
  const live = await shop.get(address);
  expect(live.headers.get('cache-control')).toBe('private, no-store');
  const html = await live.text();
  expect(html).toContain('Nothing personal');
  expect(barIn(html)).toBe(
    '“Easter &amp; more” is no preview any more: it has gone live. This is the public page.',
  );
  shop.become({ kind: 'over', name: 'Easter', how: 'cancelled' });
  expect(barIn(await shop.html(address))).toBe(
    '“Easter” was cancelled, and this preview link has ended. This is the public page.',
  );
  expect(barIn(await shop.html(address.replace('/plain', '/de/nowhere')))).toBe(
    '„Easter“ wurde abgesagt, und dieser Vorschau-Link gilt nicht mehr. Unter dieser Adresse gibt es keine öffentliche Seite.',
  );
  expect(barIn(await shop.html(other))).toBe('This preview link has ended. This is the public page.');
  await shop.clock.advance(3_600_000);
  expect(barIn(await shop.html(address))).toBe('This preview link has ended. This is the public page.');
  expect(await shop.html('/plain')).not.toContain('data-preview-bar');
});

it('[RT-PREVIEW-16] who follows a link of a page of it stays in the preview where that has the page, and is told where it has not', async () => {
  const shop = await openReleaseShop();
  const link = shop.link();
  const token = link.split('?')[1]!;
  const from = (before: string) => ({ referer: `https://shop.test${before}` });
  const inside = await shop.get('/tea%20time?size=big', from(link));
  expect([inside.status, inside.headers.get('location'), inside.headers.get('cache-control')]).toEqual([
    302,
    `/tea%20time?size=big&${token}`,
    'private, no-store',
  ]);
  expect((await shop.get('/de/tee', from(`/p/mug?${token}`))).headers.get('location')).toBe(
    `/de/tee?${token}`,
  );
  const outside = await shop.get('/de/plain', from(link));
  expect([outside.status, outside.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  const html = await outside.text();
  expect(barIn(html)).toBe(
    'Sie haben die Vorschau von „Easter &amp; more“ verlassen. Das ist die öffentliche Seite. Zurück zur Vorschau',
  );
  expect(html).toContain(`<a href="${link}" style="color:inherit;`);
  expect(barIn(await shop.html('/nowhere', from(link)))).toContain(
    'There is no public page at this address.',
  );
  // Nobody else hears of it, and nothing of it is kept.
  for (const before of ['/plain', `${link}x`, `/plain?_preview=1`])
    expect(await shop.html('/de/plain', from(before))).not.toContain('data-preview-bar');
  const elsewhere = { referer: `https://other.test${link}` };
  expect(await shop.html('/de/plain', elsewhere)).not.toContain('data-preview-bar');
  expect(await shop.html('/de/plain')).not.toContain('data-preview-bar');
  shop.become({ kind: 'over', name: 'Easter', how: 'published' });
  expect(await shop.html('/de/plain', from(link))).not.toContain('data-preview-bar');
});

it('[RT-PREVIEW-16] a link whose first page is no part of it any more leads to one that is; at other addresses it says where it is for', async () => {
  const shop = await openReleaseShop();
  const link = shop.link();
  const token = link.split('?')[1]!;
  const next = async (address: string) =>
    /<nav><a href="([^"]*)">(?!Go to the home|Zur Start)/.exec(await shop.html(address))?.[1];
  expect(await next(`/de/plain?${token}`)).toBe(link);
  const waiting = { kind: 'waiting', name: 'Easter', pages: shop.pages } as const;
  shop.become({ ...waiting, places: places.slice(1) });
  const led = await shop.get(link);
  expect([led.status, led.headers.get('location'), led.headers.get('cache-control')]).toEqual([
    302,
    `/tea%20time?${token}`,
    'private, no-store',
  ]);
  expect(await next(`/de/plain?${token}`)).toBe(`/tea%20time?${token}`);
  shop.become({ ...waiting, places: [] });
  expect(barIn(await shop.html(link))).toBe('This preview link has ended. This is the public page.');
});
