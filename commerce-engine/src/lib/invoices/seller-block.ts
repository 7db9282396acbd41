import { html } from '../documents/document-page.ts';
import type { InvoiceWords } from './invoice-words.ts';
import type { Seller } from './invoices.views.ts';

/** Who sold, as papers print it. */
export function sellerBlock({ name, address, taxId }: Seller, t: InvoiceWords) {
  return html`<address><strong>${name}</strong><br>${address.map((line) => html`${line}<br>`)}${t.taxId} ${taxId}</address>`;
}
