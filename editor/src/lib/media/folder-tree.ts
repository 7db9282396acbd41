import type { MediaFolder } from '@vitrine/content/server';

export interface FolderLine {
  readonly folder: MediaFolder;
  /** 0 at the top. */
  readonly depth: number;
}

/** Folders in the order they are read, each above what is in it. */
export function folderLines(folders: readonly MediaFolder[]): readonly FolderLine[] {
  const below = Map.groupBy(folders, ({ parent }) => parent);
  const lines = (parent: string | undefined, depth: number): FolderLine[] =>
    (below.get(parent) ?? []).flatMap((folder) => [{ folder, depth }, ...lines(folder.id, depth + 1)]);
  return lines(undefined, 0);
}

/** The folder and those below it: it cannot be moved there. */
export function folderAndBelow(folders: readonly MediaFolder[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const { folder } of folderLines(folders))
    if (folder.parent !== undefined && found.has(folder.parent)) found.add(folder.id);
  return found;
}

/** What happens to the contents of a folder that is removed, in a sentence. */
export function contentsWords(folders: readonly MediaFolder[], { id, parent, assets }: MediaFolder): string {
  const inside = folders.filter((each) => each.parent === id).length;
  const parts = [
    assets > 0 && `${assets} ${assets === 1 ? 'file' : 'files'}`,
    inside > 0 && `${inside} ${inside === 1 ? 'folder' : 'folders'}`,
  ].filter(Boolean);
  if (parts.length === 0) return 'It is empty.';
  const above = folders.find((each) => each.id === parent)?.name;
  const what = `${parts.join(' and ')} in it`;
  return `The ${what} ${assets + inside === 1 ? 'moves' : 'move'} up, ${above ? `into “${above}”` : 'to “No folder”'}. Nothing is deleted.`;
}
