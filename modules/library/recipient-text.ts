import { calendarDay } from './calendar-day.ts';
import type { Say } from './checkout-parts.tsx';

/** What a module says of gift cards for somebody else. */
export const recipientMessages = {
  en: {
    'for-buyer': 'Comes to you by e-mail',
    'for-at-once': 'For {name} ({email}), by e-mail as soon as it is paid',
    'for-on': 'For {name} ({email}), by e-mail on {day}',
  },
  de: {
    'for-buyer': 'Kommt per E-Mail zu Ihnen',
    'for-at-once': 'Für {name} ({email}), per E-Mail, sobald bezahlt ist',
    'for-on': 'Für {name} ({email}), per E-Mail am {day}',
  },
};

/** To whom the gift cards of a line go, and when. */
export function recipientText(
  {
    recipient,
  }: {
    readonly recipient?: {
      readonly name: string;
      readonly email: string;
      readonly on?: string | undefined;
    };
  },
  { locale, t }: { readonly locale: string; readonly t: Say },
): string {
  if (!recipient) return t('for-buyer');
  const { name, email, on } = recipient;
  return on === undefined
    ? t('for-at-once', { name, email })
    : t('for-on', { name, email, day: calendarDay(on, locale) });
}
