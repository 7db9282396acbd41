import { type Database, jsonb } from '@vitrine/database';
import { type Asset, readAsset } from './asset.ts';
import { lockAsset } from './asset-files.ts';
import { type Crop, cropKey, cropProblem, type RatioCrop, ratioProblem, snapCrop } from './crop.ts';
import type { MediaTables } from './media.tables.ts';
import { searchText } from './search-text.ts';

/** What people say about an asset, and where it is. */
export interface AssetChanges {
  patch(id: string, patch: AssetPatch, by: string): Promise<Changed>;
  /**
   * Lets the image address make this part of the picture, for one use of it. Without that it shows the whole picture: otherwise
   * anybody could have pictures made without end.
   */
  allowCrop(id: string, crop: Crop): Promise<{ readonly kind: 'allowed'; readonly crop: Crop } | Unchanged>;
  /** Into the trash. Whether it is in use is the caller's to ask. */
  trash(id: string, by: string): Promise<Changed>;
  /** Out of the trash. */
  restore(id: string, by: string): Promise<Changed>;
}

/** What is not named stays. */
export interface AssetPatch {
  readonly title?: string;
  /** By locale; `null` takes one out. */
  readonly alt?: Readonly<Record<string, string | null>>;
  readonly decorative?: boolean;
  readonly focalPoint?: { readonly x: number; readonly y: number } | null;
  /** All of them. */
  readonly crops?: readonly RatioCrop[];
  /** `null` = in no folder. */
  readonly folder?: string | null;
}

type Unchanged = { readonly kind: 'missing' } | { readonly kind: 'refused'; readonly message: string };
export type Changed = { readonly kind: 'changed'; readonly asset: Asset } | Unchanged;

/** Crops one picture can be shown in; each is made in every width and format. */
const MOST_CROPS = 100;

export function createAssetChanges({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: () => Date;
}): AssetChanges {
  type Row = MediaTables['content_media'];

  async function change(
    id: string,
    by: string,
    decide: (
      asset: Asset,
      at: Date,
      known: readonly string[],
    ) => { set: object; tells?: boolean } | Unchanged,
  ): Promise<Changed> {
    return await database.transaction(async (tx): Promise<Changed> => {
      const asset = await lockAsset(tx, id);
      if (!asset) return { kind: 'missing' };
      const tables = tx.tables<MediaTables>();
      const row = await tables
        .selectFrom('content_media')
        .select('known_crops')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const at = clock();
      const decided = decide(asset, at, row.known_crops);
      if ('kind' in decided) return decided;
      const set = { ...decided.set, updated_at: at, updated_by: by } as Partial<Row>;
      await tables.updateTable('content_media').set(set).where('id', '=', id).execute();
      if (decided.tells) await tx.emit({ kind: 'media.changed', payload: { srcs: [asset.src] } });
      return { kind: 'changed', asset: (await readAsset(tx, id))! };
    });
  }

  return {
    async patch(id, patch, by) {
      if (patch.folder && !(await hasFolder(database, patch.folder)))
        return refused('This folder is not there any more. Choose another one.');
      return await change(id, by, (asset, _, known) => {
        const problem = patchProblem(asset, patch);
        if (problem) return refused(problem);
        const title = patch.title?.trim() ?? asset.title;
        const alt = patchedAlt(asset.alt, patch.alt);
        const crops = patch.crops?.map(({ ratio, ...crop }) => ({ ratio, ...snapCrop(crop) }));
        const cropKeys = withKeys(known, crops ?? []);
        if (!cropKeys) return refused(tooManyCrops(asset));
        return {
          set: {
            title,
            alt: jsonb(alt),
            search_text: searchText({ name: asset.name, title, alt }),
            ...(patch.decorative !== undefined && { decorative: patch.decorative }),
            ...(patch.focalPoint !== undefined && {
              focal_point: patch.focalPoint && jsonb(patch.focalPoint),
            }),
            ...(crops && { crops: jsonb(crops), known_crops: jsonb(cropKeys) }),
            ...(patch.folder !== undefined && { folder_id: patch.folder }),
          },
          tells: crops !== undefined,
        };
      });
    },
    async allowCrop(id, given) {
      const problem = cropProblem(given);
      if (problem) return refused(problem);
      const crop = snapCrop(given);
      return await database.transaction(async (tx) => {
        const asset = await lockAsset(tx, id);
        if (!asset) return { kind: 'missing' };
        if (asset.kind !== 'picture') return refused(`"${asset.name}" is a film. Only pictures are cropped.`);
        const tables = tx.tables<MediaTables>();
        const row = await tables
          .selectFrom('content_media')
          .select('known_crops')
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        const keys = withKeys(row.known_crops, [crop]);
        if (!keys) return refused(tooManyCrops(asset));
        await tables
          .updateTable('content_media')
          .set({ known_crops: jsonb(keys) })
          .where('id', '=', id)
          .execute();
        await tx.emit({ kind: 'media.changed', payload: { srcs: [asset.src] } });
        return { kind: 'allowed', crop };
      });
    },
    trash: (id, by) => change(id, by, (_, at) => ({ set: { deleted_at: at, deleted_by: by }, tells: true })),
    restore: (id, by) => change(id, by, () => ({ set: { deleted_at: null, deleted_by: null }, tells: true })),
  };
}

async function hasFolder(database: Database, id: string): Promise<boolean> {
  const found = await database
    .tables<MediaTables>()
    .selectFrom('content_media_folders')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

function patchProblem(
  asset: Asset,
  { alt = {}, decorative, focalPoint, crops }: AssetPatch,
): string | undefined {
  const locale = Object.keys(alt).find((each) => !LOCALE.test(each));
  if (locale !== undefined)
    return `Expected a locale such as "de" or "en-GB", came ${JSON.stringify(locale)}.`;
  if (Object.values(alt).some((text) => text !== null && text.trim() === ''))
    return 'An empty alternative text says nothing about the picture. Describe it, or mark it as decorative.';
  if (asset.kind === 'picture') {
    const size = { width: asset.width!, height: asset.height! };
    return crops?.map((crop) => cropProblem(crop) ?? ratioProblem(crop, size)).find(Boolean);
  }
  if (decorative || focalPoint || crops?.length)
    return `"${asset.name}" is a film. Focal point, crops and the mark "decorative" are for pictures.`;
  return undefined;
}

function patchedAlt(before: Asset['alt'], patch: AssetPatch['alt'] = {}): Asset['alt'] {
  const all = Object.entries({ ...before, ...patch });
  return Object.fromEntries(all.flatMap(([locale, text]) => (text === null ? [] : [[locale, text.trim()]])));
}

function withKeys(known: readonly string[], crops: readonly Crop[]): readonly string[] | undefined {
  const keys = [...new Set([...known, ...crops.map(cropKey)])];
  return keys.length > MOST_CROPS ? undefined : keys;
}

function tooManyCrops({ name }: Asset): string {
  return `"${name}" already has ${MOST_CROPS} crops. Choose one of those, or upload a cut version of the picture.`;
}

function refused(message: string): { kind: 'refused'; message: string } {
  return { kind: 'refused', message };
}
