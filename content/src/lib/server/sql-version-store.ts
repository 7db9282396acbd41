import type { Database, Transaction } from '@vitrine/database';
import { canonicalText } from '../canonical.ts';
import type { PageDocument } from '../page.ts';
import { documentVersion } from './document-version.ts';
import type { NewVersion, VersionFacts, VersionKind, VersionStore } from './version-store.ts';
import { versionsToDrop } from './version-thinning.ts';

export interface VersionStoreOptions {
  /** Milliseconds a stretch of work lasts at most, so that there is at most one automatic version in it. Default 5 minutes. */
  readonly stretch?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Any number no other use of two-part advisory locks takes. */
const LOCK = 2_668_438;

export function createSqlVersionStore(
  database: Database,
  { stretch = 300_000, now = Date.now }: VersionStoreOptions = {},
): VersionStore {
  return {
    async add(version) {
      return await database.transaction(async (tx) => {
        await tx.execute('select pg_advisory_xact_lock($1, hashtext($2))', [LOCK, version.document.id]);
        const at = new Date(now());
        const [last] = await readRows(tx, version.document.id, { most: 1 });
        const hash = documentVersion(version.document);
        if (version.kind === 'auto' && last?.version === hash) return undefined;
        await keepBody(tx, version.document, hash);
        const continues =
          version.kind === 'auto' &&
          last?.kind === 'auto' &&
          at.getTime() - last.began_at.getTime() < stretch;
        const row = continues
          ? await replace(tx, last.seq, { by: version.by, at, hash })
          : await insert(tx, version, { at, hash });
        await tidy(tx, version.document.id, at);
        return readFacts(row);
      });
    },
    async list(documentId) {
      return (await readRows(database, documentId)).map(readFacts);
    },
    async read(documentId, seq) {
      const { rows } = await database.execute(
        `select body from content_saved_versions join content_version_bodies using (document_id, version)
         where document_id = $1 and seq = $2`,
        [documentId, seq],
      );
      return rows[0] && (JSON.parse(String(rows[0].body)) as PageDocument);
    },
  };
}

interface VersionRow {
  readonly seq: number;
  readonly kind: VersionKind;
  readonly name: string | null;
  readonly by: string;
  readonly at: Date;
  readonly began_at: Date;
  readonly version: string;
}

const COLUMNS = 'seq, kind, name, by, at, began_at, version';

async function readRows(
  on: Pick<Transaction, 'execute'>,
  documentId: string,
  { most }: { readonly most?: number } = {},
): Promise<readonly VersionRow[]> {
  const { rows } = await on.execute(
    `select ${COLUMNS} from content_saved_versions where document_id = $1 order by seq desc limit $2`,
    [documentId, most ?? null],
  );
  return rows as unknown as VersionRow[];
}

async function keepBody(tx: Transaction, document: PageDocument, hash: string): Promise<void> {
  await tx.execute(
    `insert into content_version_bodies (document_id, version, body) values ($1, $2, $3)
     on conflict (document_id, version) do nothing`,
    [document.id, hash, canonicalText(document)],
  );
}

async function insert(
  tx: Transaction,
  { document, kind, name, by }: NewVersion,
  { at, hash }: { readonly at: Date; readonly hash: string },
): Promise<VersionRow> {
  const { rows } = await tx.execute(
    `insert into content_saved_versions (document_id, kind, name, by, at, began_at, version)
     values ($1, $2, $3, $4, $5, $5, $6) returning ${COLUMNS}`,
    [document.id, kind, name ?? null, by, at, hash],
  );
  return rows[0] as unknown as VersionRow;
}

async function replace(
  tx: Transaction,
  seq: number,
  { by, at, hash }: { readonly by: string; readonly at: Date; readonly hash: string },
): Promise<VersionRow> {
  const { rows } = await tx.execute(
    `update content_saved_versions set by = $2, at = $3, version = $4 where seq = $1 returning ${COLUMNS}`,
    [seq, by, at, hash],
  );
  return rows[0] as unknown as VersionRow;
}

async function tidy(tx: Transaction, documentId: string, at: Date): Promise<void> {
  const all = (await readRows(tx, documentId)).filter(({ kind }) => kind === 'auto');
  const gone = versionsToDrop(all, at.getTime());
  if (gone.length > 0) await tx.execute('delete from content_saved_versions where seq = any($1)', [gone]);
  await tx.execute(
    `delete from content_version_bodies body where document_id = $1 and not exists (
       select from content_saved_versions kept
       where kept.document_id = body.document_id and kept.version = body.version
     )`,
    [documentId],
  );
}

function readFacts({ seq, kind, name, by, at, version }: VersionRow): VersionFacts {
  return { seq, kind, at, by, ...(name !== null && { name }), version };
}
