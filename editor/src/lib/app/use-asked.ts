import { useEffect, useState } from 'react';
import { ask } from './backend.ts';

/** What the server says at an address, asked again whenever somebody comes back to the window; `undefined` until it has been said. */
export function useAsked<Answer>(path: string): Answer | undefined {
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  useEffect(() => {
    const over = new AbortController();
    const load = () =>
      ask<Answer>(path, { signal: over.signal }).then(
        setAnswer,
        // The list of pages says when the shop cannot be reached.
        () => {},
      );
    void load();
    window.addEventListener('focus', load, { signal: over.signal });
    return () => over.abort();
  }, [path]);
  return answer;
}
