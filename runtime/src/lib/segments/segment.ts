import { constants, crc32, deflateRawSync } from 'node:zlib';
import { crcShift } from './crc32-join.ts';
import { storedBlocks } from './stored-blocks.ts';

/** Bytes that are sent many times. Compressed when first asked for, then kept. */
export interface Segment {
  readonly bytes: Buffer;
  readonly packed: PackedSegment;
}

/** A segment as it stands in a gzip member: whole deflate blocks that end on a byte and look at nothing before them. */
export interface PackedSegment {
  readonly deflated: Buffer;
  readonly crc: number;
  readonly shift: number;
}

export interface SegmentOptions {
  /** zlib level, 1 to 9. Default 6. */
  readonly level?: number;
}

export function createSegment(content: string | Buffer, { level = 6 }: SegmentOptions = {}): Segment {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  let packed: PackedSegment | undefined;
  return {
    bytes,
    get packed() {
      packed ??= pack(bytes, level);
      return packed;
    },
  };
}

/**
 * Bytes that are sent again and again but may not be compressed together with others, for they come from a hole: stored blocks,
 * so that the length of an answer does not tell what is in them (BREACH).
 */
export function createStoredSegment(bytes: Buffer): Segment {
  return {
    bytes,
    packed: { deflated: storedBlocks(bytes), crc: crc32(bytes), shift: crcShift(bytes.length) },
  };
}

function pack(bytes: Buffer, level: number): PackedSegment {
  return {
    deflated:
      bytes.length === 0 ? bytes : deflateRawSync(bytes, { level, finishFlush: constants.Z_FULL_FLUSH }),
    crc: crc32(bytes),
    shift: crcShift(bytes.length),
  };
}
