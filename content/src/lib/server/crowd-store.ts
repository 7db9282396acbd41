import type { Audience } from '../audience.ts';
import type { Crowd, Experiment, VersionName } from '../experiment.ts';
import type { VersionCount } from '../experiment-result.ts';

/** Keeps by what visitors are told apart, and counts what they did with what they were shown. */
export interface CrowdStore {
  /** As of now, in the order of their names. */
  crowd(): Promise<Crowd>;
  /**
   * Adds it, or changes the one with its id. @throws CrowdRefusedError when a test has that id, or one that runs or is planned is
   * for it and it is not steady any more (`isSteady`).
   */
  putAudience(audience: Audience): Promise<void>;
  /** What is for it is seen by nobody then. @throws CrowdRefusedError when a test that runs or is planned is for it. */
  removeAudience(id: string): Promise<void>;
  /**
   * Adds it, planned, or changes the one with its id. Of one that has begun only name, labels and a larger share.
   * @throws CrowdRefusedError when an audience has that id, there is no such audience or it is not steady, or it may not be changed so.
   */
  putExperiment(experiment: Omit<Experiment, 'state'>): Promise<Experiment>;
  /** @throws CrowdRefusedError unless it is planned, and its audience is there and steady. */
  startExperiment(id: string): Promise<Experiment>;
  /** Everybody sees the winner from now on. @throws CrowdRefusedError unless it runs and has that version. */
  endExperiment(id: string, winner: VersionName): Promise<Experiment>;
  /** With all that was counted. @throws CrowdRefusedError while it runs. */
  removeExperiment(id: string): Promise<void>;
  /** Of every version of a test, in their order; `undefined` = there is no such test. */
  counts(experiment: string): Promise<readonly VersionCount[] | undefined>;
  /** Visitors were shown versions; the first time counts, and only while the test runs. */
  seen(views: readonly VersionView[]): Promise<void>;
  /** A visitor put the first thing into this basket, after what they were shown. */
  began(visitor: string, cart: string): Promise<void>;
  /** A visitor was given this basket, which was begun before: an order made of it is theirs. */
  had(visitor: string, cart: string): Promise<void>;
  /** Orders were placed. Whether one counts is decided the first time it is told; telling it again changes nothing. */
  ordered(orders: readonly CountedOrder[]): Promise<void>;
  /** Orders, by their ids, were cancelled whole: they count for nobody, also when they are told again. */
  cancelled(orders: readonly string[]): Promise<void>;
}

export interface VersionView {
  readonly experiment: string;
  readonly version: VersionName;
  /** The random name a browser keeps; only a hash of it is stored, another one for each test. */
  readonly visitor: string;
  /** The basket they have already: an order made of it is theirs. */
  readonly cart?: string;
}

export interface CountedOrder {
  readonly id: string;
  /** The basket it was made of. */
  readonly cart: string;
  /** ISO time. It counts for no test that began later. */
  readonly placedAt: string;
  readonly currency: string;
  /** Minor units. */
  readonly total: number;
}

/** Why something about audiences and tests cannot be done; its message is for people. */
export class CrowdRefusedError extends Error {
  override readonly name = 'CrowdRefusedError';
}
