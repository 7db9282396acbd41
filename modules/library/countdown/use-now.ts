import { useEffect, useState } from 'react';

/**
 * The time in milliseconds since 1970: first what the page was made with, then this browser's own, each second, or each minute
 * for who wants little to move; `until` is the last time it changes.
 */
export function useNow(first: number, until: number): number {
  const [now, setNow] = useState(first);
  useEffect(() => {
    const step = matchMedia('(prefers-reduced-motion: reduce)').matches ? 60_000 : 1000;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const time = Date.now();
      setNow(time);
      const left = until - time;
      // On the beat of the end, so that the last step is the end itself.
      if (left > 0) timer = setTimeout(tick, left % step || step);
    };
    tick();
    return () => clearTimeout(timer);
  }, [until]);
  return now;
}
