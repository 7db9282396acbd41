import { dateIn } from '../documents/date-in.ts';
import { documentPage, type Html, html } from '../documents/document-page.ts';
import { reliefLines } from '../documents/relief-lines.ts';
import { rateIn, taxNameIn } from '../documents/tax-name.rules.ts';
import { formatMoney } from '../money/format-money.rules.ts';
import { money } from '../money/money.rules.ts';
import { invoiceWords } from './invoice-words.ts';
import type { InvoiceContent, InvoiceKind } from './invoices.views.ts';
import { sellerBlock } from './seller-block.ts';
import { transferBlock } from './transfer-block.ts';

/** A document of the books as a page for printing: SPEC rule BILL-5. */
export function invoicePage({
  kind,
  number,
  content,
  issuedAt,
  timeZone,
}: {
  readonly kind: InvoiceKind;
  readonly number: string;
  readonly content: InvoiceContent;
  readonly issuedAt: string;
  readonly timeZone: string;
}): string {
  const { locale, currency, seller, buyer, exchanged = 0 } = content;
  const t = invoiceWords(locale);
  const day = (iso: string) => dateIn(iso, { locale, timeZone });
  const cash = (amount: number) => formatMoney(money(amount, currency), locale);
  const isCredit = kind === 'credit-note';
  const title = isCredit ? t.creditNote : t.invoice;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t.number, number],
    [t.issued, day(issuedAt)],
    [t.corrects, content.corrects],
    [t.supplied, isCredit ? undefined : day(content.suppliedAt)],
    [t.order, content.orderNumber],
    [t.ordered, day(content.orderedAt)],
  ];
  const sums: readonly (readonly [string, string])[] = [
    [t.net, cash(content.net)],
    ...content.taxes.map(({ name, rate, taxable, amount }): [string, string] => [
      t.tax
        .replace('{name}', taxNameIn(locale, name))
        .replace('{rate}', rateIn(locale, rate))
        .replace('{taxable}', cash(taxable)),
      cash(amount),
    ]),
    ...(content.fee > 0 ? [[t.fee, cash(-content.fee)] as const] : []),
    ...(exchanged > 0
      ? [[t.creditedTotal, cash(content.total)] as const, [t.exchanged, cash(-exchanged)] as const]
      : []),
    [isCredit ? t.creditTotal : t.total, cash(content.total - exchanged)],
  ];
  return documentPage({
    locale,
    title: `${title} ${number}`,
    body: html`<div class="parties">
<address>${buyer.map((line) => html`${line}<br>`)}${content.buyerVatId === undefined ? undefined : `${t.vatId} ${content.buyerVatId}`}</address>
${sellerBlock(seller, t, locale)}
</div>
<h1>${title}</h1>
<dl>
${facts.filter(([, fact]) => fact).map(([name, fact]) => html`<dt>${name}</dt><dd>${fact}</dd>`)}
</dl>
<table>
<thead><tr><th scope="col">${t.pieces}</th><th scope="col">${t.article}</th><th scope="col" class="amount">${t.taxRate}</th><th scope="col" class="amount">${t.amount}</th></tr></thead>
<tbody>
${content.lines.map(({ quantity, name, options, sku, rates, amount, isByHand }) =>
  row(
    quantity === 0 ? '' : String(quantity),
    html`${quantity === 0 ? `${t.allowance}: ` : ''}${name}${options ? `, ${options}` : ''}<br><small>${isByHand ? `${sku} · ${t.byHand}` : sku}</small>`,
    { rates: rates.map((rate) => rateIn(locale, rate)), amount: cash(amount) },
  ),
)}
${content.charges.map(({ name, amount }) => row('', html`${name}`, { rates: [], amount: cash(amount) }))}
</tbody>
</table>
<table class="sums">
<tbody>
${sums.map(([name, sum]) => html`<tr><td>${name}</td><td class="amount">${sum}</td></tr>`)}
</tbody>
</table>
${reliefLines(content.reliefs ?? [], locale).map((line) => html`<p>${line}</p>`)}
${content.transfer && transferBlock(content.transfer, locale)}
${seller.note === undefined ? undefined : html`<footer>${seller.note}</footer>`}`,
  });
}

function row(
  quantity: string,
  what: Html,
  { rates, amount }: { readonly rates: readonly string[]; readonly amount: string },
): Html {
  const percent = rates.map((rate) => `${rate} %`).join(' + ');
  return html`<tr><td>${quantity}</td><td>${what}</td><td class="amount">${percent}</td><td class="amount">${amount}</td></tr>
`;
}
