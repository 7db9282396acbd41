import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Asset,
  checkFile,
  contentMigrations,
  createSqlPageStore,
  type UsingDocument,
} from '@vitrine/content/server';
import { makeNode, makePage, phonePhotograph, sampleFilm, samplePicture } from '@vitrine/content/testing';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMediaLibrary } from './testing/media-server.ts';

let database: TestDatabase;
let folder: string;
let library: ReturnType<typeof openMediaLibrary>;
const drafts: UsingDocument[] = [];
const limits = { pictureBytes: 3_000_000, filmBytes: 3_000_000 };

beforeAll(async () => {
  database = await openTestDatabase({ migrations: [contentMigrations] });
  folder = await mkdtemp(join(tmpdir(), 'vitrine-media-api-'));
  library = openMediaLibrary({ database, folder, drafts });
});
beforeEach(async () => {
  await database.execute(
    'truncate content_media, content_media_files, content_media_folders, content_documents',
  );
  drafts.length = 0;
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = { 'x-person': 'ada', 'sec-fetch-site': 'same-origin' },
) {
  const answer = await library.api.fetch(
    new Request(`http://shop.test/editor/api/media${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json');
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
}

async function add(name: string, bytes?: Buffer): Promise<Asset> {
  const path = join(folder, crypto.randomUUID());
  await writeFile(path, bytes ?? (await samplePicture(160, 100).png().toBuffer()));
  const found = await checkFile({ path, name, limits });
  if (found.kind === 'refused') throw new Error(found.message);
  return (await library.assets.add(found.file, { by: 'ada', double: true })).asset;
}

describe('the media API', () => {
  test('[MEDIA-50] assets are listed and searched, page by page', async () => {
    for (const name of ['a.png', 'b.png', 'c.png']) await add(name);
    const first = await ask('GET', '?sort=name&limit=2');
    expect(first.json).toMatchObject({
      total: 3,
      assets: [{ name: 'a.png', createdBy: 'Ada' }, { name: 'b.png' }],
    });
    const second = await ask('GET', `?sort=name&limit=2&after=${first.json.next}`);
    expect(second.json.assets).toMatchObject([{ name: 'c.png' }]);
    expect(second.json.next).toBeUndefined();
    expect(
      (await ask('GET', '?q=b&kind=picture&type=image/png&folder=none&alt=missing&trash=0')).json.total,
    ).toBe(1);
    expect(first.headers.get('cache-control')).toBe('private, no-store');
  });

  test('[MEDIA-58] it is told which file is behind a src now, for addresses that are kept for ever', async () => {
    const mug = await add('mug.png');
    const revisionsOf = (srcs: readonly string[]) =>
      ask('GET', `/revisions?${new URLSearchParams(srcs.map((src) => ['src', src]))}`);
    expect((await revisionsOf([mug.src, 'media/x/nothing'])).json).toEqual({ revisions: { [mug.src]: 1 } });
    expect((await ask('GET', '/revisions')).json).toEqual({ revisions: {} });
    expect((await revisionsOf(Array.from({ length: 101 }, (_, index) => `media/${index}/x`))).status).toBe(
      400,
    );
  });

  test('[MEDIA-51] an asset is described, cut and put into a folder; what is wrong is told by place', async () => {
    const mug = await add('mug.png');
    const { folder: winter } = (await ask('POST', '/folders', { name: 'Winter' })).json;
    const patch = {
      title: 'Mug',
      alt: { en: 'A mug', de: 'Ein Becher' },
      focalPoint: { x: 0.2, y: 0.7 },
      crops: [{ ratio: 1.6, x: 0, y: 0, w: 0.5, h: 0.5 }],
      folder: winter.id,
    };
    const changed = await ask('PATCH', `/${mug.id}`, patch);
    expect([changed.status, changed.json.asset]).toMatchObject([200, patch]);
    expect((await ask('GET', `/${mug.id}`)).json).toMatchObject({
      asset: patch,
      versions: [{ revision: 1, by: 'Ada', bytes: mug.bytes }],
    });
    const wrong: [unknown, number, string][] = [
      [{ alt: { en: '' } }, 409, 'mark it as decorative'],
      [{ focalPoint: { x: 2, y: 0 } }, 400, 'focalPoint.x'],
      [{ crops: [{ ratio: 9, x: 0, y: 0, w: 0.5, h: 0.5 }] }, 409, 'Expected a crop of ratio 9'],
      [{ folder: 'nowhere' }, 409, 'folder is not there'],
      [{ src: 'https://evil.example/' }, 400, 'src'],
      [[], 400, 'the whole'],
      ['{', 400, 'Expected JSON'],
      [{ title: 'x'.repeat(70_000) }, 413, 'bytes of JSON'],
    ];
    for (const [body, status, words] of wrong) {
      const refused = await ask('PATCH', `/${mug.id}`, body);
      expect([refused.status, refused.json.message]).toEqual([status, expect.stringContaining(words)]);
    }
    expect((await ask('PATCH', '/nothing', { title: 'x' })).status).toBe(404);
    expect((await ask('POST', `/${mug.id}/crops`, { x: 0.1, y: 0, w: 0.33333, h: 1 })).json).toEqual({
      crop: { x: 0.1, y: 0, w: 0.333, h: 1 },
    });
    expect((await ask('POST', `/${mug.id}/crops`, { x: 0.9, y: 0, w: 0.3, h: 1 })).status).toBe(409);
  });

  test('[MEDIA-52] what is in use is not deleted unless forced; the answer names the places', async () => {
    const mug = await add('mug.png');
    const image = { src: mug.src, alt: 'A mug', width: 160, height: 100 };
    const node = makeNode('hero', { props: { image } });
    await createSqlPageStore(database).publish({
      by: 'ada',
      documents: [makePage({ id: 'home', name: 'Home', nodes: [node] })],
    });
    drafts.push({ document: makePage({ id: 'sale', name: 'Sale', nodes: [node] }), state: 'draft' });
    const uses = [
      {
        document: { id: 'home', name: 'Home', kind: 'page' },
        state: 'published',
        places: [{ node: node.id, module: 'hero', keys: ['image'] }],
      },
      {
        document: { id: 'sale', name: 'Sale', kind: 'page' },
        state: 'draft',
        places: [{ node: node.id, module: 'hero', keys: ['image'] }],
      },
    ];
    expect((await ask('GET', `/${mug.id}/usage`)).json).toEqual({ uses });
    const refused = await ask('DELETE', `/${mug.id}`);
    expect([refused.status, refused.json]).toEqual([
      409,
      {
        message:
          '"mug.png" is used by "Home", "Sale". Take it out there first, or delete it all the same (force=1): those places will then show nothing.',
        uses,
      },
    ]);
    const deleted = await ask('DELETE', `/${mug.id}?force=1`);
    expect([deleted.status, deleted.json.asset.trashedAt]).toEqual([200, expect.any(String)]);
    expect((await ask('GET', '?trash=1')).json.total).toBe(1);
    const restored = await ask('POST', `/${mug.id}/restore`);
    expect(restored.json.asset).toMatchObject({ src: mug.src });
    expect(restored.json.asset.trashedAt).toBeUndefined();
    const unused = await add('unused.png');
    expect((await ask('DELETE', `/${unused.id}`)).status).toBe(200);
    expect((await ask('DELETE', '/nothing')).status).toBe(404);
  });

  test('[MEDIA-53] the original is saved, never shown, with the name it had', async () => {
    const photograph = await phonePhotograph();
    const asset = await add("Größe 'x' (1).JPG", photograph);
    const answer = await library.api.fetch(
      new Request(`http://shop.test/editor/api/media/${asset.id}/file`, { headers: { 'x-person': 'eve' } }),
    );
    expect(Buffer.from(await answer.arrayBuffer()).equals(photograph)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': "attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%27x%27%20%281%29.JPG",
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect((await ask('GET', `/${asset.id}/file?revision=9`)).status).toBe(404);
  });

  test('[MEDIA-54] an earlier file is shown again', async () => {
    const film = await add('film.mp4', sampleFilm());
    const path = join(folder, 'second');
    await writeFile(path, sampleFilm('+1+1/ and longer'));
    const checked = await checkFile({ path, name: 'second.mp4', limits });
    if (checked.kind === 'accepted') await library.assets.replace(film.id, checked.file, { by: 'bob' });
    expect((await ask('POST', `/${film.id}/revert`, { revision: 1 })).json.asset).toMatchObject({
      name: 'film.mp4',
      revision: 1,
    });
    const refused = await ask('POST', `/${film.id}/revert`, { revision: 5 });
    expect([refused.status, refused.json.message]).toEqual([
      409,
      '"film.mp4" has no version 5. Versions: 1, 2.',
    ]);
  });

  test('[MEDIA-55] folders', async () => {
    const winter = (await ask('POST', '/folders', { name: 'Winter' })).json.folder;
    const made = await ask('POST', '/folders', { name: 'Shoes', parent: winter.id });
    expect([made.status, made.json.folder]).toEqual([
      201,
      { id: expect.any(String), name: 'Shoes', parent: winter.id, assets: 0 },
    ]);
    const twin = await ask('POST', '/folders', { name: 'winter' });
    expect([twin.status, twin.json.message]).toEqual([409, expect.stringContaining('already')]);
    const shoes = made.json.folder;
    expect(
      (await ask('PATCH', `/folders/${shoes.id}`, { name: 'Boots', parent: null })).json.folder,
    ).toMatchObject({ name: 'Boots' });
    await ask('PATCH', `/${(await add('a.png')).id}`, { folder: shoes.id });
    expect((await ask('GET', '/folders')).json.folders).toMatchObject([
      { name: 'Boots', assets: 1 },
      { name: 'Winter' },
    ]);
    expect((await ask('DELETE', `/folders/${shoes.id}`)).status).toBe(409);
    expect((await ask('DELETE', `/folders/${shoes.id}?contents=move-up`)).json).toEqual({ removed: true });
    expect((await ask('DELETE', `/folders/${shoes.id}`)).status).toBe(404);
  });
});

describe('who may', () => {
  const own = { 'sec-fetch-site': 'same-origin' };
  const changes: [string, string, unknown?][] = [
    ['PATCH', '/x', { title: 'y' }],
    ['DELETE', '/x'],
    ['POST', '/x/restore'],
    ['POST', '/x/revert', { revision: 1 }],
    ['POST', '/x/crops', { x: 0, y: 0, w: 1, h: 1 }],
    ['POST', '/folders', { name: 'x' }],
    ['PATCH', '/folders/x', { name: 'y' }],
    ['DELETE', '/folders/x'],
  ];

  test('[MEDIA-56] nobody without signing in, looking with content.preview, changing with content.write', async () => {
    expect((await ask('GET', '', undefined, {})).status).toBe(401);
    expect((await ask('GET', '', undefined, { 'x-person': 'eve' })).status).toBe(200);
    for (const [method, path, body] of changes) {
      expect([path, (await ask(method, path, body, own)).status]).toEqual([path, 401]);
      expect([path, (await ask(method, path, body, { ...own, 'x-person': 'eve' })).status]).toEqual([
        path,
        403,
      ]);
    }
    expect((await ask('GET', '/uploads/x', undefined, { 'x-person': 'eve' })).status).toBe(403);
  });

  test('[MEDIA-56] who changes products uploads too, replaces nothing and changes nothing else', async () => {
    const begin = (metadata: string, person = 'mel') =>
      ask('POST', '/uploads', undefined, {
        ...own,
        'x-person': person,
        'tus-resumable': '1.0.0',
        'upload-length': '3',
        'upload-metadata': metadata,
      });
    const name = `filename ${btoa('a.png')}`;
    expect((await begin(name)).status).toBe(201);
    expect((await begin(name, 'eve')).status).toBe(403);
    expect((await begin(`${name},replaces ${btoa('x')}`)).status).toBe(403);
    for (const [method, path, body] of changes) {
      expect([path, (await ask(method, path, body, { ...own, 'x-person': 'mel' })).status]).toEqual([
        path,
        403,
      ]);
    }
  });

  test('[MEDIA-57] changes from another site, or from who knows where, are refused', async () => {
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {},
    ];
    for (const [method, path, body] of changes)
      for (const headers of foreign)
        expect([path, (await ask(method, path, body, { 'x-person': 'ada', ...headers })).status]).toEqual([
          path,
          403,
        ]);
    const ours = { 'x-person': 'ada', origin: 'http://shop.test', host: 'shop.test' };
    expect((await ask('POST', '/folders', { name: 'x' }, ours)).status).toBe(201);
  });

  test('[MEDIA-50] wrong addresses and queries are told in sentences', async () => {
    for (const query of ['?limit=0', '?sort=up', '?after=x', '?sha256=1', '?kind=song', '?what=1'])
      expect([query, (await ask('GET', query)).status]).toEqual([query, 400]);
    const nowhere = await ask('GET', '/a/b/c');
    expect(nowhere.headers.get('cache-control')).toBe('private, no-store');
    expect([nowhere.status, nowhere.json]).toEqual([
      404,
      { message: 'The media library has no such address.' },
    ]);
    expect(library.faults).toEqual([]);
  });
});
