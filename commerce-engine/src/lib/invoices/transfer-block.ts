import { type Html, html } from '../documents/document-page.ts';
import type { TransferView } from './invoices.views.ts';
import { transferWords } from './transfer-words.ts';

/** How to pay, as papers print it. */
export function transferBlock(transfer: TransferView, locale: string): Html {
  const { title, lines } = transferWords(transfer, locale);
  return html`<h2>${title}</h2><p>${lines.map((line) => html`${line}<br>`)}</p>`;
}
