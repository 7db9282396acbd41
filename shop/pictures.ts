import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageSource } from '@vitrine/runtime';
import { pictureIds, renderPicture } from './seed/pictures/index.ts';

/** Where the shop's original pictures are: the demo's drawings, made when asked for, and the media folder. */
export function openPictures(folder: string): ImageSource {
  const drawings = new Set(pictureIds());
  return {
    version: '1',
    async open(src) {
      const id = /^demo\/(.+)\.svg$/.exec(src)?.[1];
      if (id) return drawings.has(id) ? Buffer.from(renderPicture(id)) : undefined;
      try {
        return await readFile(join(folder, src));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
        throw error;
      }
    },
  };
}
