import type { TagSnapshot } from '@vitrine/data-actions/server';

/** What something made from data rests on: it is true while no tag was bumped since the snapshots, at most `maxAge` long. */
export interface Basis {
  readonly tags: readonly string[];
  /** Taken before the data was read. */
  readonly snapshots: readonly TagSnapshot[];
  /** Milliseconds. */
  readonly maxAge: number;
}

/** Two things made into one: true while both are. */
export function joinBases(bases: readonly Basis[]): Basis {
  return {
    tags: [...new Set(bases.flatMap(({ tags }) => tags))],
    snapshots: bases.flatMap(({ snapshots }) => snapshots),
    maxAge: Math.min(...bases.map(({ maxAge }) => maxAge)),
  };
}
