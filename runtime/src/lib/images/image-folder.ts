import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Renditions kept on disk, by name. A file is complete or absent, whatever crashes in between. */
export interface ImageFolder {
  read(name: string): Promise<Buffer | undefined>;
  write(name: string, bytes: Buffer): Promise<void>;
}

const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

export function createImageFolder(folder: string): ImageFolder {
  const place = (name: string) => join(folder, name.slice(0, 2), name);
  return {
    async read(name) {
      try {
        return await readFile(place(name));
      } catch (error) {
        if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
        throw error;
      }
    },
    async write(name, bytes) {
      await mkdir(join(folder, name.slice(0, 2)), { recursive: true });
      const unfinished = join(folder, name.slice(0, 2), `.${randomUUID()}`);
      await writeFile(unfinished, bytes);
      await rename(unfinished, place(name));
    },
  };
}
