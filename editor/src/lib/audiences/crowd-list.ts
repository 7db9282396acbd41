import type { Crowd } from '@vitrine/content';
import { ask } from '../app/backend.ts';
import type { Documents } from '../app/documents.ts';
import { Store } from '../app/store.ts';

export interface CrowdState {
  /** Absent until it has come for the first time. */
  readonly crowd: Crowd | undefined;
  /** Why it could not be fetched, in a sentence. */
  readonly problem: string | undefined;
}

/** Milliseconds for which it is as good as new to whoever begins to look at it. */
const FRESH = 10_000;

/** Audiences and tests of the shop as this person's browser knows them. */
export class CrowdList {
  readonly state = new Store<CrowdState>({ crowd: undefined, problem: undefined });
  #loading: Promise<void> | undefined;
  #cameAt = Number.NEGATIVE_INFINITY;

  /** Fetches it, unless it came a moment ago. Never rejects. */
  freshen(): Promise<void> {
    return performance.now() - this.#cameAt < FRESH ? Promise.resolve() : this.load();
  }

  /** Never rejects. */
  load(): Promise<void> {
    this.#loading ??= this.#fetch().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  /** It was changed, or came with something else. */
  learn(crowd: Crowd): void {
    this.#cameAt = performance.now();
    this.state.set({ crowd, problem: undefined });
  }

  async #fetch(): Promise<void> {
    try {
      this.learn(await ask<Crowd>('crowd'));
    } catch (error) {
      this.state.set({ problem: (error as Error).message });
    }
  }
}

const lists = new WeakMap<Documents, CrowdList>();

/** The one that belongs to a list of documents. */
export function crowdListOf(documents: Documents): CrowdList {
  const known = lists.get(documents) ?? new CrowdList();
  lists.set(documents, known);
  return known;
}
