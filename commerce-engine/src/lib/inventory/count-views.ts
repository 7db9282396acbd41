export type StockCountState = 'open' | 'approved' | 'cancelled';

/** Goods of a place that are counted, line by line. */
export interface StockCountView {
  readonly id: string;
  readonly number: number;
  readonly locationId: string;
  readonly state: StockCountState;
  readonly note?: string;
  /** Goods that are to be counted, counted ones with them. */
  readonly lines: number;
  readonly counted: number;
  /** Of the counted, those that are not as the books say. */
  readonly different: number;
  /** Pieces over all differences; below zero = missing. */
  readonly difference: number;
  readonly startedAt: string;
  /** `staff:<id>`. */
  readonly startedBy: string;
  readonly closedAt?: string;
  readonly closedBy?: string;
  /** Why the differences were booked. */
  readonly reason?: string;
}

export interface StockCountLineView {
  readonly variantId: string;
  /** Absent = not counted yet. */
  readonly counted?: {
    readonly pieces: number;
    /** What the books said at that moment. */
    readonly expected: number;
    /** `pieces` less `expected`. */
    readonly difference: number;
    readonly at: string;
    readonly by: string;
  };
}

export interface StockCountPage {
  /** The newest first. */
  readonly counts: readonly StockCountView[];
  readonly next?: string;
}

export interface StockCountLinePage {
  /** By article. */
  readonly lines: readonly StockCountLineView[];
  readonly next?: string;
}

type NotOpen =
  | { readonly kind: 'no-count' }
  /** It was approved or cancelled; nothing changed. */
  | { readonly kind: 'not-open'; readonly state: StockCountState };

export type StartCountOutcome =
  | { readonly kind: 'started'; readonly count: StockCountView }
  /** One count at a time in a place. */
  | { readonly kind: 'open-already'; readonly count: StockCountView }
  /** None of the goods that were chosen are kept there. */
  | { readonly kind: 'nothing-to-count' };

export type CountLineOutcome =
  | { readonly kind: 'counted'; readonly line: StockCountLineView }
  /** Pieces came or went since they were counted first: what is added now cannot be told from them. Nothing changed. */
  | { readonly kind: 'moved-since'; readonly line: StockCountLineView }
  | NotOpen;

export type ApproveCountOutcome =
  /** `booked` levels were changed. */
  | { readonly kind: 'approved'; readonly count: StockCountView; readonly booked: number }
  /** More is promised to somebody than would be there; nothing was booked. `free` pieces could be missing at most. */
  | {
      readonly kind: 'promised';
      readonly lines: readonly { readonly variantId: string; readonly free: number }[];
    }
  | NotOpen;

export type CancelCountOutcome = { readonly kind: 'cancelled'; readonly count: StockCountView } | NotOpen;
