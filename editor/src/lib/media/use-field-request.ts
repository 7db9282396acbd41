import { useEffect } from 'react';
import type { MediaRequest } from '../app/editor.ts';
import type { MediaLibrary } from './media-library.ts';
import { nothing } from './selection.ts';

/** Fetches what is there each time the library is opened, and shows what the field has now. */
export function useFieldRequest(
  library: MediaLibrary,
  isOpen: boolean,
  pick: MediaRequest | undefined,
): void {
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
  }, [library, isOpen, pick]);
}
