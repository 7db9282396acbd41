import type { CheckoutView } from '../checkout/checkout.views.ts';
import { letterRow } from '../letters/letter-parts.ts';
import type { WrittenMail } from '../mail/mail.ts';
import { escapeHtml, mailButton, mailPage } from '../mail/mail-page.ts';
import { formatMoney } from '../money/format-money.rules.ts';

const en = {
  subject: 'Your cart is ready to be paid',
  title: 'Your cart is ready.',
  text: 'We have put together for you what we talked about. Look through it, choose how to pay, and your order is placed.',
  button: 'To the checkout',
  total: 'Total',
  end: 'Nothing is ordered yet, and nothing put aside. Did you not expect this letter? Then leave it: nothing happens.',
};

const de: typeof en = {
  subject: 'Ihr Warenkorb ist bereit zum Bezahlen',
  title: 'Ihr Warenkorb ist bereit.',
  text: 'Wir haben für Sie zusammengestellt, was wir besprochen haben. Sehen Sie es durch, wählen Sie, wie Sie bezahlen, und die Bestellung ist aufgegeben.',
  button: 'Zur Kasse',
  total: 'Summe',
  end: 'Noch ist nichts bestellt und nichts zurückgelegt. Haben Sie diese Nachricht nicht erwartet, lassen Sie sie liegen: Dann geschieht nichts.',
};

/** What a shopper is written whose cart staff have filled. Pure. */
export function cartLetter(
  { cart, total }: Pick<CheckoutView, 'cart' | 'total'>,
  { to, locale, link }: { readonly to: string; readonly locale: string; readonly link: string },
): WrittenMail {
  const words = locale.toLowerCase().startsWith('de') ? de : en;
  const rows = [
    ...cart.lines.map(({ quantity, name, options, total: sum }) => ({
      name: [`${quantity} × ${name}`, options].filter(Boolean).join(' · '),
      value: formatMoney(sum, locale),
    })),
    { name: words.total, value: formatMoney(total, locale) },
  ];
  return {
    to,
    subject: words.subject,
    text: [
      words.title,
      '',
      words.text,
      '',
      ...rows.map(({ name, value }) => `${name}: ${value}`),
      '',
      `${words.button}: ${link}`,
      '',
      words.end,
      '',
    ].join('\n'),
    html: mailPage(locale, [
      `<h1 style="font-size:22px;margin:0 0 8px">${escapeHtml(words.title)}</h1>`,
      `<p style="margin:0 0 16px">${escapeHtml(words.text)}</p>`,
      `<table style="width:100%;border-collapse:collapse">${rows
        .map(({ name, value }, at) => letterRow(name, value, { isLast: at === rows.length - 1 }))
        .join('')}</table>`,
      mailButton(link, words.button),
      `<p style="margin:24px 0 0;color:#5a6466;font-size:14px">${escapeHtml(words.end)}</p>`,
    ]),
  };
}
