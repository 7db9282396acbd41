import { useEffect, useState } from 'react';
import { ask } from './backend.ts';
import { lookAgain } from './look-again.ts';

/** What the server says at an address, asked again as lists are (`lookAgain`); `undefined` until it has been said. */
export function useAsked<Answer>(path: string): Answer | undefined {
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  useEffect(() => {
    const over = new AbortController();
    const load = () =>
      void ask<Answer>(path, { signal: over.signal }).then(
        setAnswer,
        // The list of pages says when the shop cannot be reached.
        () => {},
      );
    load();
    lookAgain(load, over.signal);
    return () => over.abort();
  }, [path]);
  return answer;
}
