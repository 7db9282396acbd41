import type { Place } from '../edit.ts';
import type { PageNode } from '../page.ts';
import type { Tree } from './derive-tree.ts';
import { placeKey } from './derive-tree.ts';
import { hookOf, packRegister, type Register, TRASH } from './node-register.ts';
import { checkNode, freeIds, newIds, putNode } from './node-writing.ts';
import { keysAt } from './order-key.ts';
import { nodeIn, type PageSource } from './page-source.ts';

export type Moved = { readonly kind: 'moved' } | { readonly kind: 'refused'; readonly message: string };

/** More could not be read as a document any more. */
const maxNodes = 5_000;

const none: readonly string[] = [];

/** Puts instances in, side by side. Ids that are free are kept. */
export function insertNodes(
  source: PageSource,
  tree: Tree,
  nodes: readonly PageNode[],
  place: Place,
): readonly string[] {
  const problem = problemOf(tree, place);
  if (problem) throw new Error(problem);
  for (const node of nodes) checkNode(node);
  const count = tree.places.size + countOf(nodes);
  if (count > maxNodes) {
    throw new Error(
      `The page would have ${count} modules; ${maxNodes} is the most. Split it, or use fragments.`,
    );
  }
  const idFor = freeIds(source);
  const hooks = hooksAt(source, tree, { place, count: nodes.length });
  return nodes.map((node, index) => {
    const register = { ...hooks[index]!, clock: tree.clock + 1 };
    return putNode(source, node, { register, idFor });
  });
}

/** Puts copies, with new ids, each behind its original. */
export function duplicateNodes(
  source: PageSource,
  tree: Tree,
  { ids, toNode }: { readonly ids: readonly string[]; readonly toNode: (id: string) => PageNode },
): readonly string[] {
  return outermost(tree, ids).flatMap((id) => {
    const at = tree.places.get(id);
    if (!at) return [];
    const place = { parent: at.parent, slot: at.slot, index: at.index + 1 };
    const [hook] = hooksAt(source, tree, { place, count: 1 });
    const register = { ...hook!, clock: tree.clock + 1 };
    return [putNode(source, toNode(id), { register, idFor: newIds(source) })];
  });
}

/** Moves instances, with what is in their slots, side by side in the order they are given. */
export function moveNodes(source: PageSource, tree: Tree, ids: readonly string[], place: Place): Moved {
  const unknown = ids.find((id) => !tree.places.has(id));
  if (unknown !== undefined) {
    return refuse(`There is no module "${unknown}" on this page. Was it removed meanwhile?`);
  }
  const problem = problemOf(tree, place);
  if (problem) return refuse(problem);
  const moved = outermost(tree, ids);
  const around = [...ancestorsOf(tree, place.parent)];
  const inside = moved.find((id) => around.includes(id));
  if (inside !== undefined) {
    return refuse(`Module "${inside}" cannot be moved into itself or something inside it.`);
  }
  if (standsThere(tree, moved, place)) return { kind: 'moved' };
  const hooks = hooksAt(source, tree, { place, count: moved.length, without: new Set(moved) });
  for (const [index, id] of moved.entries()) writeRegister(source, tree, id, hooks[index]!);
  return { kind: 'moved' };
}

/** Puts instances, with what is in their slots, into the trash: undo brings them back with what others changed in them. */
export function removeNodes(source: PageSource, tree: Tree, ids: readonly string[]): void {
  for (const id of outermost(tree, ids)) {
    if (!tree.places.has(id)) continue;
    const seen = [...descendantsOf(tree, id)];
    writeRegister(source, tree, id, {
      parent: TRASH,
      slot: '',
      key: '',
      ...(seen.length > 0 && { seen }),
    });
  }
}

export function writeRegister(
  source: PageSource,
  tree: Tree,
  id: string,
  hook: Omit<Register, 'clock' | 'was'>,
): void {
  const before = tree.hooks.get(id);
  const was = before && { parent: before.parent, slot: before.slot, key: before.key };
  nodeIn(source, id)!.set('at', packRegister({ ...hook, clock: tree.clock + 1, ...(was && { was }) }));
}

/** Those that are not inside another of them, each once. */
function outermost(tree: Tree, ids: readonly string[]): readonly string[] {
  const all = new Set(ids);
  return [...all].filter(
    (id) => ![...ancestorsOf(tree, tree.places.get(id)?.parent)].some((each) => all.has(each)),
  );
}

export function* descendantsOf(tree: Tree, id: string): Generator<string> {
  for (const slot of tree.slots.get(id) ?? none) {
    for (const child of tree.children.get(placeKey(id, slot)) ?? none) {
      yield child;
      yield* descendantsOf(tree, child);
    }
  }
}

/** An instance and those around it, from the inside out. */
function* ancestorsOf(tree: Tree, id: string | undefined): Generator<string> {
  for (let at = id; at !== undefined; at = tree.places.get(at)?.parent) yield at;
}

function hooksAt(
  { random }: PageSource,
  tree: Tree,
  { place, count, without }: { place: Place; count: number; without?: ReadonlySet<string> },
): readonly { readonly parent: string; readonly slot: string; readonly key: string }[] {
  const list = siblingsAt(tree, place).filter((id) => !without?.has(id));
  const index = Math.max(0, Math.min(place.index ?? list.length, list.length));
  const keys = list.map((id) => tree.hooks.get(id)!.key);
  return keysAt(keys, { index, count, random }).map((key) => ({
    parent: hookOf(place.parent),
    slot: place.parent === undefined ? '' : place.slot!,
    key,
  }));
}

function siblingsAt(tree: Tree, { parent, slot }: Place): readonly string[] {
  return tree.children.get(placeKey(parent, slot)) ?? none;
}

function standsThere(tree: Tree, moved: readonly string[], place: Place): boolean {
  const list = siblingsAt(tree, place);
  const others = list.filter((id) => !moved.includes(id));
  const after = others.toSpliced(Math.max(0, place.index ?? others.length), 0, ...moved);
  return after.length === list.length && after.every((id, index) => id === list[index]);
}

function problemOf(tree: Tree, { parent, slot }: Place): string | undefined {
  if (parent === undefined) return undefined;
  if (!tree.places.has(parent)) {
    return `There is no module "${parent}" to put something into. Was it removed meanwhile?`;
  }
  return slot ? undefined : `Say into which slot of module "${parent}" it goes.`;
}

function countOf(nodes: readonly PageNode[]): number {
  return nodes.reduce(
    (count, { slots }) =>
      count + 1 + Object.values(slots ?? {}).reduce((sum, list) => sum + countOf(list), 0),
    0,
  );
}

function refuse(message: string): Moved {
  return { kind: 'refused', message };
}
