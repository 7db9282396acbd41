import { Menu } from '@mantine/core';
import type { MediaFolder } from '@vitrine/content/server';
import { folderLines } from './folder-tree.ts';
import { useLibrary } from './library-context.ts';

/** Folders as lines of a menu. */
export function FolderChoice({
  top,
  current,
  without,
  onChoose,
}: {
  top: string;
  /** Where it is now. */
  current: string | undefined;
  without?: (folders: readonly MediaFolder[]) => ReadonlySet<string>;
  onChoose: (folder: string | null) => void;
}) {
  const folders = useLibrary((state) => state.folders);
  const left = without?.(folders);
  return (
    <>
      <Menu.Item disabled={current === undefined} onClick={() => onChoose(null)}>
        {top}
      </Menu.Item>
      {folderLines(folders).map(
        ({ folder: { id, name }, depth }) =>
          !left?.has(id) && (
            <Menu.Item
              key={id}
              disabled={current === id}
              style={{ paddingInlineStart: 12 + depth * 14 }}
              onClick={() => onChoose(id)}
            >
              {name}
            </Menu.Item>
          ),
      )}
    </>
  );
}
