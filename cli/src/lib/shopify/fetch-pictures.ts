import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaInput } from '@vitrine/commerce-engine/client';

export interface FetchedPictures {
  /** By address in the export. */
  readonly pictures: ReadonlyMap<string, MediaInput>;
  /** Those that were tried in vain. */
  readonly missing: readonly { readonly src: string; readonly reason: string }[];
}

const mostBytes = 25 * 1024 * 1024;
const atOnce = 4;

const signatures: readonly { readonly extension: string; readonly matches: (bytes: Buffer) => boolean }[] = [
  { extension: 'jpg', matches: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  {
    extension: 'png',
    matches: (bytes) => bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
  },
  {
    extension: 'webp',
    matches: (bytes) =>
      bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
  { extension: 'gif', matches: (bytes) => bytes.toString('latin1', 0, 4) === 'GIF8' },
];

/**
 * Brings pictures into the media folder, named by the hash of their address so that a second import finds them. Only http(s)
 * addresses, only what is a raster picture by its first bytes, at most 25 MB each.
 */
export async function fetchPictures(
  addresses: readonly string[],
  options: { folder: string; onProgress?: () => void; timeout?: number },
): Promise<FetchedPictures> {
  const pictures = new Map<string, MediaInput>();
  const missing: { src: string; reason: string }[] = [];
  const queue = [...new Set(addresses)];
  await mkdir(join(options.folder, 'import'), { recursive: true });
  const worker = async (): Promise<void> => {
    for (let src = queue.shift(); src !== undefined; src = queue.shift()) {
      const fetched = await fetchOne(src, options.folder, options.timeout ?? 10_000);
      if ('reason' in fetched) missing.push({ src, reason: fetched.reason });
      else pictures.set(src, fetched);
      options.onProgress?.();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  missing.sort((a, b) => a.src.localeCompare(b.src));
  return { pictures, missing };
}

/** Pictures that an earlier import has brought into the media folder. Fetches nothing. */
export function keptPictures(addresses: readonly string[], folder: string): FetchedPictures['pictures'] {
  return new Map(
    addresses.flatMap((src) => {
      const kept = keptPicture(src, folder);
      return kept ? [[src, kept]] : [];
    }),
  );
}

function keptPicture(src: string, folder: string): MediaInput | undefined {
  const name = nameOf(src);
  const kept = signatures.find(({ extension }) => existsSync(join(folder, `${name}.${extension}`)));
  return kept && { src: `${name}.${kept.extension}` };
}

function nameOf(src: string): string {
  return `import/${createHash('sha256').update(src).digest('hex').slice(0, 32)}`;
}

async function fetchOne(
  src: string,
  folder: string,
  timeout: number,
): Promise<MediaInput | { reason: string }> {
  const kept = keptPicture(src, folder);
  if (kept) return kept;
  if (!/^https?:\/\//.test(src)) return { reason: 'not a web address' };
  try {
    const response = await fetch(src, { signal: AbortSignal.timeout(timeout), redirect: 'follow' });
    if (!response.ok) return { reason: `the server answered ${response.status}` };
    const bytes = await bytesOf(response);
    if (!bytes) return { reason: 'larger than 25 MB' };
    const format = signatures.find(({ matches }) => matches(bytes));
    if (!format) return { reason: 'not a JPEG, PNG, WebP or GIF picture' };
    const name = nameOf(src);
    const file = join(folder, `${name}.${format.extension}`);
    await writeFile(`${file}.part`, bytes);
    await rename(`${file}.part`, file);
    return { src: `${name}.${format.extension}` };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

async function bytesOf(response: Response): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'no answer in time';
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
  return cause?.code ? `cannot be reached (${cause.code})` : 'cannot be reached';
}
