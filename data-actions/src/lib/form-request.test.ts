import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineMutation, type } from './define-action.ts';
import { createTestEngine, guest, nobody } from './engine-under-test.ts';
import { handleFormRequest } from './form-request.ts';
import { handleMutation } from './handle-action.ts';
import { noticeCookie, readNotice } from './notice.ts';
import { isLocalPath } from './same-origin.ts';
import { openTypedForm } from './typed-form.ts';

interface Outcome {
  readonly kind: 'added' | 'away';
  readonly to: string;
}

const add = defineMutation({
  id: 'cart.add',
  input: z.object({
    id: z.string(),
    quantity: z.coerce.number().default(1),
    tags: z.array(z.string()).optional(),
  }),
  output: type<Outcome>(),
  form: ({ kind, to }, { from, locale, input }) =>
    kind === 'away'
      ? { location: to }
      : { location: from, notice: { tone: 'good', text: `${input.quantity} × “${input.id}” (${locale})` } },
});

function shop() {
  const taken: unknown[] = [];
  const faults: unknown[] = [];
  const { engine } = createTestEngine([
    handleMutation(add, async (input, context): Promise<Outcome> => {
      if (input.id === 'explode') throw new Error('secret');
      taken.push(input);
      context.remember({ cartId: 'c-1' });
      return input.id.startsWith('to:') ? { kind: 'away', to: input.id.slice(3) } : { kind: 'added', to: '' };
    }),
  ]);
  const send = (
    body: BodyInit | null,
    headers: Record<string, string> = {},
    path = '/_actions/cart.add',
    method = 'POST',
  ) =>
    handleFormRequest(
      engine,
      new Request(`https://shop.example${path}`, {
        method,
        body,
        headers: {
          'sec-fetch-site': 'same-origin',
          referer: 'https://shop.example/de/p/mug?colour=ochre',
          ...headers,
        },
      }),
      (_request, { from }) => ({
        shared: { ...guest, locale: from.startsWith('/de') ? 'de' : 'en' },
        private: nobody,
        remember: ({ cartId }) => [`vt_cart=${cartId}`],
      }),
      { onFault: (fault) => faults.push(fault) },
    );
  return { send, taken, faults };
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const noticeOf = (response: Response) =>
  readNotice(
    new Request('https://shop.example/', { headers: { cookie: response.headers.getSetCookie().join('; ') } }),
  );

test('[DA-60] a form changes what it says, goes back to its page and says what came of it once', async () => {
  const { send, taken } = shop();
  const response = await send(form({ id: 'mug', quantity: '2', _from: '/de/c/mugs?page=2' }));
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/de/c/mugs?page=2');
  expect(noticeOf(response)).toEqual({ tone: 'good', text: '2 × “mug” (de)' });
  expect(response.headers.getSetCookie()[0]).toBe('vt_cart=c-1');
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  expect(taken).toEqual([{ id: 'mug', quantity: 2 }]);
});

test('[DA-60] without a word from the form it goes back to where the browser came from', async () => {
  const { send } = shop();
  const body = new FormData();
  body.set('id', 'mug');
  expect((await send(body)).headers.get('location')).toBe('/de/p/mug?colour=ochre');
  expect(
    (await send(form({ id: 'mug' }), { referer: 'https://evil.example/x' })).headers.get('location'),
  ).toBe('/');
  expect((await send(form({ id: 'mug' }), { referer: 'nonsense' })).headers.get('location')).toBe('/');
});

test('[DA-61] nobody is sent away from the shop', async () => {
  const { send } = shop();
  for (const place of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    'x',
  ]) {
    expect((await send(form({ id: `to:${place}` }))).headers.get('location')).toBe('/');
    expect((await send(form({ id: 'mug', _from: place }))).headers.get('location')).toBe(
      '/de/p/mug?colour=ochre',
    );
  }
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('/', '\\', 'a', '.', ':', '@', '\t', '\n', '?', '#', ' ') }),
      (path) => {
        if (isLocalPath(path)) expect(new URL(path, 'https://shop.example').host).toBe('shop.example');
      },
    ),
    { seed: 1, numRuns: 2000 },
  );
});

test('[DA-62] a form from another site is refused, also by browsers that say nothing of fetch', async () => {
  const { send, taken } = shop();
  const from = async (headers: Record<string, string>) => (await send(form({ id: 'mug' }), headers)).status;
  expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await from({ 'sec-fetch-site': 'none' })).toBe(403);
  expect(taken).toEqual([]);
  const { engine } = createTestEngine([
    handleMutation(add, async () => ({ kind: 'added' as const, to: '' })),
  ]);
  const old = (headers: Record<string, string>) =>
    handleFormRequest(
      engine,
      new Request('http://10.0.0.1/_actions/cart.add', {
        method: 'POST',
        body: form({ id: 'mug' }),
        headers,
      }),
      () => ({ shared: guest }),
    );
  expect((await old({ origin: 'https://shop.example', host: 'shop.example' })).status).toBe(303);
  expect((await old({ origin: 'https://evil.example', host: 'shop.example' })).status).toBe(403);
  expect((await old({ origin: 'null', host: 'shop.example' })).status).toBe(403);
  expect((await old({ host: 'shop.example' })).status).toBe(403);
});

test('[DA-63] a form that is too large, malformed or filled in wrongly gets a sentence and changes nothing', async () => {
  const { send, taken } = shop();
  const refused = async (body: BodyInit | null, headers: Record<string, string> = {}) => {
    const response = await send(body, headers);
    return [response.status, (await response.text()).split('\n')[0]];
  };
  const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(await refused(`id=${'x'.repeat(70_000)}`, urlencoded)).toEqual([
    413,
    'The body is larger than 65536 bytes. Send less in one request.',
  ]);
  expect(await refused('id=%zz', urlencoded)).toEqual([400, 'The form is not encoded as a form.']);
  expect(await refused('id=%ff', urlencoded)).toEqual([400, 'Field "id" is not UTF-8.']);
  expect(await refused(new Uint8Array([105, 100, 61, 255]), urlencoded)).toEqual([
    400,
    'The body is not UTF-8.',
  ]);
  expect(await refused('junk', { 'content-type': 'multipart/form-data; boundary=x' })).toEqual([
    400,
    'The form is not encoded as a form.',
  ]);
  expect(await refused('{}', { 'content-type': 'application/json' })).toEqual([
    415,
    'Expected a form, got "application/json".',
  ]);
  const file = new FormData();
  file.set('id', new Blob(['x']), 'x.txt');
  expect(await refused(file)).toEqual([400, 'Field "id" is a file; expected text.']);
  expect(await refused(form({ quantity: 'many' }))).toEqual([400, 'The form is not filled in as expected.']);
  expect(taken).toEqual([]);
});

test('[DA-63] a body that never ends is cut off at the limit', async () => {
  const { send } = shop();
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent++;
      controller.enqueue(new Uint8Array(16_384));
    },
  });
  const request = { duplex: 'half' } as const;
  const { engine } = createTestEngine([
    handleMutation(add, async () => ({ kind: 'added' as const, to: '' })),
  ]);
  const response = await handleFormRequest(
    engine,
    new Request('https://shop.example/_actions/cart.add', {
      ...request,
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    }),
    () => ({ shared: guest }),
  );
  expect(response.status).toBe(413);
  expect(sent).toBeLessThan(10);
  expect((await send(null, {}, '/_actions/cart.add', 'GET')).status).toBe(405);
});

test('[DA-64] an unknown mutation is not found; a fault sends the shopper back with an apology', async () => {
  const { send, faults } = shop();
  expect((await send(form({}), {}, '/_actions/nothing')).status).toBe(404);
  expect((await send(form({}), {}, '/_actions/%ff')).status).toBe(404);
  const response = await send(form({ id: 'explode' }));
  expect(response.status).toBe(303);
  expect(noticeOf(response)).toMatchObject({ tone: 'bad' });
  expect(JSON.stringify([...response.headers])).not.toContain('secret');
  expect(faults).toEqual([new Error('secret')]);
});

test('[DA-65] a notice survives its cookie, whatever it says; anything else in the cookie is no notice', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('good' as const, 'bad' as const),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      (tone, text) => {
        const cookie = noticeCookie({ tone, text }, { secure: true });
        expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
        const headers = { cookie: `a=b; ${cookie.split(';')[0]}` };
        expect(readNotice(new Request('https://shop.example/', { headers }))).toEqual({ tone, text });
      },
    ),
  );
  for (const cookie of [
    'vt_notice=%',
    'vt_notice=null',
    'vt_notice=%5B%22worse%22%2C1%5D',
    'vt_noticed=x',
    '',
  ])
    expect(readNotice(new Request('https://shop.example/', { headers: { cookie } }))).toBeUndefined();
});

const pay = defineMutation({
  id: 'pay',
  input: z.object({ to: z.string(), name: z.string().default('') }),
  output: type<{ to: string; origin: string | undefined }>(),
  form: ({ to }) =>
    to === 'again'
      ? { location: '/pay', again: { fields: ['name', 'absent'], problems: { name: 'bad' } } }
      : { location: '/pay', away: to },
});

function till(origin: string | undefined) {
  const origins: unknown[] = [];
  const { engine } = createTestEngine([
    handleMutation(pay, async ({ to }, context) => {
      origins.push(context.origin);
      return { to, origin: context.origin };
    }),
  ]);
  const send = (fields: Record<string, string>) =>
    handleFormRequest(
      engine,
      new Request('http://10.0.0.1/_actions/pay', {
        method: 'POST',
        body: form(fields),
        headers: { 'sec-fetch-site': 'same-origin', host: 'evil.example' },
      }),
      () => ({ shared: guest, ...(origin && { origin }) }),
    );
  return { send, origins };
}

test('[DA-66] a form to be shown again brings what was typed and what is wrong to the next page', async () => {
  const response = await till(undefined).send({ to: 'again', name: 'Ada', secret: 'x' });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/pay']);
  const cookie = response.headers.getSetCookie().find((each) => each.startsWith('vt_form='));
  expect(openTypedForm(/=([^;]*)/.exec(cookie ?? '')?.[1])).toEqual({
    mutation: 'pay',
    values: { name: 'Ada' },
    problems: { name: 'bad' },
  });
});

test('[DA-67] an address of this shop is gone to by 303, one elsewhere over https by a page, no other at all', async () => {
  const { send } = till('https://shop.example');
  const own = await send({ to: 'https://shop.example/_bank/1?a=b' });
  expect([own.status, own.headers.get('location')]).toEqual([303, '/_bank/1?a=b']);
  const bank = await send({ to: 'https://bank.example/pay?a="><script>&b=1' });
  expect([bank.status, bank.headers.get('location')]).toEqual([200, null]);
  expect(bank.headers.get('refresh')).toBe('0; url=https://bank.example/pay?a=%22%3E%3Cscript%3E&b=1');
  expect(bank.headers.get('cache-control')).toBe('private, no-store');
  expect(await bank.text()).not.toContain('<script>');
  const others = [
    'http://bank.example/',
    'javascript:alert(1)',
    '//bank.example',
    'nonsense',
    'https://shop.example//evil.example',
  ];
  const refused = await Promise.all(others.map((to) => send({ to })));
  expect(refused.map(({ headers }) => headers.get('location'))).toEqual(others.map(() => '/pay'));
});

test('[DA-68] a mutation is told the shop’s address as the host knows it, never as the request says it', async () => {
  const known = till('https://shop.example');
  await known.send({ to: 'again' });
  const unknown = till(undefined);
  await unknown.send({ to: 'again' });
  expect([...known.origins, ...unknown.origins]).toEqual(['https://shop.example', undefined]);
});
