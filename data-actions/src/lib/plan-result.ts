import type { Ask } from './ask.ts';
import type { SharedDimension } from './dimensions.ts';
import type { PublicEntry } from './public-entry.ts';
import type { TagSnapshot, TagVersions } from './tag-versions.ts';

/**
 * - `ok`: true now. - `stale`: older than it should be, shown while it is renewed or because the source fails or is slow.
 * - `fallback`: not in time. - `error`: failed. - `missing`: there is no such thing.
 */
export type NeedState = 'ok' | 'stale' | 'fallback' | 'error' | 'missing';

/** What came of one name of a plan. */
export interface NeedResult {
  /** Present when the state is `ok` or `stale`. */
  readonly value: unknown;
  readonly state: NeedState;
  /** Keys of the public answers it rests on. */
  readonly refs: readonly string[];
  readonly error?: Error;
}

/** One public answer as the page object keeps it. */
export interface AnswerRecord {
  /** `null` when missing. */
  readonly d: unknown;
  /** When the source answered, ms since 1970. */
  readonly at: number;
  /** Until when it is fresh. */
  readonly until: number;
  readonly state: 'fresh' | 'stale' | 'missing';
  readonly tags: readonly string[];
}

/** What came of a plan. What is costly and not always asked for is worked out on first reading. */
export interface PlanResult {
  readonly results: Readonly<Record<string, NeedResult>>;
  /** Cache tags of all answers, each once. */
  readonly tags: readonly string[];
  /** Shared dimensions the answers depend on, sorted. */
  readonly contexts: readonly SharedDimension[];
  /** Milliseconds for which all answers stay fresh; infinite when nothing public was asked. */
  readonly maxAge: number;
  /** Versions of the tags from before the sources were asked: what is made of this result is current as long as they are. */
  readonly snapshot: TagSnapshot;
  /** False when anything was private, stale, failed or not in time, or a tag was bumped meanwhile: then nothing made of it is kept. */
  readonly storable: boolean;
  /** A need with `orNotFound` is missing. */
  readonly notFound: boolean;
  /** Public answers once per key. */
  readonly data: Readonly<Record<string, AnswerRecord>>;
  /** The same plan with every answer, when some were not in time. */
  readonly late?: Promise<PlanResult>;
}

/** @internal */
export interface CollectedParts {
  readonly results: Readonly<Record<string, NeedResult>>;
  readonly notFound: boolean;
  /** Whether every answer was there. */
  readonly complete: boolean;
  readonly asks: readonly Ask[];
  readonly versions: TagVersions;
  readonly now: number;
  readonly late?: Promise<PlanResult>;
}

/** @internal */
export class CollectedResult implements PlanResult {
  readonly results: Readonly<Record<string, NeedResult>>;
  readonly notFound: boolean;
  readonly late?: Promise<PlanResult>;
  private readonly parts: CollectedParts;

  constructor(parts: CollectedParts) {
    this.results = parts.results;
    this.notFound = parts.notFound;
    this.late = parts.late;
    this.parts = parts;
  }

  get storable(): boolean {
    const { complete, results, asks, versions } = this.parts;
    return (
      complete &&
      Object.values(results).every(({ state }) => state === 'ok' || state === 'missing') &&
      asks.every((ask) => {
        const entry = entryOf(ask);
        const isStale = ask.outcome?.kind === 'value' && ask.outcome.stale;
        return entry !== undefined && !isStale && versions.isCurrent(entry.snapshot);
      })
    );
  }

  get maxAge(): number {
    const until = this.entries.reduce(
      (first, { freshUntil }) => Math.min(first, freshUntil),
      Number.POSITIVE_INFINITY,
    );
    return Math.max(0, until - this.parts.now);
  }

  get tags(): readonly string[] {
    return [...new Set(this.entries.flatMap((entry) => entry.tags))];
  }

  get contexts(): readonly SharedDimension[] {
    const contexts = new Set<SharedDimension>();
    for (const { action } of this.parts.asks)
      if (action.class === 'public')
        for (const name of action.varyBy as SharedDimension[]) contexts.add(name);
    return [...contexts].sort();
  }

  get snapshot(): TagSnapshot {
    return this.parts.versions.join(this.entries.map((entry) => entry.snapshot));
  }

  get data(): Readonly<Record<string, AnswerRecord>> {
    const data: Record<string, AnswerRecord> = {};
    for (const { key, outcome } of this.parts.asks) {
      if (key === undefined || !outcome || (outcome.kind !== 'value' && outcome.kind !== 'missing')) continue;
      const { entry } = outcome;
      if (!entry) continue;
      const state = outcome.kind === 'missing' ? 'missing' : outcome.stale ? 'stale' : 'fresh';
      data[key] = { d: entry.value ?? null, at: entry.at, until: entry.freshUntil, state, tags: entry.tags };
    }
    return data;
  }

  private get entries(): readonly PublicEntry[] {
    return this.parts.asks.flatMap((ask) => entryOf(ask) ?? []);
  }
}

function entryOf({ outcome }: Ask): PublicEntry | undefined {
  return outcome?.kind === 'value' || outcome?.kind === 'missing' ? outcome.entry : undefined;
}
