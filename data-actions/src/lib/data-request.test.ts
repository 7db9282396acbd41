import { expect, test } from 'vitest';
import { z } from 'zod';
import { createActionEngine } from './action-engine.ts';
import { handleDataRequest } from './data-request.ts';
import { defineMutation, type } from './define-action.ts';
import {
  createBackend,
  createTestEngine,
  guest,
  itemAction,
  nobody,
  ownAction,
} from './engine-under-test.ts';
import { handleMutation } from './handle-action.ts';
import { createTagVersions } from './tag-versions.ts';
import type { VisitorOf } from './visitor.ts';

const price = itemAction('price', {
  varyBy: ['currency', 'customerGroup'],
  cache: { fresh: 20_000, stale: 20_000 },
});
const own = ownAction('own');
const rename = defineMutation({
  id: 'own.rename',
  input: z.object({ to: z.string().min(1) }),
  output: type<{ kind: 'renamed'; to: string }>(),
  updates: [own],
});

function shop(visitor: Partial<ReturnType<VisitorOf>> = {}) {
  const backend = createBackend();
  let name = 'before';
  const keys: string[] = [];
  backend.say = ({ id }, action) => ({ id, text: action === 'own' ? name : 'from €1' });
  const { engine, tags } = createTestEngine(
    [
      backend.handle(price),
      backend.handle(own),
      handleMutation(rename, async ({ to }, context) => {
        if (to === 'explode') throw new Error('password: hunter2');
        keys.push(context.idempotencyKey);
        name = to;
        context.remember({ cartId: `cart-of-${to}` });
        return { kind: 'renamed' as const, to };
      }),
    ],
    { clock: backend.clock },
  );
  const faults: unknown[] = [];
  const visitorOf: VisitorOf = (_request, { claimed }) => ({
    shared: { ...guest, ...claimed, customerGroup: 'anyone' },
    private: nobody,
    remember: ({ cartId }) => [`vt_cart=${cartId}; HttpOnly`],
    ...visitor,
  });
  const send = async (path: string, init?: RequestInit) => {
    const request = new Request(`https://shop.example${path}`, init);
    const response = await handleDataRequest(engine, request, visitorOf, {
      onFault: (fault) => faults.push(fault),
    });
    const text = await response.text();
    return { response, status: response.status, body: text === '' ? undefined : JSON.parse(text), text };
  };
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    send('/_a', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { backend, engine, tags, faults, keys, send, post };
}

const address = (inputs: unknown, more = '') =>
  `/_a/price?i=${encodeURIComponent(JSON.stringify(inputs))}&currency=EUR&customerGroup=anyone${more}`;

test('[DA-50] public questions are answered in order, in one call, with an address a cache can keep', async () => {
  const { backend, send } = shop();
  backend.say = ({ id }) => (id === 'b' ? undefined : { id, text: id });
  const { response, body } = await send(address([{ id: 'c' }, { id: 'b' }, { id: 'a' }]));
  expect(body.answers).toMatchObject([{ value: { id: 'c' } }, { missing: true }, { value: { id: 'a' } }]);
  expect(backend.calls).toHaveLength(1);
  expect(response.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=5');
  expect(response.headers.get('cache-tag')).toBe('price%3Ac,price%3Ab,price%3Aa');
});

test('[DA-50] an unchanged answer is not sent again', async () => {
  const { send } = shop();
  const { response } = await send(address([{ id: 'a' }]));
  const again = await send(address([{ id: 'a' }]), {
    headers: { 'if-none-match': response.headers.get('etag')! },
  });
  expect([again.status, again.text]).toEqual([304, '']);
});

test('[DA-51] an answer for a group, an older one and a failed one are in no shared cache', async () => {
  const members = shop({ shared: { ...guest, customerGroup: 'members' } });
  const ofGroup = await members.send('/_a/price?i=[{"id":"a"}]&currency=EUR&customerGroup=members');
  expect(ofGroup.response.headers.get('cache-control')).toBe('private, no-cache');
  const { backend, send, faults } = shop();
  await send(address([{ id: 'a' }]));
  await backend.clock.advance(25_000);
  backend.say = () => new Error('secret of the backend');
  expect((await send(address([{ id: 'a' }]))).response.headers.get('cache-control')).toBe('no-store');
  const failed = await send(address([{ id: 'b' }]));
  expect(failed.response.headers.get('cache-control')).toBe('no-store');
  expect(failed.text).not.toContain('secret');
  expect(faults).toEqual([new Error('secret of the backend')]);
});

test('[DA-52] a page made for other dimensions is told so, and nobody becomes a member by an address', async () => {
  const { send } = shop();
  const { status, body } = await send('/_a/price?i=[{"id":"a"}]&currency=EUR&customerGroup=members');
  expect(status).toBe(409);
  expect(body.error).toBe('The page was made for another customerGroup. Load it again.');
});

test('[DA-53] malformed questions get a sentence and ask nobody', async () => {
  const { backend, send } = shop();
  const refused = async (path: string, init?: RequestInit) => {
    const { status, body } = await send(path, init);
    return [status, body.error];
  };
  const parameters = 'Expected the parameters i, currency, customerGroup, each once.';
  const array = 'Expected "i" to be a JSON array of 1 to 100 inputs.';
  expect(await refused('/_a/nothing?i=[]')).toEqual([404, 'There is no public action "nothing".']);
  expect(await refused('/_a/own?i=[{}]')).toEqual([404, 'There is no public action "own".']);
  expect(await refused('/_a/price?i=[{}]')).toEqual([400, parameters]);
  expect(await refused(address([{ id: 'a' }], '&utm_source=x'))).toEqual([400, parameters]);
  expect(await refused(address([{ id: 'a' }], '&currency=GBP'))).toEqual([400, parameters]);
  expect(await refused(address('a'))).toEqual([400, array]);
  expect(await refused(address([]))).toEqual([400, array]);
  expect(await refused(address(Array(101).fill({ id: 'a' })))).toEqual([400, array]);
  expect(await refused('/_a/price?i=%5B%7B&currency=EUR&customerGroup=anyone')).toEqual([400, array]);
  expect(await refused('/_a/price', { method: 'DELETE' })).toEqual([405, 'Expected GET.']);
  const bad = await send(address([{ id: 'a' }, { id: 7 }]));
  expect([bad.status, bad.body.problems[0]]).toEqual([400, expect.stringContaining('1: id: ')]);
  expect(backend.calls).toHaveLength(0);
});

test('[DA-54] private questions are posted by pages of this shop, and kept by nobody', async () => {
  const { post } = shop();
  const { response, body } = await post({ questions: [{ action: 'own', input: { id: 'a' } }] });
  expect(body.answers).toEqual([{ value: { id: 'a', text: 'before' } }]);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  const wrong = await post({
    questions: [
      { action: 'price', input: { id: 'a' } },
      { action: 'own', input: {} },
    ],
  });
  expect(wrong.body.answers[0]).toEqual({ error: 'There is no private action "price".' });
  expect(wrong.body.answers[1].problems[0]).toContain('id: ');
});

test('[DA-55] a change is made once, before the questions that ride along, and its cookies are set', async () => {
  const { post, keys } = shop();
  const { response, body } = await post({
    mutations: [{ mutation: 'own.rename', input: { to: 'after' }, key: 'k-1' }],
    questions: [{ action: 'own', input: { id: 'a' } }],
  });
  expect(body).toEqual({
    mutations: [{ outcome: { kind: 'renamed', to: 'after' } }],
    answers: [{ value: { id: 'a', text: 'after' } }],
  });
  expect(response.headers.getSetCookie()).toEqual(['vt_cart=cart-of-after; HttpOnly']);
  expect(keys).toEqual(['k-1']);
});

test('[DA-55] a change that fails says so and no more; bad input is named', async () => {
  const { post, faults } = shop();
  const { text, body } = await post({
    mutations: [
      { mutation: 'own.rename', input: { to: 'explode' } },
      { mutation: 'own.rename', input: { to: '' } },
      { mutation: 'own', input: {} },
    ],
  });
  expect(body.mutations).toMatchObject([
    { error: 'The change could not be made.' },
    { problems: [expect.stringContaining('to: ')] },
    { error: 'There is no mutation "own".' },
  ]);
  expect(text).not.toContain('hunter2');
  expect(faults).toEqual([new Error('password: hunter2')]);
});

test('[DA-56] a post from another site, of another kind, too large or malformed changes nothing', async () => {
  const { post, keys, send } = shop();
  const change = { mutations: [{ mutation: 'own.rename', input: { to: 'x' } }] };
  expect((await post(change, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await post(change, { 'sec-fetch-site': 'same-site' })).status).toBe(403);
  expect((await post(change, { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await post({ ...change, padding: 'x'.repeat(70_000) })).status).toBe(413);
  expect((await post('{"mutations":[')).status).toBe(400);
  expect((await post({ mutations: 'all' })).body.problems[0]).toContain('mutations: ');
  const bare = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  };
  expect((await send('/_a', bare)).status).toBe(403);
  expect((await send('/_a')).status).toBe(405);
  expect(keys).toEqual([]);
});

test('[DA-57] asking by id from outside reaches public actions without the shopper', async () => {
  const { engine } = shop();
  expect(await engine.answerPublic('price', { id: 'a' }, guest)).toMatchObject({
    kind: 'value',
    stale: false,
  });
  expect(await engine.answerPublic('own', { id: 'a' }, guest)).toMatchObject({ kind: 'unknown-action' });
  expect(await engine.answerPublic('price', { id: 1 }, guest)).toMatchObject({ kind: 'bad-input' });
  const empty = createActionEngine({ handlers: [], tags: createTagVersions() });
  expect(await empty.answerPublic('price', {}, guest)).toMatchObject({
    message: 'There is no public action "price".',
  });
});
