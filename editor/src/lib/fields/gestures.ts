/** How a value came about: typing goes on and is one gesture until it pauses, a choice is one by itself. */
export type Manner = 'typed' | 'chosen';

export interface GestureOptions {
  /** Several writes as one transaction. */
  readonly transact: (work: () => void) => void;
  /** One step of undo. Default: as `transact`. */
  readonly step?: (work: () => void) => void;
  /** Begins a step of undo that is over when the returned function is called. Default: each transaction is a step. */
  readonly openStep?: () => () => void;
  /** Milliseconds after which typing is over. Default 600. */
  readonly pause?: number;
}

/** What is done in a panel, cut into steps of undo. */
export interface Gestures {
  run(work: () => void, manner: Manner): void;
  /** Ends typing that goes on. */
  settle(): void;
}

export function createGestures({
  transact,
  step = transact,
  openStep,
  pause = 600,
}: GestureOptions): Gestures {
  let end: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    end?.();
    end = undefined;
  };
  return {
    settle,
    run(work, manner) {
      if (manner === 'chosen') {
        settle();
        step(work);
        return;
      }
      end ??= openStep?.();
      clearTimeout(timer);
      timer = setTimeout(settle, pause);
      transact(work);
    },
  };
}
