import { addressLines } from '../documents/address-lines.rules.ts';
import { dateIn } from '../documents/date-in.ts';
import type { WrittenMail } from '../mail/mail.ts';
import { escapeHtml, mailButton, mailPage } from '../mail/mail-page.ts';
import { formatMoney } from '../money/format-money.rules.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { letterRow as row } from './letter-parts.ts';

const words = {
  en: {
    subject: (number: string) => `Your order ${number}`,
    thanks: (name: string) => (name ? `Thank you, ${name}.` : 'Thank you.'),
    received: (number: string) => `We have your order ${number} and will write again when it is on its way.`,
    pickup: (number: string) =>
      `We have your order ${number} and will write again when it is ready in the store.`,
    look: 'Look at your order',
    preorder: (day: string) => `Preorder, ships from ${day}`,
    pieces: 'Pieces',
    delivery: 'Delivery',
    discount: 'Discounts',
    tax: 'Tax included',
    taxOnTop: 'Tax',
    total: 'Total',
    to: 'We deliver to',
    at: 'You pick up at',
  },
  de: {
    subject: (number: string) => `Ihre Bestellung ${number}`,
    thanks: (name: string) => (name ? `Vielen Dank, ${name}.` : 'Vielen Dank.'),
    received: (number: string) =>
      `Ihre Bestellung ${number} ist bei uns. Wir schreiben wieder, wenn sie unterwegs ist.`,
    pickup: (number: string) =>
      `Ihre Bestellung ${number} ist bei uns. Wir schreiben wieder, wenn sie im Laden bereitliegt.`,
    look: 'Bestellung ansehen',
    preorder: (day: string) => `Vorbestellt, Versand ab ${day}`,
    pieces: 'Stück',
    delivery: 'Versand',
    discount: 'Rabatte',
    tax: 'Enthaltene Steuern',
    taxOnTop: 'Steuern',
    total: 'Summe',
    to: 'Wir liefern an',
    at: 'Sie holen ab bei',
  },
};

/** The confirmation of an order, in its language: SPEC rules MAIL-2 and MAIL-5. Pure. */
export function placedLetter(order: OrderView, link: string | undefined): WrittenMail {
  const t = order.locale.toLowerCase().startsWith('de') ? words.de : words.en;
  const cash = (value: { amount: number; currency: string }) => formatMoney(value, order.locale);
  const [delivery] = order.deliveries;
  const opening = delivery?.kind === 'pickup' ? t.pickup(order.number) : t.received(order.number);
  const sums: readonly (readonly [string, string])[] = [
    ...(order.discount.amount > 0 ? [[t.discount, `−${cash(order.discount)}`] as const] : []),
    [delivery?.name ?? t.delivery, cash(order.delivery)],
    ...(order.tax.amount > 0
      ? [[order.prices === 'inclusive' ? t.tax : t.taxOnTop, cash(order.tax)] as const]
      : []),
    [t.total, cash(order.total)],
  ];
  const place = delivery?.store
    ? { title: t.at, lines: [delivery.store.name, delivery.store.city] }
    : delivery?.address && { title: t.to, lines: addressLines(delivery.address, order.locale) };
  const lines = order.lines.map(({ quantity, name, options, total, shipsFrom }) => ({
    what: `${quantity} × ${name}${options ? ` (${options})` : ''}`,
    total: cash(total),
    // A day of the calendar, not a moment.
    ...(shipsFrom !== undefined && {
      note: t.preorder(dateIn(shipsFrom, { locale: order.locale, timeZone: 'UTC' })),
    }),
  }));
  return {
    to: order.contact.email,
    subject: t.subject(order.number),
    text: [
      t.thanks(order.contact.name),
      opening,
      '',
      ...lines.flatMap(({ what, total, note }) => [`${what}  ${total}`, ...(note ? [`    ${note}`] : [])]),
      ...sums.map(([name, value]) => `${name}  ${value}`),
      ...(place ? ['', `${place.title}:`, ...place.lines] : []),
      ...(link === undefined ? [] : ['', `${t.look}: ${link}`]),
      '',
    ].join('\n'),
    html: mailPage(order.locale, [
      `<h1 style="font-size:22px;margin:0 0 8px">${escapeHtml(t.thanks(order.contact.name))}</h1>`,
      `<p style="margin:0 0 24px">${escapeHtml(opening)}</p>`,
      `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse">`,
      ...lines.map(({ what, total, ...rest }) => row(what, total, rest)),
      ...sums.map(([name, value], at) => row(name, value, { isLast: at === sums.length - 1 })),
      '</table>',
      ...(place
        ? [
            `<p style="margin:24px 0 0"><strong>${escapeHtml(place.title)}</strong><br>${place.lines.map(escapeHtml).join('<br>')}</p>`,
          ]
        : []),
      ...(link === undefined ? [] : [mailButton(link, t.look)]),
    ]),
  };
}
