import type { PageDocument, PageNode } from './page.ts';
import { audienceIdIn } from './readers.ts';

/** A module instance and where it stands. */
export interface Located {
  readonly node: PageNode;
  /** The instance whose slot it is in; absent at the top of the document. */
  readonly parent?: PageNode;
  readonly slot?: string;
  readonly index: number;
  /** Instances around it; 0 at the top. */
  readonly depth: number;
  /** For messages: `nodes.0.slots.main.2`. */
  readonly path: string;
}

/** Every instance, each before those in its slots, in the order of the page. */
export function* walk(nodes: readonly PageNode[]): Generator<Located> {
  yield* walkList(nodes, { depth: 0, path: 'nodes' });
}

function* walkList(nodes: readonly PageNode[], place: Omit<Located, 'node' | 'index'>): Generator<Located> {
  for (const [index, node] of nodes.entries()) {
    const path = `${place.path}.${index}`;
    yield { ...place, node, index, path };
    for (const [slot, children] of Object.entries(node.slots ?? {})) {
      yield* walkList(children, {
        parent: node,
        slot,
        depth: place.depth + 1,
        path: `${path}.slots.${slot}`,
      });
    }
  }
}

export function findNode(document: PageDocument, id: string): Located | undefined {
  for (const found of walk(document.nodes)) if (found.node.id === id) return found;
  return undefined;
}

/** The instances around one, outermost first; empty when it stands at the top or is not there. */
export function parentsOf(document: Pick<PageDocument, 'nodes'>, id: string): readonly PageNode[] {
  return findTrail(document.nodes, id)?.slice(0, -1) ?? [];
}

function findTrail(nodes: readonly PageNode[], id: string): PageNode[] | undefined {
  for (const node of nodes) {
    if (node.id === id) return [node];
    for (const children of Object.values(node.slots ?? {})) {
      const trail = findTrail(children, id);
      if (trail) return [node, ...trail];
    }
  }
  return undefined;
}

/** Ids of the modules a document uses, sorted; `fragment` and `outlet` are not modules. */
export function modulesOf(document: PageDocument): readonly string[] {
  const types = [...walk(document.nodes)].map(({ node }) => node.type);
  return [...new Set(types)]
    .filter((type) => type !== 'fragment' && type !== 'outlet')
    .sort((left, right) => (left < right ? -1 : 1));
}

/** Ids of the fragments a document names itself, in the order of the page, each once. */
export function fragmentsOf(document: PageDocument): readonly string[] {
  const ids = [...walk(document.nodes)].map(({ node }) => fragmentOf(node));
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** The fragment an instance stands for; `undefined` when it is a module or names none. */
export function fragmentOf(node: PageNode): string | undefined {
  const id = node.type === 'fragment' ? node.props.fragment : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** Where among these documents a module or fragment is used. */
export function whereUsed(
  documents: readonly PageDocument[],
  what: { readonly module: string } | { readonly fragment: string },
): readonly { readonly document: string; readonly node: string; readonly path: string }[] {
  return documents.flatMap((document) =>
    [...walk(document.nodes)]
      .filter(({ node }) =>
        'module' in what ? node.type === what.module : fragmentOf(node) === what.fragment,
      )
      .map(({ node, path }) => ({ document: document.id, node: node.id, path })),
  );
}

/** Ids of the audiences and versions under test that documents name, sorted: what else a visitor is makes no difference to them. */
export function audiencesIn(documents: Iterable<Pick<PageDocument, 'nodes'>>): readonly string[] {
  const named = [...documents]
    .flatMap(({ nodes }) => [...walk(nodes)])
    .flatMap(({ node }) => node.audiences ?? []);
  return [...new Set(named.map(audienceIdIn))].sort();
}
