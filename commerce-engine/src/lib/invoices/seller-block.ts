import { countryIn } from '../documents/address-lines.rules.ts';
import { html } from '../documents/document-page.ts';
import type { InvoiceWords } from './invoice-words.ts';
import type { Seller } from './invoices.views.ts';

/** Who sold, as papers print it. */
export function sellerBlock({ name, address, country, taxId }: Seller, t: InvoiceWords, locale: string) {
  const lines = country === undefined ? address : [...address, countryIn(locale, country)];
  const word = /^[A-Z]{2}[0-9]/.test(taxId) ? t.vatId : t.taxId;
  return html`<address><strong>${name}</strong><br>${lines.map((line) => html`${line}<br>`)}${word} ${taxId}</address>`;
}
