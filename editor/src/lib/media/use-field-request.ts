import { useEffect, useRef } from 'react';
import type { MediaRequest } from '../app/editor.ts';
import { folderFor } from './folder-for.ts';
import type { MediaLibrary } from './media-library.ts';
import { nothing } from './selection.ts';
import type { UploadQueue } from './upload-queue.ts';

/** Fetches what is there each time the library is opened, and shows what the field has now, or brings what was dropped onto it. */
export function useFieldRequest(
  { library, uploads }: { readonly library: MediaLibrary; readonly uploads: UploadQueue },
  isOpen: boolean,
  pick: MediaRequest | undefined,
): void {
  const brought = useRef<MediaRequest>(undefined);
  useEffect(() => {
    if (!isOpen) return;
    const isPicking = pick !== undefined;
    const { query } = library.state.get();
    library.state.set({
      query: { ...query, kind: isPicking ? 'picture' : undefined, trash: false, missingAlt: false },
      selection: nothing,
      apart: undefined,
    });
    void library.refresh();
    if (pick?.options.files) {
      if (brought.current !== pick) uploads.add(pick.options.files, folderFor(library));
      brought.current = pick;
      return;
    }
    const id = /^media\/([^/]+)\//.exec(pick?.options.current?.src ?? '')?.[1];
    if (id === undefined) return;
    const asking = new AbortController();
    library.get(id, asking.signal).then(
      ({ asset }) => {
        if (library.state.get().selection.ids.length === 0) library.showAsset(asset);
      },
      // It may have been deleted for good: then there is nothing to show.
      () => undefined,
    );
    return () => asking.abort();
  }, [library, uploads, isOpen, pick]);
}
