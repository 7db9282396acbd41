import type { AnyAction } from './define-action.ts';
import type { Flight, Passenger } from './flight.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { PublicEntry } from './public-entry.ts';
import type { TagVersions } from './tag-versions.ts';
import type { Tier, TraceNode } from './trace.ts';

/** One question of one request, remembered until the request ends. */
export class Ask implements Passenger {
  readonly action: AnyAction;
  /** Canonical key; absent for private questions. */
  readonly key: string | undefined;
  outcome: Outcome | undefined;
  tier: Tier = 'process';
  started = 0;
  flight: Flight | undefined;
  /** An older answer that stands in when the source fails or is not in time. */
  held: PublicEntry | undefined;
  private ended = 0;
  private batch: number | undefined;
  private waiting: (() => void)[] | undefined;

  private readonly tags: TagVersions;
  private readonly now: () => number;

  constructor(action: AnyAction, key: string | undefined, tags: TagVersions, now: () => number) {
    this.action = action;
    this.key = key;
    this.tags = tags;
    this.now = now;
  }

  whenSettled(callback: () => void): void {
    if (this.outcome) callback();
    else if (this.waiting) this.waiting.push(callback);
    else this.waiting = [callback];
  }

  landed(outcome: Outcome, tier: Tier, batch?: number): void {
    if (this.outcome) return;
    this.outcome = outcome.kind === 'error' ? (this.rescued() ?? outcome) : outcome;
    if (this.tier !== 'flight') this.tier = tier;
    this.batch = batch;
    this.ended = this.now();
    const { waiting } = this;
    this.waiting = undefined;
    if (waiting) for (const callback of waiting) callback();
  }

  /** The older answer, unless a tag of it has been bumped. */
  rescued(): Outcome | undefined {
    const entry = this.held ?? this.flight?.rescue;
    if (!entry || entry.missing || !this.tags.isCurrent(entry.snapshot) || this.now() >= entry.rescueUntil)
      return undefined;
    return outcomeOf(entry, { stale: true });
  }

  trace(): TraceNode {
    const { outcome } = this;
    return {
      action: this.action.id,
      key: this.key,
      tier: this.tier,
      state: !outcome ? 'waiting' : stateOf(outcome),
      ms: this.started === 0 ? 0 : (outcome ? this.ended : this.now()) - this.started,
      batch: this.batch,
      // What a failing private source says may quote the shopper.
      error: outcome?.kind === 'error' && this.key !== undefined ? outcome.error.message : undefined,
    };
  }
}

function stateOf(outcome: Outcome): TraceNode['state'] {
  if (outcome.kind === 'value') return outcome.stale ? 'stale' : 'fresh';
  return outcome.kind === 'late' ? 'waiting' : outcome.kind;
}
