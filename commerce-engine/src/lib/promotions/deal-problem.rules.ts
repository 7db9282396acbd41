import type { Deal } from './deal.rules.ts';
import type { DealSlot } from './deal-machine.rules.ts';

/** Deals that want pieces, and the buckets that have them. */
export interface DealProblem {
  readonly deals: readonly Deal[];
  /** In falling order of price. */
  readonly buckets: readonly ProblemBucket[];
}

export interface ProblemBucket {
  readonly quantity: number;
  readonly slots: readonly BucketSlot[];
}

export interface BucketSlot extends DealSlot {
  readonly deal: number;
}

/** A bucket's pieces put into a deal. */
export interface DealMove {
  readonly bucket: number;
  readonly deal: number;
  readonly group: number;
  readonly count: number;
  readonly via?: string;
}

export interface Combination {
  /** In the order of the buckets. */
  readonly moves: readonly DealMove[];
  /** What the moves gain over what the pieces get without deals. */
  readonly gain: number;
}
