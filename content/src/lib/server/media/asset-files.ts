import { type Database, jsonb, newId, type Transaction } from '@vitrine/database';
import { type Asset, assetOf, readAsset, selectAssets } from './asset.ts';
import type { CheckedFile } from './check-file.ts';
import { foldText, slugOf } from './file-name.ts';
import type { MediaTables } from './media.tables.ts';
import { mediaFormats } from './media-formats.ts';
import type { MediaStorage } from './media-storage.ts';
import { searchText } from './search-text.ts';

/** Files coming in, being replaced and going. */
export interface AssetFiles {
  /** Makes an asset of a file. One that is there already, in the trash too, is offered instead unless `double` is set. */
  add(
    file: CheckedFile,
    options: FileOptions & { readonly folder?: string; readonly double?: boolean },
  ): Promise<{ readonly kind: 'created' | 'exists'; readonly asset: Asset }>;
  /**
   * Another file for an asset: shown wherever the asset is. Crops are dropped when the new picture has other proportions. A film
   * does not replace a picture.
   */
  replace(id: string, file: CheckedFile, options: FileOptions): Promise<Replaced>;
  /** Shows an earlier file again. */
  revert(id: string, options: { readonly revision: number; readonly by: string }): Promise<Replaced>;
  /** Deletes what has been in the trash since before then, with its files. @returns how many. */
  purge(options: { readonly before: Date }): Promise<number>;
}

export interface FileOptions {
  readonly by: string;
  /** The upload it came with: finishing one twice makes one asset. */
  readonly upload?: string;
}

export type Replaced =
  | { readonly kind: 'replaced' | 'unchanged'; readonly asset: Asset }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly message: string };

const SAME_CONTENT_LOCK = 2_668_440;

export function createAssetFiles({
  database,
  storage,
  clock,
}: {
  readonly database: Database;
  readonly storage: MediaStorage;
  readonly clock: () => Date;
}): AssetFiles {
  // Files go to the storage before the transaction that names them: a row without a file would be a broken picture, a file
  // without a row is only swept away.
  async function keep<T>(
    id: string,
    file: CheckedFile,
    record: (storageKey: string) => Promise<T & { kind: string }>,
  ): Promise<T & { kind: string }> {
    const storageKey = `media/${id}/${newId()}.${mediaFormats[file.mime].extensions[0]}`;
    await storage.put(storageKey, file.open(), { bytes: file.bytes, mime: file.mime });
    const recorded = await record(storageKey);
    if (recorded.kind !== 'created' && recorded.kind !== 'replaced') await storage.remove(storageKey);
    return recorded;
  }

  async function insertFile(
    tx: Transaction,
    file: CheckedFile,
    row: { id: string; revision: number; storageKey: string; at: Date; options: FileOptions },
  ) {
    const { id, revision, storageKey, at, options } = row;
    await tx
      .tables<MediaTables>()
      .insertInto('content_media_files')
      .values({
        asset_id: id,
        revision,
        name: file.name,
        name_key: foldText(file.name),
        mime: file.mime,
        bytes: file.bytes,
        width: file.width ?? null,
        height: file.height ?? null,
        sha256: file.sha256,
        storage_key: storageKey,
        upload: options.upload ?? null,
        at,
        by: options.by,
      })
      .execute();
  }

  return {
    async add(file, options) {
      const early = await sameFile(database, file, options);
      if (early) return early;
      const id = newId();
      return await keep(id, file, (storageKey) =>
        database.transaction(async (tx) => {
          await tx.execute('select pg_advisory_xact_lock($1, hashtext($2))', [
            SAME_CONTENT_LOCK,
            file.sha256,
          ]);
          const meanwhile = await sameFile(tx, file, options);
          if (meanwhile) return meanwhile;
          const src = `${file.kind === 'film' ? '/_media' : 'media'}/${id}/${slugOf(file.name)}`;
          const at = clock();
          const { folder, by } = options;
          await tx
            .tables<MediaTables>()
            .insertInto('content_media')
            .values((row) => ({
              id,
              src,
              kind: file.kind,
              revision: 1,
              // A folder may have gone while a large file was on its way.
              folder_id:
                folder === undefined
                  ? null
                  : row.selectFrom('content_media_folders').select('id').where('id', '=', folder),
              title: '',
              alt: jsonb({}),
              decorative: false,
              focal_point: null,
              crops: jsonb([]),
              known_crops: jsonb([]),
              search_text: searchText({ name: file.name, title: '', alt: {} }),
              created_at: at,
              created_by: by,
              updated_at: at,
              updated_by: by,
              deleted_at: null,
              deleted_by: null,
            }))
            .execute();
          await insertFile(tx, file, { id, revision: 1, storageKey, at, options });
          await tx.emit({ kind: 'media.changed', payload: { srcs: [src] } });
          return { kind: 'created', asset: (await readAsset(tx, id))! };
        }),
      );
    },
    async replace(id, file, options) {
      const before = await readAsset(database, id);
      const problem = before && replaceProblem(before, file);
      if (!before || before.deletedAt) return { kind: 'missing' };
      if (problem) return { kind: 'refused', message: problem };
      if (before.sha256 === file.sha256) return { kind: 'unchanged', asset: before };
      return await keep<Replaced>(id, file, (storageKey) =>
        database.transaction(async (tx) => {
          const now = await lockAsset(tx, id);
          if (!now || now.deletedAt) return { kind: 'missing' };
          if (now.sha256 === file.sha256) return { kind: 'unchanged', asset: now };
          const { last } = await tx
            .tables<MediaTables>()
            .selectFrom('content_media_files')
            .select((row) => row.fn.max('revision').as('last'))
            .where('asset_id', '=', id)
            .executeTakeFirstOrThrow();
          const revision = last + 1;
          const at = clock();
          await insertFile(tx, file, { id, revision, storageKey, at, options });
          return await show(tx, now, { revision, by: options.by, at });
        }),
      );
    },
    async revert(id, { revision, by }) {
      return await database.transaction(async (tx): Promise<Replaced> => {
        const now = await lockAsset(tx, id);
        if (!now || now.deletedAt) return { kind: 'missing' };
        if (now.revision === revision) return { kind: 'unchanged', asset: now };
        const known = await tx
          .tables<MediaTables>()
          .selectFrom('content_media_files')
          .select('revision')
          .where('asset_id', '=', id)
          .orderBy('revision')
          .execute();
        if (known.some((each) => each.revision === revision))
          return await show(tx, now, { revision, by, at: clock() });
        const numbers = known.map((each) => each.revision).join(', ');
        return {
          kind: 'refused',
          message: `"${now.name}" has no version ${revision}. Versions: ${numbers}.`,
        };
      });
    },
    async purge({ before }) {
      const gone = await database.transaction(async (tx) => {
        const tables = tx.tables<MediaTables>();
        const ids = (
          await tables
            .selectFrom('content_media')
            .select('id')
            .where('deleted_at', '<', before)
            .forUpdate()
            .execute()
        ).map(({ id }) => id);
        if (ids.length === 0) return { count: 0, keys: [] };
        const kept = await tables
          .selectFrom('content_media_files')
          .select('storage_key')
          .where('asset_id', 'in', ids)
          .execute();
        await tables.deleteFrom('content_media').where('id', 'in', ids).execute();
        return { count: ids.length, keys: kept.map(({ storage_key }) => storage_key) };
      });
      for (const key of gone.keys) await storage.remove(key);
      return gone.count;
    },
  };
}

async function sameFile(
  database: Pick<Transaction, 'tables' | 'execute'>,
  { sha256 }: CheckedFile,
  { upload, double = false }: FileOptions & { double?: boolean },
): Promise<{ kind: 'created' | 'exists'; asset: Asset } | undefined> {
  if (upload !== undefined) {
    const own = await selectAssets(database)
      .where((row) =>
        row.exists(
          row
            .selectFrom('content_media_files as come')
            .whereRef('come.asset_id', '=', 'asset.id')
            .where('come.upload', '=', upload)
            .select('come.upload'),
        ),
      )
      .executeTakeFirst();
    if (own) return { kind: 'created', asset: assetOf(own) };
  }
  if (double) return undefined;
  // One in the library goes before one in the trash.
  const same = await selectAssets(database)
    .where('file.sha256', '=', sha256)
    .orderBy('asset.deleted_at', (order) => order.asc().nullsFirst())
    .orderBy('asset.created_at')
    .executeTakeFirst();
  return same && { kind: 'exists', asset: assetOf(same) };
}

function replaceProblem(before: Asset, file: CheckedFile): string | undefined {
  if (before.kind === file.kind) return undefined;
  return `Expected another ${before.kind} for "${before.name}", came a ${file.kind} ("${file.name}"). Upload it by itself instead.`;
}

/** The asset, held against other changes until the transaction ends. */
export async function lockAsset(tx: Transaction, id: string): Promise<Asset | undefined> {
  await tx
    .tables<MediaTables>()
    .selectFrom('content_media')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return await readAsset(tx, id);
}

async function show(
  tx: Transaction,
  before: Asset,
  { revision, by, at }: { revision: number; by: string; at: Date },
): Promise<{ kind: 'replaced'; asset: Asset }> {
  const change = () => tx.tables<MediaTables>().updateTable('content_media').where('id', '=', before.id);
  await change().set({ revision, updated_by: by, updated_at: at }).execute();
  const after = (await readAsset(tx, before.id))!;
  const { name, title, alt } = after;
  await change()
    .set({ search_text: searchText({ name, title, alt }) })
    .execute();
  if (!haveSameProportions(before, after))
    await change()
      .set({ crops: jsonb([]), known_crops: jsonb([]) })
      .execute();
  await tx.emit({ kind: 'media.changed', payload: { srcs: [before.src] } });
  return { kind: 'replaced', asset: (await readAsset(tx, before.id))! };
}

function haveSameProportions(one: Asset, other: Asset): boolean {
  if (!one.width || !one.height || !other.width || !other.height) return true;
  return Math.abs(Math.log(one.width / one.height / (other.width / other.height))) < 0.01;
}
