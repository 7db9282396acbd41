import { useRef, useSyncExternalStore } from 'react';

/** What `select` makes of something outside React; renders again only when the result differs by `isEqual`. */
export function useSelected<T>(
  subscribe: (listener: () => void) => () => void,
  select: () => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const kept = useRef<{ readonly value: T }>(undefined);
  const read = () => {
    const value = select();
    if (!kept.current || !isEqual(kept.current.value, value)) kept.current = { value };
    return kept.current.value;
  };
  return useSyncExternalStore(subscribe, read, read);
}

export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
