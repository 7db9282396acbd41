import { useEffect, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { type Peer, peersOf } from './presence.ts';

/** Everybody else in the document; renders again when they come, go, select or point. */
export function usePeers(): readonly Peer[] {
  const editor = useEditor();
  const [peers, setPeers] = useState<readonly Peer[]>([]);
  useEffect(() => {
    const { awareness } = editor.open.provider;
    if (!awareness) return;
    const read = () => setPeers(peersOf(editor));
    read();
    awareness.on('change', read);
    return () => awareness.off('change', read);
  }, [editor]);
  return peers;
}
