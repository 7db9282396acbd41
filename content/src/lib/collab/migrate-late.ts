import * as Y from 'yjs';
import { equalJson } from '../equal-json.ts';
import { migrateNode } from '../migrate-document.ts';
import type { ModuleCatalogue } from '../module-catalogue.ts';
import type { PageNode, Props } from '../page.ts';
import type { ShapesOf } from '../prop-shape.ts';
import { changesOf } from './changes-of.ts';
import { migratePage } from './migrate-page.ts';
import { nodeIn, openSource, type PageSource } from './page-source.ts';
import { readValues } from './read-values.ts';
import { newPageDoc } from './root-types.ts';
import { isStoredInShape } from './stored-shape.ts';
import { ValueWriter } from './write-values.ts';

export interface LateWork {
  /** The page as it was right before it was migrated, as one update; the late work builds on it. */
  readonly before: Uint8Array;
  readonly modules: ModuleCatalogue;
  readonly shapes: ShapesOf;
}

/**
 * What has to follow an update of somebody who had not seen yet that the page was migrated, so that what he did in the old form of
 * modules is there in the new one. For the server. `doc` is the page without the update, and is not changed.
 * @returns `undefined` = nothing has to, or it cannot be told what he did.
 */
export function migrateLate(
  doc: Y.Doc,
  update: Uint8Array,
  { before, modules, shapes }: LateWork,
): Uint8Array | undefined {
  const docs = [docOf(before), docOf(before, update), docOf(Y.encodeStateAsUpdate(doc), update)] as const;
  const [base, late, merged] = docs;
  try {
    if (docs.some(({ store }) => store.pendingStructs || store.pendingDs)) return undefined;
    const follows: Uint8Array[] = [];
    merged.on('update', (each) => void follows.push(each));
    const sources = {
      base: sourceOf(base, shapes),
      late: sourceOf(late, shapes),
      now: sourceOf(doc, shapes),
      merged: sourceOf(merged, shapes),
    };
    merged.transact(() => {
      for (const id of changedIn(base, update)) bringIn(id, sources, modules);
    });
    migratePage(merged, modules, shapes);
    return follows.length === 0 ? undefined : Y.mergeUpdates(follows);
  } finally {
    for (const each of docs) each.destroy();
  }
}

interface Sources {
  readonly base: PageSource;
  readonly late: PageSource;
  readonly now: PageSource;
  readonly merged: PageSource;
}

/** Writes what the late work means for one instance, setting by setting. */
function bringIn(id: string, { base, late, now, merged }: Sources, modules: ModuleCatalogue): void {
  const [old, done] = [readNode(base, id), readNode(late, id)];
  const facts = old && modules.describe(old.type);
  if (!old || !done || !facts || !nodeIn(now, id)) return;
  if (old.v === facts.version && isStoredInShape(base, id)) return;
  const [from, to] = [migrated(old, modules), migrated(done, modules)];
  if (!from || !to) return;
  const values = new ValueWriter(merged, id);
  const [present, meeting] = [readValues(now, id).props, readValues(merged, id).props];
  const forms = [old.props, done.props, from.props, to.props];
  for (const key of keysOf(...forms, meeting)) {
    const isCarried = same(key, old.props, from.props) && same(key, done.props, to.props);
    const isInShape = isStoredInShape(base, id, key);
    // Where the migration changed nothing the two are merged already, letter by letter.
    if (isCarried && isInShape) continue;
    if (!isInShape) values.write(key, undefined);
    values.write(key, valueAt(same(key, from.props, to.props) ? present : to.props, key));
  }
  const stored = nodeIn(merged, id)!;
  if (stored.get('v') !== to.v) stored.set('v', to.v);
}

/** Instances of which an update changes settings or facts. */
function changedIn(base: Y.Doc, update: Uint8Array): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const change of changesOf(base, update))
    if (change.kind === 'prop' || change.kind === 'facts') ids.add(change.node);
  return ids;
}

function readNode(source: PageSource, id: string): PageNode | undefined {
  const stored = nodeIn(source, id);
  const { props } = readValues(source, id);
  return stored && { id, type: stored.get('type') as string, v: Number(stored.get('v')), props };
}

function migrated(node: PageNode, modules: ModuleCatalogue): PageNode | undefined {
  const result = migrateNode(node, modules);
  return result.kind === 'migrated' ? result.node : undefined;
}

function same(key: string, left: Props, right: Props): boolean {
  return equalJson(valueAt(left, key), valueAt(right, key));
}

function valueAt(props: Props, key: string): Props[string] | undefined {
  return Object.hasOwn(props, key) ? props[key] : undefined;
}

function keysOf(...all: readonly Props[]): ReadonlySet<string> {
  return new Set(all.flatMap((props) => Object.keys(props)));
}

function sourceOf(doc: Y.Doc, shapes: ShapesOf): PageSource {
  return openSource(doc, shapes, Math.random);
}

function docOf(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = newPageDoc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
