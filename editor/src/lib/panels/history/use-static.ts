import type { PageNode } from '@vitrine/content';
import { useEffect, useState } from 'react';
import { renderNodes } from '../../document/static-page.ts';

export type StaticState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'made'; readonly html: string }
  | { readonly kind: 'failed'; readonly message: string };

/** Instances as the shop shows them; the last picture stays until the next one has come. */
export function useStatic(address: string, nodes: readonly PageNode[]): StaticState {
  const [state, setState] = useState<StaticState>({ kind: 'waiting' });
  useEffect(() => {
    const stop = new AbortController();
    renderNodes(address, nodes, stop.signal).then(
      (html) => stop.signal.aborted || setState({ kind: 'made', html }),
      (error: Error) => stop.signal.aborted || setState({ kind: 'failed', message: error.message }),
    );
    return () => stop.abort();
  }, [address, nodes]);
  return state;
}
