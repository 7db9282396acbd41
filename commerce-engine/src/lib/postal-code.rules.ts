/**
 * How postal codes are written in countries that have one way to write them: `9` a digit, `A` a letter, `-` is written, a space may
 * be. From the Universal Postal Union's addressing systems. What is not known here is believed.
 */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  AT: ['9999'],
  AU: ['9999'],
  BE: ['9999'],
  BG: ['9999'],
  CA: ['A9A 9A9'],
  CH: ['9999'],
  CY: ['9999'],
  CZ: ['999 99'],
  DE: ['99999'],
  DK: ['9999'],
  EE: ['99999'],
  ES: ['99999'],
  FI: ['99999'],
  FR: ['99999'],
  GB: ['A9 9AA', 'A99 9AA', 'AA9 9AA', 'AA99 9AA', 'A9A 9AA', 'AA9A 9AA'],
  GR: ['999 99'],
  HR: ['99999'],
  HU: ['9999'],
  IT: ['99999'],
  LI: ['9999'],
  LT: ['99999'],
  LU: ['9999'],
  LV: ['9999'],
  NL: ['9999 AA'],
  NO: ['9999'],
  NZ: ['9999'],
  PL: ['99-999'],
  PT: ['9999-999'],
  RO: ['999999'],
  SE: ['999 99'],
  SI: ['9999'],
  SK: ['999 99'],
  US: ['99999', '99999-9999'],
};

/**
 * What is wrong with a postal code, for whoever typed it; undefined = nothing that is known here. The country's sign before it, as
 * in `D-10115`, is well known and no mistake.
 */
export function postalCodeProblem(country: string, postalCode: string): string | undefined {
  const forms = FORMS[country];
  if (!forms) return undefined;
  const code = bare(postalCode.toUpperCase().replace(/^[A-Z]{1,2}-(?=\d)/, ''));
  if (forms.some((form) => bare(form) === code.replace(/\d/g, '9').replace(/[A-Z]/g, 'A'))) return undefined;
  const written = forms.slice(0, 2).map((form) => `"${form.replace(/9/g, '1')}"`);
  return `expected a postal code of ${country}, written like ${written.join(' or ')}`;
}

function bare(code: string): string {
  return code.replace(/[\s-]/g, '');
}
