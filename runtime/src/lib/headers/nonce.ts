import { randomFillSync } from 'node:crypto';

const NONCE_BYTES = 16;

/** Characters of a nonce. */
export const NONCE_LENGTH = 22;

/**
 * Makes nonces for content security policies: 128 random bits in URL-safe base64. Randomness is fetched for many at once,
 * since asking for 16 bytes costs as much as asking for 4,000; no nonce is ever given twice.
 */
export function createNonceSource(batch = 256): () => string {
  const pool = Buffer.alloc(NONCE_BYTES * batch);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    const nonce = pool.toString('base64url', at, at + NONCE_BYTES);
    at += NONCE_BYTES;
    return nonce;
  };
}
