/** A day of the calendar as people of the locale write it. It is one word: no line ends within it. */
export function calendarDay(date: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`)).replaceAll(' ', '\u00a0');
}
