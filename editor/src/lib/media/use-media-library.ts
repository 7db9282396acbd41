import { useEffect, useState } from 'react';
import { MediaLibrary } from './media-library.ts';
import { isOver, type UploadItem } from './upload-item.ts';
import { UploadQueue, type UploadQueueOptions } from './upload-queue.ts';

export interface OpenLibrary {
  readonly library: MediaLibrary;
  readonly uploads: UploadQueue;
}

/** The library and the files on their way into it, for as long as the component lives. */
export function useMediaLibrary(send: UploadQueueOptions['send']): OpenLibrary | undefined {
  const [opened, setOpened] = useState<OpenLibrary>();
  useEffect(() => {
    const library = new MediaLibrary();
    const uploads = new UploadQueue({
      send,
      onDone: (asset) => {
        library.refreshSoon();
        // Who brought it wants to say what it shows, and to use it.
        if (library.state.get().selection.ids.length === 0) library.showAsset(asset);
      },
    });
    setOpened({ library, uploads });
    const online = () => {
      library.state.set({ isOffline: false });
      uploads.retry();
      void library.refresh();
    };
    const offline = () => library.state.set({ isOffline: true });
    const leave = (event: BeforeUnloadEvent) => {
      if (isSending(uploads.state.get().items)) event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('offline', offline);
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
      window.removeEventListener('beforeunload', leave);
      library.close();
      uploads.close();
    };
  }, [send]);
  return opened;
}

function isSending(items: readonly UploadItem[]): boolean {
  return items.some((item) => !isOver(item) && item.state.kind !== 'paused');
}
