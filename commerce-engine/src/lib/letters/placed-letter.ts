import { componentTexts } from '../catalog/component-texts.rules.ts';
import { addressLines } from '../documents/address-lines.rules.ts';
import { dateIn } from '../documents/date-in.ts';
import { reliefLines, waivedWord } from '../documents/relief-lines.ts';
import type { TransferView } from '../invoices/invoices.views.ts';
import { transferWords } from '../invoices/transfer-words.ts';
import type { WrittenMail } from '../mail/mail.ts';
import { escapeHtml, mailButton, mailPage } from '../mail/mail-page.ts';
import { formatMoney } from '../money/format-money.rules.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { statementLines } from '../orders/statement-words.ts';
import type { LocationView } from '../stores/stores.views.ts';
import { letterRow as row } from './letter-parts.ts';
import { pickupPlace } from './pickup-place.ts';
import { recipientWords } from './recipient-words.ts';

const words = {
  en: {
    subject: (number: string) => `Your order ${number}`,
    thanks: (name: string) => (name ? `Thank you, ${name}.` : 'Thank you.'),
    received: (number: string) => `We have your order ${number} and will write again when it is on its way.`,
    pickup: (number: string) =>
      `We have your order ${number} and will write again when it is ready in the store.`,
    both: (number: string) =>
      `We have your order ${number} and will write again when a part of it is on its way, and when the rest is ready in the store.`,
    unpaid: (number: string) =>
      `We have your order ${number}. We get it ready for you when your payment is here.`,
    look: 'Look at your order',
    contents: (texts: readonly string[]) => `Contains ${texts.join(', ')}`,
    preorder: (day: string) => `Preorder, ships from ${day}`,
    cancelled: (pieces: number) => `${pieces} cancelled`,
    goods: 'Goods',
    discount: 'Already taken off',
    tax: 'Tax included',
    taxOnTop: 'Tax',
    total: 'Total',
    to: 'We deliver to',
    at: 'You pick up at',
    by: 'You get by email',
  },
  de: {
    subject: (number: string) => `Ihre Bestellung ${number}`,
    thanks: (name: string) => (name ? `Vielen Dank, ${name}.` : 'Vielen Dank.'),
    received: (number: string) =>
      `Ihre Bestellung ${number} ist bei uns. Wir schreiben wieder, wenn sie unterwegs ist.`,
    pickup: (number: string) =>
      `Ihre Bestellung ${number} ist bei uns. Wir schreiben wieder, wenn sie im Laden bereitliegt.`,
    both: (number: string) =>
      `Ihre Bestellung ${number} ist bei uns. Wir schreiben wieder, wenn ein Teil unterwegs ist und wenn der Rest im Laden bereitliegt.`,
    unpaid: (number: string) =>
      `Ihre Bestellung ${number} ist bei uns. Wir machen sie fertig, sobald Ihre Zahlung da ist.`,
    look: 'Bestellung ansehen',
    contents: (texts: readonly string[]) => `Enthält ${texts.join(', ')}`,
    preorder: (day: string) => `Vorbestellt, Versand ab ${day}`,
    cancelled: (pieces: number) => `${pieces} storniert`,
    goods: 'Waren',
    discount: 'Schon abgezogen',
    tax: 'Enthaltene Steuern',
    taxOnTop: 'Steuern',
    total: 'Summe',
    to: 'Wir liefern an',
    at: 'Sie holen ab bei',
    by: 'Sie bekommen per E-Mail',
  },
};

type Words = typeof words.en;

/** The confirmation of an order, in its language: SPEC rules MAIL-2 and MAIL-5. Pure. */
export function placedLetter(
  order: OrderView,
  {
    link,
    transfer,
    locations,
  }: {
    readonly link: string | undefined;
    /** What is still to come by bank transfer. */
    readonly transfer?: TransferView | undefined;
    readonly locations: readonly LocationView[];
  },
): WrittenMail {
  const t = order.locale.toLowerCase().startsWith('de') ? words.de : words.en;
  const cash = (value: { amount: number; currency: string }) => formatMoney(value, order.locale);
  const { deliveries } = order;
  const pickups = deliveries.filter(({ kind }) => kind === 'pickup').length;
  // Goods wait for the money: nothing is said of their way before.
  const opening = transfer
    ? t.unpaid
    : pickups === 0
      ? t.received
      : pickups === deliveries.length
        ? t.pickup
        : t.both;
  const isInclusive = order.prices === 'inclusive';
  const tax = order.tax.amount > 0 ? [[isInclusive ? t.tax : t.taxOnTop, cash(order.tax)] as const] : [];
  // Lines come to the goods, and these rows to the total.
  const sums: readonly (readonly [string, string])[] = [
    [t.goods, cash(order.goods)],
    ...deliveries.map(({ name, total }) => [name, cash(total)] as const),
    ...(isInclusive ? [] : tax),
    ...(order.waived
      ? [[waivedWord(order.locale), cash({ ...order.waived, amount: -order.waived.amount })] as const]
      : []),
    [t.total, cash(order.total)],
  ];
  // What the sums hold or are less already is told below them.
  const notes: readonly (readonly [string, string])[] = [
    ...(isInclusive ? tax : []),
    ...order.discounts.map(
      ({ name, code, amount }) =>
        [`${t.discount}: ${code ? `${name} (${code})` : name}`, cash(amount)] as const,
    ),
    // Written again, it tells what became of the total.
    ...statementLines(order),
  ];
  const pay = transfer && transferWords(transfer, order.locale);
  const reasons = reliefLines(order.reliefs ?? [], order.locale);
  const places = deliveries.flatMap((delivery) => {
    // With one delivery it is plain what goes there.
    const goods = deliveries.length > 1 ? goodsOf(order, { deliveryId: delivery.id, t }) : [];
    const { kind, store, address } = delivery;
    const pickup = pickupPlace(delivery, { locations, locale: order.locale });
    if (store) return [{ title: t.at, lines: [...pickup, ...goods] }];
    if (kind === 'electronic') return goods.length > 0 ? [{ title: t.by, lines: goods }] : [];
    return address ? [{ title: t.to, lines: [...addressLines(address, order.locale), ...goods] }] : [];
  });
  const lines = order.lines.map((line) => ({
    what: goodsText(line),
    total: cash(line.total),
    below: notesOf(line, { locale: order.locale, t }),
  }));
  return {
    to: order.contact.email,
    subject: t.subject(order.number),
    text: [
      t.thanks(order.contact.name),
      opening(order.number),
      '',
      ...lines.flatMap(({ what, total, below }) => [
        `${what}  ${total}`,
        ...below.map((note) => `    ${note}`),
      ]),
      ...[...sums, ...notes].map(([name, value]) => `${name}  ${value}`),
      ...reasons,
      ...(pay ? ['', `${pay.title}:`, ...pay.lines] : []),
      ...places.flatMap((place) => ['', `${place.title}:`, ...place.lines]),
      ...(link === undefined ? [] : ['', `${t.look}: ${link}`]),
      '',
    ].join('\n'),
    html: mailPage(order.locale, [
      `<h1 style="font-size:22px;margin:0 0 8px">${escapeHtml(t.thanks(order.contact.name))}</h1>`,
      `<p style="margin:0 0 24px">${escapeHtml(opening(order.number))}</p>`,
      `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse">`,
      ...lines.map(({ what, total, below }) => row(what, total, { notes: below })),
      ...sums.map(([name, value], at) => row(name, value, { isLast: at === sums.length - 1 })),
      ...notes.map(([name, value]) => row(name, value)),
      '</table>',
      ...reasons.map((reason) => `<p style="margin:12px 0 0">${escapeHtml(reason)}</p>`),
      ...[...(pay ? [pay] : []), ...places].map(
        (place) =>
          `<p style="margin:24px 0 0"><strong>${escapeHtml(place.title)}</strong><br>${place.lines.map(escapeHtml).join('<br>')}</p>`,
      ),
      ...(link === undefined ? [] : [mailButton(link, t.look)]),
    ]),
  };
}

function notesOf(
  line: OrderView['lines'][number],
  { locale, t }: { readonly locale: string; readonly t: Words },
): string[] {
  const { shipsFrom, cancelled } = line;
  const notes = [
    // A day of the calendar, not a moment.
    ...(shipsFrom === undefined ? [] : [t.preorder(dateIn(shipsFrom, { locale, timeZone: 'UTC' }))]),
    ...(cancelled > 0 ? [t.cancelled(cancelled)] : []),
  ];
  return [
    ...(line.giftCard ? [recipientWords(line.giftCard, locale)] : []),
    ...(line.components ? [t.contents(componentTexts(line, line.quantity))] : []),
    ...(notes.length > 0 ? [notes.join(' · ')] : []),
  ];
}

/** What a delivery brings, as the order stands. */
function goodsOf(
  { lines }: OrderView,
  { deliveryId, t }: { readonly deliveryId: string; readonly t: Words },
): string[] {
  return lines
    .filter((line) => line.deliveryId === deliveryId)
    .map((line) => {
      const left = goodsText({ ...line, quantity: line.quantity - line.cancelled });
      return line.cancelled > 0 ? `${left} (${t.cancelled(line.cancelled)})` : left;
    });
}

function goodsText({ quantity, name, options }: OrderView['lines'][number]): string {
  return `${quantity > 0 ? `${quantity} × ` : ''}${name}${options ? ` (${options})` : ''}`;
}
