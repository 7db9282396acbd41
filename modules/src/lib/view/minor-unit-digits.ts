const notTwo: readonly (readonly [digits: number, currencies: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

/**
 * Decimal digits of a currency's minor unit as the engine counts money (ISO 4217): 2 for EUR and HUF, 0 for JPY. Intl follows
 * CLDR instead, which has none for HUF and differs from browser to browser. A test compares this with the engine's table.
 */
export function minorUnitDigits(currency: string): number {
  return notTwo.find(([, currencies]) => currencies.split(' ').includes(currency))?.[0] ?? 2;
}
