import type { PublicEntry } from './public-entry.ts';

/** What came of a question so far as a plan is concerned. Private values stand in it open: only the engine sees it. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: unknown; readonly stale: boolean; readonly entry?: PublicEntry }
  | { readonly kind: 'missing'; readonly entry?: PublicEntry }
  | { readonly kind: 'error'; readonly error: Error }
  /** Not in time. */
  | { readonly kind: 'late' };

export const late: Outcome = { kind: 'late' };

const fresh = new WeakMap<PublicEntry, Outcome>();

/** The same object for the same fresh entry: warm pages make nothing new. */
export function outcomeOf(entry: PublicEntry, options: { stale: boolean }): Outcome {
  if (options.stale && !entry.missing) return { kind: 'value', value: entry.value, stale: true, entry };
  let outcome = fresh.get(entry);
  if (!outcome) {
    outcome = entry.missing
      ? { kind: 'missing', entry }
      : { kind: 'value', value: entry.value, stale: false, entry };
    fresh.set(entry, outcome);
  }
  return outcome;
}
