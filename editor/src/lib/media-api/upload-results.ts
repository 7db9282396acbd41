import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const shape = z.object({
  by: z.string(),
  bytes: z.number(),
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['created', 'exists', 'replaced', 'unchanged']), asset: z.string() }),
    z.object({ kind: z.literal('refused'), status: z.number(), message: z.string() }),
  ]),
});

/** What became of an upload that came whole. */
export type UploadOutcome = UploadRecord['outcome'];
export type UploadRecord = z.infer<typeof shape>;

/** Outcomes of uploads, kept so that a browser whose connection broke at the end can still ask, also after a restart. */
export interface UploadResults {
  read(id: string): Promise<UploadRecord | undefined>;
  write(id: string, record: UploadRecord): Promise<void>;
  remove(id: string): Promise<void>;
}

export function createUploadResults(folder: string): UploadResults {
  const place = (id: string) => join(folder, `${id}.json`);
  return {
    async read(id) {
      try {
        return shape.parse(JSON.parse(await readFile(place(id), 'utf8')));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async write(id, record) {
      await mkdir(folder, { recursive: true });
      await writeFile(`${place(id)}.part`, JSON.stringify(record));
      await rename(`${place(id)}.part`, place(id));
    },
    async remove(id) {
      await rm(place(id), { force: true });
    },
  };
}

/** Deletes the files in a folder that nobody wrote to for so many milliseconds. */
export async function removeOlder(folder: string, age: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const file = join(folder, name);
    // It may have gone by itself in the meantime.
    const found = await stat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > age) await rm(file, { force: true });
  }
}
