import type { Clock, PlanResult, TagVersions } from '@vitrine/data-actions/server';
import { LRUCache } from 'lru-cache';
import type { Basis } from '../basis.ts';
import type { FoundPage, Fragment, PlannedInstance, RenderedSlot } from '../stages.ts';

export interface FragmentCacheOptions {
  readonly tags: TagVersions;
  readonly clock: Clock;
  /** 0 keeps none. */
  readonly maxBytes: number;
}

/** A fragment is kept at most this long, in milliseconds, also when no answer says how long it is true. */
const LONGEST = 60_000;
const PER_FRAGMENT = 1000;

/**
 * HTML of instances, shared by all pages they stand on. The key is everything a plan and a view may look at: module, id, config,
 * its own query, the shared dimensions, which slots are filled; subject and address only when they were looked at. A valid
 * fragment is used without asking anything.
 */
export class FragmentCache {
  private readonly fragments: LRUCache<string, Fragment>;
  private readonly options: FragmentCacheOptions;

  constructor(options: FragmentCacheOptions) {
    this.options = options;
    this.fragments = new LRUCache({ maxSize: Math.max(1, options.maxBytes), sizeCalculation: sizeOf });
  }

  find(instance: PlannedInstance, request: FoundPage): Fragment | undefined {
    if (this.options.maxBytes === 0 || instance.failed !== undefined) return undefined;
    const key = keyOf(instance, request);
    const anywhere = instance.reading.happened ? undefined : this.take(key);
    return anywhere ?? this.take(key + addressOf(request));
  }

  /** Keeps what was rendered, unless something about it was not as it should be. */
  store(instance: PlannedInstance, request: FoundPage, rendered: RenderedSlot, result: PlanResult): void {
    if (this.options.maxBytes === 0 || rendered.state !== 'ok' || !result.storable || result.notFound) return;
    const maxAge = Math.min(result.maxAge, LONGEST);
    if (maxAge <= 0) return;
    const { tags, snapshot } = result;
    const looked = instance.reading.happened || rendered.looksAtAddress;
    this.fragments.set(keyOf(instance, request) + (looked ? addressOf(request) : ''), {
      slot: rendered,
      answers: instance.module.island ? result.data : {},
      tags,
      snapshot,
      freshUntil: this.options.clock.now() + maxAge,
    });
  }

  basisOf({ tags, snapshot, freshUntil }: Fragment): Basis {
    return { tags, snapshots: [snapshot], maxAge: freshUntil - this.options.clock.now() };
  }

  private take(key: string): Fragment | undefined {
    const fragment = this.fragments.get(key);
    if (!fragment) return undefined;
    const { tags, clock } = this.options;
    if (clock.now() < fragment.freshUntil && tags.isCurrent(fragment.snapshot)) return fragment;
    this.fragments.delete(key);
    return undefined;
  }
}

function keyOf({ id, module, config, query, slots }: PlannedInstance, { shared }: FoundPage): string {
  const filled = Object.keys(slots).filter((name) => slots[name]!.length > 0);
  return JSON.stringify([module.id, id, config, query, filled, shared]);
}

function addressOf({ subject, visit }: FoundPage): string {
  return JSON.stringify([subject, visit.url.search]);
}

function sizeOf({ slot }: Fragment): number {
  return PER_FRAGMENT + 2 * slot.pieces.reduce((sum, piece) => sum + piece.length, 0);
}
