import { randomFillSync } from 'node:crypto';

const BYTES = 10;
/** Asking for random bytes costs more than the bytes: many are asked for at once. */
const pool = Buffer.alloc(400 * BYTES);
let used = pool.length;

let lastMoment = 0;
let counter = 0;

/**
 * A UUID version 7. Ids of one process sort in the order they were made, so they are kind to indexes and can be the
 * tie-breaker of a list. Made here because PostgreSQL 15 has no `uuidv7()`.
 */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + BYTES);
  used += BYTES;
  const now = Date.now();
  if (now > lastMoment) {
    lastMoment = now;
    counter = random.readUInt16BE(0) & 0x7ff;
  } else if (++counter > 0xfff) {
    lastMoment += 1;
    counter = 0;
  }
  const moment = lastMoment.toString(16).padStart(12, '0');
  const sequence = counter.toString(16).padStart(3, '0');
  const variant = ((random[2]! & 0x3f) | 0x80).toString(16);
  const rest = random.toString('hex', 3);
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${sequence}-${variant}${rest.slice(0, 2)}-${rest.slice(2, 14)}`;
}
