import { type FileHandle, open } from 'node:fs/promises';
import type { MediaMime } from './media-formats.ts';

export type CheckedFilm =
  | { readonly kind: 'film'; readonly blanks: readonly Blank[] }
  | { readonly kind: 'refused'; readonly message: string };

/** A box of an MP4 that is emptied when the film is kept: where it was taken, by whom, with what. */
export interface Blank {
  readonly from: number;
  /** Where its content begins. */
  readonly content: number;
  readonly to: number;
}

/** Reads how a film is put together. `name` is for sentences. */
export async function checkFilm(path: string, mime: MediaMime, name: string): Promise<CheckedFilm> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const found = mime === 'video/mp4' ? await readMp4(file, size) : await readWebm(file, size);
    return typeof found === 'string' ? { kind: 'refused', message: `"${name}" ${found}` } : found;
  } finally {
    await file.close();
  }
}

const DAMAGED = 'is damaged or goes on after the end of the film. Export it again.';
const TOP_BOXES = new Set(
  'ftyp moov mdat free skip wide uuid meta moof mfra sidx ssix styp emsg pdin prft'.split(' '),
);
const HEADER = 16;
const MOST_BOXES = 100_000;
const LARGEST_MOOV = 64 * 1024 * 1024;
// What an editor of films wrote about the place and the camera: `udta` and `meta`, and XMP in a `uuid`.
const TELLING = new Set(['udta', 'meta', 'uuid']);
const CONTAINERS = new Set(['trak', 'mdia', 'moov']);

async function readMp4(file: FileHandle, size: number): Promise<CheckedFilm | string> {
  const blanks: Blank[] = [];
  const kinds = new Set<string>();
  let at = 0;
  for (let count = 0; at < size; count++) {
    const box = boxAt((await file.read(Buffer.alloc(HEADER), 0, HEADER, at)).buffer, 0, size - at);
    if (!box || !TOP_BOXES.has(box.kind) || count > MOST_BOXES) return DAMAGED;
    kinds.add(box.kind);
    if (TELLING.has(box.kind)) blanks.push(blankOf(at, box));
    if (box.kind === 'moov') {
      if (box.length > LARGEST_MOOV) return DAMAGED;
      const { buffer } = await file.read(Buffer.alloc(box.length), 0, box.length, at);
      const inside = tellingBoxes(buffer, box.header, box.length);
      if (!inside) return DAMAGED;
      blanks.push(
        ...inside.map(({ from, content, to }) => ({ from: from + at, content: content + at, to: to + at })),
      );
    }
    at += box.length;
  }
  if (!kinds.has('ftyp') || !kinds.has('moov')) return DAMAGED;
  return { kind: 'film', blanks };
}

function tellingBoxes(bytes: Buffer, from: number, to: number): Blank[] | undefined {
  const found: Blank[] = [];
  for (let at = from; at < to; ) {
    const box = boxAt(bytes, at, to - at);
    if (!box) return undefined;
    if (TELLING.has(box.kind)) found.push(blankOf(at, box));
    if (CONTAINERS.has(box.kind)) {
      const inside = tellingBoxes(bytes, at + box.header, at + box.length);
      if (!inside) return undefined;
      found.push(...inside);
    }
    at += box.length;
  }
  return found;
}

function blankOf(at: number, { header, length }: { header: number; length: number }): Blank {
  return { from: at, content: at + header, to: at + length };
}

function boxAt(bytes: Buffer, at: number, room: number) {
  if (room < 8) return undefined;
  const size = bytes.readUInt32BE(at);
  const isLong = size === 1;
  if (isLong && room < 16) return undefined;
  const length = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : size || room;
  const header = isLong ? 16 : 8;
  if (length < header || length > room) return undefined;
  return { kind: bytes.toString('latin1', at + 4, at + 8), length, header };
}

const SEGMENT = '18538067';

async function readWebm(file: FileHandle, size: number): Promise<CheckedFilm | string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
  const head = buffer.subarray(0, bytesRead);
  const ebml = elementAt(head, 0);
  if (!ebml) return DAMAGED;
  const segment = elementAt(head, ebml.end);
  if (!head.subarray(0, ebml.end).includes('webm') || segment?.id !== SEGMENT) return DAMAGED;
  // A film that was recorded live does not know its length.
  return segment.isOpen || segment.end === size ? { kind: 'film', blanks: [] } : DAMAGED;
}

function elementAt(bytes: Buffer, at: number) {
  if (at + 12 > bytes.length) return undefined;
  const idLength = Math.clz32(bytes[at]!) - 23;
  const sizeAt = at + idLength;
  const sizeLength = Math.clz32(bytes[sizeAt]!) - 23;
  if (idLength > 4 || sizeLength > 8 || sizeAt + sizeLength > bytes.length) return undefined;
  let size = BigInt(bytes[sizeAt]! & (0xff >> sizeLength));
  for (let index = 1; index < sizeLength; index++) size = (size << 8n) | BigInt(bytes[sizeAt + index]!);
  const isOpen = size === (1n << BigInt(7 * sizeLength)) - 1n;
  return { id: bytes.toString('hex', at, sizeAt), end: sizeAt + sizeLength + Number(size), isOpen };
}
