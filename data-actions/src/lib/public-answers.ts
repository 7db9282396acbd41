import type { Clock } from './clock.ts';
import type { Source } from './define-source.ts';
import { Flight, type Passenger, type PublicLane, type Tower } from './flight.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { ProcessCache } from './process-cache.ts';
import { mintEntry, type PublicEntry } from './public-entry.ts';
import type { SharedCache } from './shared-cache.ts';
import { SharedTier } from './shared-tier.ts';
import type { SourceQueue } from './source-queue.ts';
import type { TagVersions } from './tag-versions.ts';
import type { Tier, TraceEvent } from './trace.ts';

export interface PublicAnswersParts {
  readonly tags: TagVersions;
  readonly cache: ProcessCache;
  readonly shared?: SharedCache;
  readonly clock: Clock;
  readonly random: () => number;
  readonly report: (event: TraceEvent) => void;
  readonly queueOf: (source: Source) => SourceQueue;
}

/** The way of a public question: process cache, flights under way, shared cache, source. */
export class PublicAnswers implements Tower {
  private readonly parts: PublicAnswersParts;
  private readonly flights = new Map<string, Flight>();
  private readonly sharedTier: SharedTier | undefined;

  constructor(parts: PublicAnswersParts) {
    this.parts = parts;
    if (parts.shared)
      this.sharedTier = new SharedTier(parts.shared, {
        ...parts,
        toSource: (flight) => parts.queueOf(flight.lane.action.source).ask(flight),
        found: (flight, entry, stale) => this.found(flight, entry, stale),
        dropped: (flight) => this.dropped(flight),
      });
  }

  /** What this process holds for the key and may still show, if only because the source fails. */
  held(key: string): PublicEntry | undefined {
    const { cache, clock, tags } = this.parts;
    const entry = cache.get(key);
    if (!entry) return undefined;
    if (tags.isCurrent(entry.snapshot) && clock.now() < entry.rescueUntil) return entry;
    cache.delete(key);
    return undefined;
  }

  /** The flight that answers the question: one under way, or a new one. */
  fly(lane: PublicLane, input: unknown, key: string): { flight: Flight; joined: boolean } {
    const under = this.flights.get(key);
    if (under?.joinable) return { flight: under, joined: true };
    return { flight: this.start(new Flight({ key, lane, input }, this.parts.tags, this)), joined: false };
  }

  /** Renews an entry in the background, unless that is under way or was tried a moment ago. */
  refresh(entry: PublicEntry, lane: PublicLane, input: unknown): void {
    if (this.flights.get(entry.key)?.joinable || this.parts.clock.now() < entry.retryAt) return;
    this.start(new Flight({ key: entry.key, lane, input, renews: entry }, this.parts.tags, this));
  }

  landed(flight: Flight, value: unknown, batch: number): void {
    const { clock, random, tags, report } = this.parts;
    const { action } = flight.lane;
    const snapshot = flight.snapshot!;
    let entry: PublicEntry;
    try {
      const answer = { key: flight.key, value, at: clock.now(), tags: flight.tags, snapshot };
      entry = mintEntry(action, answer, random());
    } catch (error) {
      this.crashed(flight, error as Error, batch);
      return;
    }
    const unkept = tags.isCurrent(snapshot) ? undefined : 'a tag was bumped while it was on its way';
    if (unkept) report({ kind: 'not-stored', action: action.id, key: flight.key, reason: unkept });
    else this.keep(flight, entry);
    this.tierOf(flight)?.finish(flight, unkept ? undefined : entry);
    this.settle(flight, outcomeOf(entry, { stale: false }), 'source', batch);
  }

  crashed(flight: Flight, error: Error, batch: number): void {
    this.tierOf(flight)?.finish(flight, undefined);
    if (flight.renews) {
      flight.renews.retryAt = this.parts.clock.now() + 1000;
      this.parts.report({
        kind: 'refresh-failed',
        action: flight.lane.action.id,
        key: flight.key,
        error: error.message,
      });
    }
    this.settle(flight, { kind: 'error', error }, 'source', batch);
  }

  private start(flight: Flight): Flight {
    this.flights.set(flight.key, flight);
    const tier = this.tierOf(flight);
    if (tier) tier.find(flight);
    else this.parts.queueOf(flight.lane.action.source).ask(flight);
    return flight;
  }

  private tierOf(flight: Flight): SharedTier | undefined {
    const { tiers } = flight.lane.action.cache;
    return tiers && !tiers.includes('shared') ? undefined : this.sharedTier;
  }

  private found(flight: Flight, entry: PublicEntry, stale: boolean): void {
    this.keep(flight, entry);
    this.settle(flight, outcomeOf(entry, { stale }), 'shared');
    if (stale) this.refresh(entry, flight.lane, flight.input);
  }

  private dropped(flight: Flight): void {
    if (flight.renews) flight.renews.retryAt = this.parts.clock.now() + 100;
    if (this.flights.get(flight.key) === flight) this.flights.delete(flight.key);
  }

  private keep(flight: Flight, entry: PublicEntry): void {
    const kept = flight.lane.action.cache.tiers?.includes('process') ?? true;
    if (kept && entry.rescueUntil > this.parts.clock.now()) this.parts.cache.set(entry);
  }

  private settle(flight: Flight, outcome: Outcome, tier: Tier, batch?: number): void {
    if (this.flights.get(flight.key) === flight) this.flights.delete(flight.key);
    for (const passenger of flight.passengers as Passenger[]) passenger.landed(outcome, tier, batch);
  }
}
