import { useCallback, useEffect, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import type { AnchorFacts } from './comment-facts.ts';
import { type KeptWords, keepWords, keptKey, recallWords } from './kept-words.ts';

/** Words that are typed somewhere, kept in this browser until they are sent or let go of. */
export function useKeptWords(what: string, first: () => KeptWords, anchor?: AnchorFacts) {
  const editor = useEditor();
  const key = keptKey({ user: editor.session.user.id, document: editor.open.id }, what);
  const [kept, setKept] = useState(() => recallWords(key) ?? first());
  // What they are about may change while they are written.
  useEffect(() => keepWords(key, { ...kept, ...(anchor && { anchor }) }), [key, kept, anchor]);
  const forget = useCallback(() => keepWords(key, undefined), [key]);
  return { kept, change: setKept, forget };
}

/** Under new ids. */
export function noWords(words = ''): KeptWords {
  return { words, chosen: [], message: newId(), thread: newId() };
}

// Not `randomUUID`: a shop that is tried by its address in the network has none.
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
