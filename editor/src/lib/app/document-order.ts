import type { DocumentFacts } from './backend.ts';

/** Where a document stands in the tree of its kind. */
export interface TreePlace {
  /** Absent = at the top. */
  readonly parent?: string;
  /** Index among what is shown there, counted without the document itself. */
  readonly index: number;
}

/** The document another one is shown below: the nearest around it that is not in the trash. */
function shownParent(list: readonly DocumentFacts[], document: DocumentFacts): string | undefined {
  const byId = new Map(list.map((each) => [each.id, each]));
  const seen = new Set([document.id]);
  for (let at = document.parent; at !== undefined && !seen.has(at); at = byId.get(at)?.parent) {
    seen.add(at);
    const parent = byId.get(at);
    if (parent && !parent.trashedAt && parent.kind === document.kind) return at;
  }
  return undefined;
}

/** What is shown below each document of a kind, by its id; `''` = at the top. */
export function treeOf(
  list: readonly DocumentFacts[],
  kind: DocumentFacts['kind'],
): ReadonlyMap<string, readonly DocumentFacts[]> {
  const tree = new Map<string, DocumentFacts[]>();
  for (const document of list) {
    if (document.kind !== kind || document.trashedAt) continue;
    const parent = shownParent(list, document) ?? '';
    const children = tree.get(parent) ?? [];
    tree.set(parent, children);
    children.push(document);
  }
  // What has risen from below something in the trash comes last: it has no place there of its own.
  for (const [parent, children] of tree)
    children.sort(
      (one, other) =>
        Number(isRisen(one, parent)) - Number(isRisen(other, parent)) || one.position - other.position,
    );
  return tree;
}

/** The position the server counts in for a place in the tree. */
export function positionAt(
  list: readonly DocumentFacts[],
  document: DocumentFacts,
  { parent, index }: TreePlace,
): number {
  const siblings = (treeOf(list, document.kind).get(parent ?? '') ?? []).filter(
    ({ id }) => id !== document.id,
  );
  return siblings.slice(0, index).filter((each) => !isRisen(each, parent ?? '')).length;
}

/** The list as it will be when the document stands at its new place. */
export function withPlace(
  list: readonly DocumentFacts[],
  document: DocumentFacts,
  place: TreePlace,
): readonly DocumentFacts[] {
  const { parent, index } = place;
  const siblings = (treeOf(list, document.kind).get(parent ?? '') ?? []).filter(
    ({ id }) => id !== document.id,
  );
  const ordered = siblings.toSpliced(index, 0, document).map(({ id }) => id);
  const positions = new Map(ordered.map((id, position) => [id, position]));
  return list.map((each) => {
    const position = positions.get(each.id);
    if (each.id === document.id) {
      const { parent: _, ...others } = each;
      return { ...others, ...(parent !== undefined && { parent }), position: position ?? 0 };
    }
    return position === undefined || position === each.position ? each : { ...each, position };
  });
}

function isRisen(document: DocumentFacts, shownBelow: string): boolean {
  return (document.parent ?? '') !== shownBelow;
}
