import type { Database, Queryable } from '@vitrine/database';
import { canonicalText } from '../canonical.ts';
import type { PageDocument } from '../page.ts';
import type { ShapesOf } from '../prop-shape.ts';
import { normalisePath } from '../url-map.ts';
import { documentVersion } from './document-version.ts';
import { listDrafts } from './draft-list.ts';
import { placeDraft } from './draft-place.ts';
import { documentIn, followPublished, newState, readPublished } from './draft-state.ts';
import type { DocumentPaths, DraftStanding, DraftStore } from './draft-store.ts';
import {
  appendUpdate,
  compactUpdates,
  keepBefore,
  lockDraft,
  readBefore,
  readState,
} from './draft-updates.ts';
import { withdrawReviews } from './end-reviews.ts';
import { lockPublishing } from './lock-publishing.ts';

export interface DraftStoreOptions {
  /** How the settings of modules are taken apart for many hands. */
  readonly shapes: ShapesOf;
}

/** Names whatever the store changes by itself. */
const STORE = 'system:drafts';

/** Drafts in the database, beside the published pages that `createSqlPageStore` keeps there. */
export function createSqlDraftStore(database: Database, { shapes }: DraftStoreOptions): DraftStore {
  async function make(document: PageDocument, options: NewDraft): Promise<boolean> {
    const { paths, by, base } = options;
    const version = documentVersion(document);
    // Whoever comes second waits here for the first, and then finds that there is nothing to do.
    const { rows } = await database.execute(
      `insert into content_drafts (id, kind, composes, name, body, version, paths, parent, position,
         created_by, updated_by, state, base_version, base_paths)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8,
         (select count(*) from content_drafts where parent is not distinct from $8 and trashed_at is null),
         $9, $9, $10, $11, $12::jsonb)
       on conflict (id) do nothing returning id`,
      [
        document.id,
        document.kind,
        document.composes ?? null,
        document.name,
        canonicalText(document),
        version,
        JSON.stringify(paths),
        options.parent ?? null,
        by,
        newState(document, paths, shapes),
        base ? version : null,
        base ? JSON.stringify(paths) : null,
      ],
    );
    return rows.length > 0;
  }

  async function ensure(id: string): Promise<OwnStanding | undefined> {
    const found = await readStanding(id);
    if (found) return found;
    const published = await readPublished(database, id);
    if (!published) return undefined;
    await make(published.document, { paths: published.paths, by: STORE, base: true });
    return await readStanding(id);
  }

  async function undrafted(): Promise<readonly string[]> {
    const { rows } = await database.execute(
      'select id from content_documents where id not in (select id from content_drafts) order by id',
    );
    return rows.map(({ id }) => String(id));
  }

  async function readStanding(id: string): Promise<OwnStanding | undefined> {
    const { rows } = await database.execute(
      `select trashed_at is not null as trashed, ${OUTDATED} as outdated
       from content_drafts draft left join content_documents published on published.id = draft.id
       where draft.id = $1`,
      [id],
    );
    const row = rows[0];
    return row && { isTrashed: row.trashed === true, isOutdated: row.outdated === true };
  }

  return {
    async open(id) {
      const standing = await ensure(id);
      if (!standing || standing.isTrashed) return undefined;
      if (standing.isOutdated) await followPublished(database, { id, shapes, by: STORE });
      return await readState(database, id);
    },
    load: (id) => readState(database, id),
    append: (id, update, by) => appendUpdate(database, { id, update, by }),
    alone(id, by, prepare, { keepsBefore = false } = {}) {
      return database.transaction(async (tx) => {
        if (!(await lockDraft(tx, id))) return undefined;
        const state = (await readState(tx, id))!;
        const update = prepare(state);
        if (!update) return state;
        if (keepsBefore) await keepBefore(tx, id, { state, change: update });
        await appendUpdate(tx, { id, update, by });
        return await readState(tx, id);
      });
    },
    before: (id) => readBefore(database, id),
    compact: (id) => compactUpdates(database, id),
    async project(id, document, paths, by) {
      const known = Object.entries(paths).map(([place, path]) => [place, normalisePath(path) ?? path]);
      await database.execute(
        `update content_drafts
         set composes = $2, name = $3, body = $4, version = $5, paths = $6::jsonb, updated_at = now(), updated_by = $7
         where id = $1 and (version <> $5 or paths <> $6::jsonb)`,
        [
          id,
          document.composes ?? null,
          document.name,
          canonicalText(document),
          documentVersion(document),
          JSON.stringify(Object.fromEntries(known)),
          by,
        ],
      );
    },

    async drafts(ids) {
      if (ids.length === 0) return [];
      const { rows } = await database.execute(
        `select draft.id, draft.body from ${SHOWN} and draft.id = any($1)`,
        [ids],
      );
      const byId = new Map(rows.map(({ id, body }) => [id, documentIn(String(body))]));
      return ids.map((id) => byId.get(id));
    },
    async standings(ids) {
      if (ids.length === 0) return [];
      const { rows } = await database.execute(
        `select id, trashed_at is not null as trashed, base_version, base_paths from content_drafts where id = any($1)`,
        [ids],
      );
      const byId = new Map(
        rows.map(({ id, trashed, base_version, base_paths }): [unknown, DraftStanding] => [
          id,
          {
            isTrashed: trashed === true,
            ...(base_version !== null && {
              base: { version: String(base_version), paths: base_paths as DocumentPaths },
            }),
          },
        ]),
      );
      return ids.map((id) => byId.get(id));
    },
    list: () => listDrafts(database),
    async pathsIn(channel, where) {
      const { rows } = await database.execute(
        `select draft.id, draft.paths from ${SHOWN} and draft.kind = 'page'
         and ${where ? 'draft.paths @> $1::jsonb' : `exists (select from jsonb_object_keys(draft.paths) place where starts_with(place, $1))`}
         order by draft.id`,
        [where ? JSON.stringify({ [`${channel}/${where.locale}`]: where.path }) : `${channel}/`],
      );
      return rows.map(({ id, paths }) => ({ id: String(id), paths: paths as DocumentPaths }));
    },
    async templates(composes) {
      const { rows } = await database.execute(
        `select draft.id from ${SHOWN} and draft.kind = 'template' and draft.composes = $1 order by draft.id`,
        [composes],
      );
      return rows.map(({ id }) => String(id));
    },

    async create(document, { by, paths = {}, parent }) {
      if (await ensure(document.id)) return { kind: 'taken' };
      const isMade = await make(document, { paths, by, parent, base: false });
      return { kind: isMade ? 'created' : 'taken' };
    },
    async remove(id, by) {
      if (!(await ensure(id))) return false;
      await intoTrash(database, id, by);
      return true;
    },
    async removeUnpublished(id, by) {
      return await database.transaction(async (tx) => {
        await lockPublishing(tx);
        if (await readPublished(tx, id)) return { kind: 'published' };
        const { rows } = await tx.execute('select id from content_drafts where id = $1', [id]);
        if (rows.length === 0) return { kind: 'missing' };
        await intoTrash(tx, id, by);
        return { kind: 'removed' };
      });
    },
    async restore(id, by) {
      const { rows } = await database.execute(
        `update content_drafts set trashed_at = null, updated_at = now(), updated_by = $2
         where id = $1 and trashed_at is not null returning id`,
        [id, by],
      );
      return rows.length > 0;
    },
    async place(id, place) {
      // All that lists show have a place now.
      for (const each of await undrafted()) await ensure(each);
      for (const each of [id, ...(place.parent === undefined ? [] : [place.parent])]) {
        if (!(await readStanding(each)))
          return {
            kind: 'refused',
            message: `There is no document "${each}". It was perhaps deleted: load the list again.`,
          };
      }
      return await placeDraft(database, id, place);
    },
  };
}

async function intoTrash(on: Queryable, id: string, by: string): Promise<void> {
  await on.execute(
    `update content_drafts set trashed_at = now(), updated_at = now(), updated_by = $2
     where id = $1 and trashed_at is null`,
    [id, by],
  );
  await withdrawReviews(on, id, by);
}

interface NewDraft {
  readonly paths: DocumentPaths;
  readonly by: string;
  readonly parent?: string;
  /** Whether it is what is published. */
  readonly base: boolean;
}

interface OwnStanding {
  readonly isTrashed: boolean;
  readonly isOutdated: boolean;
}

/** Nobody changed it since it was what is published, and something else is published now. */
const OUTDATED = `coalesce(draft.version = draft.base_version and draft.paths = draft.base_paths
  and published.version <> draft.base_version, false)`;

const SHOWN = `content_drafts draft left join content_documents published on published.id = draft.id
  where draft.trashed_at is null and not ${OUTDATED}`;
