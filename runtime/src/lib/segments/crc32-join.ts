// CRC-32 of two joined byte runs from the CRCs of each, as in zlib's crc32_combine: the first CRC is multiplied by
// x^(8·n) modulo the polynomial, n being the length of the second run. Polynomials are bit-reversed 32-bit numbers.

const POLYNOMIAL = 0xedb88320;

/** Multiplies a CRC by `shift` (see `crcShift`) and adds the CRC of the run that follows. */
export function joinCrc32(first: number, second: number, shift: number): number {
  return (multiplyBy(tableOf(shift), first) ^ second) >>> 0;
}

// A page is joined of the same lengths over and over: the products of a shift with each half byte of a CRC are looked up.
const TABLES = new Map<number, Int32Array>();
const MOST_TABLES = 4096;

function tableOf(shift: number): Int32Array {
  let table = TABLES.get(shift);
  if (table) return table;
  table = new Int32Array(8 * 16);
  for (let place = 0; place < 8; place++)
    for (let half = 1; half < 16; half++)
      table[place * 16 + half] = multiply(shift, (half << (place * 4)) >>> 0);
  if (TABLES.size >= MOST_TABLES) TABLES.clear();
  TABLES.set(shift, table);
  return table;
}

function multiplyBy(table: Int32Array, crc: number): number {
  let product = 0;
  for (let place = 0, rest = crc; rest !== 0; place += 16, rest >>>= 4)
    product ^= table[place + (rest & 15)] as number;
  return product;
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
