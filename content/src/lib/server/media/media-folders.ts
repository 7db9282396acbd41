import { type Database, newId, type Transaction } from '@vitrine/database';
import { foldText } from './file-name.ts';
import type { MediaTables } from './media.tables.ts';

export interface MediaFolder {
  readonly id: string;
  readonly name: string;
  readonly parent: string | undefined;
  /** Assets directly in it; the trash does not count. */
  readonly assets: number;
}

export interface MediaFolders {
  /** All of them, sorted by name within each parent's children. */
  list(): Promise<readonly MediaFolder[]>;
  create(folder: { readonly name: string; readonly parent?: string }): Promise<FolderChanged>;
  /** Renames or moves; `parent: null` = to the top. */
  change(
    id: string,
    change: { readonly name?: string; readonly parent?: string | null },
  ): Promise<FolderChanged>;
  /** One with something in it is refused, unless its contents move to the folder above. */
  remove(
    id: string,
    options?: { readonly contents?: 'move-up' },
  ): Promise<{ readonly kind: 'removed' } | FolderUnchanged>;
}

type FolderUnchanged = { readonly kind: 'missing' } | { readonly kind: 'refused'; readonly message: string };
export type FolderChanged = { readonly kind: 'changed'; readonly folder: MediaFolder } | FolderUnchanged;

const LOCK = 2_668_441;
const DEEPEST = 10;
const LONGEST_NAME = 80;

export function createMediaFolders(database: Database): MediaFolders {
  const list = async (from: Pick<Transaction, 'tables'>): Promise<MediaFolder[]> => {
    const rows = await from
      .tables<MediaTables>()
      .selectFrom('content_media_folders as folder')
      .leftJoin('content_media as asset', (join) =>
        join.onRef('asset.folder_id', '=', 'folder.id').on('asset.deleted_at', 'is', null),
      )
      .select((row) => [
        'folder.id',
        'folder.name',
        'folder.parent_id',
        row.fn.count<number>('asset.id').as('assets'),
      ])
      .groupBy(['folder.id', 'folder.name', 'folder.parent_id', 'folder.name_key'])
      .orderBy('folder.name_key')
      .execute();
    return rows.map(({ id, name, parent_id, assets }) => ({
      id,
      name,
      parent: parent_id ?? undefined,
      assets: Number(assets),
    }));
  };

  // The tree is small and seldom changes: one change at a time, so that two cannot make a ring together.
  async function change<T>(work: (tx: Transaction, all: readonly MediaFolder[]) => Promise<T>): Promise<T> {
    return await database.transaction(async (tx) => {
      await tx.execute('select pg_advisory_xact_lock($1)', [LOCK]);
      return await work(tx, await list(tx));
    });
  }

  async function found(tx: Transaction, id: string): Promise<FolderChanged> {
    return { kind: 'changed', folder: (await list(tx)).find((each) => each.id === id)! };
  }

  return {
    list: () => list(database),
    create: ({ name: given, parent }) =>
      change(async (tx, all): Promise<FolderChanged> => {
        const id = newId();
        const name = given.normalize('NFC').trim();
        const problem = placeProblem(all, { id, name, parent });
        if (problem) return { kind: 'refused', message: problem };
        await tx
          .tables<MediaTables>()
          .insertInto('content_media_folders')
          .values({ id, name, name_key: foldText(name), parent_id: parent ?? null })
          .execute();
        return await found(tx, id);
      }),
    change: (id, wanted) =>
      change(async (tx, all): Promise<FolderChanged> => {
        const before = all.find((each) => each.id === id);
        if (!before) return { kind: 'missing' };
        const name = wanted.name?.normalize('NFC').trim() ?? before.name;
        const parent = wanted.parent === undefined ? before.parent : (wanted.parent ?? undefined);
        const problem = placeProblem(all, { id, name, parent });
        if (problem) return { kind: 'refused', message: problem };
        await tx
          .tables<MediaTables>()
          .updateTable('content_media_folders')
          .set({ name, name_key: foldText(name), parent_id: parent ?? null })
          .where('id', '=', id)
          .execute();
        return await found(tx, id);
      }),
    remove: (id, { contents } = {}) =>
      change(async (tx, all) => {
        const folder = all.find((each) => each.id === id);
        if (!folder) return { kind: 'missing' } as const;
        const inside = all.filter((each) => each.parent === id);
        if ((folder.assets > 0 || inside.length > 0) && contents !== 'move-up') {
          return {
            kind: 'refused',
            message: `The folder "${folder.name}" has ${folder.assets} files and ${inside.length} folders in it. Empty it first, or have its contents moved to the folder above.`,
          } as const;
        }
        const rest = all.filter((each) => each.id !== id);
        const clash = inside
          .map((each) => placeProblem(rest, { ...each, parent: folder.parent }))
          .find(Boolean);
        if (clash) return { kind: 'refused', message: clash } as const;
        const tables = tx.tables<MediaTables>();
        const parent_id = folder.parent ?? null;
        await tables
          .updateTable('content_media')
          .set({ folder_id: parent_id })
          .where('folder_id', '=', id)
          .execute();
        await tables
          .updateTable('content_media_folders')
          .set({ parent_id })
          .where('parent_id', '=', id)
          .execute();
        await tables.deleteFrom('content_media_folders').where('id', '=', id).execute();
        return { kind: 'removed' } as const;
      }),
  };
}

/** Why a folder cannot be called so there; `undefined` when it can. */
function placeProblem(
  all: readonly MediaFolder[],
  { id, name, parent }: { readonly id: string; readonly name: string; readonly parent?: string | undefined },
): string | undefined {
  if (name === '' || name.length > LONGEST_NAME || /[/\\\p{Cc}]/u.test(name))
    return `Expected a name of 1 to ${LONGEST_NAME} characters without slashes, came ${JSON.stringify(name.slice(0, 100))}.`;
  const above = ancestorsOf(all, parent);
  if (!above) return 'The folder above is not there any more. Choose another place.';
  if (above.includes(id)) return `"${name}" cannot be moved into itself.`;
  if (above.length + heightOf(all, id) > DEEPEST)
    return `Folders are at most ${DEEPEST} deep. Choose a place further up.`;
  const twin = all.find(
    (each) => each.parent === parent && each.id !== id && foldText(each.name) === foldText(name),
  );
  return twin && `There is a folder "${twin.name}" already. Choose another name.`;
}

function ancestorsOf(all: readonly MediaFolder[], id: string | undefined): readonly string[] | undefined {
  if (id === undefined) return [];
  const folder = all.find((each) => each.id === id);
  const above = folder && ancestorsOf(all, folder.parent);
  return above && [...above, id];
}

function heightOf(all: readonly MediaFolder[], id: string): number {
  const heights = all.filter(({ parent }) => parent === id).map((each) => heightOf(all, each.id));
  return 1 + Math.max(0, ...heights);
}
