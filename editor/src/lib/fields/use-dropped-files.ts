import { type DragEvent, useState } from 'react';

/** Makes an element take files of the desktop. @returns attributes for it. */
export function useDroppedFiles(isEnabled: boolean, take: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false);
  const accepts = ({ dataTransfer }: DragEvent) => isEnabled && dataTransfer.types.includes('Files');
  return {
    'data-file-over': isOver || undefined,
    onDragOver(event: DragEvent<HTMLElement>) {
      if (!accepts(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    },
    onDragLeave(event: DragEvent<HTMLElement>) {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop(event: DragEvent<HTMLElement>) {
      setOver(false);
      if (!accepts(event)) return;
      event.preventDefault();
      const files = [...event.dataTransfer.files];
      if (files.length > 0) take(files);
    },
  };
}
