import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type Dirent } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { checkKey, type MediaStorage, type StoredFile } from './media-storage.ts';

const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

/** Media files in a folder on disk. A file is complete or absent, whatever crashes in between. */
export function createFolderStorage(folder: string): MediaStorage {
  const place = (key: string) => {
    checkKey(key);
    return join(folder, key);
  };
  return {
    async put(key, body, { bytes }) {
      const file = place(key);
      await mkdir(dirname(file), { recursive: true });
      // The dot keeps it out of every listing, and no key can name it.
      const unfinished = join(dirname(file), `.${randomUUID()}`);
      try {
        await writeThrough(unfinished, body, { key, bytes });
        await rename(unfinished, file);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    async open(key, range) {
      const file = place(key);
      if (!(await isFile(file))) return undefined;
      return createReadStream(file, range && { start: range.from, end: range.to });
    },
    async has(key) {
      return await isFile(place(key));
    },
    async remove(key) {
      await rm(place(key), { force: true });
    },
    async *list(prefix) {
      const found: StoredFile[] = [];
      for (const entry of await filesBelow(folder, prefix)) {
        const file = join(entry.parentPath, entry.name);
        const key = file.slice(folder.length + 1);
        if (!key.startsWith(prefix) || entry.name.startsWith('.')) continue;
        const { size, mtime } = await stat(file);
        found.push({ key, bytes: size, at: mtime });
      }
      yield* found.sort((left, right) => (left.key < right.key ? -1 : 1));
    },
  };
}

async function writeThrough(
  file: string,
  body: Parameters<MediaStorage['put']>[1],
  { key, bytes }: { key: string; bytes: number },
): Promise<void> {
  // Flushed, since a rename may reach the disk before the bytes do.
  await pipeline(body, createWriteStream(file, { flags: 'wx', flush: true }));
  const { size } = await stat(file);
  if (size !== bytes) throw new Error(`Expected ${bytes} bytes for "${key}", came ${size}.`);
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

async function filesBelow(folder: string, prefix: string): Promise<Dirent[]> {
  const parent = prefix.includes('/') ? prefix.slice(0, prefix.lastIndexOf('/')) : '';
  try {
    const entries = await readdir(join(folder, parent), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile());
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
