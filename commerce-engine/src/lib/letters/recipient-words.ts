import type { OrderedGiftCard } from '../cart/recipient.ts';
import { dateIn } from '../documents/date-in.ts';

const en = {
  buyer: 'Comes to you by e-mail as soon as it is paid',
  atOnce: (to: string) => `For ${to}, by e-mail as soon as it is paid`,
  on: (to: string, day: string) => `For ${to}, by e-mail on ${day}`,
};
const de: typeof en = {
  buyer: 'Kommt per E-Mail zu Ihnen, sobald bezahlt ist',
  atOnce: (to) => `Für ${to}, per E-Mail, sobald bezahlt ist`,
  on: (to, day) => `Für ${to}, per E-Mail am ${day}`,
};

/** To whom the gift cards of a line go, and when; never what opens them. */
export function recipientWords({ recipient }: OrderedGiftCard, locale: string): string {
  const t = locale.toLowerCase().startsWith('de') ? de : en;
  if (!recipient) return t.buyer;
  const to = `${recipient.name} (${recipient.email})`;
  return recipient.on === undefined
    ? t.atOnce(to)
    : t.on(to, dateIn(recipient.on, { locale, timeZone: 'UTC' }));
}
