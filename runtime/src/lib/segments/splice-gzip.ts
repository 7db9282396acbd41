import { crc32 } from 'node:zlib';
import { crcShift, joinCrc32 } from './crc32-join.ts';
import type { Segment } from './segment.ts';
import { storedBlocks, storedLength, writeStored } from './stored-blocks.ts';

// What stands between segments is written as stored blocks. That is cheap, and it keeps the length of the answer from
// telling whether a secret in a hole repeats something a stranger put on the page (BREACH).

const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const LAST_BLOCK = Buffer.from([3, 0]);
const TRAILER = LAST_BLOCK.length + 8;

/**
 * One gzip member made of segments compressed before and of bytes that are new in this answer.
 * @param room where it is written. Default: memory of its own.
 */
export function spliceGzip(
  parts: readonly (Segment | Buffer)[],
  room: (length: number) => Buffer = Buffer.allocUnsafe,
): Buffer {
  const out = room(splicedLength(parts));
  out.set(HEADER, 0);
  let at = HEADER.length;
  let crc = 0;
  let length = 0;
  // The nonce stands in a page several times.
  let last: Buffer | undefined;
  let lastCrc = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Segment | Buffer;
    if (part instanceof Uint8Array) {
      if (part !== last) {
        last = part;
        lastCrc = crc32(part);
      }
      at = writeStored(out, at, part);
      crc = joinCrc32(crc, lastCrc, crcShift(part.length));
      length += part.length;
    } else {
      const { deflated, crc: own, shift } = part.packed;
      out.set(deflated, at);
      at += deflated.length;
      crc = joinCrc32(crc, own, shift);
      length += part.bytes.length;
    }
  }
  out.set(LAST_BLOCK, at);
  at += LAST_BLOCK.length;
  out.writeUInt32LE(crc, at);
  out.writeUInt32LE(length >>> 0, at + 4);
  return out;
}

/** The same, bit by bit: for a page whose end is not known when its beginning leaves. */
export class GzipStream {
  private crc = 0;
  private length = 0;
  private begun = false;

  /** Bytes to send for these parts. */
  add(parts: readonly (Segment | Buffer)[]): Buffer {
    const chunks: Buffer[] = this.begun ? [] : [HEADER];
    this.begun = true;
    for (const part of parts) {
      const isHole = Buffer.isBuffer(part);
      const length = isHole ? part.length : part.bytes.length;
      if (isHole) chunks.push(storedBlocks(part));
      else chunks.push(part.packed.deflated);
      const crc = isHole ? crc32(part) : part.packed.crc;
      this.crc = joinCrc32(this.crc, crc, isHole ? crcShift(length) : part.packed.shift);
      this.length += length;
    }
    return Buffer.concat(chunks);
  }

  /** Bytes that end the member. */
  end(): Buffer {
    const trailer = Buffer.alloc(TRAILER);
    LAST_BLOCK.copy(trailer);
    trailer.writeUInt32LE(this.crc, LAST_BLOCK.length);
    trailer.writeUInt32LE(this.length >>> 0, LAST_BLOCK.length + 4);
    return trailer;
  }
}

/** The same bytes without compression. */
export function joinIdentity(parts: readonly (Segment | Buffer)[]): Buffer {
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only !== undefined) return Buffer.isBuffer(only) ? only : only.bytes;
  return Buffer.concat(parts.map((part) => (Buffer.isBuffer(part) ? part : part.bytes)));
}

function splicedLength(parts: readonly (Segment | Buffer)[]): number {
  let length = HEADER.length + TRAILER;
  for (const part of parts) {
    length += part instanceof Uint8Array ? storedLength(part) : part.packed.deflated.length;
  }
  return length;
}
