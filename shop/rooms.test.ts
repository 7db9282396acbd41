import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDraftPageStore } from '@vitrine/content/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlatform, type Platform } from './platform.ts';
import { demoStore } from './seed/index.ts';
import { seedStore } from './seed-store.ts';
import { readSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'vitrine-rooms-'));
let platform: Platform;
let server: Server;

beforeAll(async () => {
  platform = await openPlatform(readSettings({ VITRINE_FOLDER: folder }));
  await seedStore(platform);
  server = createServer();
  server.on('upgrade', (...upgrade) => platform.rooms.handleUpgrade(...upgrade));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

async function signIn(role: string) {
  const { email, password } = demoStore.staff.find(({ roles }) => roles.some((each) => each === role))!;
  const outcome = await platform.engine.identity.signIn({ email, password, from: 'test' });
  if (outcome.kind !== 'signed-in') throw new Error(`${email} could not sign in: ${outcome.kind}.`);
  return outcome;
}

/** The status a browser that asks for a WebSocket is answered with. */
function knock(headers: Record<string, string> = {}): Promise<number> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({
      port,
      host: '127.0.0.1',
      path: '/editor/rooms',
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        origin: `http://127.0.0.1:${port}`,
        ...headers,
      },
    });
    asked.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode!);
    });
    asked.on('response', (response) => resolve(response.statusCode!));
    asked.on('error', reject);
    asked.end();
  });
}

test('[RIGHT-1] the rooms of the shop know its staff by their sessions', async () => {
  const { token } = await signIn('marketer');
  expect(await knock({ cookie: `vt_staff=${encodeURIComponent(token)}` })).toBe(101);
  expect(await knock({ cookie: `theme=dark; vt_staff=${encodeURIComponent(token)}` })).toBe(101);
  expect(await knock()).toBe(401);
  expect(await knock({ cookie: 'vt_staff=guessed' })).toBe(401);
  expect(
    await knock({ cookie: `vt_staff=${encodeURIComponent(token)}`, origin: 'https://evil.example' }),
  ).toBe(403);
});

test('[RIGHT-4] capabilities of staff decide, and a preview shows what they did', async () => {
  const [marketer, merchandiser] = [await signIn('marketer'), await signIn('merchandiser')];
  const rename = (actor: typeof marketer.actor) =>
    platform.rooms.change('home', actor, (page) => page.setMeta({ name: `By ${actor.name}` }));
  expect(await rename(merchandiser.actor)).toMatchObject({ kind: 'refused' });
  expect(await rename(marketer.actor)).toEqual({ kind: 'changed' });
  const preview = createDraftPageStore(platform.pages, platform.drafts);
  const names = async (store: typeof preview) => (await store.published(['home']))[0]!.document.name;
  expect(await names(preview)).toBe(`By ${marketer.actor.name}`);
  expect(await names(platform.pages)).not.toBe(`By ${marketer.actor.name}`);
});

test('every page of the demo store is the same as a draft', async () => {
  for (const document of demoStore.documents) {
    await platform.drafts.open(document.id);
    const [published] = await platform.pages.published([document.id]);
    expect(await platform.rooms.document(document.id)).toEqual(
      document.id === 'home' ? expect.anything() : published!.document,
    );
  }
  const changed = (await platform.drafts.list()).filter(({ isChanged }) => isChanged);
  expect(changed.map(({ id }) => id)).toEqual(['home']);
});
