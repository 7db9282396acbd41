import type { PublicEntry } from './public-entry.ts';
import type { TagVersions } from './tag-versions.ts';

/** An entry as the cluster keeps it. */
export interface SharedEntry {
  readonly value: unknown;
  readonly at: number;
  readonly freshUntil: number;
  readonly staleUntil: number;
  readonly rescueUntil: number;
  /** Cluster versions of the answer's tags, in the order of the action's tags. */
  readonly versions: readonly number[];
}

/** Public answers and tag versions that several processes share. Every method may fail: the engine goes on without. */
export interface SharedCache {
  /** Carries the bumps of this table to the other processes and theirs to it. */
  connect(tags: TagVersions): void;
  /** Entries and current tag versions, all in one round trip and as of one moment. */
  read(
    keys: readonly string[],
    slots: readonly number[],
  ): Promise<{
    readonly entries: readonly (SharedEntry | undefined)[];
    readonly versions: readonly number[];
  }>;
  /** Keeps an entry for so many milliseconds. @throws when it was not made by the public path. */
  write(entry: PublicEntry, versions: readonly number[], ms: number): Promise<void>;
  /** Takes the right to ask the source, key by key, for so many milliseconds. */
  lease(keys: readonly string[], ms: number): Promise<readonly boolean[]>;
  release(keys: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
