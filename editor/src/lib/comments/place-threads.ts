import type { ThreadFacts } from './comment-facts.ts';

/** Threads about one thing of the page. */
export interface ThreadPlace {
  readonly kind: 'page' | 'module' | 'gone';
  /** Of a module that is on the page. */
  readonly node?: string;
  /** The oldest first: as one reads. */
  readonly threads: readonly ThreadFacts[];
}

/** Threads by place: of the page itself, then of modules in their order on it, then of modules that are gone. Pure. */
export function placeThreads(
  threads: readonly ThreadFacts[],
  order: readonly string[],
): readonly ThreadPlace[] {
  const onPage = new Set(order);
  const sorted = threads.toSorted((one, other) => one.seq - other.seq);
  const found = Map.groupBy(sorted, ({ anchor: { node } }) =>
    node === undefined ? PAGE : onPage.has(node) ? node : GONE,
  );
  const at = (place: Place) => found.get(place) ?? [];
  return [
    { kind: 'page' as const, threads: at(PAGE) },
    ...order.map((node) => ({ kind: 'module' as const, node, threads: at(node) })),
    { kind: 'gone' as const, threads: at(GONE) },
  ].filter((place) => place.threads.length > 0);
}

type Place = string | typeof PAGE | typeof GONE;

const PAGE = Symbol('page');
const GONE = Symbol('gone');
