import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Database } from '@vitrine/database';
import { describeOnEachEngine } from '@vitrine/database/testing';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { makeNode, makePage } from '../../testing/builders.ts';
import { contentMigrations } from '../content.tables.ts';
import { createSqlPageStore } from '../sql-page-store.ts';
import type { Asset } from './asset.ts';
import type { AssetQuery } from './asset-query.ts';
import { type Assets, createAssets } from './assets.ts';
import { type CheckedFile, checkFile } from './check-file.ts';
import { createFolderStorage } from './folder-storage.ts';
import { createMediaShelf } from './media-shelf.ts';
import { all } from './media-storage.contract.ts';
import { bytesOf } from './media-storage.ts';
import { createMediaUsage, publishedUsing } from './media-usage.ts';
import { sweepMedia } from './sweep-media.ts';
import { sampleFilm, samplePicture } from './testing/sample-files.ts';

const folder = await mkdtemp(join(tmpdir(), 'vitrine-assets-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const by = 'user:ada';
const limits = { pictureBytes: 5_000_000, filmBytes: 5_000_000 };
let shade = 0;

async function file(name: string, bytes?: Buffer): Promise<CheckedFile> {
  const path = join(folder, crypto.randomUUID());
  shade += 1;
  const own =
    bytes ??
    (await samplePicture(160, 100, `#${shade.toString(16).padStart(6, '0')}`)
      .png()
      .toBuffer());
  await writeFile(path, own);
  const found = await checkFile({ path, name, limits });
  if (found.kind === 'refused') throw new Error(found.message);
  return found.file;
}

describeOnEachEngine('the media library', { migrations: [contentMigrations] }, (open) => {
  let database: Database;
  let assets: Assets;
  let now: Date;
  const storage = createFolderStorage(join(folder, 'files'));

  beforeEach(async () => {
    database = open();
    await database.execute('truncate content_media, content_media_files, content_media_folders');
    await rm(join(folder, 'files'), { recursive: true, force: true });
    now = new Date('2026-03-01T10:00:00.000Z');
    assets = createAssets({
      database,
      storage,
      clock: () => {
        now = new Date(now.getTime() + 1000);
        return now;
      },
    });
  });

  const add = async (name: string, options: Partial<Parameters<Assets['add']>[1]> = {}): Promise<Asset> =>
    (await assets.add(await file(name), { by, ...options })).asset;
  const names = async (query: AssetQuery = {}) => {
    const page = await assets.list(query);
    return page.kind === 'page' ? page.assets.map(({ name }) => name) : page.message;
  };
  const textOf = async (id: string, revision?: number) => {
    const found = await assets.open(id, revision);
    return found && (await bytesOf(found.body, 1_000_000));
  };

  test('[MEDIA-20] a file becomes an asset with its facts, and its bytes come back', async () => {
    const mug = await file('Größe Ärmel 2.png');
    const { kind, asset } = await assets.add(mug, { by });
    expect(kind).toBe('created');
    expect(asset).toEqual({
      id: expect.any(String),
      src: `media/${asset.id}/größe-ärmel-2`,
      kind: 'picture',
      revision: 1,
      name: 'Größe Ärmel 2.png',
      mime: 'image/png',
      bytes: mug.bytes,
      width: 160,
      height: 100,
      sha256: mug.sha256,
      folder: undefined,
      title: '',
      alt: {},
      decorative: false,
      focalPoint: undefined,
      crops: [],
      createdAt: now,
      createdBy: by,
      updatedAt: now,
      updatedBy: by,
      deletedAt: undefined,
    });
    expect(await assets.get(asset.id)).toEqual(asset);
    expect((await textOf(asset.id))?.equals(await bytesOf(mug.open(), 1_000_000))).toBe(true);
    expect(await assets.get('nothing')).toBeUndefined();
    expect(await assets.open('nothing')).toBeUndefined();
  });

  test('[MEDIA-20] a film has an address of the shop', async () => {
    const { asset } = await assets.add(await file('harbour.mp4', sampleFilm()), { by });
    expect([asset.kind, asset.src, asset.width]).toEqual(['film', `/_media/${asset.id}/harbour`, undefined]);
  });

  test('[MEDIA-21] a file that is there is offered instead of kept twice, from the trash too', async () => {
    const mug = await file('mug.png');
    const first = await assets.add(mug, { by });
    expect(await assets.add({ ...mug, name: 'other.png' }, { by })).toEqual({
      kind: 'exists',
      asset: first.asset,
    });
    expect((await assets.add(mug, { by, double: true })).kind).toBe('created');
    await assets.trash(first.asset.id, by);
    const living = await assets.add(mug, { by });
    expect([living.kind, living.asset.deletedAt]).toEqual(['exists', undefined]);
    await assets.trash(living.asset.id, by);
    expect((await assets.add(mug, { by })).asset.deletedAt).toBeInstanceOf(Date);
    expect((await all(storage.list(''))).length).toBe(2);
  });

  test('[MEDIA-21] the same file many times at once is one asset', async () => {
    const mug = await file('mug.png');
    const added = await Promise.all(Array.from({ length: 6 }, () => assets.add(mug, { by })));
    expect(new Set(added.map(({ asset }) => asset.id)).size).toBe(1);
    expect(added.filter(({ kind }) => kind === 'created').length).toBe(1);
    expect((await all(storage.list(''))).length).toBe(1);
  });

  test('[MEDIA-22] finishing one upload twice makes one asset', async () => {
    const mug = await file('mug.png');
    const first = await assets.add(mug, { by, upload: 'u1', double: true });
    expect(await assets.add(mug, { by, upload: 'u1', double: true })).toEqual(first);
  });

  test('[MEDIA-23] words are looked for in name, title and alternative texts, without accents and capitals', async () => {
    const harbour = await add('IMG_0001.png');
    await add('mug 100%.png');
    await assets.patch(
      harbour.id,
      { title: 'Hafen bei Nacht', alt: { de: 'Schiffe im Hafen', fr: 'Un été à quai' } },
      by,
    );
    expect(await names({ words: 'SCHIFFE img_0001' })).toEqual(['IMG_0001.png']);
    expect(await names({ words: 'ete' })).toEqual(['IMG_0001.png']);
    expect(await names({ words: 'hafen mug' })).toEqual([]);
    expect(await names({ words: '100%' })).toEqual(['mug 100%.png']);
    expect(await names({ words: '%' })).toEqual(['mug 100%.png']);
    expect(await names({ words: "x' or 1=1 --\\" })).toEqual([]);
    expect(await names({ words: '  ' })).toEqual(['mug 100%.png', 'IMG_0001.png']);
  });

  test('[MEDIA-23] the list is narrowed by kind, format, folder, content and missing alternative text', async () => {
    const made = await assets.folders.create({ name: 'Winter' });
    const winter = made.kind === 'changed' ? made.folder.id : '';
    const inside = await add('in.png', { folder: winter });
    await assets.add(await file('film.mp4', sampleFilm()), { by });
    await assets.patch(inside.id, { decorative: true }, by);
    expect(await names({ kind: 'film' })).toEqual(['film.mp4']);
    expect(await names({ mime: 'image/png' })).toEqual(['in.png']);
    expect(await names({ folder: winter })).toEqual(['in.png']);
    expect(await names({ folder: null })).toEqual(['film.mp4']);
    expect(await names({ missingAlt: true })).toEqual(['film.mp4']);
    expect(await names({ sha256: inside.sha256 })).toEqual(['in.png']);
    expect(await names({ trashed: true })).toEqual([]);
  });

  test('[MEDIA-24] pages follow each other without gaps and doubles in every order, while others upload', async () => {
    for (const name of ['b.png', 'Ärmel.png', 'a.png', 'c.png', 'Zebra.png', 'a.png', 'd.png'])
      await add(name);
    for (const sort of ['newest', 'name', 'size'] as const) {
      const whole = await assets.list({ sort });
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await assets.list({ sort, limit: 2, after });
        if (page.kind === 'refused') throw new Error(page.message);
        seen.push(...page.assets.map(({ id }) => id));
        after = page.next;
        if (sort === 'newest' && seen.length === 2) await add('meanwhile.png');
      } while (after);
      expect(seen, sort).toEqual(whole.kind === 'page' && whole.assets.map(({ id }) => id));
    }
    expect(await names({ sort: 'name', limit: 4 })).toEqual(['a.png', 'a.png', 'Ärmel.png', 'b.png']);
    const { total } = (await assets.list({ limit: 1 })) as { total: number };
    expect(total).toBe(8);
    for (const after of [
      'x',
      '',
      Buffer.from('["name","a","b"]').toString('base64url'),
      Buffer.from('["newest","x","y"]').toString('base64url'),
    ])
      expect(await names({ after })).toContain('Begin at the first page');
  });

  test('[MEDIA-25] an empty alternative text is refused: a picture that says nothing is marked as decorative', async () => {
    const { id } = await add('a.png');
    expect(await assets.patch(id, { alt: { en: '  ' } }, by)).toEqual({
      kind: 'refused',
      message:
        'An empty alternative text says nothing about the picture. Describe it, or mark it as decorative.',
    });
    expect(await assets.patch(id, { alt: { 'en US': 'x' } }, by)).toMatchObject({ kind: 'refused' });
    await assets.patch(id, { alt: { en: ' A mug ', de: 'Ein Becher' } }, by);
    const changed = await assets.patch(id, { alt: { de: null }, decorative: true }, 'user:bob');
    expect(changed).toMatchObject({
      kind: 'changed',
      asset: { alt: { en: 'A mug' }, decorative: true, updatedBy: 'user:bob' },
    });
    expect(await assets.patch('nothing', { title: 'x' }, by)).toEqual({ kind: 'missing' });
  });

  test('[MEDIA-26] crops lie inside the picture and have the ratio they are for', async () => {
    const { id } = await add('a.png');
    const crops = [{ ratio: 1.6, x: 0.12345, y: 0.1, w: 0.5, h: 0.5 }];
    const changed = await assets.patch(id, { crops, focalPoint: { x: 0.2, y: 0.9 } }, by);
    expect(changed).toMatchObject({
      asset: { crops: [{ ratio: 1.6, x: 0.123, y: 0.1, w: 0.5, h: 0.5 }], focalPoint: { x: 0.2, y: 0.9 } },
    });
    const wrong = [
      { ratio: 1, x: 0, y: 0, w: 0.5, h: 0.5 },
      { ratio: 1.6, x: 0.6, y: 0, w: 0.5, h: 0.5 },
      { ratio: 1.6, x: 0, y: 0, w: 0.01, h: 0.01 },
      { ratio: 1.6, x: -0.1, y: 0, w: 0.5, h: 0.5 },
    ];
    for (const crop of wrong)
      expect(await assets.patch(id, { crops: [crop] }, by)).toMatchObject({ kind: 'refused' });
    const film = (await assets.add(await file('film.mp4', sampleFilm()), { by })).asset;
    expect(await assets.patch(film.id, { crops }, by)).toMatchObject({ kind: 'refused' });
    expect(await assets.patch(id, { focalPoint: null }, by)).toMatchObject({
      asset: { focalPoint: undefined },
    });
  });

  test('[MEDIA-27] one picture is shown in at most a hundred crops', async () => {
    const { id } = await add('a.png');
    const crop = { x: 0, y: 0, w: 0.5, h: 0.5 };
    for (let index = 0; index < 100; index++)
      expect(await assets.allowCrop(id, { ...crop, x: index / 1000 })).toMatchObject({ kind: 'allowed' });
    expect(await assets.allowCrop(id, crop)).toEqual({ kind: 'allowed', crop });
    expect(await assets.allowCrop(id, { ...crop, x: 0.3 })).toMatchObject({ kind: 'refused' });
    expect(await assets.allowCrop('nothing', crop)).toEqual({ kind: 'missing' });
  });

  test('[MEDIA-28] a file is replaced under the same src; the file before is kept and can be shown again', async () => {
    const mug = await add('mug.png');
    await assets.patch(mug.id, { title: 'Mug', crops: [{ ratio: 1.6, x: 0, y: 0, w: 0.5, h: 0.5 }] }, by);
    const before = (await textOf(mug.id))!;
    const replaced = await assets.replace(mug.id, await file('better.png'), { by: 'user:bob' });
    expect(replaced).toMatchObject({
      kind: 'replaced',
      asset: {
        src: mug.src,
        name: 'better.png',
        revision: 2,
        title: 'Mug',
        updatedBy: 'user:bob',
        crops: [{ ratio: 1.6 }],
      },
    });
    expect((await textOf(mug.id))!.equals(before)).toBe(false);
    expect((await textOf(mug.id, 1))!.equals(before)).toBe(true);
    expect(
      (await assets.versions(mug.id)).map(({ revision, name, by: who }) => [revision, name, who]),
    ).toEqual([
      [2, 'better.png', 'user:bob'],
      [1, 'mug.png', by],
    ]);
    expect(await names({ words: 'better' })).toEqual(['better.png']);
    expect(await assets.revert(mug.id, { revision: 1, by })).toMatchObject({
      kind: 'replaced',
      asset: { revision: 1 },
    });
    expect((await textOf(mug.id))!.equals(before)).toBe(true);
    expect(await assets.revert(mug.id, { revision: 7, by })).toEqual({
      kind: 'refused',
      message: '"mug.png" has no version 7. Versions: 1, 2.',
    });
    expect(await assets.replace(mug.id, await file('third.png'), { by })).toMatchObject({
      asset: { revision: 3 },
    });
  });

  test('[MEDIA-35] it is told which file is behind a src, of many at once', async () => {
    const mug = await add('mug.png');
    const cup = await add('cup.png');
    const gone = await add('gone.png');
    await assets.replace(mug.id, await file('better.png'), { by });
    await assets.trash(gone.id, by);
    const found = await assets.revisions([mug.src, cup.src, gone.src, 'media/x/nothing']);
    expect(found).toEqual(
      new Map([
        [mug.src, 2],
        [cup.src, 1],
      ]),
    );
    expect(await assets.revisions([])).toEqual(new Map());
  });

  test('[MEDIA-28] crops go when the new picture has other proportions; a film does not replace a picture', async () => {
    const mug = await add('mug.png');
    await assets.patch(mug.id, { crops: [{ ratio: 1.6, x: 0, y: 0, w: 0.5, h: 0.5 }] }, by);
    const square = await file('square.png', await samplePicture(90, 90).png().toBuffer());
    expect(await assets.replace(mug.id, square, { by })).toMatchObject({ asset: { crops: [], width: 90 } });
    expect(await assets.replace(mug.id, square, { by })).toMatchObject({ kind: 'unchanged' });
    const film = await file('film.mp4', sampleFilm());
    expect(await assets.replace(mug.id, film, { by })).toMatchObject({ kind: 'refused' });
    expect(await assets.replace('nothing', square, { by })).toEqual({ kind: 'missing' });
    expect((await all(storage.list(''))).length).toBe(2);
  });

  test('[MEDIA-29] what is in the trash comes back as it was, until it is purged with its files', async () => {
    const mug = await add('mug.png');
    await assets.replace(mug.id, await file('better.png'), { by });
    const cup = await add('cup.png');
    await assets.trash(mug.id, by);
    expect([await names(), await names({ trashed: true })]).toEqual([['cup.png'], ['better.png']]);
    expect(await assets.replace(mug.id, await file('x.png'), { by })).toEqual({ kind: 'missing' });
    await assets.restore(mug.id, by);
    expect(await assets.get(mug.id)).toMatchObject({ src: mug.src, revision: 2, deletedAt: undefined });
    await assets.trash(mug.id, by);
    const trashedAt = now;
    expect(await assets.purge({ before: trashedAt })).toBe(0);
    expect(await assets.purge({ before: new Date(trashedAt.getTime() + 1) })).toBe(1);
    expect(await assets.get(mug.id)).toBeUndefined();
    expect((await all(storage.list(''))).map(({ key }) => key.includes(cup.id))).toEqual([true]);
  });

  test('[MEDIA-30] folders are made, renamed, moved and removed, and never end up inside themselves', async () => {
    const { folders } = assets;
    const make = async (name: string, parent?: string) => {
      const made = await folders.create({ name, parent });
      if (made.kind !== 'changed') throw new Error(JSON.stringify(made));
      return made.folder;
    };
    const winter = await make('Winter');
    const shoes = await make('Shoes', winter.id);
    const red = await make('Red', shoes.id);
    const picture = await add('a.png', { folder: shoes.id });
    expect((await folders.list()).map(({ name, parent, assets: count }) => [name, parent, count])).toEqual([
      ['Red', shoes.id, 0],
      ['Shoes', winter.id, 1],
      ['Winter', undefined, 0],
    ]);
    expect(await folders.create({ name: ' wintér ' })).toMatchObject({
      message: 'There is a folder "Winter" already. Choose another name.',
    });
    for (const name of ['', 'a/b', 'x'.repeat(81), 'a\nb'])
      expect(await folders.create({ name })).toMatchObject({ kind: 'refused' });
    expect(await folders.create({ name: 'x', parent: 'nothing' })).toMatchObject({ kind: 'refused' });
    expect(await folders.change(winter.id, { parent: red.id })).toMatchObject({
      message: '"Winter" cannot be moved into itself.',
    });
    expect(await folders.change(shoes.id, { name: 'Boots' })).toMatchObject({
      folder: { name: 'Boots', parent: winter.id, assets: 1 },
    });
    expect(await folders.change(red.id, { parent: null })).toMatchObject({ folder: { parent: undefined } });
    expect(await folders.change('nothing', { name: 'x' })).toEqual({ kind: 'missing' });
    expect(await folders.remove(shoes.id)).toMatchObject({
      message:
        'The folder "Boots" has 1 files and 0 folders in it. Empty it first, or have its contents moved to the folder above.',
    });
    expect(await folders.remove(shoes.id, { contents: 'move-up' })).toEqual({ kind: 'removed' });
    expect((await assets.get(picture.id))?.folder).toBe(winter.id);
    expect(await assets.patch(picture.id, { folder: shoes.id }, by)).toMatchObject({ kind: 'refused' });
    expect(await assets.patch(picture.id, { folder: null }, by)).toMatchObject({
      asset: { folder: undefined },
    });
    expect(await folders.remove(winter.id)).toEqual({ kind: 'removed' });
    expect((await add('late.png', { folder: winter.id })).folder).toBeUndefined();
  });

  test('[MEDIA-30] two that move folders into each other do not make a ring', async () => {
    const [a, b] = await Promise.all(['a', 'b'].map((name) => assets.folders.create({ name })));
    const [one, two] = [a, b].map((made) => (made?.kind === 'changed' ? made.folder.id : ''));
    await Promise.all([
      assets.folders.change(one!, { parent: two! }),
      assets.folders.change(two!, { parent: one! }),
    ]);
    const parents = (await assets.folders.list()).map(({ parent }) => parent);
    expect(parents.filter((parent) => parent === undefined).length).toBe(1);
  });

  test('[MEDIA-31] where an asset is used is found by its src, in published pages and drafts', async () => {
    const mug = await add('mug.png');
    const image = { src: mug.src, alt: 'A mug', width: 160, height: 100 };
    const home = makePage({
      id: 'home',
      seo: { image },
      nodes: [
        makeNode('hero', { props: { image, 'image@de': image } }),
        makeNode('list', { props: { items: [{ picture: image }] } }),
        makeNode('text', { props: { title: 'mug' } }),
      ],
    });
    const pages = createSqlPageStore(database);
    await pages.publish({ by, documents: [home, makePage({ id: 'about' })] });
    const usage = createMediaUsage({
      documents: async (src) => [
        ...(await publishedUsing(database, src)),
        { document: makePage({ id: 'draft' }), state: 'draft' },
      ],
    });
    expect(await usage.of(mug.src)).toEqual([
      {
        document: { id: 'home', name: 'home', kind: 'page' },
        state: 'published',
        places: [
          { keys: ['seo.image'] },
          { node: home.nodes[0]!.id, module: 'hero', keys: ['image', 'image@de'] },
          { node: home.nodes[1]!.id, module: 'list', keys: ['items'] },
        ],
      },
    ]);
    expect(await usage.of((await add('other.png')).src)).toEqual([]);
  });

  test('[MEDIA-32] every change to what is shown is told to all processes', async () => {
    const told: unknown[] = [];
    const end = database.subscribe((events) => {
      for (const { kind, payload } of events) if (kind === 'media.changed') told.push(payload.srcs);
    });
    const { id, src } = await add('a.png');
    await assets.patch(id, { title: 'No picture changes by that' }, by);
    await assets.allowCrop(id, { x: 0, y: 0, w: 1, h: 0.5 });
    await assets.replace(id, await file('b.png'), { by });
    await assets.trash(id, by);
    expect(told).toEqual([[src], [src], [src], [src]]);
    end();
  });

  test('[MEDIA-33] visitors are served what is behind a src now; what is in the trash is not there', async () => {
    const shelf = createMediaShelf({ database, storage });
    const mug = await add('mug.png');
    const film = (await assets.add(await file('film.mp4', sampleFilm()), { by })).asset;
    expect(await shelf.look(mug.src)).toEqual({ revision: '1', crops: [] });
    expect((await shelf.open(mug.src))?.length).toBe(mug.bytes);
    expect(await shelf.look(`${mug.src}-2`)).toBeUndefined();
    expect([await shelf.open(film.src), await shelf.film(mug.src)]).toEqual([undefined, undefined]);
    const part = await (await shelf.film(film.src))?.open({ from: 4, to: 7 });
    expect((await bytesOf(part!, 100)).toString()).toBe('ftyp');
    const better = await file('better.png');
    await assets.replace(mug.id, better, { by });
    await assets.allowCrop(mug.id, { x: 0, y: 0.25, w: 1, h: 0.5 });
    expect(await shelf.look(mug.src)).toEqual({ revision: '2', crops: ['0.250.1000.500'] });
    expect((await shelf.open(mug.src))?.length).toBe(better.bytes);
    await assets.trash(mug.id, by);
    expect([await shelf.look(mug.src), await shelf.open(mug.src)]).toEqual([undefined, undefined]);
    await assets.restore(mug.id, by);
    expect((await shelf.look(mug.src))?.revision).toBe('2');
    shelf.close();
  });

  test('[MEDIA-34] files that no asset names are swept away after a day', async () => {
    const mug = await add('mug.png');
    await assets.replace(mug.id, await file('better.png'), { by });
    await storage.put('media/lost.png', Readable.from([Buffer.from('x')]), { bytes: 1, mime: 'image/png' });
    expect(await sweepMedia({ database, storage })).toBe(0);
    expect(await sweepMedia({ database, storage, now: new Date(Date.now() + 90_000_000) })).toBe(1);
    expect((await all(storage.list(''))).length).toBe(2);
  });
});
