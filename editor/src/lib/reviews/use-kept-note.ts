import { useCallback, useEffect, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';

/** A note that is being written, kept in this browser until it is sent. */
export function useKeptNote(what: 'ask' | 'answer', first = '') {
  const editor = useEditor();
  const key = `vitrine-review ${editor.session.user.id} ${editor.open.id} ${what}`;
  const [note, setNote] = useState(() => recall(key) ?? first);
  useEffect(() => keep(key, note === first ? undefined : note), [key, note, first]);
  const forget = useCallback(() => keep(key, undefined), [key]);
  return { note, setNote, forget };
}

function keep(key: string, note: string | undefined): void {
  try {
    if (note === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, note);
  } catch {
    // A browser that keeps nothing: it stays on the screen.
  }
}

function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
