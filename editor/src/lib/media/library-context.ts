import { createContext, useContext } from 'react';
import type { MediaRequest } from '../app/editor.ts';
import { useStore } from '../app/store.ts';
import type { LibraryState, MediaLibrary } from './media-library.ts';
import type { UploadQueue } from './upload-queue.ts';

/** What is asked above the library; it closes before the library does. */
export type Asking =
  | { readonly kind: 'delete'; readonly ids: readonly string[] }
  | { readonly kind: 'crop'; readonly id: string; readonly ratio: number }
  | { readonly kind: 'remove-folder'; readonly id: string };

export interface LibraryTools {
  readonly library: MediaLibrary;
  readonly uploads: UploadQueue;
  readonly mayWrite: boolean;
  /** A field that waits for a picture. */
  readonly pick: MediaRequest | undefined;
  /** The first is the one of values without a language. */
  readonly locales: readonly string[];
  readonly ask: (asking: Asking | undefined) => void;
  /** Hands the picture to the field; nothing when it cannot be chosen. */
  readonly choose: (id: string) => void;
  readonly close: () => void;
}

export const LibraryContext = createContext<LibraryTools | undefined>(undefined);

export function useLibraryTools(): LibraryTools {
  const tools = useContext(LibraryContext);
  if (!tools) throw new Error('This stands outside of the media library. Put it below LibraryContext.');
  return tools;
}

/** Part of what the library knows; renders again when that is another value. */
export function useLibrary<S>(select: (state: LibraryState) => S): S {
  return useStore(useLibraryTools().library.state, select);
}
