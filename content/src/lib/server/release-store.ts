import { randomBytes } from 'node:crypto';
import type { Database, Queryable, Transaction } from '@vitrine/database';
import { canonicalText } from '../canonical.ts';
import { whereUsed } from '../walk.ts';
import { contentVersion, documentVersion } from './document-version.ts';
import type { Release, ReleaseFacts, ReleaseItem } from './release.ts';
import {
  factsOf,
  type ReleaseRow,
  readFacts,
  readItems,
  readReleases,
  withoutDocuments,
} from './release-rows.ts';

export interface NewReleaseItem extends Omit<ReleaseItem, 'plannedAt' | 'plannedBy' | 'versions'> {
  /** From `moment`, asked before the document was read: what is published by hand after it is newer. */
  readonly plannedAfter: number;
}

/** One there is, or a new one. */
export type ReleaseChoice = { readonly id: string } | { readonly name: string; readonly at?: Date };

export type ReleaseChanged =
  | { readonly kind: 'changed'; readonly release: ReleaseFacts }
  | { readonly kind: 'missing' }
  /** It went live or was cancelled: what it did stands. */
  | { readonly kind: 'over' }
  /** There are as many releases, or documents in it, as there may be. */
  | { readonly kind: 'full' };

export interface DecidedSince {
  /** The document that was planned. */
  readonly item: string;
  /** Itself, or what goes along. */
  readonly document: string;
}

export interface WaitingRelease {
  readonly release: ReleaseFacts;
  /** What it does with the document, when that is planned itself. */
  readonly action?: ReleaseItem['action'];
  /** Something else in it shows the document, or takes it along. */
  readonly isNeeded: boolean;
}

/** Changes of documents that wait for their time. `by` is an actor id. */
export interface ReleaseStore {
  /** How far publishing has come. */
  moment(): Promise<number>;
  /** Those that wait, the next one first. */
  waiting(): Promise<readonly ReleaseFacts[]>;
  /** Those that wait, the next one first and those without a time after them; then those that were over in the last 90 days, newest first. */
  list(): Promise<readonly ReleaseFacts[]>;
  find(id: string): Promise<Release | undefined>;
  /** Those that wait and do something with a document, or publish something that shows it; the next one first. */
  waitingWith(document: string): Promise<readonly WaitingRelease[]>;
  /** Puts a document into a release, in the place of what was planned for it there. */
  plan(item: NewReleaseItem, into: ReleaseChoice, by: string): Promise<ReleaseChanged>;
  /** Another name or time (`null` = when somebody says so). One that failed is planned again with its new time. */
  change(id: string, change: { readonly name?: string; readonly at?: Date | null }): Promise<ReleaseChanged>;
  /** With its last document a release is cancelled. */
  takeOut(id: string, document: string, by: string): Promise<ReleaseChanged>;
  cancel(id: string, by: string): Promise<ReleaseChanged>;
  /** Ids of those whose time has come, the earliest first. */
  due(): Promise<readonly string[]>;
  /**
   * What of it somebody published, took back or moved by hand after it was planned: documents by the one they were planned for, and
   * styles. In the transaction that publishes it that stays so.
   */
  decidedSince(release: Pick<Release, 'id' | 'items'>, on?: Queryable): Promise<readonly DecidedSince[]>;
  /** Its time came and it cannot go live, in the form of this version. */
  fail(id: string, version: number, problem: string): Promise<void>;
  /** For the transaction that publishes it. @returns whether it is still to be published, in the form of this version. */
  finish(tx: Transaction, release: Pick<Release, 'id' | 'version'>, end: ReleaseEnd): Promise<boolean>;
}

export interface ReleaseEnd {
  readonly by: string;
  readonly kept: readonly string[];
}

export interface ReleaseStoreOptions {
  /** Releases that wait at once. Default 100. */
  readonly most?: number;
  /** Documents in one of them. Default 200. */
  readonly mostDocuments?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Milliseconds for which it is remembered what went live. */
const REMEMBERED = 90 * 24 * 3_600_000;
/** Any number no other advisory lock takes. */
const LOCK = 2_668_440;
const ID = /^[\w-]{1,40}$/;
/** Those without a time after the others. */
const NEXT_FIRST = 'goes_live_at nulls last, made_at, id';

export function createReleaseStore(
  database: Database,
  { most = 100, mostDocuments = 200, now = Date.now }: ReleaseStoreOptions = {},
): ReleaseStore {
  /** Changes one that is not over while nobody else does. */
  function change(
    id: string,
    work: (tx: Transaction, row: ReleaseRow) => Promise<ReleaseChanged | undefined>,
  ): Promise<ReleaseChanged> {
    if (!ID.test(id)) return Promise.resolve({ kind: 'missing' });
    return database.transaction(async (tx): Promise<ReleaseChanged> => {
      const [row] = await readReleases(tx, 'where id = $1 for update', [id]);
      if (!row) return { kind: 'missing' };
      if (row.state === 'published' || row.state === 'cancelled') return { kind: 'over' };
      const refused = await work(tx, row);
      if (refused) return refused;
      await tx.execute('update content_releases set version = version + 1 where id = $1', [id]);
      const [release] = await readFacts(tx, 'where id = $1', [id]);
      return { kind: 'changed', release: release! };
    });
  }

  async function end(tx: Transaction, id: string, by: string): Promise<void> {
    await tx.execute(
      `update content_releases set state = 'cancelled', problem = null, ended_at = $2, ended_by = $3 where id = $1`,
      [id, new Date(now()), by],
    );
  }

  async function putInto(tx: Transaction, id: string, item: NewReleaseItem, by: string): Promise<boolean> {
    const { rows } = await tx.execute(
      'select count(*)::int as count from content_release_items where release_id = $1 and document_id <> $2',
      [id, item.document],
    );
    if (Number(rows[0]?.count) >= mostDocuments) return false;
    await tx.execute('delete from content_release_items where release_id = $1 and document_id = $2', [
      id,
      item.document,
    ]);
    await tx.execute(
      `insert into content_release_items
         (release_id, document_id, kind, name, action, documents, paths, planned_after, planned_at, planned_by, tokens, versions)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11::jsonb, $12::jsonb)`,
      [
        id,
        item.document,
        item.kind,
        item.name,
        item.action,
        `[${item.documents.map(canonicalText).join(',')}]`,
        JSON.stringify(item.paths),
        item.plannedAfter,
        new Date(now()),
        by,
        item.tokens ? JSON.stringify(item.tokens) : null,
        JSON.stringify(versionsOf(item)),
      ],
    );
    return true;
  }

  async function begin(
    item: NewReleaseItem,
    { name, at }: { readonly name: string; readonly at?: Date },
    by: string,
  ): Promise<ReleaseChanged> {
    return await database.transaction(async (tx): Promise<ReleaseChanged> => {
      await tx.execute('select pg_advisory_xact_lock($1)', [LOCK]);
      await tx.execute('delete from content_releases where ended_at < $1', [new Date(now() - REMEMBERED)]);
      const { rows } = await tx.execute(
        `select count(*)::int as count from content_releases where state in ('planned', 'failed')`,
      );
      if (Number(rows[0]?.count) >= most) return { kind: 'full' };
      const id = randomBytes(9).toString('base64url');
      await tx.execute(
        `insert into content_releases (id, name, goes_live_at, state, version, made_at, made_by)
         values ($1, $2, $3, 'planned', 1, $4, $5)`,
        [id, name, at ?? null, new Date(now()), by],
      );
      await putInto(tx, id, item, by);
      const [release] = await readFacts(tx, 'where id = $1', [id]);
      return { kind: 'changed', release: release! };
    });
  }

  return {
    async moment() {
      const { rows } = await database.execute('select coalesce(max(seq), 0) as seq from content_publishings');
      return Number(rows[0]?.seq);
    },
    waiting: () => readFacts(database, `where ended_at is null order by ${NEXT_FIRST}`, []),
    list: () =>
      readFacts(
        database,
        `where ended_at is null or ended_at >= $1
         order by ended_at desc nulls first, ${NEXT_FIRST}`,
        [new Date(now() - REMEMBERED)],
      ),
    async find(id) {
      if (!ID.test(id)) return undefined;
      // Before what is in it: whoever finishes a version must not have read something older.
      const [row] = await readReleases(database, 'where id = $1', [id]);
      if (!row) return undefined;
      const items = (await readItems(database, [id])).get(id) ?? [];
      return { ...factsOf(row, items), version: row.version, items };
    },
    async waitingWith(document) {
      const rows = await readReleases(
        database,
        `where state in ('planned', 'failed') and id in (
           select release_id from content_release_items
           where document_id = $1 or strpos(documents, '"' || $1::text || '"') > 0)
         order by ${NEXT_FIRST}`,
        [document],
      );
      const all = await readItems(
        database,
        rows.map(({ id }) => id),
      );
      return rows.flatMap((row): WaitingRelease[] => {
        const items = all.get(row.id) ?? [];
        const own = items.find((item) => item.document === document);
        const isNeeded = items.some((item) => item !== own && needs(item, document));
        if (!own && !isNeeded) return [];
        const release = factsOf(row, items.map(withoutDocuments));
        return [{ release, isNeeded, ...(own && { action: own.action }) }];
      });
    },
    async plan(item, into, by) {
      if (!('id' in into)) return await begin(item, into, by);
      return await change(into.id, async (tx) =>
        (await putInto(tx, into.id, item, by)) ? undefined : { kind: 'full' },
      );
    },
    change: (id, { name, at }) =>
      change(id, async (tx, row) => {
        const isPlannedAgain = at !== undefined;
        await tx.execute(
          `update content_releases set name = $2, goes_live_at = $3,
             state = case when $4 then 'planned' else state end, problem = case when $4 then null else problem end
           where id = $1`,
          [id, name ?? row.name, at === undefined ? row.goes_live_at : at, isPlannedAgain],
        );
        return undefined;
      }),
    takeOut: (id, document, by) =>
      change(id, async (tx) => {
        await tx.execute('delete from content_release_items where release_id = $1 and document_id = $2', [
          id,
          document,
        ]);
        const { rows } = await tx.execute('select from content_release_items where release_id = $1 limit 1', [
          id,
        ]);
        if (rows.length === 0) await end(tx, id, by);
        return undefined;
      }),
    cancel: (id, by) =>
      change(id, async (tx) => {
        await end(tx, id, by);
        return undefined;
      }),
    async due() {
      const { rows } = await database.execute(
        `select id from content_releases where state = 'planned' and goes_live_at <= $1
         order by goes_live_at, made_at, id`,
        [new Date(now())],
      );
      return rows.map(({ id }) => String(id));
    },
    async decidedSince({ id, items }, on = database) {
      const pairs = items.flatMap((item) => publishedFor(item).map((each) => [item.document, each] as const));
      const { rows } = await on.execute(
        `select wanted.item, wanted.document from unnest($2::text[], $3::text[]) as wanted (item, document)
         join content_release_items item on item.release_id = $1 and item.document_id = wanted.item
         where exists (
           select from content_publishings done
           where done.document_id = wanted.document and done.seq > item.planned_after and done.release_id is null)
         order by 1, 2`,
        [id, pairs.map(([item]) => item), pairs.map(([, document]) => document)],
      );
      return rows.map(({ item, document }) => ({ item: String(item), document: String(document) }));
    },
    async fail(id, version, problem) {
      await database.execute(
        `update content_releases set state = 'failed', problem = $3, version = version + 1
         where id = $1 and version = $2 and state in ('planned', 'failed')`,
        [id, version, problem],
      );
    },
    async finish(tx, { id, version }, { by, kept }) {
      const { rows } = await tx.execute(
        `update content_releases
         set state = 'published', problem = null, ended_at = $3, ended_by = $4, kept = $5::jsonb, version = version + 1
         where id = $1 and version = $2 and state in ('planned', 'failed') returning id`,
        [id, version, new Date(now()), by, JSON.stringify(kept)],
      );
      return rows.length > 0;
    },
  };
}

/** All that is decided by hand when one of them is published so. */
function publishedFor({ kind, document, documents }: ReleaseItem): readonly string[] {
  return kind === 'styles' ? [document] : documents.map(({ id }) => id);
}

function versionsOf({ document, documents, tokens }: NewReleaseItem): Readonly<Record<string, string>> {
  const versions = documents.map((each) => [each.id, documentVersion(each)]);
  return Object.fromEntries(tokens ? [...versions, [document, contentVersion(tokens)]] : versions);
}

function needs({ documents }: ReleaseItem, id: string): boolean {
  return documents.some((each) => each.id === id) || whereUsed(documents, { fragment: id }).length > 0;
}
