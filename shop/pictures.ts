import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderPicture } from './seed/pictures/index.ts';

/** Where the shop's original pictures are: the demo's drawings, made when asked for, and the media folder. */
export function openPictures(folder: string) {
  return {
    version: '1',
    /** The path has been checked by the runtime: plain segments, no `..`. */
    async open(src: string): Promise<Uint8Array | undefined> {
      if (src.startsWith('demo/')) {
        const svg = renderPicture(src);
        return svg === undefined ? undefined : Buffer.from(svg);
      }
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
