const BLOCK_HEADER = 5;
const LONGEST_BLOCK = 0xffff;

/** Bytes as stored blocks of deflate: not compressed at all. */
export function storedBlocks(bytes: Buffer): Buffer {
  const blocks = Buffer.allocUnsafe(storedLength(bytes));
  writeStored(blocks, 0, bytes);
  return blocks;
}

export function storedLength(bytes: Buffer): number {
  return bytes.length + BLOCK_HEADER * Math.ceil(bytes.length / LONGEST_BLOCK);
}

/** @returns where the blocks end. */
export function writeStored(out: Buffer, start: number, bytes: Buffer): number {
  let at = start;
  for (let from = 0; from < bytes.length; from += LONGEST_BLOCK) {
    const length = Math.min(LONGEST_BLOCK, bytes.length - from);
    out[at] = 0;
    out[at + 1] = length & 0xff;
    out[at + 2] = length >>> 8;
    out[at + 3] = ~length & 0xff;
    out[at + 4] = (~length >>> 8) & 0xff;
    out.set(length === bytes.length ? bytes : bytes.subarray(from, from + length), at + BLOCK_HEADER);
    at += BLOCK_HEADER + length;
  }
  return at;
}
