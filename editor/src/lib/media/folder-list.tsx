import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFolderOff, IconFolderPlus, IconPhoto, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { FolderLine } from './folder-line.tsx';
import { FolderName } from './folder-name.tsx';
import { folderLines } from './folder-tree.ts';
import css from './folders.module.css';
import { useLibrary, useLibraryTools } from './library-context.ts';
import type { MediaQuery } from './media-query.ts';

/** Places of the library: everything, folders, the trash. `target` is the one something is dragged onto. */
export function FolderList({ target }: { target: string | undefined }) {
  const { library, mayWrite } = useLibraryTools();
  const folders = useLibrary((state) => state.folders);
  const query = useLibrary((state) => state.query);
  /** The folder a new one is made in; `null` = at the top. */
  const [makingIn, setMakingIn] = useState<string | null>();
  const place = (facts: { label: string; icon: ReactNode; query: Partial<MediaQuery>; folder?: string }) => {
    const isCurrent =
      query.trash === (facts.query.trash ?? false) && (query.trash || query.folder === facts.query.folder);
    return (
      <button
        type="button"
        className={css.line}
        data-folder={facts.folder}
        data-target={(facts.folder !== undefined && target === facts.folder) || undefined}
        aria-current={isCurrent || undefined}
        onClick={() => library.show({ trash: false, missingAlt: false, ...facts.query })}
      >
        {facts.icon}
        <span className={css.label}>{facts.label}</span>
      </button>
    );
  };
  const make = (name: string, parent: string | null) =>
    library.createFolder(name, parent ?? undefined).then(() => setMakingIn(undefined));
  const newName = (depth: number, parent: string | null) => (
    <FolderName
      label="Name of the new folder"
      depth={depth}
      onName={(name) => make(name, parent)}
      onCancel={() => setMakingIn(undefined)}
    />
  );
  return (
    <nav className={css.side} aria-label="Folders">
      {place({
        label: 'All files',
        icon: <IconPhoto size={16} stroke={1.5} aria-hidden />,
        query: { folder: undefined },
      })}
      {place({
        label: 'No folder',
        icon: <IconFolderOff size={16} stroke={1.5} aria-hidden />,
        query: { folder: 'none' },
        folder: 'none',
      })}
      <div className={css.head}>
        <h2 className={css.heading}>Folders</h2>
        {mayWrite && (
          <Tooltip label="New folder">
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label="New folder"
              onClick={() => setMakingIn(null)}
            >
              <IconFolderPlus size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {makingIn === null && newName(0, null)}
      {folders.length === 0 && makingIn === undefined && (
        <p className={css.teach}>
          {mayWrite
            ? 'Folders keep seasons and campaigns apart. A file lies in one of them; pages do not notice when it moves.'
            : 'There are no folders.'}
        </p>
      )}
      <div className={css.tree}>
        {folderLines(folders).map(({ folder, depth }) => (
          <div key={folder.id}>
            <FolderLine
              folder={folder}
              depth={depth}
              isCurrent={!query.trash && query.folder === folder.id}
              isTarget={target === folder.id}
              onNewInside={() => setMakingIn(folder.id)}
            />
            {makingIn === folder.id && newName(depth + 1, folder.id)}
          </div>
        ))}
      </div>
      <div className={css.end}>
        {place({
          label: 'Trash',
          icon: <IconTrash size={16} stroke={1.5} aria-hidden />,
          query: { trash: true },
        })}
      </div>
    </nav>
  );
}
