import { dateIn } from '../documents/date-in.ts';
import { documentPage, html } from '../documents/document-page.ts';
import { reliefLines, waivedWord } from '../documents/relief-lines.ts';
import { rateIn, taxNameIn } from '../documents/tax-name.rules.ts';
import { formatMoney } from '../money/format-money.rules.ts';
import { type Money, money } from '../money/money.rules.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { openMoneyLines, statementLines } from '../orders/statement-words.ts';
import { invoiceWords } from './invoice-words.ts';
import type { Seller } from './invoices.views.ts';
import { sellerBlock } from './seller-block.ts';
import { transferOf } from './transfer.rules.ts';
import { transferBlock } from './transfer-block.ts';

/** What was bought and how it was paid, as things stand. */
export function receiptPage(
  order: OrderView,
  { seller, timeZone }: { readonly seller: Seller | undefined; readonly timeZone: string },
): string {
  const { locale, number, placedAt, lines, deliveries, taxes, total, prices } = order;
  const t = invoiceWords(locale);
  const cash = (value: Money) => formatMoney(value, locale);
  const off = (value: Money) => cash(money(-value.amount, value.currency));
  const wayOf = ({ provider, label }: OrderView['payments'][number]) => label ?? t.ways[provider] ?? provider;
  const sums: readonly (readonly [string, string])[] = [
    ...deliveries
      .filter(({ total: { amount } }) => amount > 0)
      .flatMap(({ name, total: charge }) => [[name, cash(charge)] as const]),
    ...taxes.map(
      ({ name, rate, taxable, amount }) =>
        [
          t.tax
            .replace('{name}', taxNameIn(locale, name))
            .replace('{rate}', rateIn(locale, rate))
            .replace('{taxable}', cash(taxable)),
          prices === 'exclusive' ? cash(amount) : `(${cash(amount)})`,
        ] as const,
    ),
    ...(order.waived ? [[waivedWord(locale), off(order.waived)] as const] : []),
    [t.total, cash(total)],
    ...statementLines(order),
  ];
  const reduced = ({ allowance }: OrderView['lines'][number]) =>
    allowance.amount > 0 ? html`<br><small>${t.allowance}: ${off(allowance)}</small>` : undefined;
  // A day of the calendar, not a moment; of what was sent nobody needs to know it any more.
  const preordered = ({ shipsFrom, fulfilled, cancelled, quantity }: OrderView['lines'][number]) =>
    shipsFrom !== undefined && fulfilled + cancelled < quantity
      ? html`<br><small>${t.preorder.replace('{day}', dateIn(shipsFrom, { locale, timeZone: 'UTC' }))}</small>`
      : undefined;
  const cameOff = (what: string, pieces: number) =>
    pieces > 0 ? html`<br><small>${what}: ${pieces}</small>` : undefined;
  const paid = [
    ...order.payments.flatMap((payment): (readonly [string, string])[] => [
      ...(payment.captured.amount > 0
        ? [[t.paidWith.replace('{way}', wayOf(payment)), cash(payment.captured)] as const]
        : []),
      ...(payment.refunded.amount > 0
        ? [[t.refundedTo.replace('{way}', wayOf(payment)), off(payment.refunded)] as const]
        : []),
    ]),
    ...openMoneyLines(order),
  ];
  const transfer = transferOf(order, seller?.bank);
  return documentPage({
    locale,
    title: `${t.receipt} ${number}`,
    body: html`${seller && html`<div class="parties">${sellerBlock(seller, t, locale)}</div>`}<h1>${t.receipt}</h1>
<dl><dt>${t.order}</dt><dd>${number}</dd><dt>${t.ordered}</dt><dd>${dateIn(placedAt, { locale, timeZone })}</dd></dl>
<table>
<thead><tr><th scope="col">${t.pieces}</th><th scope="col">${t.article}</th><th scope="col" class="amount">${t.amount}</th></tr></thead>
<tbody>
${lines.map(
  (
    line,
  ) => html`<tr><td>${line.quantity}</td><td>${line.name}${line.options ? `, ${line.options}` : ''}${preordered(line)}${cameOff(t.cancelled, line.cancelled)}${cameOff(t.returned, line.returned)}${reduced(line)}</td><td class="amount">${cash(line.total)}</td></tr>
`,
)}
</tbody>
</table>
<table class="sums"><tbody>
${sums.map(([name, sum]) => html`<tr><td>${name}</td><td class="amount">${sum}</td></tr>`)}
</tbody></table>
${reliefLines(order.reliefs ?? [], locale).map((line) => html`<p>${line}</p>`)}
${
  paid.length === 0
    ? undefined
    : html`<table class="sums"><tbody>
${paid.map(([name, sum]) => html`<tr><td>${name}</td><td class="amount">${sum}</td></tr>`)}
</tbody></table>`
}
${transfer && transferBlock(transfer, locale)}`,
  });
}
