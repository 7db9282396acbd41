import { CloseButton, Paper, Text, Transition } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useEditor, useView } from './editor-context.tsx';
import css from './workbench.module.css';

/** Milliseconds: long enough to read two sentences. */
const SHOWN = 7_000;

/** What the editor has to tell, for a moment. Screen readers are told elsewhere. */
export function Notice() {
  const editor = useEditor();
  const notice = useView((view) => view.notice);
  // It stays readable while it fades.
  const [last, setLast] = useState(notice);
  if (notice !== undefined && notice !== last) setLast(notice);
  const close = () => editor.view.set({ notice: undefined });
  useEffect(() => {
    if (notice === undefined) return;
    const timer = setTimeout(() => editor.view.set({ notice: undefined }), SHOWN);
    return () => clearTimeout(timer);
  }, [editor, notice]);
  return (
    <Transition mounted={notice !== undefined} transition="slide-up" duration={150}>
      {(style) => (
        <Paper className={css.notice} style={style} shadow="lg" withBorder aria-hidden>
          <Text size="sm">{last}</Text>
          <CloseButton size="sm" tabIndex={-1} onClick={close} />
        </Paper>
      )}
    </Transition>
  );
}
