import type { Transaction } from '@vitrine/database';
import { canonicalText } from '../canonical.ts';
import type { PublishChange } from '../page-store.ts';
import type { ContentTables } from './content.tables.ts';
import type { DocumentPaths } from './draft-store.ts';
import { endReviews, type GoneLive } from './end-reviews.ts';
import type { PublishPlan } from './publish.ts';

/** What is published was planned before. */
export interface PublishedLater {
  /** Of the release. */
  readonly id: string;
  /** Where its pages stood in their drafts when they were planned. */
  readonly paths: Readonly<Record<string, DocumentPaths>>;
  /** When its documents were planned, by their ids. */
  readonly plannedAt: Readonly<Record<string, Date>>;
}

/** How a change is made public. */
export interface Writing {
  readonly by: string;
  /** What was published of all that drafts were looked at for, by id; absent = they were not. */
  readonly drafts: ReadonlyMap<string, string | null> | undefined;
  /** Those there were before the drafts were read; absent = all that there are now. */
  readonly reviews?: PublishChange['reviews'];
  /** It was planned before; absent = by hand. */
  readonly release: PublishedLater | undefined;
}

/** Writes what was planned, and that it was done. */
export async function writePublished(tx: Transaction, plan: PublishPlan, writing: Writing): Promise<void> {
  await writeDocuments(tx, plan, writing);
  await writeUrls(tx, plan);
  await writeOverrides(tx, plan);
  await tx.execute(
    'insert into content_publishings (document_id, release_id) select unnest($1::text[]), $2::text',
    [plan.published.documentIds, writing.release?.id ?? null],
  );
  await endReviews(tx, goneLive(plan, writing), writing);
}

// By hand, what was looked at is what people see now, also where nothing of it changed.
function goneLive(
  { documents, unpublish }: PublishPlan,
  { drafts, reviews, release }: Writing,
): readonly GoneLive[] {
  const versions = new Map(documents.map(({ document: { id }, version }) => [id, version]));
  if (drafts && !release) {
    const live = [...drafts].filter(([id]) => !unpublish.includes(id));
    return live.map(([id, before]) => {
      const version = versions.get(id) ?? before;
      return { id, ...(reviews && version !== null && { form: { version } }) };
    });
  }
  return [...versions].map(([id, version]) => ({
    id,
    form: { version, ...(release?.plannedAt[id] && { plannedAt: release.plannedAt[id] }) },
  }));
}

async function writeDocuments(
  tx: Transaction,
  { changed, unpublish }: PublishPlan,
  { by, drafts, release }: Writing,
): Promise<void> {
  const tables = tx.tables<ContentTables>();
  if (unpublish.length > 0) {
    const gone = await tables
      .deleteFrom('content_documents')
      .where('id', 'in', unpublish)
      .returning(['id', 'version'])
      .execute();
    await insertVersions(
      tx,
      gone.map(({ id, version }) => ({ document_id: id, version, body: null, published_by: by })),
    );
  }
  if (changed.length === 0) return;
  const rows = changed.map(({ document, version }) => ({
    id: document.id,
    kind: document.kind,
    composes: document.composes ?? null,
    version,
    body: canonicalText(document),
  }));
  await tables
    .insertInto('content_documents')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        kind: row.ref('excluded.kind'),
        composes: row.ref('excluded.composes'),
        version: row.ref('excluded.version'),
        body: row.ref('excluded.body'),
      })),
    )
    .execute();
  await insertVersions(
    tx,
    rows.map(({ id, version, body }) => ({ document_id: id, version, body, published_by: by })),
  );
  // A draft that is what is published now has nothing of its own any more. What was derived from it may be older than what is published.
  await tx.execute(
    `update content_drafts draft
     set base_version = published.version, base_paths = coalesce($3::jsonb -> draft.id, draft.paths)
     from content_documents published
     where published.id = draft.id and draft.id = any($1) and (published.version = draft.version or $2
       -- One nobody has changed follows what a release publishes.
       and not ($4 and coalesce(draft.version = draft.base_version and draft.paths = draft.base_paths, false)))`,
    [
      rows.map(({ id }) => id),
      drafts !== undefined,
      JSON.stringify(release?.paths ?? {}),
      release !== undefined,
    ],
  );
}

async function insertVersions(
  tx: Transaction,
  rows: readonly Pick<
    ContentTables['content_versions'],
    'document_id' | 'version' | 'body' | 'published_by'
  >[],
): Promise<void> {
  if (rows.length === 0) return;
  // The columns that are left out have defaults, which the table's type, made for reading, does not say.
  await tx
    .tables<{ content_versions: (typeof rows)[number] }>()
    .insertInto('content_versions')
    .values(rows)
    .execute();
}

async function writeUrls(tx: Transaction, { urls, removeUrls }: PublishPlan): Promise<void> {
  const tables = tx.tables<ContentTables>();
  for (const { channel, locale, path } of removeUrls) {
    await tables
      .deleteFrom('content_urls')
      .where('channel', '=', channel)
      .where('locale', '=', locale)
      .where('path', '=', path)
      .execute();
  }
  for (const { channel, locale, path, target } of urls) {
    const meaning = {
      kind: target.kind,
      page: target.kind === 'page' ? target.page : null,
      redirect_to: target.kind === 'redirect' ? target.to : null,
      status: target.kind === 'redirect' ? target.status : null,
    };
    await tables
      .insertInto('content_urls')
      .values({ channel, locale, path, ...meaning })
      .onConflict((conflict) => conflict.columns(['channel', 'locale', 'path']).doUpdateSet(meaning))
      .execute();
  }
}

async function writeOverrides(tx: Transaction, { overrides }: PublishPlan): Promise<void> {
  const tables = tx.tables<ContentTables>();
  for (const [entity_id, template_id] of Object.entries(overrides)) {
    if (template_id === null) {
      await tables.deleteFrom('content_template_overrides').where('entity_id', '=', entity_id).execute();
    } else {
      await tables
        .insertInto('content_template_overrides')
        .values({ entity_id, template_id })
        .onConflict((conflict) => conflict.column('entity_id').doUpdateSet({ template_id }))
        .execute();
    }
  }
}
