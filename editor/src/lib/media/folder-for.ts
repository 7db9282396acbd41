import type { MediaLibrary } from './media-library.ts';

/** Where new files go: the folder that is looked at. */
export function folderFor(library: MediaLibrary): { folder?: string } {
  const { folder, trash } = library.state.get().query;
  return trash || folder === undefined || folder === 'none' ? {} : { folder };
}
