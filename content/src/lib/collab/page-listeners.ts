import type { Tree } from './derive-tree.ts';
import { placeKey } from './derive-tree.ts';
import type { Touched } from './page-reading.ts';

/** What one transaction changed. */
export interface PageChange {
  /** Whose settings, facts or place were written, came or went. */
  readonly nodes: ReadonlySet<string>;
  /** Whether anything stands elsewhere. */
  readonly structure: boolean;
  readonly meta: boolean;
  /** Whether it was written here. */
  readonly local: boolean;
}

type Listener = () => void;

/** Who wants to know what. Nobody is told of what did not change for them. */
export class PageListeners {
  readonly #nodes = new Map<string, Set<Listener>>();
  readonly #children = new Map<string, Set<Listener>>();
  readonly #structure = new Set<Listener>();
  readonly #meta = new Set<Listener>();
  readonly #all = new Set<(change: PageChange) => void>();

  onNode(id: string, listener: Listener): () => void {
    return addTo(this.#nodes, id, listener);
  }

  onChildren(parent: string | undefined, slot: string | undefined, listener: Listener): () => void {
    return addTo(this.#children, placeKey(parent, slot), listener);
  }

  onStructure(listener: Listener): () => void {
    this.#structure.add(listener);
    return () => this.#structure.delete(listener);
  }

  onMeta(listener: Listener): () => void {
    this.#meta.add(listener);
    return () => this.#meta.delete(listener);
  }

  onChange(listener: (change: PageChange) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  tell(
    { nodes, meta }: Touched,
    { before, after, local }: { before: Tree; after: Tree; local: boolean },
  ): void {
    const structure = !isSameTree(before, after);
    if (!structure && !meta && nodes.size === 0) return;
    const called = new Set<Listener>();
    for (const [id, listeners] of this.#nodes) {
      if (nodes.has(id) || (structure && isMoved(before, after, id))) addAll(called, listeners);
    }
    if (structure) {
      for (const [key, listeners] of this.#children) {
        if (before.children.get(key) !== after.children.get(key)) addAll(called, listeners);
      }
      addAll(called, this.#structure);
    }
    if (meta) addAll(called, this.#meta);
    for (const listener of called) listener();
    for (const listener of [...this.#all]) listener({ nodes, structure, meta, local });
  }
}

function isSameTree(before: Tree, after: Tree): boolean {
  if (before === after) return true;
  if (before.lost !== after.lost || before.children.size !== after.children.size) return false;
  for (const [key, list] of after.children) if (before.children.get(key) !== list) return false;
  return true;
}

function isMoved(before: Tree, after: Tree, id: string): boolean {
  const left = before.places.get(id);
  const right = after.places.get(id);
  if (!left || !right) return left !== right;
  return (
    left.parent !== right.parent ||
    left.slot !== right.slot ||
    left.index !== right.index ||
    left.isLost !== right.isLost
  );
}

function addTo(map: Map<string, Set<Listener>>, key: string, listener: Listener): () => void {
  const listeners = map.get(key) ?? new Set();
  map.set(key, listeners);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && map.get(key) === listeners) map.delete(key);
  };
}

function addAll(to: Set<Listener>, from: Iterable<Listener>): void {
  for (const each of from) to.add(each);
}
