import type { Queryable } from '@vitrine/database';
import type { PageDocument } from '../page.ts';
import type { Composed } from '../template.ts';
import type { DocumentPaths, DraftFacts } from './draft-store.ts';

/** Drafts and what is published without one, in the order of lists. */
export async function listDrafts(on: Queryable): Promise<readonly DraftFacts[]> {
  const { rows } = await on.execute(
    `with address as (
       select page, jsonb_object_agg(place, paths) as places from (
         select page, channel || '/' || locale as place, jsonb_agg(path order by path collate "C") as paths
         from content_urls where page is not null group by 1, 2
       ) each group by page
     )
     select coalesce(draft.id, published.id) as id, coalesce(draft.kind, published.kind) as kind,
       case when draft.id is null then published.composes else draft.composes end as composes,
       coalesce(draft.name, published.body::jsonb ->> 'name') as name,
       draft.id is not null as is_draft, draft.paths, address.places, draft.parent, draft.position,
       draft.trashed_at, coalesce(draft.updated_at, latest.published_at) as updated_at,
       coalesce(draft.updated_by, latest.published_by) as updated_by, draft.version, draft.base_version,
       published.version as published_version,
       draft.version = draft.base_version and draft.paths = draft.base_paths as is_untouched
     from content_drafts draft
     full join content_documents published on published.id = draft.id
     left join address on address.page = coalesce(draft.id, published.id)
     left join lateral (
       select published_at, published_by from content_versions
       where document_id = published.id order by seq desc limit 1
     ) latest on draft.id is null
     order by draft.position nulls last, 1`,
  );
  return (rows as unknown as ListedRow[]).map(readFacts);
}

interface ListedRow {
  readonly id: string;
  readonly kind: PageDocument['kind'];
  readonly composes: Composed | null;
  readonly name: string;
  readonly is_draft: boolean;
  readonly paths: DocumentPaths | null;
  /** All published paths by `<channel>/<locale>`. */
  readonly places: Readonly<Record<string, readonly string[]>> | null;
  readonly parent: string | null;
  /** `null` = it has no draft, and stands behind all that have. */
  readonly position: number | null;
  readonly trashed_at: Date | null;
  readonly updated_at: Date;
  readonly updated_by: string;
  readonly version: string | null;
  readonly published_version: string | null;
  readonly is_untouched: boolean | null;
}

function readFacts(row: ListedRow, index: number): DraftFacts {
  const places = row.places ?? {};
  const first = Object.fromEntries(Object.entries(places).map(([place, paths]) => [place, paths[0]!]));
  // A draft nobody changed stands for what is published, whenever that was.
  const isPublished = !row.is_draft || row.is_untouched === true;
  const paths = row.paths ?? first;
  const isChanged =
    row.published_version === null ||
    (!isPublished && (row.version !== row.published_version || !standsAt(paths, places)));
  return {
    id: row.id,
    kind: row.kind,
    ...(row.composes !== null && { composes: row.composes }),
    name: row.name,
    paths,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    version: (isPublished ? (row.published_version ?? row.version) : row.version) ?? '',
    ...(row.published_version !== null && { publishedVersion: row.published_version }),
    isChanged,
    ...(row.parent !== null && { parent: row.parent }),
    position: row.position ?? index,
    ...(row.trashed_at !== null && { trashedAt: row.trashed_at }),
  };
}

function standsAt(paths: DocumentPaths, places: Readonly<Record<string, readonly string[]>>): boolean {
  const wanted = Object.entries(paths);
  return (
    wanted.length === Object.keys(places).length &&
    wanted.every(([place, path]) => places[place]?.includes(path) === true)
  );
}
