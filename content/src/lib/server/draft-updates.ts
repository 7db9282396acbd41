import type { Database, Queryable } from '@vitrine/database';
import * as Y from 'yjs';
import { newPageDoc } from '../collab/root-types.ts';
import type { StateBefore } from './draft-store.ts';

/** All there is of a draft, as one update; `undefined` = there is none. One statement, so that compaction cannot come between. */
export async function readState(on: Queryable, id: string): Promise<Uint8Array | undefined> {
  const rows = await readUpdates(on, id);
  return rows && mergeAll(rows);
}

export async function appendUpdate(
  on: Queryable,
  { id, update, by }: { readonly id: string; readonly update: Uint8Array; readonly by: string },
): Promise<void> {
  const { rows } = await on.execute(
    `insert into content_draft_updates (document_id, update, by)
     select id, $2, $3 from content_drafts where id = $1 and trashed_at is null
     returning seq`,
    [id, update, by],
  );
  if (rows.length === 0)
    throw new Error(
      `Expected a draft "${id}" to append to, but there is none, or it lies in the trash. Create it or take it out first.`,
    );
}

/** Keeps everybody from appending to the draft until the transaction ends, for appending needs its key. */
export async function lockDraft(tx: Queryable, id: string): Promise<boolean> {
  const { rows } = await tx.execute('select id from content_drafts where id = $1 for update', [id]);
  return rows.length > 0;
}

export async function compactUpdates(database: Database, id: string): Promise<void> {
  await database.transaction(async (tx) => {
    if (!(await lockDraft(tx, id))) return;
    const rows = (await readUpdates(tx, id))!;
    if (rows.length === 1) return;
    const doc = newPageDoc();
    for (const { update } of rows) Y.applyUpdate(doc, update);
    await tx.execute('update content_drafts set state = $2 where id = $1', [id, Y.encodeStateAsUpdate(doc)]);
    // Just those that were read.
    const seqs = rows.flatMap(({ seq }) => seq ?? []);
    await tx.execute('delete from content_draft_updates where seq = any($1)', [seqs]);
    doc.destroy();
  });
}

/** Keeps what a draft was, for as long as somebody may come back who worked on that. */
export async function keepBefore(on: Queryable, id: string, { state, change }: StateBefore): Promise<void> {
  await on.execute(
    `delete from content_draft_states_before where document_id = $1 and at < now() - interval '90 days'`,
    [id],
  );
  await on.execute(
    'insert into content_draft_states_before (document_id, state, change) values ($1, $2, $3)',
    [id, state, change],
  );
}

export async function readBefore(on: Queryable, id: string): Promise<readonly StateBefore[]> {
  const { rows } = await on.execute(
    `select state, change from content_draft_states_before
     where document_id = $1 and at >= now() - interval '90 days' order by seq`,
    [id],
  );
  return rows as unknown as StateBefore[];
}

interface StoredUpdate {
  /** `null` = the compacted state. */
  readonly seq: number | null;
  readonly update: Uint8Array;
}

async function readUpdates(on: Queryable, id: string): Promise<readonly StoredUpdate[] | undefined> {
  const { rows } = await on.execute(
    `select null::bigint as seq, state as update from content_drafts where id = $1
     union all select seq, update from content_draft_updates where document_id = $1
     order by seq nulls first`,
    [id],
  );
  return rows.length === 0 ? undefined : (rows as unknown as StoredUpdate[]);
}

function mergeAll(rows: readonly StoredUpdate[]): Uint8Array {
  const [first, ...more] = rows.map(({ update }) => update);
  return more.length === 0 ? new Uint8Array(first!) : Y.mergeUpdates([first!, ...more]);
}
