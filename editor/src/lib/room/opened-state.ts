import type { ModuleCatalogue, ShapesOf } from '@vitrine/content';
import { migratePage, newPageDoc } from '@vitrine/content/collab';
import type { DraftStore } from '@vitrine/content/server';
import * as Y from 'yjs';
import { isWaiting } from './gate.ts';
import type { RoomLogger } from './room-logger.ts';

export interface OpenedStateOptions {
  readonly drafts: DraftStore;
  readonly modules: ModuleCatalogue;
  readonly shapes: ShapesOf;
  readonly logger: RoomLogger;
}

/** A document from the store, with every module in the form of its current version; `undefined` = there is none. */
export async function openState(id: string, options: OpenedStateOptions): Promise<Y.Doc | undefined> {
  const { drafts, logger } = options;
  const state = await drafts.open(id);
  if (!state) return undefined;
  const doc = docOf(state);
  if (!bringForward(doc, { ...options, id })) return whole(doc, id, logger);
  // Once more where nobody else does it at the same time: two who did would both count with the numbers of migrations.
  doc.destroy();
  const migrated = await drafts.alone(
    id,
    'system:migration',
    (current) => {
      const copy = docOf(current);
      const update = bringForward(copy, { ...options, id });
      copy.destroy();
      return update;
    },
    { keepsBefore: true },
  );
  return migrated && whole(docOf(migrated), id, logger);
}

/** @returns what it changed, as one update; `undefined` = nothing was old. */
function bringForward(
  doc: Y.Doc,
  { id, modules, shapes, logger }: OpenedStateOptions & { readonly id: string },
): Uint8Array | undefined {
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array) => void updates.push(update);
  doc.on('update', collect);
  const { problems } = migratePage(doc, modules, shapes);
  doc.off('update', collect);
  // The page opens all the same, so that somebody can take the module out.
  for (const { message, node } of problems) logger.warn({ document: id, node }, message);
  return updates.length === 0 ? undefined : Y.mergeUpdates(updates);
}

function docOf(state: Uint8Array): Y.Doc {
  const doc = newPageDoc();
  Y.applyUpdate(doc, state);
  return doc;
}

/** Nothing may wait in a document: what somebody sends later must not bring to life what was not judged with it. */
function whole(doc: Y.Doc, id: string, logger: RoomLogger): Y.Doc {
  if (!isWaiting(doc)) return doc;
  logger.error({ document: id }, 'a draft has changes that build on something it has not; they are left out');
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
  return doc;
}
