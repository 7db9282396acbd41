import { isDeepStrictEqual } from 'node:util';
import type { Database, Queryable } from '@vitrine/database';
import * as Y from 'yjs';
import { canonicalText } from '../canonical.ts';
import { PageInYdoc } from '../collab/page-in-ydoc.ts';
import { newPageDoc } from '../collab/root-types.ts';
import type { PageDocument } from '../page.ts';
import type { ShapesOf } from '../prop-shape.ts';
import { type UrlAddress, urlKey } from '../url-map.ts';
import { walk } from '../walk.ts';
import { documentVersion } from './document-version.ts';
import type { DocumentPaths } from './draft-store.ts';
import { appendUpdate, keepBefore, lockDraft, readState } from './draft-updates.ts';

/** A document that nobody has worked on yet, as Yjs. Made once: a second one would be another document for Yjs. */
export function newState(document: PageDocument, paths: DocumentPaths, shapes: ShapesOf): Uint8Array {
  const doc = newPageDoc();
  PageInYdoc.fill(doc, document, shapes, addressesIn(paths));
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}

/** A published document with one path for each channel and locale: the first when it has several there. */
export async function readPublished(
  on: Queryable,
  id: string,
): Promise<
  { readonly document: PageDocument; readonly version: string; readonly paths: DocumentPaths } | undefined
> {
  const { rows } = await on.execute(
    `select body, version, (
       select coalesce(jsonb_object_agg(channel || '/' || locale, path), '{}')
       from (select channel, locale, min(path collate "C") as path from content_urls where page = $1 group by 1, 2) first
     ) as paths from content_documents where id = $1`,
    [id],
  );
  const row = rows[0];
  return (
    row && {
      document: documentIn(String(row.body)),
      version: String(row.version),
      paths: row.paths as DocumentPaths,
    }
  );
}

/** Brings a draft nobody has changed to what is published now, as a change like any other. */
export async function followPublished(
  database: Database,
  { id, shapes, by }: { readonly id: string; readonly shapes: ShapesOf; readonly by: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    if (!(await lockDraft(tx, id))) return;
    const published = await readPublished(tx, id);
    const { rows } = await tx.execute('select base_version, base_paths from content_drafts where id = $1', [
      id,
    ]);
    const base = rows[0] as { base_version: string | null; base_paths: DocumentPaths | null };
    if (!published || published.version === base.base_version) return;
    const doc = newPageDoc();
    Y.applyUpdate(doc, (await readState(tx, id))!);
    const page = new PageInYdoc(doc, shapes);
    // What was derived last may be older than the state: somebody may have changed it after all.
    const isUntouched =
      documentVersion(page.toDocument()) === base.base_version &&
      isDeepStrictEqual(page.meta().paths, base.base_paths);
    if (isUntouched) {
      const before = Y.encodeStateVector(doc);
      const state = Y.encodeStateAsUpdate(doc);
      const isNewForm = hasOtherVersions(page.toDocument(), published.document);
      page.transact(() => {
        page.restore(published.document);
        setPaths(page, published.paths);
      });
      const update = Y.encodeStateAsUpdate(doc, before);
      if (isNewForm) await keepBefore(tx, id, { state, change: update });
      await appendUpdate(tx, { id, update, by });
    }
    const document = page.toDocument();
    const { paths } = page.meta();
    await tx.execute(
      `update content_drafts set name = $2, body = $3, version = $4, paths = $5::jsonb,
         base_version = case when $6 then $4 else base_version end, base_paths = case when $6 then $5::jsonb else base_paths end,
         composes = $7
       where id = $1`,
      [
        id,
        document.name,
        canonicalText(document),
        documentVersion(document),
        JSON.stringify(paths),
        isUntouched,
        document.composes ?? null,
      ],
    );
    page.destroy();
    doc.destroy();
  });
}

/** Whether an instance that both have has its settings in the form of another version. */
function hasOtherVersions(left: PageDocument, right: PageDocument): boolean {
  const versions = new Map([...walk(left.nodes)].map(({ node }) => [node.id, node.v]));
  return [...walk(right.nodes)].some(({ node }) => (versions.get(node.id) ?? node.v) !== node.v);
}

export function documentIn(body: string): PageDocument {
  return JSON.parse(body) as PageDocument;
}

function setPaths(page: PageInYdoc, paths: DocumentPaths): void {
  const wanted = new Map(addressesIn(paths).map((address) => [urlKey({ ...address, path: '' }), address]));
  for (const { channel, locale } of addressesIn(page.meta().paths)) {
    if (!wanted.has(urlKey({ channel, locale, path: '' })))
      page.setMeta({ path: { channel, locale, path: undefined } });
  }
  for (const address of wanted.values()) page.setMeta({ path: address });
}

function addressesIn(paths: DocumentPaths): readonly UrlAddress[] {
  return Object.entries(paths).map(([place, path]) => {
    const slash = place.indexOf('/');
    return { channel: place.slice(0, slash), locale: place.slice(slash + 1), path };
  });
}
