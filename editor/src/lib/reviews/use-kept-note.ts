import { useCallback, useEffect, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';

interface KeptNoteOptions {
  /** What stands in it to begin with. Default: nothing. */
  readonly first?: string;
  /** Id of the review it is about: of another one nothing is recalled. Absent = it is about no certain one. */
  readonly about?: string;
}

/** A note that is being written, kept in this browser until it is sent. */
export function useKeptNote(what: 'ask' | 'answer', { first = '', about }: KeptNoteOptions = {}) {
  const editor = useEditor();
  const key = `vitrine-review ${editor.session.user.id} ${editor.open.id} ${what}`;
  const begins = about === undefined ? '' : `${about}\n`;
  const [note, setNote] = useState(() => recall(key, begins) ?? first);
  useEffect(() => keep(key, note === first ? undefined : begins + note), [key, begins, note, first]);
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

function recall(key: string, begins: string): string | undefined {
  try {
    const kept = localStorage.getItem(key);
    return kept?.startsWith(begins) ? kept.slice(begins.length) : undefined;
  } catch {
    return undefined;
  }
}
