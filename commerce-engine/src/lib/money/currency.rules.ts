import type { Currency } from './money.rules.ts';

/**
 * How many decimal digits the minor unit has: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217).
 * @throws when the code is not three upper-case letters.
 */
export function minorUnitDigits(currency: Currency): number {
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new TypeError(
      `Expected an ISO 4217 code of three upper-case letters such as "EUR", got "${currency}".`,
    );
  }
  return digitsOtherThanTwo[currency] ?? 2;
}

const digitsOtherThanTwo: Readonly<Record<Currency, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};
