import { jsonb, type Queryable } from '@vitrine/database';
import { z } from 'zod';
import { type Asset, assetOf, selectAssets } from './asset.ts';
import { foldText } from './file-name.ts';
import type { MediaKind, MediaMime } from './media-formats.ts';

export interface AssetQuery {
  /** All of them must stand in name, title or alternative texts; parts of words count, accents and capitals do not. */
  readonly words?: string;
  readonly kind?: MediaKind;
  readonly mime?: MediaMime;
  /** `null` = in no folder. Not given = wherever. */
  readonly folder?: string | null;
  /** Those that have neither an alternative text nor the mark that they need none. */
  readonly missingAlt?: boolean;
  readonly sha256?: string;
  /** The trash instead of the library. */
  readonly trashed?: boolean;
  /** Default `newest`. */
  readonly sort?: AssetSort;
  /** 1 to 200. Default 50. */
  readonly limit?: number;
  /** `next` of the page before, asked with the same sort. */
  readonly after?: string;
}

export type AssetSort = 'newest' | 'name' | 'size';

export type AssetPage =
  | {
      readonly kind: 'page';
      readonly assets: readonly Asset[];
      readonly next?: string;
      readonly total: number;
    }
  | { readonly kind: 'refused'; readonly message: string };

const MOST_WORDS = 8;
const SORTS = {
  newest: { column: 'asset.created_at', direction: 'desc' },
  name: { column: 'file.name_key', direction: 'asc' },
  size: { column: 'file.bytes', direction: 'desc' },
} as const;
const cursorShape = z.union([
  z.tuple([z.literal('newest'), z.iso.datetime(), z.string()]),
  z.tuple([z.literal('name'), z.string(), z.string()]),
  z.tuple([z.literal('size'), z.int(), z.string()]),
]);

/** One page of the library. */
export async function listAssets(database: Queryable, query: AssetQuery): Promise<AssetPage> {
  const { sort = 'newest', limit = 50 } = query;
  const { column, direction } = SORTS[sort];
  const beyond = direction === 'asc' ? '>' : '<';
  const after = query.after === undefined ? undefined : readCursor(query.after);
  if (after === null || (after && after[0] !== sort)) {
    return {
      kind: 'refused',
      message: `Expected "after" as the page before gave it, sorted by ${sort}, came another value. Begin at the first page.`,
    };
  }
  const found = matching(database, query);
  const rows = await found
    .$if(after !== undefined, (rest) =>
      rest.where((row) => {
        const [, place, id] = after!;
        const value = sort === 'newest' ? new Date(place) : place;
        return row.or([
          row(column, beyond, value),
          row.and([row(column, '=', value), row('asset.id', beyond, id)]),
        ]);
      }),
    )
    .orderBy(column, direction)
    .orderBy('asset.id', direction)
    .limit(limit + 1)
    .execute();
  const { total } = await found
    .clearSelect()
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const place =
    last && { newest: last.created_at.toISOString(), name: last.name_key, size: last.bytes }[sort];
  return {
    kind: 'page',
    assets: page.map(assetOf),
    total: Number(total),
    ...(last && { next: Buffer.from(JSON.stringify([sort, place, last.id])).toString('base64url') }),
  };
}

function matching(database: Queryable, query: AssetQuery) {
  const { kind, mime, folder, sha256, words = '' } = query;
  let found = selectAssets(database).where('asset.deleted_at', query.trashed ? 'is not' : 'is', null);
  if (kind) found = found.where('asset.kind', '=', kind);
  if (mime) found = found.where('file.mime', '=', mime);
  if (sha256) found = found.where('file.sha256', '=', sha256);
  if (folder === null) found = found.where('asset.folder_id', 'is', null);
  else if (folder !== undefined) found = found.where('asset.folder_id', '=', folder);
  if (query.missingAlt)
    found = found.where('asset.decorative', '=', false).where('asset.alt', '=', jsonb({}));
  const asked = foldText(words).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  for (const word of asked)
    found = found.where('asset.search_text', 'like', `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
  return found;
}

function readCursor(text: string) {
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    return null;
  }
}
