import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaShelf } from '@vitrine/content/server';
import type { ImageSource } from '@vitrine/runtime';
import { pictureIds, renderPicture } from './seed/pictures/index.ts';

/**
 * Where the shop's original pictures are: the demo's drawings, made when asked for; the media library, below `media/`; and the
 * folder of pictures that imports brought in.
 */
export function openPictures(folder: string, library?: Pick<MediaShelf, 'look' | 'open'>): ImageSource {
  const drawings = new Set(pictureIds());
  return {
    version: '1',
    async look(src) {
      return isOfLibrary(src) ? await library?.look(src) : undefined;
    },
    async open(src) {
      const id = /^demo\/(.+)\.svg$/.exec(src)?.[1];
      if (id) return drawings.has(id) ? Buffer.from(renderPicture(id)) : undefined;
      // Its files lie in the same folder as a rule, and are only reached through their assets: some are in the trash.
      if (isOfLibrary(src)) return await library?.open(src);
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

function isOfLibrary(src: string): boolean {
  return src.startsWith('media/');
}
