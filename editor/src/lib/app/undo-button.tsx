import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { commandById } from '../commands/registry.ts';
import { useEditor, useView } from './editor-context.tsx';

/** Undo in a view that covers the one of the bar. */
export function UndoButton() {
  const editor = useEditor();
  const canUndo = useView((view) => view.canUndo);
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconArrowBackUp size={16} />}
      disabled={!canUndo}
      onClick={() => commandById('undo').run(editor)}
    >
      Undo
    </Button>
  );
}
