const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

// The person's own locale and zone, as the browser knows them.
const moments = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const times = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const ago = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** As one would say it today, with the date when it is longer ago. */
export function when(iso: string, now = new Date()): string {
  const at = new Date(iso);
  const passed = now.getTime() - at.getTime();
  if (passed >= 0 && passed < HOUR) return ago.format(-Math.floor(passed / MINUTE), 'minute');
  if (at.toDateString() === now.toDateString()) return times.format(at);
  return moments.format(at);
}
