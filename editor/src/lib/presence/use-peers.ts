import { useEditor } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import type { PeersState } from './peers.ts';

/** What `select` finds among everybody else in the document; renders again when that is another value. */
export function usePeers<S>(select: (state: PeersState) => S): S {
  return useStore(useEditor().peers.state, select);
}
