import { handlePrivateAction, typedFormCookie } from '@vitrine/data-actions/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { getBasket } from '../testing/small-actions.ts';
import { openSmallShop, type SmallShop } from '../testing/small-shop.ts';

let shop: SmallShop;
beforeEach(async () => {
  shop = await openSmallShop();
});

describe('forms', () => {
  it('[RT-ACT-1] the first change gives the visitor a signed cart that only this shop can name', async () => {
    const answer = await shop.post('/_actions/basket.add', 'pieces=2&_from=/p/mug');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/p/mug']);
    const [cart = ''] = answer.headers.getSetCookie();
    expect(cart).toMatch(
      /^vt_cart=[\w-]{36}\.[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
    );
    const cookie = cart.split(';')[0] as string;
    expect(await shop.html('/p/mug', { cookie })).toContain('data-pieces="2"');
    const [id] = [...shop.backend.baskets.keys()];
    expect(await shop.html('/p/mug', { cookie: `vt_cart=${id}` })).toContain('data-pieces="0"');
    expect(await shop.html('/p/mug', { cookie: `${cookie}x` })).toContain('data-pieces="0"');
    const again = await shop.post('/_actions/basket.add', 'pieces=3', { cookie });
    expect(again.headers.getSetCookie().some((each) => each.startsWith('vt_cart'))).toBe(false);
    expect(await shop.html('/p/mug', { cookie })).toContain('data-pieces="5"');
  });

  it('[RT-ACT-2] what came of a form is said once on the next page', async () => {
    const answer = await shop.post('/_actions/basket.add', 'pieces=2');
    const cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    expect(await shop.html('/plain', { cookie })).toContain('role="status">It is in your basket.</div>');
  });

  it('[RT-ACT-3] absurd input, strangers’ pages and unknown changes are refused and change nothing', async () => {
    const statuses = await Promise.all([
      shop.post('/_actions/basket.add', 'pieces=-4'),
      shop.post('/_actions/basket.add', 'pieces=1e9'),
      shop.post('/_actions/basket.add', 'pieces=2', { 'sec-fetch-site': 'cross-site' }),
      shop.post('/_actions/basket.steal', 'pieces=2'),
      shop.get('/_actions/basket.add'),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([400, 400, 403, 404, 405]);
    expect(shop.backend.baskets.size).toBe(0);
  });
});

describe('forms of a preview', () => {
  const referer = 'https://shop.test/p/mug?_preview=abc.def.ghi&_at=2027-03-05T09%3A00%3A00Z&size=2&_trace=1';
  const led = async (fields: string, headers: Record<string, string>, action = 'basket.add') => {
    const answer = await shop.post(`/_actions/${action}`, fields, headers);
    return [answer.status, answer.headers.get('location'), answer.headers.getSetCookie().length > 0];
  };

  it('[RT-PREVIEW-10] come back to the preview they stood in, with its own parameters and no others', async () => {
    const preview = '_preview=abc.def.ghi&_at=2027-03-05T09%3A00%3A00Z';
    expect(await led('pieces=2&_from=/p/mug', { referer })).toEqual([303, `/p/mug?${preview}`, true]);
    expect(await led('pieces=2&_from=/p/mug?size=3%23more', { referer })).toEqual([
      303,
      `/p/mug?size=3&${preview}#more`,
      true,
    ]);
    expect(await led('currency=GBP&_from=/p/mug', { referer }, 'session.set-currency')).toEqual([
      303,
      `/p/mug?${preview}`,
      true,
    ]);
    const staff = { referer: 'https://shop.test/de/p/becher?_preview=1&_channel=online&_currency=GBP' };
    expect(await led('pieces=2&_from=/de/p/becher', staff)).toEqual([
      303,
      '/de/p/becher?_preview=1&_channel=online&_currency=GBP',
      true,
    ]);
  });

  it('[RT-PREVIEW-10] no preview is opened by a page that was none, of another path or of another shop', async () => {
    const plain = [303, '/p/mug', true];
    expect(await led('pieces=2&_from=/p/mug', {})).toEqual(plain);
    for (const other of [
      'https://shop.test/p/mug?_at=2027-03-05T09%3A00%3A00Z',
      'https://shop.test/p/jug?_preview=abc.def.ghi',
      'https://evil.test/p/mug?_preview=abc.def.ghi',
      'nonsense?_preview=abc',
    ])
      expect([other, await led('pieces=2&_from=/p/mug', { referer: other })]).toEqual([other, plain]);
    const own = 'pieces=2&_from=/p/mug?_preview=other';
    expect(await led(own, { referer })).toEqual([303, '/p/mug?_preview=other', true]);
    const away = await led('currency=GBP&_from=//evil.test/p/mug', { referer }, 'session.set-currency');
    expect(String(away[1])).toMatch(/^\/p\/mug\?/);
  });
});

describe('currency', () => {
  it('[RT-ACT-4] is remembered when the channel has it', async () => {
    const answer = await shop.post('/_actions/session.set-currency', 'currency=GBP&_from=/de/p/becher');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/de/p/becher']);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] as string;
    expect(await shop.html('/p/mug', { cookie })).toContain('1100 GBP');
  });

  it('[RT-ACT-7] is taken from a form that comes in pieces, its length not said', async () => {
    const pieces = new ReadableStream({
      start(form) {
        for (const piece of ['currency=', 'GBP']) form.enqueue(new TextEncoder().encode(piece));
        form.close();
      },
    });
    const answer = await shop.runtime.handle(
      new Request('https://shop.test/_actions/session.set-currency', {
        method: 'POST',
        body: pieces,
        duplex: 'half',
        headers: {
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          'transfer-encoding': 'chunked',
        },
      } as RequestInit),
    );
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([
      303,
      expect.stringContaining('vt_currency=GBP'),
    ]);
  });

  it('[RT-ACT-5] other words, strangers and long forms are refused, and nobody is led away', async () => {
    const path = '/_actions/session.set-currency';
    const statuses = await Promise.all([
      shop.post(path, 'currency=USD'),
      shop.post(path, ''),
      shop.post(path, `currency=GBP&x=${'y'.repeat(70_000)}`),
      shop.post(path, 'currency=GBP', { 'sec-fetch-site': 'cross-site' }),
      shop.get(path),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([400, 400, 413, 403, 405]);
    const away = await shop.post(path, 'currency=GBP&_from=//evil.test', { referer: 'https://evil.test/x' });
    expect(away.headers.get('location')).toBe('/');
  });
});

describe('data', () => {
  it('[RT-ACT-6] public answers have an address, private ones are told to their owner', async () => {
    const query = new URLSearchParams({
      i: JSON.stringify([{ slug: 'mug' }]),
      channel: 'online',
      locale: 'de',
    });
    query.sort();
    const open = await shop.get(`/_a/thing.get?${query}`);
    expect([open.status, (await open.json()).answers[0].value.name]).toEqual([200, 'Mug']);
    const cookie = await shop.cartOf(3);
    const body = JSON.stringify({ questions: [{ action: 'basket.get', input: {} }] });
    const own = await shop.post('/_a', body, { cookie, 'content-type': 'application/json' });
    expect((await own.json()).answers[0].value.pieces).toBe(3);
    expect(own.headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('a form to be shown again', () => {
  const typed = typedFormCookie(
    { mutation: 'basket.add', values: { pieces: '41' }, problems: { pieces: 'bad' } },
    { secure: true },
  ).split(';')[0] as string;
  /** A shop whose badge tells what was typed. */
  const open = () =>
    openSmallShop({
      handlers: (own) => [
        ...own,
        handlePrivateAction(getBasket, async (inputs, { form }) =>
          inputs.map(() => ({ pieces: Number(form?.values.pieces ?? 0), owner: '' })),
        ),
      ],
    });
  const forgets = (answer: Response) =>
    answer.headers.getSetCookie().some((each) => /^vt_form=; .*Max-Age=0/.test(each));

  it('[RT-ACT-8] reaches the holes of the next page, once, and nobody else', async () => {
    shop = await open();
    await shop.html('/p/mug');
    const answer = await shop.get('/p/mug', { cookie: typed });
    expect(forgets(answer)).toBe(true);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(await answer.text()).toContain('data-pieces="41"');
    expect(await shop.html('/p/mug')).toContain('data-pieces="0"');
  });

  it('[RT-ACT-8] waits while a page is opened ahead, and on pages without holes', async () => {
    shop = await open();
    const ahead = await shop.get('/p/mug', { cookie: typed, 'sec-purpose': 'prefetch;prerender' });
    expect(forgets(ahead)).toBe(false);
    expect(await ahead.text()).toContain('data-pieces="0"');
    expect(forgets(await shop.get('/plain', { cookie: typed }))).toBe(false);
  });

  it('[RT-ACT-8] is not for islands that ask later', async () => {
    shop = await open();
    const answer = await shop.runtime.handle(
      new Request('https://shop.test/_a', {
        method: 'POST',
        body: JSON.stringify({ questions: [{ action: 'basket.get', input: {} }] }),
        headers: {
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          cookie: typed,
        },
      }),
    );
    expect(await answer.json()).toMatchObject({ answers: [{ value: { pieces: 0 } }] });
  });
});
