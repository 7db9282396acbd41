import type { WrittenMail } from '../../mail/mail.ts';
import { escapeHtml, mailButton, mailPage } from '../../mail/mail-page.ts';
import { formatMoney } from '../../money/format-money.rules.ts';
import { type Money, money } from '../../money/money.rules.ts';
import type { GiftCardSecrets } from '../keep-gift-card.ts';

/** A card as it is told to whoever gets it. */
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
  given: (from: string) => (from ? `${from} has a gift card for you` : 'A gift card for you'),
  givenMany: (from: string, count: number) =>
    from ? `${from} has ${count} gift cards for you` : `${count} gift cards for you`,
  dear: (name: string) => `Hello ${name},`,
  worth: (amounts: string, from: string) =>
    from
      ? `${from} gives you ${amounts}, for whatever you like in our shop.`
      : `You have ${amounts}, for whatever you like in our shop.`,
  passOn: 'Keep this mail, or print it: whoever has code and PIN can pay with it.',
  renewedGift: 'This is a new code and PIN for your card. Those you were sent before do not work any more.',
  code: 'Code',
  pin: 'PIN',
  use: 'At the checkout, enter both under “Gift card”. What is left stays on the card.',
  shop: 'To the shop',
};
const de: typeof en = {
  one: (amount) => `Ihre Geschenkkarte über ${amount}`,
  many: (count) => `Ihre ${count} Geschenkkarten`,
  hello: 'Hier ist sie.',
  helloMany: 'Hier sind sie.',
  body: (number) =>
    `Sie haben sie mit der Bestellung ${number} gekauft. Leiten Sie diese Mail weiter oder drucken Sie sie aus: Wer Code und PIN hat, kann damit bezahlen.`,
  renewed:
    'Das sind ein neuer Code und eine neue PIN für eine Geschenkkarte, die Sie gekauft haben. Die früheren gelten nicht mehr.',
  given: (from) => (from ? `${from} schenkt Ihnen eine Geschenkkarte` : 'Eine Geschenkkarte für Sie'),
  givenMany: (from, count) =>
    from ? `${from} schenkt Ihnen ${count} Geschenkkarten` : `${count} Geschenkkarten für Sie`,
  dear: (name) => `Guten Tag ${name},`,
  worth: (amounts, from) =>
    from
      ? `${from} schenkt Ihnen ${amounts}, für alles, was Ihnen bei uns gefällt.`
      : `Sie haben ${amounts}, für alles, was Ihnen bei uns gefällt.`,
  passOn: 'Heben Sie diese Mail auf oder drucken Sie sie aus: Wer Code und PIN hat, kann damit bezahlen.',
  renewedGift:
    'Das sind ein neuer Code und eine neue PIN für Ihre Geschenkkarte. Die früheren gelten nicht mehr.',
  code: 'Code',
  pin: 'PIN',
  use: 'Geben Sie an der Kasse beides unter „Geschenkkarte“ ein. Was übrig bleibt, bleibt auf der Karte.',
  shop: 'Zum Laden',
};

/**
 * The mail with which cards that were bought reach their buyer, or whom they are for, in the order's language. It is passed on: no way leads from
 * it to the order. Pure.
 */
export function soldLetter(
  order: {
    readonly number: string;
    readonly locale: string;
    readonly to: string;
    /** Names of who gives it to whom. Absent = it goes to whoever bought it. */
    readonly gift?: { readonly to: string; readonly from: string };
    readonly message?: string;
    /** Where it is spent. Absent = the mail has no link. */
    readonly shop?: string;
  },
  cards: readonly SoldCard[],
  { isRenewed = false }: { readonly isRenewed?: boolean } = {},
): WrittenMail {
  const { locale, number, to, gift, message, shop } = order;
  const t = locale.toLowerCase().startsWith('de') ? de : en;
  const cash = ({ amount }: SoldCard) => formatMoney(amount, locale);
  const isOne = cards.length === 1;
  const sum = formatMoney(
    money(
      cards.reduce((total, { amount }) => total + amount.amount, 0),
      cards[0]!.amount.currency,
    ),
    locale,
  );
  const subject = gift
    ? isOne
      ? t.given(gift.from)
      : t.givenMany(gift.from, cards.length)
    : isOne
      ? t.one(cash(cards[0]!))
      : t.many(cards.length);
  const hello = gift ? t.dear(gift.to) : isOne ? t.hello : t.helloMany;
  const body = gift
    ? isRenewed
      ? t.renewedGift
      : `${t.worth(sum, gift.from)} ${t.passOn}`
    : isRenewed
      ? t.renewed
      : t.body(number, isOne);
  const boxes = cards.map(
    (card) =>
      `<div style="margin:24px 0 0;padding:24px;border:1px solid #d9d3c5;border-radius:12px"><p style="margin:0;font-size:28px">${escapeHtml(cash(card))}</p><p style="margin:12px 0 0">${t.code}<br><strong style="font:600 20px ui-monospace,monospace;white-space:nowrap">${card.code}</strong></p><p style="margin:12px 0 0">${t.pin}<br><strong style="font:600 20px ui-monospace,monospace">${card.pin}</strong></p></div>`,
  );
  const html = mailPage(locale, [
    `<h1 style="margin:0;font-size:24px">${escapeHtml(subject)}</h1><p style="margin:16px 0 0">${escapeHtml(`${hello} ${body}`)}</p>`,
    ...(message
      ? [
          `<p style="margin:24px 0 0;padding:0 0 0 16px;border-left:3px solid #d9d3c5;white-space:pre-line">${escapeHtml(message)}</p>`,
        ]
      : []),
    ...boxes,
    `<p style="margin:24px 0 0">${t.use}</p>`,
    ...(shop === undefined ? [] : [mailButton(shop, t.shop)]),
  ]);
  const told = cards.map((card) => `${cash(card)}\n${t.code}: ${card.code}\n${t.pin}: ${card.pin}`);
  const text = [
    `${hello} ${body}`,
    ...(message ? [message] : []),
    ...told,
    t.use,
    ...(shop === undefined ? [] : [`${t.shop}: ${shop}`]),
  ].join('\n\n');
  return { to, subject, html, text };
}
