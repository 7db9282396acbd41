import type { Database, Queryable, Transaction } from '@vitrine/database';
import type { PageDocument } from '../page.ts';
import type { PageStore, PublishChange, PublishedDocument, PublishHistory } from '../page-store.ts';
import type { ContentProblem } from '../problem.ts';
import { chooseTemplate } from '../template.ts';
import { normalisePath, redirectPath, sortUrls, type UrlEntry } from '../url-map.ts';
import type { ContentTables } from './content.tables.ts';
import { lockPublishing } from './lock-publishing.ts';
import type { PageStoreOptions } from './memory-page-store.ts';
import { type PublishedState, type PublishPlan, PublishRefusedError, planPublish } from './publish.ts';
import { type PublishedLater, writePublished } from './write-published.ts';

/** Publishes what was planned before. */
export interface PublishReleased {
  /**
   * As `publish` does, of drafts as they were. `finish` is asked in the same transaction; when it says no, nothing is changed.
   * @returns whether it was published. @throws PublishRefusedError like `publish`.
   */
  publishReleased(change: PublishChange, release: ReleasedChange): Promise<boolean>;
  /** What `publish` would say against a change, as things are now. It holds nobody up. */
  problemsOf(change: PublishChange): Promise<readonly ContentProblem[]>;
}

export interface ReleasedChange extends PublishedLater {
  readonly finish: (tx: Transaction) => Promise<boolean>;
}

/** Published pages in the database. Each change is one transaction with the event `page.published` (`PagePublished`). */
export function createSqlPageStore(
  database: Database,
  { onPublished }: PageStoreOptions = {},
): PageStore & PublishHistory & PublishReleased {
  const tables = () => database.tables<ContentTables>();

  async function published(ids: readonly string[]): Promise<(PublishedDocument | undefined)[]> {
    if (ids.length === 0) return [];
    const rows = await tables()
      .selectFrom('content_documents')
      .select(['id', 'version', 'body'])
      .where('id', 'in', ids)
      .execute();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => {
      const row = byId.get(id);
      return row && { document: readBody(row.body), version: row.version };
    });
  }

  /** @returns `undefined` = it is over already. */
  async function publishOnce(
    change: PublishChange,
    release?: ReleasedChange,
  ): Promise<PublishPlan | undefined> {
    const plan = await database.transaction(async (tx) => {
      await lockPublishing(tx);
      const planned = planPublish(change, await readState(tx, change));
      if (planned.kind === 'refused') throw new PublishRefusedError(planned.problems);
      if (release && !(await release.finish(tx))) return undefined;
      const { by, basedOn, reviews } = change;
      const drafts = basedOn && new Map(Object.entries(basedOn));
      await writePublished(tx, planned, { by, drafts, reviews, release });
      if (!planned.isEmpty) await tx.emit({ kind: 'page.published', payload: { ...planned.published } });
      return planned;
    });
    if (plan && !plan.isEmpty) await onPublished?.(plan.published);
    return plan;
  }

  return {
    published,
    async resolveUrl(channel, locale, path) {
      const known = normalisePath(path);
      if (known === undefined) return undefined;
      const row = await tables()
        .selectFrom('content_urls')
        .selectAll()
        .where('channel', '=', channel)
        .where('locale', '=', locale)
        .where('path', '=', known)
        .executeTakeFirst();
      return row && readUrl(row);
    },
    async templateFor(composes, entityId) {
      const [templates, override] = await Promise.all([
        tables()
          .selectFrom('content_documents as template')
          .select((row) => [
            'id',
            row
              .exists(
                row
                  .selectFrom('content_template_overrides')
                  .whereRef('template_id', '=', 'template.id')
                  .select('entity_id'),
              )
              .as('is_override'),
          ])
          .where('composes', '=', composes)
          .execute(),
        entityId === undefined
          ? undefined
          : tables()
              .selectFrom('content_template_overrides')
              .select('template_id')
              .where('entity_id', '=', entityId)
              .executeTakeFirst(),
      ]);
      const chosen = chooseTemplate(
        templates.map(({ id, is_override }) => ({ id, composes, isOverride: Boolean(is_override) })),
        composes,
        override?.template_id,
      );
      return chosen && (await published([chosen.id]))[0];
    },
    async addressesOf(channel, pageId) {
      const rows = await tables()
        .selectFrom('content_urls')
        .selectAll()
        .where('page', '=', pageId)
        .where('channel', '=', channel)
        .execute();
      return sortUrls(rows.map(readUrl));
    },
    async redirectsTo(channel, locale, path) {
      const rows = await tables()
        .selectFrom('content_urls')
        .selectAll()
        .where('channel', '=', channel)
        .where('locale', '=', locale)
        .where('redirect_to', 'is not', null)
        .execute();
      return sortUrls(rows.filter((row) => redirectPath(row.redirect_to!) === path).map(readUrl));
    },
    async urls(channel) {
      const rows = await tables()
        .selectFrom('content_urls')
        .selectAll()
        .where('channel', '=', channel)
        .where('kind', '=', 'page')
        .execute();
      return sortUrls(rows.map(readUrl));
    },
    async publish(change) {
      const plan = await publishOnce(change);
      return { published: plan?.documents ?? [] };
    },
    async problemsOf(change) {
      const planned = planPublish(change, await readState(database, change));
      return planned.kind === 'refused' ? planned.problems : [];
    },
    publishReleased: async (change, release) => (await publishOnce(change, release)) !== undefined,
    async history(documentId) {
      const rows = await tables()
        .selectFrom('content_versions')
        .selectAll()
        .where('document_id', '=', documentId)
        .orderBy('seq', 'desc')
        .execute();
      return rows.map(({ version, published_by, published_at, body }) => ({
        version,
        by: published_by,
        at: published_at,
        ...(body !== null && { document: readBody(body) }),
      }));
    },
  };
}

async function readState(on: Queryable, change: PublishChange): Promise<PublishedState> {
  const tables = on.tables<ContentTables>();
  const documents = await tables
    .selectFrom('content_documents')
    .select(['id', 'kind', 'composes', 'version'])
    .execute();
  const facts = new Map(
    documents.map(({ id, kind, composes, version }) => [
      id,
      { kind, composes: composes ?? undefined, version },
    ]),
  );
  const noPageAnyMore = change.documents?.some(
    ({ id, kind }) => kind !== 'page' && facts.get(id)?.kind === 'page',
  );
  const touchesUrls =
    change.urls?.length || change.removeUrls?.length || change.unpublish?.length || noPageAnyMore;
  const urls = touchesUrls ? await tables.selectFrom('content_urls').selectAll().execute() : [];
  const inTrash = change.basedOn
    ? await on.execute('select id from content_drafts where id = any($1) and trashed_at is not null', [
        [...(change.documents ?? []).map(({ id }) => id), ...pagesIn(change)],
      ])
    : { rows: [] };
  const showing =
    change.basedOn && change.unpublish?.length
      ? await on.execute(
          `select body from content_documents
           where exists (select from unnest($1::text[]) taken where strpos(body, '"' || taken || '"') > 0)`,
          [change.unpublish],
        )
      : { rows: [] };
  const entities = Object.keys(change.overrides ?? {});
  const overrides =
    entities.length === 0
      ? []
      : await tables
          .selectFrom('content_template_overrides')
          .selectAll()
          .where('entity_id', 'in', entities)
          .execute();
  return {
    documents: facts,
    urls: urls.map(readUrl),
    inTrash: new Set(inTrash.rows.map(({ id }) => String(id))),
    showing: showing.rows.map(({ body }) => readBody(String(body))),
    overrides: new Map(overrides.map(({ entity_id, template_id }) => [entity_id, template_id])),
  };
}

function pagesIn({ urls = [] }: PublishChange): readonly string[] {
  return urls.flatMap(({ target }) => (target.kind === 'page' ? [target.page] : []));
}

function readBody(body: string): PageDocument {
  return JSON.parse(body) as PageDocument;
}

function readUrl(row: ContentTables['content_urls']): UrlEntry {
  const { channel, locale, path } = row;
  if (row.kind === 'page') return { channel, locale, path, target: { kind: 'page', page: row.page! } };
  if (row.kind === 'gone') return { channel, locale, path, target: { kind: 'gone' } };
  const status = row.status as 301 | 302 | 307 | 308;
  return { channel, locale, path, target: { kind: 'redirect', to: row.redirect_to!, status } };
}
