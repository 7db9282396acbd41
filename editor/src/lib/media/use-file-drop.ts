import { type RefObject, useEffect, useRef, useState } from 'react';
import { droppedFiles } from './dropped-files.ts';

export interface FileDropOptions {
  readonly isEnabled: boolean;
  readonly onFiles: (files: readonly File[], folder: string | undefined) => void;
  /** The folder for files that are dropped beside the folders. */
  readonly current: () => string | undefined;
}

/** Files dropped anywhere in an element, or pasted there; on a folder, they are meant for it. */
export function useFileDrop(root: RefObject<HTMLElement | null>, options: FileDropOptions) {
  const [over, setOver] = useState<{ readonly folder: string | undefined }>();
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const folderAt = (event: DragEvent) => {
      const at = (event.target as Element).closest<HTMLElement>('[data-folder]')?.dataset.folder;
      return at === undefined ? latest.current.current() : at === 'none' ? undefined : at;
    };
    const hover = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files') || !latest.current.isEnabled) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      const folder = folderAt(event);
      setOver((before) => (before && before.folder === folder ? before : { folder }));
    };
    const leave = (event: DragEvent) => {
      if (!element.contains(event.relatedTarget as Node | null)) setOver(undefined);
    };
    const drop = (event: DragEvent) => {
      setOver(undefined);
      if (!event.dataTransfer?.types.includes('Files') || !latest.current.isEnabled) return;
      event.preventDefault();
      const folder = folderAt(event);
      void droppedFiles(event.dataTransfer).then((files) => {
        if (files.length > 0) latest.current.onFiles(files, folder);
      });
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || !latest.current.isEnabled) return;
      event.preventDefault();
      latest.current.onFiles(files, latest.current.current());
    };
    const listeners = { dragenter: hover, dragover: hover, dragleave: leave, drop, paste };
    for (const [name, listener] of Object.entries(listeners))
      element.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        element.removeEventListener(name, listener as EventListener);
    };
  }, [root]);
  return { isOver: over !== undefined, folder: over?.folder };
}
