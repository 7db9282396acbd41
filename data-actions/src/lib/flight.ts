import type { AnyPublicAction } from './define-action.ts';
import type { Outcome } from './outcome.ts';
import type { PublicEntry } from './public-entry.ts';
import type { Lane, Question } from './source-queue.ts';
import { slotOf, type TagSnapshot, type TagVersions } from './tag-versions.ts';
import type { Tier } from './trace.ts';

export interface PublicLane extends Lane {
  readonly action: AnyPublicAction;
}

/** Someone who waits for a flight. */
export interface Passenger {
  landed(outcome: Outcome, tier: Tier, batch?: number): void;
}

/** Where a flight reports when its source has answered. */
export interface Tower {
  landed(flight: Flight, value: unknown, batch: number): void;
  crashed(flight: Flight, error: Error, batch: number): void;
}

/** A public question under way. Whoever asks the same meanwhile, in any request, joins it. */
export class Flight implements Question {
  readonly key: string;
  readonly lane: PublicLane;
  readonly input: unknown;
  readonly tags: readonly string[];
  readonly slots: readonly number[];
  /** The entry this flight renews; absent for a cold question. */
  readonly renews: PublicEntry | undefined;
  readonly passengers: Passenger[] = [];
  /** An older answer that may stand in when the source fails. */
  rescue: PublicEntry | undefined;
  /** Set when the source is asked. */
  snapshot: TagSnapshot | undefined;
  /** The cluster's versions at the same moment, when all are known. */
  clusterVersions: readonly number[] | undefined;
  /** Whether this process holds the cluster's lease for the key. */
  leased = false;
  private readonly versions: TagVersions;
  private readonly tower: Tower;

  constructor(
    question: { key: string; lane: PublicLane; input: unknown; renews?: PublicEntry },
    versions: TagVersions,
    tower: Tower,
  ) {
    this.key = question.key;
    this.lane = question.lane;
    this.input = question.input;
    this.renews = question.renews;
    this.tags = question.lane.action.tags(question.input);
    this.slots = this.tags.map(slotOf);
    this.versions = versions;
    this.tower = tower;
  }

  /** Whether one who asks now may take this flight's answer: not when a tag was bumped since the source was asked. */
  get joinable(): boolean {
    return this.snapshot === undefined || this.versions.isCurrent(this.snapshot);
  }

  /** The versions are taken before the source is asked: a bump from here on makes the answer one that is not kept. */
  asked(): void {
    this.snapshot = this.versions.snapshotOf(this.slots);
    this.clusterVersions = this.versions.clusterVersions(this.slots);
  }

  answered(value: unknown, batch: number): void {
    this.tower.landed(this, value, batch);
  }

  failed(error: Error, batch: number): void {
    this.tower.crashed(this, error, batch);
  }
}
