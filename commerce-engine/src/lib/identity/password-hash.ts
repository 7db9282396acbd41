import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * Hashes a password with scrypt, off the event loop. The text names its own cost, so that a later, higher cost leaves
 * older passwords readable: `scrypt$N$r$p$salt$hash`.
 */
export async function hashPassword(password: string, cost: PasswordCost = COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return writeHash(salt, await derive(password, salt, cost), cost);
}

/** What a try costs; scrypt's own names. */
export interface PasswordCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** Whether the password is the one that was hashed. Takes as long for a wrong one. */
export async function verifyPassword(password: string, kept: string): Promise<boolean> {
  const [scheme, N, r, p, salt, hash] = kept.split('$');
  if (scheme !== 'scrypt' || !salt || !hash) {
    throw new Error(
      `verifyPassword expected a hash made by hashPassword ("scrypt$N$r$p$salt$hash"), got the scheme "${scheme}". Set the password again.`,
    );
  }
  const expected = Buffer.from(hash, 'base64url');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64url'), cost), expected);
}

/** One of the costs that OWASP names: 16 MB, and a few tenths of a second for each try. */
const COST: PasswordCost = { N: 2 ** 14, r: 8, p: 5 };
/** Guessed in no time. */
export const COST_FOR_TESTS: PasswordCost = { N: 2, r: 1, p: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** A hash that no password has: for taking as long over an unknown account as over a known one. */
export function nobodysHash(cost: PasswordCost = COST): string {
  return writeHash(Buffer.alloc(SALT_BYTES), Buffer.alloc(HASH_BYTES), cost);
}

function writeHash(salt: Buffer, hash: Buffer, { N, r, p }: PasswordCost): string {
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

function derive(password: string, salt: Buffer, { N, r, p }: PasswordCost) {
  const options: ScryptOptions = { N, r, p, maxmem: 1024 + 256 * N * r };
  return new Promise<Buffer>((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });
}
