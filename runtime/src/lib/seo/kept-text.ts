import type { Clock, TagSnapshot, TagVersions } from '@vitrine/data-actions/server';
import { LRUCache } from 'lru-cache';

export interface KeptTextOptions {
  readonly tags: TagVersions;
  readonly clock: Clock;
  /** What the texts are made from. */
  readonly from: readonly string[];
  /** Milliseconds a text is kept at most. */
  readonly longest: number;
  /** Default 64 MB. */
  readonly maxBytes?: number;
}

interface Kept {
  readonly text: string;
  readonly basis: string;
  readonly snapshot: TagSnapshot;
  readonly until: number;
}

/** Texts that are costly to make, kept until a tag is bumped; who asks for one that is being made is given it. */
export class KeptText {
  private readonly options: KeptTextOptions;
  private readonly texts: LRUCache<string, Kept>;
  private readonly underway = new Map<string, Promise<string>>();

  constructor(options: KeptTextOptions) {
    this.options = options;
    const maxSize = options.maxBytes ?? 64 * 1024 * 1024;
    this.texts = new LRUCache({
      maxSize,
      sizeCalculation: ({ text, basis }) => text.length + basis.length + 1,
    });
  }

  /** @param basis Whatever else the text is made from: with another one it is made anew. */
  get(key: string, basis: string, make: () => Promise<string>): Promise<string> {
    const { tags, clock } = this.options;
    const kept = this.texts.get(key);
    if (kept?.basis === basis && clock.now() < kept.until && tags.isCurrent(kept.snapshot))
      return Promise.resolve(kept.text);
    const flight = `${key} ${basis}`;
    const joined = this.underway.get(flight);
    if (joined !== undefined) return joined;
    const making = this.make(key, basis, make).finally(() => this.underway.delete(flight));
    this.underway.set(flight, making);
    return making;
  }

  private async make(key: string, basis: string, make: () => Promise<string>): Promise<string> {
    const { tags, clock, from, longest } = this.options;
    // Before anything is read: what changes meanwhile makes the text out of date.
    const snapshot = tags.snapshot(from);
    const text = await make();
    this.texts.set(key, { text, basis, snapshot, until: clock.now() + longest });
    return text;
  }
}
