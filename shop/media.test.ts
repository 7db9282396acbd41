import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Asset, checkFile, createSqlDraftStore } from '@vitrine/content/server';
import { makeNode, makePage, phonePhotograph, sampleFilm, samplePicture } from '@vitrine/content/testing';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFilmRoute } from './app/film-route.ts';
import { type Media, openMedia } from './media.ts';
import { openPictures } from './pictures.ts';
import { migrations } from './platform.ts';
import { pictureIds } from './seed/pictures/index.ts';
import { readSettings } from './settings.ts';

let folder: string;
let database: TestDatabase;
let media: Media;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-shop-media-'));
  database = await openTestDatabase({ migrations });
  const drafts = createSqlDraftStore(database, { shapes: () => undefined });
  const settings = readSettings({ VITRINE_FOLDER: folder });
  media = openMedia({ platform: { database, drafts }, settings, logger: pino({ level: 'silent' }) });
});
afterAll(async () => {
  media.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function add(name: string, bytes: Buffer): Promise<Asset> {
  const path = join(folder, crypto.randomUUID());
  await writeFile(path, bytes);
  const checked = await checkFile({ path, name, limits: { pictureBytes: 1e6, filmBytes: 1e6 } });
  if (checked.kind === 'refused') throw new Error(checked.message);
  return (await media.assets.add(checked.file, { by: 'ada' })).asset;
}

test('Pictures of the library are found by their src and not by where their files lie', async () => {
  const pictures = openPictures(join(folder, 'media'), media.shelf);
  const photograph = await phonePhotograph();
  const asset = await add('harbour.jpg', photograph);
  expect(Buffer.from((await pictures.open(asset.src))!).equals(photograph)).toBe(true);
  expect(await pictures.look?.(asset.src)).toEqual({ revision: '1', crops: [] });
  await media.assets.trash(asset.id, 'ada');
  expect(await pictures.open(asset.src)).toBeUndefined();
  const { rows } = await database.execute('select storage_key from content_media_files');
  for (const { storage_key } of rows) expect(await pictures.open(String(storage_key))).toBeUndefined();
  expect(await pictures.open(`demo/${pictureIds()[0]}.svg`)).toBeDefined();
  expect(await pictures.look?.('demo/mug.svg')).toBeUndefined();
});

test('A draft that uses a picture counts as a use', async () => {
  const { src } = await add('mug.png', await samplePicture().png().toBuffer());
  const drafts = createSqlDraftStore(database, { shapes: () => undefined });
  const image = { src, alt: '', width: 120, height: 80 };
  await drafts.create(
    makePage({ id: 'sale', name: 'Sale', nodes: [makeNode('hero', { props: { image } })] }),
    { by: 'ada' },
  );
  expect(await media.usage.of(src)).toMatchObject([{ document: { name: 'Sale' }, state: 'draft' }]);
});

test('Films come whole and in parts, as players ask for them, and are never read as a page', async () => {
  const route = createFilmRoute(media.shelf);
  const { src, bytes } = await add('harbour.mp4', sampleFilm());
  const get = (headers: Record<string, string> = {}, path = src, method = 'GET') =>
    route(new Request(`http://shop.test${path}`, { method, headers }));
  const whole = await get();
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=60, stale-while-revalidate=3600',
    'content-length': String(bytes),
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': 'video/mp4',
    'x-content-type-options': 'nosniff',
  });
  const all = Buffer.from(await whole.arrayBuffer());
  expect(all.length).toBe(bytes);
  const part = await get({ range: 'bytes=4-7' });
  expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
    206,
    'ftyp',
    `bytes 4-7/${bytes}`,
  ]);
  expect(
    Buffer.from(await (await get({ range: `bytes=${bytes - 9}-` })).arrayBuffer()).equals(all.subarray(-9)),
  ).toBe(true);
  expect(Buffer.from(await (await get({ range: 'bytes=-5' })).arrayBuffer()).equals(all.subarray(-5))).toBe(
    true,
  );
  expect((await get({ range: 'bytes=0-999999999' })).headers.get('content-range')).toBe(
    `bytes 0-${bytes - 1}/${bytes}`,
  );
  expect((await get({ range: `bytes=${bytes}-` })).status).toBe(416);
  for (const range of ['bytes=0-1,3-4', 'lines=1-2', 'bytes=-', 'bytes=a-b'])
    expect((await get({ range })).status).toBe(200);
  expect((await get({ range: 'bytes=4-7', 'if-range': '"old"' })).status).toBe(200);
  expect((await get({ 'if-none-match': whole.headers.get('etag') ?? '' })).status).toBe(304);
  expect((await get({}, `${src}?v=1`)).headers.get('cache-control')).toContain('immutable');
  expect([(await get({}, src, 'HEAD')).status, (await get({}, src, 'POST')).status]).toEqual([200, 405]);
  for (const path of [`${src}x`, '/_media/', '/_media/%E0%A4%A', '/_media/../etc/passwd'])
    expect([path, (await get({}, path)).status]).toEqual([path, 404]);
});
