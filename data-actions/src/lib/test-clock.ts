import type { Clock } from './clock.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  /** Moves on, calling everything that falls due on the way in order, and waits until what it set off has run. */
  advance(ms: number): Promise<void>;
  /** Waits until everything that is ready has run; time stands still. */
  settle(): Promise<void>;
}

export function createTestClock(start = Date.UTC(2026, 0, 1)): TestClock {
  let now = start;
  let due: { at: number; callback: () => void }[] = [];
  const settle = async () => {
    for (let i = 0; i < 3; i++) await new Promise<void>((resolve) => setImmediate(resolve));
  };
  return {
    now: () => now,
    after(ms, callback) {
      const entry = { at: now + ms, callback };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    settle,
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const next = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = Math.max(now, next.at);
        const together = due.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
        due = due.filter((entry) => !together.includes(entry));
        for (const { callback } of together) callback();
        await settle();
      }
      now = end;
    },
  };
}
