const SLAB = 1024 * 1024;
const LARGEST = SLAB / 16;

let slab = Buffer.alloc(0);
let used = 0;

/**
 * Room for bytes that are sent once and forgotten. It is cut from a common slab, since memory of its own for each answer costs more
 * than filling it; the slab lives as long as any piece of it, so nothing that is kept may stand in it.
 */
export function passingBytes(length: number): Buffer {
  if (length > LARGEST) return Buffer.allocUnsafe(length);
  if (used + length > slab.length) {
    slab = Buffer.allocUnsafeSlow(SLAB);
    used = 0;
  }
  const piece = slab.subarray(used, used + length);
  used += length;
  return piece;
}
