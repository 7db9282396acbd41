import type { Clock } from './clock.ts';
import type { Flight } from './flight.ts';
import { PublicEntry } from './public-entry.ts';
import type { SharedCache, SharedEntry } from './shared-cache.ts';
import { afterMicrotasks } from './source-queue.ts';
import type { TagVersions } from './tag-versions.ts';
import type { TraceEvent } from './trace.ts';

export interface SharedTierParts {
  readonly tags: TagVersions;
  readonly clock: Clock;
  readonly random: () => number;
  readonly report: (event: TraceEvent) => void;
  readonly toSource: (flight: Flight) => void;
  readonly found: (flight: Flight, entry: PublicEntry, stale: boolean) => void;
  /** Nobody waits and another process is at it. */
  readonly dropped: (flight: Flight) => void;
}

/** Long enough for a slow source; one who waits for a dead holder waits 50 ms, not this long. */
const LEASE = 3000;
/** Pauses of one who waits for another process's answer: 50 ms in all. */
const PAUSES = [5, 10, 15, 20];
const REST_AFTER_FAILURE = 1000;

/** Asks the shared cache for all flights that start together, then leases what it does not have. */
export class SharedTier {
  private readonly cache: SharedCache;
  private readonly parts: SharedTierParts;
  private gathered: Flight[] = [];
  private restsUntil = 0;

  constructor(cache: SharedCache, parts: SharedTierParts) {
    this.cache = cache;
    this.parts = parts;
  }

  find(flight: Flight): void {
    if (this.parts.clock.now() < this.restsUntil) {
      this.parts.toSource(flight);
      return;
    }
    if (this.gathered.push(flight) > 1) return;
    afterMicrotasks(() => {
      const wave = this.gathered;
      this.gathered = [];
      void this.wave(wave);
    });
  }

  /** Stores the answer, when there is one to store, and gives the lease back. */
  finish(flight: Flight, entry: PublicEntry | undefined): void {
    const now = this.parts.clock.now();
    if (now < this.restsUntil) return;
    const left = entry ? entry.rescueUntil - now : 0;
    if (entry && flight.clusterVersions && left > 0)
      this.cache.write(entry, flight.clusterVersions, left).catch((error) => this.failed(error));
    else if (flight.leased) this.cache.release([flight.key]).catch((error) => this.failed(error));
  }

  private async wave(flights: readonly Flight[]): Promise<void> {
    let open = flights;
    try {
      open = await this.lookUp(open);
      open = await this.takeLeases(open);
      for (const pause of PAUSES) {
        if (open.length === 0) return;
        await new Promise<void>((resolve) => this.parts.clock.after(pause, resolve));
        open = await this.lookUp(open);
      }
    } catch (error) {
      this.failed(error as Error);
    }
    for (const flight of open) this.parts.toSource(flight);
  }

  /** Settles what the cluster has. @returns the rest. */
  private async lookUp(flights: readonly Flight[]): Promise<readonly Flight[]> {
    if (flights.length === 0) return flights;
    const slots = [...new Set(flights.flatMap((flight) => flight.slots))];
    const { entries, versions } = await this.cache.read(
      flights.map((flight) => flight.key),
      slots,
    );
    const { clock, tags } = this.parts;
    for (let i = 0; i < slots.length; i++) tags.learn(slots[i]!, versions[i]!);
    const rest: Flight[] = [];
    const now = clock.now();
    const settled: [Flight, PublicEntry, boolean][] = [];
    for (let i = 0; i < flights.length; i++) {
      const flight = flights[i]!;
      const entry = this.accept(flight, entries[i]);
      const newer = entry && entry.at > (flight.renews?.at ?? Number.NEGATIVE_INFINITY);
      if (newer && now < entry.freshUntil) settled.push([flight, entry, false]);
      else if (newer && now < entry.staleUntil && !flight.renews) settled.push([flight, entry, true]);
      else {
        if (entry && now < entry.rescueUntil) flight.rescue = entry;
        rest.push(flight);
      }
    }
    for (const [flight, entry, stale] of settled) this.parts.found(flight, entry, stale);
    return rest;
  }

  /** An entry counts when its versions are the cluster's and this process has not seen a bump beyond them. */
  private accept(flight: Flight, shared: SharedEntry | undefined): PublicEntry | undefined {
    if (!shared) return undefined;
    const { tags, random } = this.parts;
    const current = tags.clusterVersions(flight.slots);
    if (!current || current.length !== shared.versions.length) return undefined;
    for (let i = 0; i < current.length; i++) if (current[i] !== shared.versions[i]) return undefined;
    return new PublicEntry(
      flight.lane.action,
      { ...shared, key: flight.key, tags: flight.tags, snapshot: tags.snapshotOf(flight.slots) },
      random(),
    );
  }

  /** Sends the flights whose lease this process got to the source. @returns those that wait for another process. */
  private async takeLeases(flights: readonly Flight[]): Promise<readonly Flight[]> {
    if (flights.length === 0) return flights;
    const won = await this.cache.lease(
      flights.map((flight) => flight.key),
      LEASE,
    );
    const waiting: Flight[] = [];
    for (let i = 0; i < flights.length; i++) {
      const flight = flights[i]!;
      flight.leased = won[i]!;
      if (flight.leased) this.parts.toSource(flight);
      else if (flight.renews && flight.passengers.length === 0) this.parts.dropped(flight);
      else waiting.push(flight);
    }
    return waiting;
  }

  private failed(error: Error): void {
    this.restsUntil = this.parts.clock.now() + REST_AFTER_FAILURE;
    this.parts.report({ kind: 'shared-cache-failed', error: error.message });
  }
}
