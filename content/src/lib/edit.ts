import type { Json, PageDocument, PageNode } from './page.ts';
import { parseVariantKey } from './variant-keys.ts';
import { findNode, parentsOf, walk } from './walk.ts';

/** Where an instance stands or shall stand. */
export interface Place {
  /** The instance whose slot it is; absent = at the top of the document, then `slot` is absent too. */
  readonly parent?: string;
  readonly slot?: string;
  /** Counted without the instance that is placed; default and beyond the end = last. */
  readonly index?: number;
}

export type Edited =
  | { readonly kind: 'edited'; readonly document: PageDocument }
  | { readonly kind: 'refused'; readonly reason: EditRefusal; readonly message: string };

export type EditRefusal =
  | 'unknown-node'
  | 'unknown-parent'
  | 'no-slot'
  | 'duplicate-id'
  | 'inside-itself'
  | 'bad-key';

// Every edit returns a new tree that shares all untouched parts with the old one.

/** Puts an instance, with what is in its slots, into the document. */
export function insertNode(document: PageDocument, node: PageNode, place: Place): Edited {
  const ids = [...walk([node])].map((each) => each.node.id);
  const double = ids.find((id, index) => ids.indexOf(id) !== index || findNode(document, id));
  if (double !== undefined) {
    return refuse(
      'duplicate-id',
      `There is a module with the id "${double}" already. Give the new one another id.`,
    );
  }
  return putAt(document, node, place);
}

/** Takes an instance out, with what is in its slots. */
export function removeNode(document: PageDocument, id: string): Edited {
  const found = findNode(document, id);
  if (!found) return unknownNode(id);
  return changeList(document, { parent: found.parent?.id, slot: found.slot }, (list) =>
    list.filter((node) => node.id !== id),
  );
}

/** Moves an instance, with what is in its slots. Moving it back to `placeOf` undoes it. */
export function moveNode(document: PageDocument, id: string, place: Place): Edited {
  const found = findNode(document, id);
  if (!found) return unknownNode(id);
  if (place.parent !== undefined) {
    const around = [place.parent, ...parentsOf(document, place.parent).map((node) => node.id)];
    if (around.includes(id)) {
      return refuse('inside-itself', `Module "${id}" cannot be moved into itself or something inside it.`);
    }
  }
  const removed = removeNode(document, id);
  return removed.kind === 'refused' ? removed : putAt(removed.document, found.node, place);
}

/** Sets one value of an instance, by its full key (`title@de`); `undefined` removes it, so the inherited value shows. */
export function setProp(document: PageDocument, id: string, key: string, value: Json | undefined): Edited {
  if (!parseVariantKey(key)) {
    return refuse(
      'bad-key',
      `"${key}" is no key of a setting; expected for example title, title@de or padding@sm.`,
    );
  }
  return changeNode(document, id, (node) => {
    const { [key]: _, ...others } = node.props;
    return { ...node, props: value === undefined ? others : { ...node.props, [key]: value } };
  });
}

/** Puts a copy behind the original. `makeId` is asked once for every instance in it. */
export function duplicateNode(document: PageDocument, id: string, makeId: () => string): Edited {
  const found = findNode(document, id);
  if (!found) return unknownNode(id);
  const copy = withNewIds(found.node, makeId);
  return insertNode(document, copy, { parent: found.parent?.id, slot: found.slot, index: found.index + 1 });
}

/** Where an instance stands, as `moveNode` takes it. */
export function placeOf(document: PageDocument, id: string): Place | undefined {
  const found = findNode(document, id);
  return found && { parent: found.parent?.id, slot: found.slot, index: found.index };
}

function putAt(document: PageDocument, node: PageNode, place: Place): Edited {
  return changeList(document, place, (list) =>
    list.toSpliced(Math.max(0, place.index ?? list.length), 0, node),
  );
}

function changeList(
  document: PageDocument,
  { parent, slot }: Place,
  change: (list: readonly PageNode[]) => readonly PageNode[],
): Edited {
  if (parent === undefined) return edited({ ...document, nodes: change(document.nodes) });
  if (!findNode(document, parent)) {
    return refuse(
      'unknown-parent',
      `There is no module "${parent}" to put something into. Was it removed meanwhile?`,
    );
  }
  if (slot === undefined) return refuse('no-slot', `Say into which slot of module "${parent}" it goes.`);
  return changeNode(document, parent, (node) => {
    const { slots, ...rest } = node;
    const { [slot]: list = [], ...others } = slots ?? {};
    const next = change(list);
    // An empty slot and no slot are one and the same, so that equal pages have equal texts.
    const all = next.length > 0 ? { ...slots, [slot]: next } : others;
    return Object.keys(all).length > 0 ? { ...rest, slots: all } : rest;
  });
}

function changeNode(document: PageDocument, id: string, change: (node: PageNode) => PageNode): Edited {
  if (!findNode(document, id)) return unknownNode(id);
  const path = new Set(parentsOf(document, id).map((node) => node.id));
  const visit = (list: readonly PageNode[]): readonly PageNode[] =>
    list.map((node) => {
      if (node.id === id) return change(node);
      if (!path.has(node.id) || !node.slots) return node;
      const slots = Object.entries(node.slots).map(([name, children]) => [
        name,
        children.some((child) => child.id === id || path.has(child.id)) ? visit(children) : children,
      ]);
      return { ...node, slots: Object.fromEntries(slots) };
    });
  return edited({ ...document, nodes: visit(document.nodes) });
}

/** An instance with what is in its slots, as another one. */
export function withNewIds(node: PageNode, makeId: () => string): PageNode {
  const copy = { ...node, id: makeId() };
  if (!node.slots) return copy;
  const slots = Object.entries(node.slots).map(([name, children]) => [
    name,
    children.map((child) => withNewIds(child, makeId)),
  ]);
  return { ...copy, slots: Object.fromEntries(slots) };
}

function edited(document: PageDocument): Edited {
  return { kind: 'edited', document };
}

function refuse(reason: EditRefusal, message: string): Edited {
  return { kind: 'refused', reason, message };
}

function unknownNode(id: string): Edited {
  return refuse('unknown-node', `There is no module "${id}" in this document. Was it removed meanwhile?`);
}
