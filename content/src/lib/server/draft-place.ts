import type { Database } from '@vitrine/database';
import type { DraftTables } from './draft.tables.ts';
import type { DraftPlace, DraftPlaced } from './draft-store.ts';

/** One at a time, so that two cannot put two documents below each other. */
const PLACING_LOCK = 2_668_437;

export async function placeDraft(database: Database, id: string, place: DraftPlace): Promise<DraftPlaced> {
  return await database.transaction(async (tx) => {
    await tx.execute('select pg_advisory_xact_lock($1)', [PLACING_LOCK]);
    const rows = await tx
      .tables<DraftTables>()
      .selectFrom('content_drafts')
      .select(['id', 'kind', 'name', 'parent', 'position', 'trashed_at'])
      .orderBy('position')
      .orderBy('id')
      .execute();
    const byId = new Map(rows.map((row) => [row.id, row]));
    const trail = new Set<string>();
    for (let at = place.parent; at !== undefined && !trail.has(at); at = byId.get(at)?.parent ?? undefined) {
      if (at === id) {
        const name = byId.get(id)?.name ?? id;
        return { kind: 'refused', message: `"${name}" cannot stand below itself. Choose another place.` };
      }
      trail.add(at);
    }
    const kind = byId.get(id)?.kind;
    const siblings = rows
      .filter((row) => row.id !== id && row.trashed_at === null && (row.parent ?? undefined) === place.parent)
      .filter((row) => row.kind === kind)
      .map((row) => row.id);
    const index = Math.max(0, Math.min(Math.trunc(place.position), siblings.length));
    const ordered = siblings.toSpliced(index, 0, id);
    await tx.execute(
      `update content_drafts set parent = $2, position = wanted.position - 1
       from unnest($1::text[]) with ordinality as wanted (id, position) where content_drafts.id = wanted.id`,
      [ordered, place.parent ?? null],
    );
    return { kind: 'placed' };
  });
}
