import type { CheckoutAnswer } from '@vitrine/data-actions/library';
import type { Say } from '../checkout-parts.tsx';

type Option = CheckoutAnswer['checkout']['options'][number];

/** When an order is there, as people say it. Dates are days of a calendar, not moments. */
export function promiseText(
  { promise, kind, hasSlots }: Option,
  { locale, t }: { locale: string; t: Say },
): string {
  if (hasSlots) return t('own-time');
  // Each gift card says itself when it is mailed: as soon as it is paid, or on a day that was chosen.
  if (!promise || kind === 'electronic') return '';
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  // A date is one word: a line does not end between day and month.
  const day = (date: string) =>
    format.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)).replaceAll(' ', '\u00a0');
  const earliest = day(promise.earliest);
  const latest = day(promise.latest);
  if (kind === 'pickup') return t('ready-on', { earliest });
  return earliest === latest ? t('on', { earliest }) : t('between', { earliest, latest });
}
