import type { ModuleCatalogue, ShapesOf } from '@vitrine/content';
import { migrateLate } from '@vitrine/content/collab';
import type { DraftStore, StateBefore } from '@vitrine/content/server';
import * as Y from 'yjs';
import type { RoomLogger } from './room-logger.ts';

export interface LateWorkOptions {
  readonly id: string;
  readonly drafts: DraftStore;
  readonly modules: ModuleCatalogue;
  readonly shapes: ShapesOf;
  readonly logger: RoomLogger;
}

/**
 * What has to follow an update of a browser that came with a copy from before a migration, so that what was done there is not left
 * where nobody sees it.
 * @param doc Without the update.
 * @param seen State vector of the copy.
 */
export async function followLateWork(
  doc: Y.Doc,
  update: Uint8Array,
  seen: Uint8Array,
  { id, drafts, modules, shapes, logger }: LateWorkOptions,
): Promise<Uint8Array | undefined> {
  const known = Y.decodeStateVector(seen);
  // Of several migrations somebody slept through, the first one found the page as his copy has it.
  const missed = (await drafts.before(id)).find((each) => !hasSeen(known, each));
  if (!missed) return undefined;
  try {
    return migrateLate(doc, update, { before: missed.state, modules, shapes });
  } catch (error) {
    // It comes in as it is: its author would have to send it again and again.
    logger.error(
      { err: error, document: id },
      'what was done before a migration could not be brought forward',
    );
    return undefined;
  }
}

function hasSeen(known: ReadonlyMap<number, number>, { change }: StateBefore): boolean {
  const { to } = Y.parseUpdateMeta(change);
  return [...to].every(([client, clock]) => (known.get(client) ?? 0) >= clock);
}
