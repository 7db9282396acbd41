/** Runs a few pieces of heavy work at a time; the rest wait in line. */
export interface WorkQueue {
  /** @returns `undefined` at once when the line is full: the caller says "busy". */
  run<T>(work: () => Promise<T>): Promise<T> | undefined;
}

export function createWorkQueue({ atOnce, waiting }: { atOnce: number; waiting: number }): WorkQueue {
  const line: (() => void)[] = [];
  let busy = 0;
  const next = () => {
    busy--;
    line.shift()?.();
  };
  const start = async <T>(work: () => Promise<T>): Promise<T> => {
    busy++;
    try {
      return await work();
    } finally {
      next();
    }
  };
  return {
    run<T>(work: () => Promise<T>): Promise<T> | undefined {
      if (busy < atOnce) return start(work);
      if (line.length >= waiting) return undefined;
      return new Promise<T>((resolve, reject) => {
        line.push(() => {
          start(work).then(resolve, reject);
        });
      });
    },
  };
}
