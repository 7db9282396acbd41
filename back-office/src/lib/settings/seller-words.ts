import type { Seller } from '@vitrine/commerce-engine/client';
import { country } from '../words/country.ts';

/** Who sells, line by line as papers print it. */
export function sellerLines({ name, address, country: code, taxId }: Seller): string[] {
  const number = `${/^[A-Z]{2}[0-9]/.test(taxId) ? 'VAT no.' : 'Tax no.'} ${taxId}`;
  return [name, ...address, ...(code ? [country(code)] : []), number];
}

/** In groups of four, as it is read and typed. */
export function ibanInGroups(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1\u00a0');
}

export function bankWords({ name, bic }: NonNullable<Seller['bank']>): string {
  return bic ? `${name}, BIC ${bic}` : name;
}
