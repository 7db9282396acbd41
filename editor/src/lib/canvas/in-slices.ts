/** Milliseconds, so that a frame has room for something else. */
const SLICE = 8;

/** Does something with each item, a few at a time, and lets what else waits go first in between. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - began < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
}
