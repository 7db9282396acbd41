import type { WrittenMail } from '../../mail/mail.ts';
import { escapeHtml, mailPage } from '../../mail/mail-page.ts';
import { formatMoney } from '../../money/format-money.rules.ts';
import type { Money } from '../../money/money.rules.ts';
import type { GiftCardSecrets } from '../keep-gift-card.ts';

/** A card as it is told to whoever bought it. */
export interface SoldCard extends GiftCardSecrets {
  /** What is on it. */
  readonly amount: Money;
}

const en = {
  one: (amount: string) => `Your gift card for ${amount}`,
  many: (count: number) => `Your ${count} gift cards`,
  hello: 'Here it is.',
  helloMany: 'Here they are.',
  body: (number: string, isOne: boolean) =>
    `You bought ${isOne ? 'it' : 'them'} with order ${number}. Pass the mail on, or print it: whoever has code and PIN can pay with ${isOne ? 'it' : 'them'}.`,
  renewed:
    'This is a new code and PIN for a card you bought. Those you were sent before do not work any more.',
  code: 'Code',
  pin: 'PIN',
  use: 'At the checkout, enter both under “Gift card”. What is left stays on the card.',
};
const de: typeof en = {
  one: (amount) => `Ihr Gutschein über ${amount}`,
  many: (count) => `Ihre ${count} Gutscheine`,
  hello: 'Hier ist er.',
  helloMany: 'Hier sind sie.',
  body: (number, isOne) =>
    `Sie haben ${isOne ? 'ihn' : 'sie'} mit der Bestellung ${number} gekauft. Leiten Sie diese Mail weiter oder drucken Sie sie aus: Wer Code und PIN hat, kann damit bezahlen.`,
  renewed:
    'Das sind ein neuer Code und eine neue PIN für einen Gutschein, den Sie gekauft haben. Die früheren gelten nicht mehr.',
  code: 'Code',
  pin: 'PIN',
  use: 'Geben Sie an der Kasse beides unter „Gutschein“ ein. Was übrig bleibt, bleibt auf dem Gutschein.',
};

/** The mail with which cards that were bought reach their buyer, in their language. It is passed on: no way leads from it to the order. Pure. */
export function soldLetter(
  order: { readonly number: string; readonly locale: string; readonly to: string },
  cards: readonly SoldCard[],
  { isRenewed = false }: { readonly isRenewed?: boolean } = {},
): WrittenMail {
  const { locale, number, to } = order;
  const t = locale.toLowerCase().startsWith('de') ? de : en;
  const cash = ({ amount }: SoldCard) => formatMoney(amount, locale);
  const subject = cards.length === 1 ? t.one(cash(cards[0]!)) : t.many(cards.length);
  const hello = cards.length === 1 ? t.hello : t.helloMany;
  const body = isRenewed ? t.renewed : t.body(number, cards.length === 1);
  const boxes = cards.map(
    (card) =>
      `<div style="margin:24px 0 0;padding:24px;border:1px solid #d9d3c5;border-radius:12px"><p style="margin:0;font-size:28px">${escapeHtml(cash(card))}</p><p style="margin:12px 0 0">${t.code}<br><strong style="font:600 20px ui-monospace,monospace;white-space:nowrap">${card.code}</strong></p><p style="margin:12px 0 0">${t.pin}<br><strong style="font:600 20px ui-monospace,monospace">${card.pin}</strong></p></div>`,
  );
  const html = mailPage(locale, [
    `<h1 style="margin:0;font-size:24px">${escapeHtml(subject)}</h1><p style="margin:16px 0 0">${hello} ${escapeHtml(body)}</p>`,
    ...boxes,
    `<p style="margin:24px 0 0">${t.use}</p>`,
  ]);
  const told = cards.map((card) => `${cash(card)}\n${t.code}: ${card.code}\n${t.pin}: ${card.pin}`);
  const text = [`${hello} ${body}`, ...told, t.use].join('\n\n');
  return { to, subject, html, text };
}
