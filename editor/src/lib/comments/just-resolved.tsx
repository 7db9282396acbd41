import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import css from './comments.module.css';
import { threadsOf } from './threads-of.ts';

/** Takes back that a thread was resolved. */
export function JustResolved({ id }: { id: string }) {
  const editor = useEditor();
  const undo = useRef<HTMLButtonElement>(null);
  // What had the focus went with the thread.
  useEffect(() => undo.current?.focus(), []);
  const reopen = () =>
    threadsOf(editor)
      .reopen(id)
      .catch((error: Error) => editor.tell(error.message));
  return (
    <p className={css.undo} role="status">
      Resolved.
      <Button ref={undo} size="compact-xs" variant="default" onClick={() => void reopen()}>
        Undo
      </Button>
    </p>
  );
}
