const SHAPE = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** An IBAN as it is kept: capital letters, no blanks. */
export function bareIban(written: string): string {
  return written.replace(/\s/g, '').toUpperCase();
}

/** Whether its check digits are right (ISO 13616, mod 97). Takes it as it is kept. */
export function isIban(iban: string): boolean {
  if (!SHAPE.test(iban)) return false;
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** As people read it: in groups of four. */
export function ibanInGroups(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}
