// CRC-32 of two joined byte runs from the CRCs of each, as in zlib's crc32_combine: the first CRC is multiplied by
// x^(8·n) modulo the polynomial, n being the length of the second run. Polynomials are bit-reversed 32-bit numbers.

const POLYNOMIAL = 0xedb88320;

/** Multiplies a CRC by `shift` (see `crcShift`) and adds the CRC of the run that follows. */
export function joinCrc32(first: number, second: number, shift: number): number {
  return (multiply(shift, first) ^ second) >>> 0;
}

/** What the CRC of everything before is multiplied by when `bytes` more bytes follow. Worth keeping with a run that is reused. */
export function crcShift(bytes: number): number {
  if (bytes >= SHORT) return shiftOf(bytes);
  SHIFTS[bytes] ??= shiftOf(bytes);
  return SHIFTS[bytes];
}

// What stands in holes is short: a nonce, a number, a name.
const SHORT = 256;
const SHIFTS: number[] = [];

function shiftOf(bytes: number): number {
  let shift = 0x80000000;
  let power = 3;
  for (let rest = bytes; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) shift = multiply(POWERS[power % 32] as number, shift);
    power++;
  }
  return shift >>> 0;
}

function multiply(a: number, b: number): number {
  let product = 0;
  let factor = b;
  // Without branches: their outcome is as good as random, and guessing wrong costs more than computing.
  for (let bit = 31; bit >= 0; bit--) {
    product ^= factor & -((a >>> bit) & 1);
    factor = (factor >>> 1) ^ (POLYNOMIAL & -(factor & 1));
  }
  return product >>> 0;
}

// x^(2^n) for n = 0 … 31.
const POWERS: readonly number[] = (() => {
  const powers = [0x40000000];
  while (powers.length < 32) {
    const last = powers[powers.length - 1] as number;
    powers.push(multiply(last, last));
  }
  return powers;
})();
