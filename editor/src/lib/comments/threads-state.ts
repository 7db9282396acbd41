import type { AnchorFacts, PersonFacts, ThreadFacts, ThreadPage } from './comment-facts.ts';

export type ThreadFilter = 'open' | 'resolved' | 'mine';

export interface ThreadsState {
  /** The newest first; absent until they have come. */
  readonly open: readonly ThreadFacts[] | undefined;
  readonly resolved: readonly ThreadFacts[] | undefined;
  readonly hasMoreResolved: boolean;
  readonly counts: ThreadPage['counts'];
  /** Why they could not be fetched, in a sentence. */
  readonly problem: string | undefined;
  readonly filter: ThreadFilter;
  /** The thread that is read. */
  readonly chosen: string | undefined;
  /** Somebody has just chosen it: it is to be gone to, once. */
  readonly isArriving: boolean;
  /** What a comment that is being written is about; `undefined` = none is. */
  readonly writing: AnchorFacts | undefined;
  /** Grows whenever somebody wants to write, so that the caret goes there. */
  readonly turn: number;
  readonly showsPins: boolean;
  /** The thread that was resolved here last, to take that back. */
  readonly justResolved: ThreadFacts | undefined;
  /** Everybody who may open the editor; absent until somebody needs them. */
  readonly people: readonly PersonFacts[] | undefined;
}

const PINS = 'vitrine-comment-pins';

/** Before anything has come. */
export function firstState(writing: AnchorFacts | undefined): ThreadsState {
  return {
    open: undefined,
    resolved: undefined,
    hasMoreResolved: false,
    counts: { open: 0, resolved: 0 },
    problem: undefined,
    filter: 'open',
    chosen: undefined,
    isArriving: false,
    writing,
    turn: 0,
    showsPins: readPins(),
    justResolved: undefined,
    people: undefined,
  };
}

/** Whether comments are shown on pages is remembered in this browser. */
export function keepPins(areShown: boolean): void {
  try {
    localStorage.setItem(PINS, areShown ? 'shown' : 'hidden');
  } catch {
    // It holds for as long as the page is open.
  }
}

function readPins(): boolean {
  try {
    return localStorage.getItem(PINS) !== 'hidden';
  } catch {
    return true;
  }
}
