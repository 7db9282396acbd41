import { type RefObject, useEffect, useState } from 'react';

/** Pixels around what is shown. */
const ROOM = 48;

/** How much smaller pages are shown so that some of them fit beside each other; never larger than they are. */
export function useScaledWidth(
  ref: RefObject<HTMLElement | null>,
  { width, parts, gap }: { readonly width: number; readonly parts: number; readonly gap: number },
): number {
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  const each = (room - ROOM - gap * (parts - 1)) / parts;
  return room === 0 ? 0.25 : Math.max(0.1, Math.min(1, each / width));
}
