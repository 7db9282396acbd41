export interface ServerQueueOptions<T> {
  readonly ask: (ids: readonly string[]) => Promise<T>;
  readonly took: (answer: T, ids: readonly string[]) => void;
  readonly failed: (ids: readonly string[], error: unknown) => void;
}

export interface ServerQueue {
  /** Asks for an instance: with others, in the next moment, or once its author pauses. */
  add(id: string, urgent: boolean): void;
  /** Asks again for those that could not be had. */
  retry(): void;
}

/** Typing changes an instance many times a second; the server is asked when there is a pause. */
const PAUSE = 250;
const AGAIN = 5_000;

/** Gathers questions for the server: one request at a time, the newest state of each instance once. */
export function createServerQueue<T>({ ask, took, failed }: ServerQueueOptions<T>): ServerQueue {
  const waiting = new Set<string>();
  const missed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  let underway = false;

  function plan(delay: number): void {
    const at = Date.now() + delay;
    if (timer !== undefined && delay === 0 && at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(() => void send(), delay);
  }

  async function send(): Promise<void> {
    timer = undefined;
    due = Number.POSITIVE_INFINITY;
    if (underway || waiting.size === 0) return;
    const ids = [...waiting];
    waiting.clear();
    underway = true;
    try {
      const answer = await ask(ids);
      // What was changed meanwhile is asked for again; its answer now would be that of before.
      took(
        answer,
        ids.filter((id) => !waiting.has(id)),
      );
    } catch (error) {
      for (const id of ids) missed.add(id);
      failed(ids, error);
      setTimeout(retry, AGAIN);
    } finally {
      underway = false;
      if (waiting.size > 0) plan(0);
    }
  }

  function retry(): void {
    for (const id of missed) waiting.add(id);
    missed.clear();
    if (waiting.size > 0) plan(0);
  }

  return {
    add(id, urgent) {
      waiting.add(id);
      plan(urgent ? 0 : PAUSE);
    },
    retry,
  };
}
