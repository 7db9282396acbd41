import type { ThreadFacts } from './comment-facts.ts';

type List = readonly ThreadFacts[];

/** Two lists as one, the newest first; of a thread that is in both it is the one of `others`. Pure. */
export function together(list: List, others: List): List {
  const byId = new Map([...list, ...others].map((thread) => [thread.id, thread]));
  return [...byId.values()].toSorted((one, other) => other.seq - one.seq);
}

/** What is left of a list without those of another. Pure. */
export function without(list: List, others: readonly { readonly id: string }[]): List {
  const gone = new Set(others.map(({ id }) => id));
  return list.filter(({ id }) => !gone.has(id));
}
