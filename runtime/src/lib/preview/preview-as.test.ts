import { createActionEngine, handleAction } from '@vitrine/data-actions/server';
import { describe, expect, it } from 'vitest';
import { getPrice } from '../testing/small-actions.ts';
import { smallHandlers } from '../testing/small-backend.ts';
import { openSmallShop } from '../testing/small-shop.ts';

const cookie = 'vt_staff=right';
const staff = (token: string | undefined) =>
  Promise.resolve(
    token === 'right' ? { kind: 'staff', capabilities: ['content.preview'] } : { kind: 'guest' },
  );
const online = { id: 'online', locales: ['en', 'de'], currencies: ['EUR', 'GBP'] };
const outlet = { id: 'outlet', locales: ['fr'], currencies: ['CHF'], hosts: ['outlet.test'] };

/** A shop of two channels whose prices are another at every moment: then, they are the day of the month. */
async function openShop() {
  const { backend, tags } = await openSmallShop();
  const handlers = (at: Date) => [
    ...smallHandlers(backend),
    handleAction(getPrice, (inputs) => Promise.resolve(inputs.map(() => at.getUTCDate()))),
  ];
  return openSmallShop({
    staff,
    canvasScript: '/_editor/canvas.js',
    channels: [online, outlet],
    actionsAt: (at) => createActionEngine({ handlers: handlers(at), tags }),
  });
}

const then = (moment: string) => `_at=${encodeURIComponent(moment)}`;

describe('a preview at a moment', () => {
  it('[RT-PREVIEW-4] shows what is true then, on the page and on a canvas', async () => {
    const shop = await openShop();
    expect(await shop.html(`/p/mug?_preview=1&${then('2027-03-05T09:00:00Z')}`, { cookie })).toContain(
      '5 EUR',
    );
    const canvas = `/p/mug?_preview=canvas&_document=product&${then('2027-03-06T01:00:00+02:00')}`;
    expect(await shop.html(canvas, { cookie })).toContain('5 EUR');
    expect(await shop.html('/p/mug?_preview=1', { cookie })).toContain('1290 EUR');
  });

  it('[RT-PREVIEW-5] leaves nothing behind, and takes nothing that was kept', async () => {
    const shop = await openShop();
    const ahead = `/p/mug?_preview=1&${then('2027-03-05T09:00:00Z')}`;
    expect(await shop.html(ahead, { cookie })).toContain('5 EUR');
    expect(await shop.html('/p/mug')).toContain('1290 EUR');
    const answer = await shop.get(ahead, { cookie });
    expect(await answer.text()).toContain('5 EUR');
    expect([answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([
      'private, no-store',
      null,
    ]);
    expect([...shop.processCache.entries()].map(({ value }) => value)).not.toContain(5);
    expect(await shop.html('/p/mug')).toContain('1290 EUR');
    expect(await shop.html(`/p/mug?_preview=1&${then('2027-03-07T09:00:00Z')}`, { cookie })).toContain(
      '7 EUR',
    );
  });

  it('[RT-PREVIEW-5] keeps nothing of a preview that leads on either', async () => {
    const shop = await openShop();
    const headersOf = async (query: string) => {
      const { status, headers } = await shop.get(`/old${query}`, { cookie });
      return [status, headers.get('location'), headers.get('cache-control')];
    };
    for (const query of ['?_preview=1', `?_preview=1&${then('2027-03-05T09:00:00Z')}`])
      expect(await headersOf(query)).toEqual([301, `/p/mug${query}`, 'private, no-store']);
    expect(await headersOf('')).toEqual([301, '/p/mug', 'public, max-age=300']);
  });

  it('[RT-PREVIEW-6] is refused with a sentence when it is no moment', async () => {
    const shop = await openShop();
    for (const bad of [
      '',
      'friday',
      '2027-03-05',
      '2027-03-05T09:00',
      '2027-13-05T09:00:00Z',
      '9027-03-05T09:00:00Z',
    ]) {
      const answer = await shop.get(`/p/mug?_preview=canvas&${then(bad)}`, { cookie });
      expect([bad, answer.status]).toEqual([bad, 400]);
      expect(await answer.text()).toContain('Write it as 2027-03-05T09:00:00+01:00.');
    }
    const now = await openSmallShop({ staff });
    const answer = await now.get(`/p/mug?_preview=1&${then('2027-03-05T09:00:00Z')}`, { cookie });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('as it is now')]);
  });

  it('[RT-PREVIEW-7] is not for shoppers, whatever they write into the address', async () => {
    const shop = await openShop();
    for (const other of ['', 'vt_staff=wrong'])
      for (const query of [then('2027-03-05T09:00:00Z'), then('friday'), '_channel=outlet', '_channel=x']) {
        const answer = await shop.get(`/p/mug?_preview=canvas&${query}`, { cookie: other });
        expect(answer.status).toBe(200);
        expect(await answer.text()).toContain('1290 EUR');
      }
  });
});

describe('a preview in a channel', () => {
  it('[RT-PREVIEW-8] shows the page as another host would: in its language and currency', async () => {
    const shop = await openShop();
    const html = await shop.html('/p/mug?_preview=1&_channel=outlet', { cookie });
    expect(html).toContain('<html lang="fr"');
    expect(html).not.toContain('EUR');
    expect((await shop.get('/plain?_preview=1&_channel=outlet', { cookie })).status).toBe(404);
    expect((await shop.get('/plain?_preview=1&_channel=online', { cookie })).status).toBe(200);
  });

  it('[RT-PREVIEW-6] is refused with a sentence when there is no such channel', async () => {
    const shop = await openShop();
    const answer = await shop.get('/p/mug?_preview=1&_channel=moon', { cookie });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Channels: online, outlet.');
  });
});

describe('a preview of something planned', () => {
  it('[RT-PREVIEW-11] shows staff the shop with it, and shoppers the shop as it is', async () => {
    const ahead = await openSmallShop();
    const [plain] = await ahead.pages.published(['plain']);
    const { backend: _, ...store } = ahead;
    await store.pages.publish({ by: 'test', documents: [{ ...plain!.document, seo: { title: 'Planned' } }] });
    const shop = await openSmallShop({
      staff,
      drafts: (await openSmallShop()).pages,
      planned: async (id) =>
        id === 'sale'
          ? { kind: 'waiting', name: 'Spring <sale>', pages: store.pages, places: [] }
          : { kind: 'over', name: 'Over', how: 'published' },
    });
    const planned = '/plain?_preview=1&_release=sale';
    const shown = await shop.html(planned, { cookie });
    expect(shown).toContain('Planned');
    expect(shown).toContain('The shop with “Spring &lt;sale&gt;”, which is planned.');
    expect(await shop.html('/plain?_preview=1', { cookie })).not.toContain('Planned');
    expect(await shop.html(planned)).not.toContain('Planned');
    const over = await shop.get('/plain?_preview=1&_release=over', { cookie });
    expect([over.status, await over.text()]).toEqual([
      400,
      expect.stringContaining('What this preview should show is not planned any more.'),
    ]);
  });
});
