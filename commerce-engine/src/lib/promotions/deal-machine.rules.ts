import type { DealPiece } from './deal-piece.rules.ts';

// How the search sees a deal: a machine that is fed pieces in falling order of their price and says what each is worth.
// A machine remembers only what later pieces can still feel (how far the deal that is being filled has come), so two ways
// that lead to the same state go on as one. That is what keeps the search small.

/** Pieces of one bucket for one group of a deal. */
export interface FedPieces {
  readonly piece: DealPiece;
  readonly group: number;
  readonly count: number;
  /** Whether the pieces pass for another group of the deal too. */
  readonly shared: boolean;
}

export interface DealProgress {
  readonly state: number | string;
  /** The most that pieces in unfinished deals may still turn out to be worth, beyond what was counted. */
  readonly credit: number;
}

export interface DealStep extends DealProgress {
  readonly gain: number;
  /** Which of several unfinished deals took the piece. */
  readonly via?: string;
}

export interface DealMachine {
  readonly start: number | string;
  /** Pieces in a deal that pieces of one bucket can make alone, and whether that may be done without end. */
  readonly run?: { readonly size: number; readonly endless: boolean };
  /** Feeding it in falling order of price may miss the best: only bounds say what it could be worth. */
  readonly isRough: boolean;
  /** It wants its pieces one at a time. */
  readonly oneByOne: boolean;
  /** By group, how many more pieces finish what is unfinished; all 0 when nothing is. */
  needs(state: number | string): readonly number[];
  /** Every way to take the pieces; none when it cannot. */
  feed(progress: DealProgress, fed: FedPieces): readonly DealStep[];
  /** The most one piece can be worth in a group: summed over a deal's pieces never less than the deal. */
  bound(fed: Omit<FedPieces, 'count'>): number;
}

/** A place that a bucket's pieces can take. */
export interface DealSlot extends Omit<FedPieces, 'count'> {
  readonly quantity: number;
}
