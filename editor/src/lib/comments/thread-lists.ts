import { equalJson, type Json } from '@vitrine/content';
import type { ThreadFacts } from './comment-facts.ts';

type List = readonly ThreadFacts[];

/** Two lists as one, the newest first; of a thread that is in both it is the one of `others`. Pure. */
export function together(list: List, others: List): List {
  const byId = new Map([...list, ...others].map((thread) => [thread.id, thread]));
  return [...byId.values()].toSorted((one, other) => other.seq - one.seq);
}

/** The same list, each thread the object it was where nothing of it is different: what shows it is left alone. Pure. */
export function asBefore(list: List, before: List = []): List {
  const known = new Map(before.map((thread) => [thread.id, thread]));
  return list.map((thread) => {
    const old = known.get(thread.id);
    return old && equalJson(old as unknown as Json, thread as unknown as Json) ? old : thread;
  });
}

/** What is left of a list without those of another. Pure. */
export function without(list: List, others: readonly { readonly id: string }[]): List {
  const gone = new Set(others.map(({ id }) => id));
  return list.filter(({ id }) => !gone.has(id));
}
