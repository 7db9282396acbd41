/** A day as people of the locale write it, where the shop is; with the time of day when asked. */
export function dateIn(
  iso: string,
  { locale, timeZone, withTime = false }: { locale: string; timeZone: string; withTime?: boolean },
): string {
  const style: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone };
  if (withTime) style.timeStyle = 'short';
  return new Intl.DateTimeFormat(locale, style).format(new Date(iso));
}
