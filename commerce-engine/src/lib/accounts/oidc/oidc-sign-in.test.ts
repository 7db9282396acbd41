import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openTestDatabase } from '@vitrine/database/testing';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommerceEngine, createEngine } from '../../engine.ts';
import { commerceMigrations } from '../../migrations/commerce-migrations.ts';
import { openTestShop, type TestShop } from '../../testing/test-shop.ts';
import { oidcProvider } from './oidc-provider.ts';

// A real provider in this process: its own pages, its own signatures. Only people are pretended.
const people: Record<string, { email?: string; email_verified?: boolean; name?: string }> = {
  ada: { email: 'Ada@Example.com', email_verified: true, name: 'Ada Lovelace' },
  eve: { email: 'ada@example.com', email_verified: false, name: 'Eve' },
};
const redirectUrl = 'https://shop.example/_account/provider/keys/back';

let provider: Server;
let shop: TestShop;
let engine: CommerceEngine;
let close: () => Promise<void>;

beforeAll(async () => {
  provider = createServer();
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const client = { client_id: 'shop', client_secret: 'a secret of the shop', redirect_uris: [redirectUrl] };
  const oidc = new Provider(issuer, {
    clients: [client],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) }),
    cookies: { keys: ['a key of the provider'] },
  });
  provider.on('request', oidc.callback());
  const database = await openTestDatabase({ migrations: [commerceMigrations] });
  close = () => database.close();
  const keys = { id: 'keys', name: 'Keys', issuer, clientId: 'shop', insecure: true };
  const far = { ...keys, id: 'far', issuer: 'http://127.0.0.1:9' };
  shop = await openTestShop(database, (clock) =>
    createEngine({
      database,
      clock,
      secret: 'a secret for tests, 32 letters long',
      unsafeFastPasswordsForTests: true,
      signInProviders: [keys, far].map((one) => oidcProvider({ ...one, clientSecret: client.client_secret })),
    }),
  );
  engine = shop.engine;
});
afterAll(async () => {
  await close();
  await new Promise((resolve) => provider.close(resolve));
});

/** A browser at the provider: signs in as somebody and agrees, or does not. @returns the address it is sent back to. */
async function goThrough(url: string, who: string | undefined): Promise<string> {
  const jar = new Map<string, string>();
  let at = url;
  let body: URLSearchParams | undefined;
  for (let step = 0; step < 20; step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, {
      method: body ? 'POST' : 'GET',
      body,
      headers: { cookie },
      redirect: 'manual',
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    body = undefined;
    const location = answer.headers.get('location');
    if (location) {
      at = new URL(location, at).href;
      if (at.startsWith(redirectUrl)) return at;
      continue;
    }
    const html = await answer.text();
    if (who === undefined) {
      const abort = /href="([^"]*\/abort)"/.exec(html)?.[1];
      if (!abort) throw new Error(`No way out of: ${html}`);
      at = new URL(abort, at).href;
      continue;
    }
    const action = /action="([^"]+)"/.exec(html)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1];
    if (!action || !prompt) throw new Error(`No form in: ${html}`);
    at = new URL(action, at).href;
    body = new URLSearchParams(prompt === 'login' ? { prompt, login: who, password: 'any' } : { prompt });
  }
  throw new Error('The provider sent the browser round and round.');
}

const from = '192.0.2.7';

async function begin() {
  const begun = await engine.accounts.withProvider.begin({ provider: 'keys', redirectUrl, from });
  if (begun.kind !== 'go') throw begun.cause;
  return begun;
}
const finish = (cameBackAt: string, made: string | undefined) =>
  engine.accounts.withProvider.finish({ provider: 'keys', cameBackAt, redirectUrl, try: made, locale: 'en' });
async function signIn(who: string | undefined) {
  const { url, try: made } = await begin();
  return finish(await goThrough(url, who), made);
}

test('[ACCOUNT-15] a verified email finds its customer or makes one; afterwards the provider’s own name does', async () => {
  const first = await signIn('ada');
  expect(first).toMatchObject({
    kind: 'signed-in',
    actor: { email: 'ada@example.com', name: 'Ada Lovelace' },
  });
  if (first.kind !== 'signed-in') return;
  expect(await engine.accounts.view(first.actor)).toMatchObject({ hasPassword: false, identities: ['keys'] });
  people.ada = { email: 'ada@elsewhere.example', email_verified: true };
  expect(await signIn('ada')).toMatchObject({ actor: { id: first.actor.id, email: 'ada@example.com' } });
  expect(await signIn('eve')).toEqual({ kind: 'no-email' });
  const known = await engine.customers.create(shop.command(), { email: 'bert@example.com', name: 'Bert' });
  people.bert = { email: 'bert@example.com', email_verified: true, name: 'Somebody' };
  const bert = await signIn('bert');
  if (known.kind !== 'done') throw new Error(known.kind);
  expect(bert).toMatchObject({ actor: { id: known.customer.id, name: 'Bert' } });
});

test('[ACCOUNT-16] an answer holds once, for the browser that asked, and for a while', async () => {
  const { url, try: made } = await begin();
  const back = await goThrough(url, 'ada');
  const other = await begin();
  expect(await finish(back, other.try)).toEqual({ kind: 'try-over' });
  expect(await finish(back, undefined)).toEqual({ kind: 'try-over' });
  expect(await finish(back, made)).toMatchObject({ kind: 'signed-in' });
  expect(await finish(back, made)).toEqual({ kind: 'try-over' });
  const late = await begin();
  const lateBack = await goThrough(late.url, 'ada');
  shop.now = new Date(shop.now.getTime() + 16 * 60_000);
  expect(await finish(lateBack, late.try)).toEqual({ kind: 'try-over' });
});

test('[ACCOUNT-17] a forged answer, a provider that is away and a change of mind sign nobody in', async () => {
  const { url, try: made } = await begin();
  const forged = new URL(await goThrough(url, 'ada'));
  forged.searchParams.set('code', 'made-up');
  expect(await finish(forged.href, made)).toMatchObject({ kind: 'unavailable' });
  expect(await signIn(undefined)).toEqual({ kind: 'denied' });
  const away = await engine.accounts.withProvider.begin({ provider: 'far', redirectUrl, from });
  expect(away.kind).toBe('unavailable');
  expect(await engine.accounts.withProvider.begin({ provider: 'none', redirectUrl, from })).toMatchObject({
    kind: 'unavailable',
  });
});

test('[ACCOUNT-17] one network address begins so many tries and no more', async () => {
  const many = { provider: 'keys', redirectUrl, from: '192.0.2.99' };
  for (let count = 0; count < 30; count += 1)
    expect((await engine.accounts.withProvider.begin(many)).kind).toBe('go');
  expect((await engine.accounts.withProvider.begin(many)).kind).toBe('unavailable');
  expect((await begin()).kind).toBe('go');
});
