import { hydrate, QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ServerAsker } from './ask-server.ts';
import { handleDataRequest } from './data-request.ts';
import { defineMutation, type } from './define-action.ts';
import { dehydrateEntries } from './dehydrate.ts';
import {
  createBackend,
  createTestEngine,
  guest,
  itemAction,
  nobody,
  ownAction,
} from './engine-under-test.ts';
import { handleMutation } from './handle-action.ts';
import { many } from './need.ts';
import { queryKeyOf, useAction } from './use-action.ts';
import { useMutate } from './use-mutate.ts';

const price = itemAction('price', { varyBy: ['currency'] });
const text = itemAction('text');
const own = ownAction('own');
const add = defineMutation({
  id: 'add',
  input: z.object({ n: z.number() }),
  output: type<number>(),
  updates: [own],
});

function browser() {
  const backend = createBackend();
  const { engine } = createTestEngine([
    ...[price, text, own].map((action) => backend.handle(action)),
    handleMutation(add, async ({ n }) => {
      if (n < 0) throw new Error('secret');
      return n + 1;
    }),
  ]);
  const sent: string[] = [];
  const fetch: typeof globalThis.fetch = async (address, init) => {
    sent.push(`${init?.method ?? 'GET'} ${address}`);
    const headers = { ...init?.headers, 'sec-fetch-site': 'same-origin' };
    const request = new Request(`https://shop.example${address}`, { ...init, headers });
    return handleDataRequest(engine, request, (_, { claimed }) => ({
      shared: { ...guest, ...claimed },
      private: nobody,
    }));
  };
  return { backend, engine, sent, asker: new ServerAsker(guest, fetch) };
}

test('[DA-70] questions of one moment share a request per public action, and one for all private ones', async () => {
  const { asker, sent, backend } = browser();
  backend.say = ({ id }, action) => (id === 'none' ? undefined : { id, text: action });
  const answers = await Promise.all([
    asker.ask(price, { id: 'b' }),
    asker.ask(price, { id: 'a' }),
    asker.ask(price, { id: 'b' }),
    asker.ask(text, { id: 'none' }),
    asker.ask(own, { id: 'x' }),
    asker.ask(own, { id: 'y' }),
  ]);
  expect(answers).toEqual([
    { id: 'b', text: 'price' },
    { id: 'a', text: 'price' },
    { id: 'b', text: 'price' },
    null,
    { id: 'x', text: 'own' },
    { id: 'y', text: 'own' },
  ]);
  expect(sent.map(decodeURIComponent)).toEqual([
    'POST /_a',
    'GET /_a/price?i=[{"id":"a"},{"id":"b"}]&currency=EUR',
    'GET /_a/text?i=[{"id":"none"}]',
  ]);
});

test('[DA-70] many questions are cut into addresses every proxy takes', async () => {
  const { asker, sent } = browser();
  const ids = Array.from({ length: 120 }, (_, i) => `variant-${String(i).padStart(30, '0')}`);
  const answers = (await Promise.all(ids.map((id) => asker.ask(price, { id })))) as { id: string }[];
  expect(answers.map(({ id }) => id)).toEqual(ids);
  expect(sent.length).toBeGreaterThan(1);
  expect(Math.max(...sent.map((address) => address.length))).toBeLessThan(2000);
});

test('[DA-71] a failed question rejects alone, a failed request rejects all it carried', async () => {
  const { asker, backend } = browser();
  backend.say = ({ id }) => (id === 'bad' ? new Error('secret') : { id, text: 'fine' });
  const [bad, good] = await Promise.allSettled([
    asker.ask(price, { id: 'bad' }),
    asker.ask(price, { id: 'good' }),
  ]);
  expect(bad).toMatchObject({ reason: new Error('The question could not be answered.') });
  expect(good).toMatchObject({ value: { text: 'fine' } });
  const offline = new ServerAsker(guest, () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(offline.ask(own, { id: 'a' })).rejects.toThrow('Failed to fetch');
  const broken = new ServerAsker(guest, async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  await expect(broken.ask(price, { id: 'a' })).rejects.toThrow('The shop answered 502.');
});

test('[DA-72] a change brings the answers it made out of date', async () => {
  const { asker, sent } = browser();
  const done = await asker.mutate(add, { n: 1 }, 'key-1', [{ action: 'own', input: { id: 'x' } }]);
  expect(done).toEqual({ outcome: 2, answers: [{ value: { id: 'x', text: 'own x' } }] });
  expect(sent).toEqual(['POST /_a']);
  await expect(asker.mutate(add, { n: -1 }, 'key-2', [])).rejects.toThrow('The change could not be made.');
});

test('[DA-73] what the server knew is in the browser under the same keys, with its time, and is not asked again', async () => {
  const { backend, engine } = browser();
  backend.say = ({ id }) => (id === 'none' ? undefined : { id, text: '</script>' });
  const { data } = await engine
    .openScope({ shared: guest })
    .runPlan({ prices: many(price, [{ id: 'a' }, { id: 'none' }]) });
  const client = new QueryClient();
  hydrate(client, JSON.parse(JSON.stringify(dehydrateEntries(data))));
  const key = queryKeyOf(price, { id: 'a' }, guest);
  expect(client.getQueryData(key)).toEqual({ id: 'a', text: '</script>' });
  expect(client.getQueryData(queryKeyOf(price, { id: 'none' }, guest))).toBeNull();
  expect(client.getQueryState(key)?.dataUpdatedAt).toBe(Object.values(data)[0]!.at);
  const again = await client.fetchQuery({
    queryKey: key,
    queryFn: () => Promise.reject(new Error('must not ask')),
    staleTime: price.cache.fresh,
  });
  expect(again).toEqual({ id: 'a', text: '</script>' });
});

test('[DA-74] on the server nothing is asked and no client is made', () => {
  expect(useAction(price, { id: 'a' })).toMatchObject({ data: undefined, isPending: true });
  const initial = { id: 'a', text: 'rendered' };
  expect(useAction(price, { id: 'a' }, { initial })).toMatchObject({ data: initial, isPending: false });
  expect(useMutate(add)).toMatchObject({ isPending: false });
});
