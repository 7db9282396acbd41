import { Button, Menu } from '@mantine/core';
import { IconFolderSymlink } from '@tabler/icons-react';
import { FolderChoice } from './folder-choice.tsx';
import { useLibraryTools } from './library-context.ts';

/** Dragging onto a folder, for keys and fingers. */
export function MoveMenu({
  ids,
  current,
  onProblem,
}: {
  ids: readonly string[];
  current: string | undefined;
  onProblem: (problem: string | undefined) => void;
}) {
  const { library } = useLibraryTools();
  const move = (folder: string | null) => {
    onProblem(undefined);
    library.move(ids, folder).catch((error: Error) => onProblem(error.message));
  };
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconFolderSymlink size={14} stroke={1.5} aria-hidden />}
        >
          Move to …
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        <FolderChoice top="No folder" current={current} onChoose={move} />
      </Menu.Dropdown>
    </Menu>
  );
}
