/** Runs something after a rest, once the browser has nothing else to do. @returns takes it back. */
export function whenIdle(work: () => void, rest: number): () => void {
  let cancel = () => {};
  const timer = setTimeout(() => {
    if (typeof requestIdleCallback === 'undefined') return work();
    const handle = requestIdleCallback(work, { timeout: 2000 });
    cancel = () => cancelIdleCallback(handle);
  }, rest);
  return () => {
    clearTimeout(timer);
    cancel();
  };
}
