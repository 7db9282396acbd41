import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readers } from '@vitrine/content';
import { defineAction, defineMutation, type } from '@vitrine/data-actions';
import { handleAction, handleMutation } from '@vitrine/data-actions/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { getPrice } from '../testing/small-actions.ts';
import { openSmallShop } from '../testing/small-shop.ts';
import type { Shopper } from './shopper.ts';

const groupPrice = defineAction({ ...getPrice, varyBy: ['currency', 'customerGroup'] });
const signIn = defineMutation({
  id: 'account.sign-in',
  input: z.object({ as: z.string() }),
  output: type<{ readonly caller: string }>(),
});

/** A shop whose trade customers pay half, and whose sessions are named like their holders. */
async function openShop() {
  const sessions = new Map<string, Shopper>([
    ['trude', { customerId: 'c1', customerGroup: 'trade' }],
    ['anna', { customerId: 'c2', customerGroup: 'anyone' }],
  ]);
  const remembered = new Set<string>();
  const callers: string[] = [];
  const shop = await openSmallShop({
    staff: async (token) =>
      token === 'right' ? { kind: 'staff', capabilities: ['content.preview'] } : { kind: 'guest' },
    shoppers: {
      recall: (id) => (remembered.has(id) ? sessions.get(id) : undefined),
      find: async (id) => {
        remembered.add(id);
        return sessions.get(id);
      },
    },
    handlers: (own) => [
      ...own,
      handleAction(groupPrice, async (inputs, { customerGroup }) =>
        inputs.map(() => (customerGroup === 'trade' ? 500 : 1000)),
      ),
      handleMutation(signIn, async ({ as }, { caller, cartId, remember }) => {
        callers.push(caller);
        remember(as === '' ? { sessionId: undefined, cartId: undefined } : { sessionId: as, cartId });
        return { caller };
      }),
    ],
  });
  const cookieOf = async (as: string, cookie = '') => {
    const answer = await shop.post('/_actions/account.sign-in', `as=${as}`, { cookie });
    const set = answer.headers.getSetCookie().find((each) => each.startsWith('vt_session=')) ?? '';
    return { set, cookie: set.split(';')[0] as string };
  };
  const onShortWay = (cookie: string) =>
    new Promise<string | false>((resolve) => {
      const request = { method: 'GET', url: '/p/mug', headers: { host: 'shop.test', cookie } };
      const response = { writeHead() {}, end: (body: Buffer) => resolve(body.toString()) };
      const served = shop.runtime.serveCached(
        request as unknown as IncomingMessage,
        response as unknown as ServerResponse,
      );
      if (!served) resolve(false);
    });
  return { ...shop, sessions, remembered, callers, cookieOf, onShortWay };
}

describe('shoppers who are signed in', () => {
  it('[RT-VIS-4] a session is kept in a signed cookie, and taken back', async () => {
    const shop = await openShop();
    const { set, cookie } = await shop.cookieOf('anna');
    expect(set).toMatch(
      /^vt_session=anna\.[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/,
    );
    const out = await shop.post('/_actions/account.sign-in', 'as=', { cookie });
    expect(out.headers.getSetCookie()).toEqual([
      'vt_cart=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
      'vt_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
    ]);
  });

  it('[RT-GROUP-1] a group sees its own prices on pages of its own, on the long way and the short', async () => {
    const shop = await openShop();
    const trade = (await shop.cookieOf('trude')).cookie;
    const anna = (await shop.cookieOf('anna')).cookie;
    expect(await shop.html('/p/mug')).toContain('1000 EUR');
    expect(await shop.html('/p/mug', { cookie: trade })).toContain('500 EUR');
    expect(await shop.html('/p/mug', { cookie: anna })).toContain('1000 EUR');
    expect(await shop.html('/p/mug')).toContain('1000 EUR');
    expect(await shop.onShortWay(trade)).toContain('500 EUR');
    expect(await shop.onShortWay(anna)).toContain('1000 EUR');
    expect(await shop.onShortWay('')).toContain('1000 EUR');
  });

  it('[RT-SHOWN-1] what is for some readers is on their pages alone, made or kept', async () => {
    const shop = await openShop();
    const words = (id: string, text: string, readers: Readers) => {
      return { id, type: 'words', v: 1, props: { words: text }, ...readers };
    };
    await shop.pages.publish({
      by: 'test',
      documents: [
        {
          schema: 1,
          id: 'plain',
          kind: 'page',
          layout: 'bare',
          name: 'plain',
          seo: {},
          nodes: [
            words('a', 'For all', {}),
            words('b', 'Nur auf Deutsch', { locales: ['de'] }),
            words('c', 'For the trade', { groups: ['trade'] }),
            { id: 'd', type: 'price', v: 1, props: { of: 't1' }, groups: ['trade'] },
          ],
        },
      ],
    });
    const trade = (await shop.cookieOf('trude')).cookie;
    const seen = async (path: string, cookie = '') => {
      const html = await shop.html(path, { cookie });
      return ['For all', 'Nur auf Deutsch', 'For the trade', '500 EUR'].map((each) => html.includes(each));
    };
    for (let times = 0; times < 2; times += 1) {
      expect(await seen('/plain')).toEqual([true, false, false, false]);
      expect(await seen('/de/plain')).toEqual([true, true, false, false]);
      expect(await seen('/plain', trade)).toEqual([true, false, true, true]);
      expect(await seen('/plain', (await shop.cookieOf('anna')).cookie)).toEqual([true, false, false, false]);
    }
  });

  it('[RT-PREVIEW-12] staff see the page as customers of a group do, and nobody else does by an address', async () => {
    const shop = await openShop();
    const staff = { cookie: 'vt_staff=right' };
    expect(await shop.html('/p/mug?_preview=1&_group=trade', staff)).toContain('500 EUR');
    expect(await shop.html('/p/mug?_preview=1', staff)).toContain('1000 EUR');
    expect(await shop.html('/p/mug?_preview=1&_group=trade')).toContain('1000 EUR');
    expect(await shop.html('/p/mug')).toContain('1000 EUR');
    const wrong = await shop.get('/p/mug?_preview=1&_group=a%20b', staff);
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('for example trade')]);
  });

  it('[RT-GROUP-2] whose session is not known at once goes the long way; whose has ended is anyone', async () => {
    const shop = await openShop();
    const { cookie } = await shop.cookieOf('trude');
    await shop.html('/p/mug', { cookie });
    shop.remembered.delete('trude');
    expect(await shop.onShortWay(cookie)).toBe(false);
    shop.sessions.delete('trude');
    expect(await shop.html('/p/mug', { cookie })).toContain('1000 EUR');
    expect(await shop.html('/p/mug', { cookie: `${cookie}x` })).toContain('1000 EUR');
  });

  it('[RT-GROUP-3] a page for a group is in nobody’s cache but ours', async () => {
    const shop = await openShop();
    const { cookie } = await shop.cookieOf('trude');
    expect((await shop.get('/plain')).headers.get('cache-control')).toMatch(/^public/);
    expect((await shop.get('/plain', { cookie })).headers.get('cache-control')).toBe('private, no-store');
  });

  it('[RT-ACT-9] a change is told the network address the host knows', async () => {
    const shop = await openShop();
    const request = () =>
      new Request('https://shop.test/_actions/account.sign-in', {
        method: 'POST',
        body: 'as=anna',
        headers: {
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': '203.0.113.66',
        },
      });
    await shop.runtime.handle(request(), '192.0.2.7');
    await shop.runtime.handle(request());
    expect(shop.callers).toEqual(['192.0.2.7', 'unknown']);
  });
});
