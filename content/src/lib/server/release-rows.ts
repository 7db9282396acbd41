import type { Queryable } from '@vitrine/database';
import type { PageDocument } from '../page.ts';
import type { ReleaseState } from '../release-state.ts';
import type { DocumentPaths } from './draft-store.ts';
import type { ReleaseFacts, ReleaseItem, ReleaseItemFacts } from './release.ts';
import type { ThemeTokens } from './theme-store.ts';

/** A row of `content_releases`. */
export interface ReleaseRow {
  readonly id: string;
  readonly name: string;
  readonly goes_live_at: Date | null;
  readonly state: ReleaseState;
  readonly version: number;
  readonly made_at: Date;
  readonly made_by: string;
  readonly ended_at: Date | null;
  readonly ended_by: string | null;
  readonly problem: string | null;
  readonly kept: readonly string[];
}

interface ItemRow {
  readonly release_id: string;
  readonly document_id: string;
  readonly kind: ReleaseItem['kind'];
  readonly name: string;
  readonly action: ReleaseItem['action'];
  readonly paths: DocumentPaths;
  readonly versions: Readonly<Record<string, string>> | null;
  readonly planned_at: Date;
  readonly planned_by: string;
}

interface ContentRow extends ItemRow {
  readonly documents: string;
  readonly tokens: ThemeTokens | null;
}

type Reader = Pick<Queryable, 'execute'>;

const ITEM_FACTS = 'release_id, document_id, kind, name, action, paths, versions, planned_at, planned_by';

export async function readReleases(
  on: Reader,
  which: string,
  values: readonly unknown[],
): Promise<readonly ReleaseRow[]> {
  const { rows } = await on.execute(`select * from content_releases ${which}`, values);
  return rows as unknown as ReleaseRow[];
}

/** Releases with what is in them, without the documents. */
export async function readFacts(
  on: Reader,
  which: string,
  values: readonly unknown[],
): Promise<readonly ReleaseFacts[]> {
  const releases = await readReleases(on, which, values);
  const items = await readRows<ItemRow>(
    on,
    ITEM_FACTS,
    releases.map(({ id }) => id),
  );
  return releases.map((row) => factsOf(row, (items.get(row.id) ?? []).map(itemFacts)));
}

/** What is in releases, in the order in which it was planned, by release. */
export async function readItems(
  on: Reader,
  releases: readonly string[],
): Promise<ReadonlyMap<string, readonly ReleaseItem[]>> {
  const rows = await readRows<ContentRow>(on, `${ITEM_FACTS}, documents, tokens`, releases);
  return new Map(
    [...rows].map(([release, items]) => [
      release,
      items.map((row) => ({
        ...itemFacts(row),
        documents: JSON.parse(row.documents) as PageDocument[],
        ...(row.tokens && { tokens: row.tokens }),
      })),
    ]),
  );
}

async function readRows<Row extends ItemRow>(
  on: Reader,
  columns: string,
  releases: readonly string[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  if (releases.length === 0) return new Map();
  const { rows } = await on.execute(
    `select ${columns} from content_release_items where release_id = any($1) order by planned_at, document_id`,
    [releases],
  );
  return Map.groupBy(rows as unknown as Row[], ({ release_id }) => release_id);
}

export function factsOf(row: ReleaseRow, items: readonly ReleaseItemFacts[]): ReleaseFacts {
  const { id, name, goes_live_at, state, made_at, made_by, ended_at, ended_by, problem, kept } = row;
  return {
    id,
    name,
    ...(goes_live_at && { at: goes_live_at }),
    state,
    madeAt: made_at,
    madeBy: made_by,
    ...(ended_at && ended_by !== null && { ended: { at: ended_at, by: ended_by } }),
    ...(problem !== null && { problem }),
    kept,
    items,
  };
}

export function withoutDocuments({ documents: _, tokens: __, ...facts }: ReleaseItem): ReleaseItemFacts {
  return facts;
}

function itemFacts(row: ItemRow): ReleaseItemFacts {
  const { document_id, kind, name, action, paths, versions, planned_at, planned_by } = row;
  return {
    document: document_id,
    kind,
    name,
    action,
    paths,
    ...(versions && { versions }),
    plannedAt: planned_at,
    plannedBy: planned_by,
  };
}
