import { vatIdCountry } from './tax-exemption.rules.ts';

/** A VAT identification number of an EU country, as it was read. */
export type ReadVatNumber =
  | {
      readonly kind: 'vat-number';
      /** Upper case, without blanks, dots or hyphens. */
      readonly vatId: string;
      /** ISO 3166 code of who gave it out; Greece writes `EL` and is `GR`. */
      readonly country: string;
    }
  /** What was expected, as the end of a sentence. */
  | { readonly kind: 'bad'; readonly expected: string };

/** Reads a number as people write it: SPEC rule TAX-25. Whether it is in use only the country's own register knows. */
export function readVatNumber(text: string): ReadVatNumber {
  const vatId = plainVatNumber(text);
  const country = vatIdCountry(vatId);
  const prefix = vatId.slice(0, 2);
  const form = FORMS[prefix];
  if (country === undefined || !form)
    return { kind: 'bad', expected: 'expected the two letters of an EU country first, as in "DE136695976"' };
  const digits = vatId.slice(2);
  if (!form.form.test(digits))
    return { kind: 'bad', expected: `expected a number such as "${prefix}${form.example}"` };
  if (form.isRight && !form.isRight(digits))
    return { kind: 'bad', expected: 'expected a number whose check digit is right: a digit may be mistyped' };
  return { kind: 'vat-number', vatId, country };
}

/** The EU country whose VAT number a text sets out to be: its two letters, soon followed by a digit. */
export function countryOfPrefix(text: string): string | undefined {
  const [, prefix = ''] = /^([A-Z]{2})[A-Z]?\d/.exec(plainVatNumber(text)) ?? [];
  if (!FORMS[prefix]) return undefined;
  return prefix === 'EL' ? 'GR' : prefix;
}

export function plainVatNumber(text: string): string {
  return text.toUpperCase().replace(/[\s.\-/]/g, '');
}

interface Form {
  readonly form: RegExp;
  readonly example: string;
  /** Only where the calculation is public and the same for every number of the country. */
  readonly isRight?: (digits: string) => boolean;
}

// Forms: European Commission, VIES, "VAT identification number structure". Calculations: the countries' own publications.
const FORMS: Readonly<Record<string, Form>> = {
  AT: { form: /^U\d{8}$/, example: 'U13585627', isRight: isAustrian },
  BE: { form: /^[01]\d{9}$/, example: '0403019261', isRight: (text) => ninetySeven(text, 8) },
  BG: { form: /^\d{9,10}$/, example: '175074752' },
  CY: { form: /^\d{8}[A-Z]$/, example: '10259033P' },
  CZ: { form: /^\d{8,10}$/, example: '25123891' },
  DE: { form: /^[1-9]\d{8}$/, example: '136695976', isRight: isMod11_10 },
  DK: { form: /^[1-9]\d{7}$/, example: '13585628', isRight: sumsTo([2, 7, 6, 5, 4, 3, 2, 1], 11) },
  EE: { form: /^\d{9}$/, example: '100931558', isRight: sumsTo([3, 7, 1, 3, 7, 1, 3, 7, 1], 10) },
  EL: { form: /^\d{9}$/, example: '094259216', isRight: isGreek },
  ES: { form: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/, example: 'B58378431' },
  FI: { form: /^\d{8}$/, example: '20774740', isRight: sumsTo([7, 9, 10, 5, 8, 4, 2, 1], 11) },
  FR: { form: /^[A-HJ-NP-Z0-9]{2}\d{9}$/, example: '40303265045', isRight: isFrench },
  HR: { form: /^\d{11}$/, example: '33392005961', isRight: isMod11_10 },
  HU: { form: /^\d{8}$/, example: '12892312', isRight: sumsTo([9, 7, 3, 1, 9, 7, 3, 1], 10) },
  IE: { form: /^(?:\d[A-Z0-9+*]\d{5}[A-Z]|\d{7}[A-W][A-I])$/, example: '6433435F' },
  IT: { form: /^\d{11}$/, example: '00743110157', isRight: isLuhn },
  LT: { form: /^(?:\d{9}|\d{12})$/, example: '119511515' },
  LU: {
    form: /^\d{8}$/,
    example: '15027442',
    isRight: (text) => Number(text.slice(0, 6)) % 89 === Number(text.slice(6)),
  },
  LV: { form: /^\d{11}$/, example: '40003521600' },
  MT: { form: /^\d{8}$/, example: '11679112', isRight: sumsTo([3, 4, 6, 7, 8, 9, 10, 1], 37) },
  NL: { form: /^\d{9}B\d{2}$/, example: '004495445B01', isRight: isDutch },
  PL: { form: /^\d{10}$/, example: '8567346215', isRight: isPolish },
  PT: { form: /^[1-9]\d{8}$/, example: '501964843', isRight: isPortuguese },
  RO: { form: /^\d{2,10}$/, example: '18547290' },
  SE: { form: /^\d{10}01$/, example: '123456789701', isRight: (text) => isLuhn(text.slice(0, 10)) },
  SI: { form: /^[1-9]\d{7}$/, example: '50223054', isRight: isSlovenian },
  SK: { form: /^[1-9]\d{9}$/, example: '2022749619', isRight: (text) => Number(text) % 11 === 0 },
};

function sumOf(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
}

function sumsTo(weights: readonly number[], modulus: number): (digits: string) => boolean {
  return (digits) => sumOf(digits, weights) % modulus === 0;
}

function ninetySeven(digits: string, length: number): boolean {
  return 97 - (Number(digits.slice(0, length)) % 97) === Number(digits.slice(length));
}

/** ISO 7064, modulo 11,10. */
function isMod11_10(digits: string): boolean {
  const product = [...digits.slice(0, -1)].reduce((before, digit) => {
    const sum = (Number(digit) + before) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return (11 - product) % 10 === Number(digits.at(-1));
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const twice = Number(digit) * (1 + (at % 2));
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}

function isAustrian(text: string): boolean {
  const sum = [...text.slice(1, 8)].reduce((total, digit, at) => {
    const weighted = Number(digit) * (1 + (at % 2));
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 4);
  return (10 - (sum % 10)) % 10 === Number(text[8]);
}

function isGreek(digits: string): boolean {
  const sum = sumOf(digits, [256, 128, 64, 32, 16, 8, 4, 2]);
  return (sum % 11) % 10 === Number(digits[8]);
}

/** The new style, with letters, has another calculation: only its form is looked at. */
function isFrench(text: string): boolean {
  const [key, siren] = [text.slice(0, 2), text.slice(2)];
  if (!/^\d\d$/.test(key)) return true;
  return (12 + 3 * (Number(siren) % 97)) % 97 === Number(key);
}

/** Companies by their own number, sole traders by the whole text modulo 97. */
function isDutch(text: string): boolean {
  const sum = sumOf(text, [9, 8, 7, 6, 5, 4, 3, 2]);
  if (sum % 11 === Number(text[8])) return true;
  const numbers = [...`NL${text}`].map((each) => Number.parseInt(each, 36)).join('');
  return BigInt(numbers) % 97n === 1n;
}

function isPolish(digits: string): boolean {
  return sumOf(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(digits[9]);
}

function isPortuguese(digits: string): boolean {
  const rest = 11 - (sumOf(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return (rest > 9 ? 0 : rest) === Number(digits[8]);
}

function isSlovenian(digits: string): boolean {
  const rest = 11 - (sumOf(digits, [8, 7, 6, 5, 4, 3, 2]) % 11);
  return rest !== 11 && rest % 10 === Number(digits[7]);
}
