import type { ReleaseStore } from '@vitrine/content/server';
import type { PlannedChange } from '../app/backend.ts';

/** What waits, the next one first, by document; styles by `stylesItem`. */
export async function plannedChanges(
  releases: Pick<ReleaseStore, 'waiting'>,
): Promise<ReadonlyMap<string, readonly PlannedChange[]>> {
  const found = new Map<string, PlannedChange[]>();
  for (const { id, name, at, state, items } of await releases.waiting())
    for (const { document, action } of items)
      found.set(document, [
        ...(found.get(document) ?? []),
        { id, name, state, action, ...(at && { at: at.toISOString() }) },
      ]);
  return found;
}
