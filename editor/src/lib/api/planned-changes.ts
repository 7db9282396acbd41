import type { ReleaseStore } from '@vitrine/content/server';
import type { PlannedChange } from '../app/backend.ts';
import { isEditedSince, type VersionsNow } from './edited-since.ts';

/** What waits, the next one first, by document; styles by `stylesItem`; `now` tells what was edited since. */
export async function plannedChanges(
  releases: Pick<ReleaseStore, 'waiting'>,
  now: VersionsNow,
): Promise<ReadonlyMap<string, readonly PlannedChange[]>> {
  const found = new Map<string, PlannedChange[]>();
  for (const { id, name, at, state, items } of await releases.waiting())
    for (const item of items)
      found.set(item.document, [
        ...(found.get(item.document) ?? []),
        {
          id,
          name,
          state,
          action: item.action,
          ...(at && { at: at.toISOString() }),
          ...(isEditedSince(item, now) && { isEdited: true }),
        },
      ]);
  return found;
}
