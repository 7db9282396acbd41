import { LRUCache } from 'lru-cache';
import { PublicEntry } from './public-entry.ts';

/** Public answers kept in this process, the least recently used leave first. */
export interface ProcessCache {
  get(key: string): PublicEntry | undefined;
  /** @throws when the entry was not made by the public path. */
  set(entry: PublicEntry): void;
  delete(key: string): void;
  /** For tests that look for what must not be there. */
  entries(): Iterable<PublicEntry>;
  /** Estimated bytes held. */
  readonly size: number;
}

export interface ProcessCacheOptions {
  /** Default 64 MiB. An answer larger than a tenth of it is not kept. */
  readonly maxBytes?: number;
}

export function createProcessCache({ maxBytes = 64 * 1024 * 1024 }: ProcessCacheOptions = {}): ProcessCache {
  if (!(maxBytes >= 10_000))
    throw new Error(`The process cache was given ${maxBytes} bytes; expected at least 10,000.`);
  const kept = new LRUCache<string, PublicEntry>({
    maxSize: maxBytes,
    maxEntrySize: Math.floor(maxBytes / 10),
    sizeCalculation: (entry) => entry.size,
  });
  return {
    get: (key) => kept.get(key),
    set(entry) {
      if (!PublicEntry.isMinted(entry))
        throw new Error('The process cache was given something that is not the answer to a public action.');
      kept.set(entry.key, entry);
    },
    delete: (key) => kept.delete(key),
    entries: () => kept.values(),
    get size() {
      return kept.calculatedSize;
    },
  };
}
