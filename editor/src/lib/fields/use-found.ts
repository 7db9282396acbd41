import { useEffect, useRef, useState } from 'react';

export interface Found<H> {
  /** By key; only those that exist. */
  readonly hits: ReadonlyMap<string, H>;
  readonly kind: 'looking' | 'done' | 'failed';
  /** Tells it a hit that is known already, for example because it was just picked. */
  readonly remember: (key: string, hit: H) => void;
}

/** What stands behind keys a document holds, asked for once each. */
export function useFound<H>(
  keys: readonly string[],
  find: (keys: readonly string[]) => Promise<readonly (readonly [key: string, hit: H])[]>,
): Found<H> {
  const hits = useRef(new Map<string, H>());
  const asked = useRef(new Set<string>());
  const [kind, setKind] = useState<Found<H>['kind']>('looking');
  const wanted = keys.join('\n');

  useEffect(() => {
    const missing = wanted
      .split('\n')
      .filter((key) => key !== '' && !hits.current.has(key) && !asked.current.has(key));
    if (missing.length === 0) {
      setKind((before) => (before === 'failed' ? before : 'done'));
      return;
    }
    let isOver = false;
    for (const key of missing) asked.current.add(key);
    setKind('looking');
    find(missing).then(
      (found) => {
        for (const [key, hit] of found) hits.current.set(key, hit);
        if (!isOver) setKind('done');
      },
      () => {
        for (const key of missing) asked.current.delete(key);
        if (!isOver) setKind('failed');
      },
    );
    return () => {
      isOver = true;
      for (const key of missing) if (!hits.current.has(key)) asked.current.delete(key);
    };
  }, [wanted, find]);

  return { hits: hits.current, kind, remember: (key, hit) => hits.current.set(key, hit) };
}
