import type { Readable } from 'node:stream';

/** Where the files of the media library are kept: a folder, a bucket. Keys are made by the library, never by people. */
export interface MediaStorage {
  /**
   * Keeps a file. When it resolves, the file is complete and durable; when it rejects, a reader finds what was there before.
   * @throws when the stream breaks or brings another number of bytes than was said.
   */
  put(key: string, body: Readable, facts: StoredFacts): Promise<void>;
  /** The file, or the bytes `from` to `to` of it (both included, counted from 0); `undefined` = there is none. */
  open(key: string, range?: { readonly from: number; readonly to: number }): Promise<Readable | undefined>;
  has(key: string): Promise<boolean>;
  /** Removing what is not there is no fault. */
  remove(key: string): Promise<void>;
  /** Every file whose key begins so, in the order of the keys. */
  list(prefix: string): AsyncIterable<StoredFile>;
}

export interface StoredFacts {
  readonly bytes: number;
  readonly mime: string;
}

export interface StoredFile {
  readonly key: string;
  readonly bytes: number;
  readonly at: Date;
}

const SEGMENT = /^[a-z0-9][a-z0-9._-]*$/;
const LONGEST_KEY = 300;

/** @throws when a key could mean something else on one of the storages: `..`, capitals, spaces, an empty part. */
export function checkKey(key: string): void {
  if (key.length <= LONGEST_KEY && key.split('/').every((part) => SEGMENT.test(part))) return;
  throw new Error(
    `Expected a storage key such as "media/0b/photo.jpg" (small letters, digits, ".", "_", "-"), came ${JSON.stringify(key.slice(0, 80))}.`,
  );
}

/** Reads a stream into memory. @throws when it is longer than `most` bytes. */
export async function bytesOf(body: Readable, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) throw new Error(`Expected at most ${most} bytes, more came.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
