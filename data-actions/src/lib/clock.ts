/** Time as the engine sees it; tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once, after so many milliseconds. @returns a function that calls it off. */
  after(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = { now: Date.now, after };

/** Calls that wait equally long, first come first called, behind one timer. Nearly all are called off: a list keeps that cheap. */
interface Line {
  first: Waiting | undefined;
  last: Waiting | undefined;
  timer: NodeJS.Timeout | undefined;
}

interface Waiting {
  readonly due: number;
  readonly callback: () => void;
  before: Waiting | undefined;
  behind: Waiting | undefined;
  waits: boolean;
}

const lines = new Map<number, Line>();

function after(ms: number, callback: () => void): () => void {
  let line = lines.get(ms);
  if (!line) {
    line = { first: undefined, last: undefined, timer: undefined };
    lines.set(ms, line);
  }
  const own: Waiting = {
    due: performance.now() + ms,
    callback,
    before: line.last,
    behind: undefined,
    waits: true,
  };
  if (line.last) line.last.behind = own;
  else line.first = own;
  line.last = own;
  if (!line.timer) start(line, ms, ms);
  else if (line.first === own) line.timer.ref();
  return () => remove(line, own);
}

function start(line: Line, ms: number, wait: number): void {
  line.timer = setTimeout(() => run(line, ms), wait);
}

function run(line: Line, ms: number): void {
  line.timer = undefined;
  const now = performance.now();
  try {
    // Timers of node may be a fraction of a millisecond early.
    for (let next = line.first; next && next.due <= now + 1; next = line.first) {
      remove(line, next);
      next.callback();
    }
  } finally {
    if (!line.timer && line.first) start(line, ms, Math.max(1, line.first.due - performance.now()));
    else if (!line.timer) lines.delete(ms);
  }
}

// With nobody waiting the timer runs on, for the next will wait soon; it does not keep the process.
function remove(line: Line, own: Waiting): void {
  if (!own.waits) return;
  own.waits = false;
  if (own.before) own.before.behind = own.behind;
  else line.first = own.behind;
  if (own.behind) own.behind.before = own.before;
  else line.last = own.before;
  // What was called off early must not hold what came after it.
  own.before = undefined;
  own.behind = undefined;
  if (!line.first) line.timer?.unref();
}
