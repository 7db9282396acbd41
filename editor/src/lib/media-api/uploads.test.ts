import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentMigrations, createFolderStorage, type MediaStorage } from '@vitrine/content/server';
import { phonePhotograph, sampleDrawing, sampleFilm, samplePicture } from '@vitrine/content/testing';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { DetailedError, Upload, type UploadOptions } from 'tus-js-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MediaAsset, UploadResult } from './media-wire.ts';
import { listen, openMediaLibrary } from './testing/media-server.ts';
import { createUploads } from './uploads.ts';

let database: TestDatabase;
let folder: string;
let library: ReturnType<typeof openMediaLibrary>;
let served: Awaited<ReturnType<typeof listen>>;
const person = (id: string) => ({ 'x-person': id, 'sec-fetch-site': 'same-origin' });

beforeAll(async () => {
  database = await openTestDatabase({ migrations: [contentMigrations] });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.execute('truncate content_media, content_media_files, content_media_folders');
  folder = await mkdtemp(join(tmpdir(), 'vitrine-uploads-'));
  library = openMediaLibrary({ database, folder });
  served = await listen(library.api);
});
afterEach(async () => {
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

async function send(
  bytes: Buffer,
  metadata: Record<string, string>,
  options: Partial<UploadOptions> = {},
): Promise<UploadResult & { message?: string; status: number; url: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const upload = new Upload(bytes, {
    endpoint: `${served.url}/uploads`,
    metadata,
    headers: person('ada'),
    retryDelays: [50, 100, 200, 400, 800],
    onSuccess: () => resolve(upload.url ?? ''),
    onError: reject,
    ...options,
  });
  upload.start();
  return await resultOf(await promise);
}

async function resultOf(url: string, who = 'ada') {
  const answer = await fetch(url, { headers: person(who) });
  return { ...((await answer.json()) as UploadResult & { message?: string }), status: answer.status, url };
}

async function refusalOf(...sent: Parameters<typeof send>): Promise<[number, string]> {
  const outcome = await send(...sent).catch((error: unknown) => error);
  if (!(outcome instanceof DetailedError)) return [0, JSON.stringify(outcome)];
  const body = outcome.originalResponse?.getBody() ?? '';
  return [outcome.originalResponse?.getStatus() ?? 0, (JSON.parse(body) as { message: string }).message];
}

const assetIn = (result: UploadResult) => (result as { asset: MediaAsset }).asset;
const leftovers = async () => (await readdir(join(folder, 'uploads', 'receiving'))).length;

/** A picture of about three times `side` squared bytes. */
async function largePicture(side: number): Promise<Buffer> {
  return await samplePicture(side, side).png({ compressionLevel: 0 }).toBuffer();
}

describe('uploads', () => {
  test('[MEDIA-40] a file that came whole is an asset, in the folder it was meant for', async () => {
    const made = await library.assets.folders.create({ name: 'Winter' });
    const winter = made.kind === 'changed' ? made.folder.id : '';
    const photograph = await phonePhotograph();
    const result = await send(photograph, { filename: 'IMG_1.JPG', filetype: 'image/jpeg', folder: winter });
    expect(result).toMatchObject({
      kind: 'created',
      status: 200,
      asset: { name: 'IMG_1.JPG', width: 80, folder: winter },
    });
    expect(assetIn(result).createdBy).toBe('Ada');
    expect(await leftovers()).toBe(0);
    expect(await resultOf(result.url)).toEqual(result);
  });

  test('[MEDIA-40] drawings and films come too, many at once', async () => {
    const files: [Buffer, string][] = [
      [sampleDrawing(), 'mark.svg'],
      [sampleFilm(), 'harbour.mp4'],
      ...(await Promise.all(
        Array.from(
          { length: 12 },
          async (_, index): Promise<[Buffer, string]> => [
            await samplePicture(40, 40, `#0000${(16 + index).toString(16)}`)
              .png()
              .toBuffer(),
            `${index}.png`,
          ],
        ),
      )),
    ];
    const results = await Promise.all(files.map(([bytes, filename]) => send(bytes, { filename })));
    expect(new Set(results.map((result) => assetIn(result).id)).size).toBe(14);
    expect(results.every(({ kind }) => kind === 'created')).toBe(true);
  });

  test('[MEDIA-41] a large file comes in parts, also in the request that begins it', async () => {
    const bytes = await largePicture(700);
    expect(bytes.length).toBeGreaterThan(1_400_000);
    expect(await send(bytes, { filename: 'a.png' }, { chunkSize: 300_000 })).toMatchObject({
      kind: 'created',
    });
    const other = await samplePicture().png().toBuffer();
    expect(await send(other, { filename: 'b.png' }, { uploadDataDuringCreation: true })).toMatchObject({
      kind: 'created',
    });
  });

  test('[MEDIA-42] an upload goes on where the connection broke', async () => {
    const bytes = await largePicture(700);
    const broken = await beginAndBreak(bytes, 'a.png');
    const before = await resultOf(broken);
    expect(before).toMatchObject({ kind: 'unfinished', bytes: bytes.length });
    const got = (before as { offset: number }).offset;
    expect(got).toBeGreaterThan(0);
    expect(got).toBeLessThan(bytes.length);
    const sent: number[] = [];
    const result = await send(
      bytes,
      {},
      { uploadUrl: broken, onProgress: (progress) => sent.push(progress) },
    );
    expect(result.kind).toBe('created');
    expect(sent[0]).toBeGreaterThanOrEqual(got);
    expect(assetIn(result).bytes).toBe(bytes.length);
  });

  test('[MEDIA-42] and after the server was started anew', async () => {
    const bytes = await largePicture(700);
    const broken = await beginAndBreak(bytes, 'a.png');
    await served.close();
    library = openMediaLibrary({ database, folder });
    served = await listen(library.api, served.port);
    const before = await resultOf(broken);
    expect(before).toMatchObject({ kind: 'unfinished' });
    expect((before as { offset: number }).offset).toBeGreaterThan(0);
    expect(await send(bytes, {}, { uploadUrl: broken })).toMatchObject({ kind: 'created' });
  });

  test('[MEDIA-43] one that was cut off between its last byte and its asset is finished when asked for', async () => {
    let isAway = true;
    const disk = createFolderStorage(join(folder, 'files'));
    const storage: MediaStorage = {
      ...disk,
      put: (...file) => (isAway ? Promise.reject(new Error('the storage is away')) : disk.put(...file)),
    };
    await served.close();
    library = openMediaLibrary({ database, folder, storage });
    served = await listen(library.api);
    const bytes = await samplePicture().png().toBuffer();
    const first = await send(bytes, { filename: 'a.png' }, { retryDelays: [20] });
    expect(first).toMatchObject({
      status: 500,
      message: 'Something went wrong on our side. Please try again.',
    });
    isAway = false;
    const results = await Promise.all([resultOf(first.url), resultOf(first.url), resultOf(first.url)]);
    expect(results.map(({ kind }) => kind)).toEqual(['created', 'created', 'created']);
    expect(new Set(results.map((result) => assetIn(result).id)).size).toBe(1);
    expect(library.faults.length).toBeGreaterThan(0);
  });

  test('[MEDIA-44] a file that is there already is offered; a double is made only when asked for', async () => {
    const bytes = await samplePicture().png().toBuffer();
    const first = await send(bytes, { filename: 'a.png' });
    const second = await send(bytes, { filename: 'b.png' });
    expect(second).toMatchObject({ kind: 'exists', asset: { id: assetIn(first).id, name: 'a.png' } });
    const third = await send(bytes, { filename: 'b.png', double: 'keep' });
    expect(third).toMatchObject({ kind: 'created', asset: { name: 'b.png' } });
  });

  test('[MEDIA-45] an upload may be another file for an asset', async () => {
    const mug = assetIn(await send(await samplePicture().png().toBuffer(), { filename: 'mug.png' }));
    const better = await samplePicture(300, 200, '#06c').webp().toBuffer();
    const replaced = await send(better, { filename: 'better.webp', replaces: mug.id });
    expect(replaced).toMatchObject({
      kind: 'replaced',
      asset: { id: mug.id, src: mug.src, revision: 2, mime: 'image/webp' },
    });
    expect(await send(better, { filename: 'better.webp', replaces: mug.id })).toMatchObject({
      kind: 'unchanged',
    });
    expect(await refusalOf(sampleFilm(), { filename: 'film.mp4', replaces: mug.id })).toEqual([
      422,
      expect.stringContaining('Expected another picture'),
    ]);
    expect(await refusalOf(better, { filename: 'a.webp', replaces: 'nothing' })).toEqual([
      404,
      expect.any(String),
    ]);
  });
});

describe('what is refused', () => {
  test('[MEDIA-46] before it comes, when name, declared type or size cannot be right', async () => {
    const bytes = await samplePicture().png().toBuffer();
    expect(await refusalOf(bytes, { filename: 'run.exe' })).toEqual([
      422,
      expect.stringContaining('no file the library takes'),
    ]);
    expect(await refusalOf(bytes, { filename: '../../etc/x.png' })).toEqual([
      422,
      expect.stringContaining('without a folder'),
    ]);
    expect(await refusalOf(bytes, { filename: 'a\0.png' })).toEqual([
      422,
      expect.stringContaining('nobody can see'),
    ]);
    expect(await refusalOf(bytes, { filename: 'a.png', filetype: 'text/html' })).toEqual([
      422,
      expect.stringContaining('text/html'),
    ]);
    expect(await refusalOf(bytes, {})).toEqual([
      400,
      expect.stringContaining('expected the name of the file'),
    ]);
    expect(await refusalOf(Buffer.alloc(3_000_001), { filename: 'a.png' })).toEqual([
      422,
      expect.stringContaining('at most 2.9 MB'),
    ]);
    expect(await refusalOf(Buffer.alloc(8_000_001), { filename: 'a.mp4' })).toEqual([
      422,
      expect.stringContaining('MEDIA_FILM_MB'),
    ]);
    expect(
      await refusalOf(bytes, { filename: 'a.png' }, { uploadLengthDeferred: true, chunkSize: 100 }),
    ).toEqual([400, expect.stringContaining('Upload-Length')]);
    expect(await leftovers()).toBe(0);
  });

  test('[MEDIA-46] after it came, when it is not what it said; nothing of it is kept, and the answer can be asked for again', async () => {
    const jpeg = await samplePicture().jpeg().toBuffer();
    const refused = await refusalOf(jpeg, { filename: 'a.png' });
    expect(refused).toEqual([422, expect.stringContaining('JPEG by its content')]);
    expect((await refusalOf(sampleDrawing('<script>alert(1)</script>'), { filename: 'a.svg' }))[1]).toContain(
      '<script>',
    );
    const polyglot = Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')]);
    expect((await refusalOf(polyglot, { filename: 'a.jpg' }))[1]).toContain('also a script');
    expect(await leftovers()).toBe(0);
    const [record] = await readdir(join(folder, 'uploads', 'results'));
    const again = await resultOf(`${served.url}/uploads/${record!.replace('.json', '')}`);
    expect([again.status, again.message]).toEqual([422, expect.any(String)]);
    expect((await library.assets.list()) as object).toMatchObject({ total: 0 });
  });

  test('[MEDIA-47] nobody sees the uploads of others', async () => {
    const broken = await beginAndBreak(await largePicture(500), 'a.png');
    const done = await send(await samplePicture().png().toBuffer(), { filename: 'b.png' });
    const tus = {
      ...person('bob'),
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    };
    for (const url of [broken, done.url]) {
      for (const method of ['GET', 'HEAD', 'PATCH', 'DELETE'])
        expect([method, (await fetch(url, { method, headers: tus })).status]).toEqual([method, 404]);
    }
    for (const id of ['x', '..%2f..%2fx', '0'.repeat(32), '%00'])
      expect([id, (await fetch(`${served.url}/uploads/${id}`, { headers: person('ada') })).status]).toEqual([
        id,
        404,
      ]);
  });

  test('[MEDIA-47] no upload without leave, from another site, or without the protocol', async () => {
    const begin = (headers: Record<string, string>) =>
      fetch(`${served.url}/uploads`, {
        method: 'POST',
        headers: { 'tus-resumable': '1.0.0', 'upload-length': '9', ...headers },
      });
    const told = await Promise.all(
      [
        { 'sec-fetch-site': 'same-origin' },
        person('eve'),
        { ...person('ada'), 'sec-fetch-site': 'cross-site' },
        { ...person('ada'), 'sec-fetch-site': 'same-site' },
        { 'x-person': 'ada' },
        { ...person('ada'), 'tus-resumable': '0.2' },
      ].map(async (headers) => {
        const answer = await begin(headers as Record<string, string>);
        return [
          answer.status,
          ((await answer.json()) as { message: string }).message,
          answer.headers.get('access-control-allow-origin'),
        ];
      }),
    );
    expect(told.map(([status]) => status)).toEqual([401, 403, 403, 403, 403, 400]);
    for (const [, message, cors] of told)
      expect([message, cors]).toEqual([expect.stringMatching(/\.$/), null]);
    const bare = await fetch(`${served.url}/uploads`, { method: 'POST', headers: person('ada') });
    expect([bare.status, await bare.json()]).toEqual([
      412,
      { message: 'Expected the tus protocol, version 1.0.0 (header Tus-Resumable).' },
    ]);
  });

  test('[MEDIA-48] a given-up upload is deleted by its sender at once, and after its time by the house', async () => {
    const broken = await beginAndBreak(await largePicture(500), 'a.png');
    const ended = await fetch(broken, {
      method: 'DELETE',
      headers: { ...person('ada'), 'tus-resumable': '1.0.0' },
    });
    expect([ended.status, await leftovers()]).toEqual([204, 0]);
    await beginAndBreak(await largePicture(500), 'b.png');
    await library.uploads.sweep();
    expect(await leftovers()).toBe(2);
    const { assets } = library;
    const limits = { pictureBytes: 1, filmBytes: 1 };
    await createUploads({ folder: join(folder, 'uploads'), assets, limits, keepFor: 1 }).sweep();
    expect(await leftovers()).toBe(0);
  });
});

/** Begins an upload, sends about half of it and cuts the line. @returns its address. */
async function beginAndBreak(bytes: Buffer, filename: string): Promise<string> {
  const begun = await fetch(`${served.url}/uploads`, {
    method: 'POST',
    headers: {
      ...person('ada'),
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes.length),
      'upload-metadata': `filename ${Buffer.from(filename).toString('base64')}`,
    },
  });
  expect(begun.status).toBe(201);
  const url = new URL(begun.headers.get('location') ?? '', served.url);
  const socket = connect(Number(url.port), '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(
    `PATCH ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nX-Person: ada\r\nSec-Fetch-Site: same-origin\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: ${bytes.length}\r\n\r\n`,
  );
  await new Promise<void>((resolve) => socket.write(bytes.subarray(0, bytes.length / 2), () => resolve()));
  const receiving = join(folder, 'uploads', 'receiving', url.pathname.split('/').at(-1)!);
  for (let turn = 0; turn < 200 && (await stat(receiving)).size === 0; turn++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  socket.destroy();
  return url.href;
}
