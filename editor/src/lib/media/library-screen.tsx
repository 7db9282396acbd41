import { VisuallyHidden } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { MediaRequest } from '../app/editor.ts';
import { useStore } from '../app/store.ts';
import { AskedDialogs } from './asked-dialogs.tsx';
import { AssetGrid } from './asset-grid.tsx';
import { chosenImage } from './chosen-image.ts';
import { DetailsPanel } from './details-panel.tsx';
import { DropNote } from './drop-note.tsx';
import { FilterBar } from './filter-bar.tsx';
import { folderFor } from './folder-for.ts';
import { FolderList } from './folder-list.tsx';
import css from './library.module.css';
import { type Asking, LibraryContext, type LibraryTools } from './library-context.ts';
import { LibraryHead } from './library-head.tsx';
import type { MediaLibrary } from './media-library.ts';
import { OfflineNote } from './offline-note.tsx';
import { trayWords } from './upload-item.ts';
import type { UploadQueue } from './upload-queue.ts';
import { UploadTray } from './upload-tray.tsx';
import { useAssetDrag } from './use-asset-drag.tsx';
import { useFileDrop } from './use-file-drop.ts';

export interface LibraryScreenProps {
  readonly library: MediaLibrary;
  readonly uploads: UploadQueue;
  readonly mayWrite: boolean;
  readonly pick: MediaRequest | undefined;
  readonly locales: readonly string[];
  readonly close: () => void;
  /** Something that Escape ends first is going on. */
  readonly onBusy: (isBusy: boolean) => void;
}

/** Folders, files, and what is known about the one that is looked at. */
export function LibraryScreen(props: LibraryScreenProps) {
  const { library, uploads, mayWrite, pick, locales, close, onBusy } = props;
  const root = useRef<HTMLDivElement>(null);
  const [asking, ask] = useState<Asking>();
  const tools = useMemo((): LibraryTools => {
    const choose = (id: string) => {
      const asset = library.find(id);
      const choice = asset && chosenImage(asset, locales);
      if (choice?.kind === 'image') pick?.choose(choice.image);
    };
    return { library, uploads, mayWrite, pick, locales, ask, choose, close };
  }, [library, uploads, mayWrite, pick, locales, close]);
  const { isOver: isDropping, folder: dropFolder } = useFileDrop(root, {
    isEnabled: mayWrite,
    onFiles: (files, folder) => uploads.add(files, { ...(folder !== undefined && { folder }) }),
    current: () => folderFor(library).folder,
  });
  const drag = useAssetDrag(library, mayWrite);
  const isBusy = asking !== undefined || drag.isActive;
  useEffect(() => onBusy(isBusy), [onBusy, isBusy]);
  const heading = useStore(uploads.state, ({ items }) => trayWords(items));
  return (
    <LibraryContext value={tools}>
      <div ref={root} className={css.screen}>
        <LibraryHead />
        <OfflineNote />
        <div className={css.columns}>
          <FolderList target={drag.target} />
          <section className={css.middle} aria-label="Files">
            <FilterBar />
            <AssetGrid dragSource={drag.source} moving={drag.moving} />
            <UploadTray />
          </section>
          <DetailsPanel />
        </div>
        {drag.ghost}
        {isDropping && <DropNote folder={dropFolder} />}
      </div>
      <AskedDialogs asking={asking} onClose={() => ask(undefined)} />
      <VisuallyHidden role="status">{heading}</VisuallyHidden>
    </LibraryContext>
  );
}
