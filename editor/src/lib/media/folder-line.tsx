import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCornerUpLeft,
  IconDots,
  IconFolder,
  IconFolderPlus,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import type { MediaFolder } from '@vitrine/content/server';
import { useState } from 'react';
import { FolderChoice } from './folder-choice.tsx';
import { FolderName } from './folder-name.tsx';
import { folderAndBelow } from './folder-tree.ts';
import css from './folders.module.css';
import { useLibraryTools } from './library-context.ts';

export interface FolderLineProps {
  readonly folder: MediaFolder;
  readonly depth: number;
  readonly isCurrent: boolean;
  /** Something is dragged onto it. */
  readonly isTarget: boolean;
  readonly onNewInside: () => void;
}

export function FolderLine({ folder, depth, isCurrent, isTarget, onNewInside }: FolderLineProps) {
  const { library, mayWrite, ask } = useLibraryTools();
  const [isRenaming, setRenaming] = useState(false);
  const { id, name, assets } = folder;
  if (isRenaming)
    return (
      <FolderName
        label={`New name of ${name}`}
        depth={depth}
        name={name}
        onName={(changed) => library.changeFolder(id, { name: changed }).then(() => setRenaming(false))}
        onCancel={() => setRenaming(false)}
      />
    );
  return (
    <div className={css.row} data-folder={id}>
      <button
        type="button"
        className={css.line}
        style={{ paddingInlineStart: 8 + depth * 14 }}
        data-target={isTarget || undefined}
        aria-current={isCurrent || undefined}
        title={name}
        onClick={() => library.show({ folder: id, trash: false, missingAlt: false })}
        onKeyDown={(event) => {
          if (event.key === 'F2' && mayWrite) setRenaming(true);
        }}
      >
        <IconFolder size={16} stroke={1.5} aria-hidden />
        <span className={css.label}>{name}</span>
        <span className={css.count}>{assets > 0 && assets}</span>
      </button>
      {mayWrite && (
        <Menu position="bottom-start" withinPortal shadow="md">
          <Menu.Target>
            <ActionIcon
              className={css.dots}
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={`What can be done with the folder ${name}`}
            >
              <IconDots size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconPencil size={16} stroke={1.5} aria-hidden />}
              onClick={() => setRenaming(true)}
            >
              Rename
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFolderPlus size={16} stroke={1.5} aria-hidden />}
              onClick={onNewInside}
            >
              New folder inside
            </Menu.Item>
            <Menu.Sub>
              <Menu.Sub.Target>
                <Menu.Sub.Item leftSection={<IconCornerUpLeft size={16} stroke={1.5} aria-hidden />}>
                  Move to
                </Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown mah={320} style={{ overflowY: 'auto' }}>
                <FolderChoice
                  top="The top"
                  current={folder.parent}
                  without={(folders) => folderAndBelow(folders, id)}
                  onChoose={(parent) =>
                    library
                      .changeFolder(id, { parent })
                      .catch((error: Error) => library.state.set({ problem: error.message }))
                  }
                />
              </Menu.Sub.Dropdown>
            </Menu.Sub>
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} stroke={1.5} aria-hidden />}
              onClick={() => ask({ kind: 'remove-folder', id })}
            >
              Delete
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
