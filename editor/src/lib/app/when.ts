import { whenNeeded } from './when-needed.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const relative = whenNeeded(() => new Intl.RelativeTimeFormat('en', { numeric: 'auto' }));
const dates = whenNeeded(
  () => new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' }),
);
const days = whenNeeded(
  () => new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' }),
);
const times = whenNeeded(
  () => new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hour12: false }),
);

/** How long ago, as one would say it: `just now`, `5 minutes ago`, `yesterday`, `3 Mar 2026`. */
export function timeAgo(at: Date, now = new Date()): string {
  const passed = now.getTime() - at.getTime();
  if (passed < MINUTE) return 'just now';
  if (passed < HOUR) return relative().format(-Math.floor(passed / MINUTE), 'minute');
  const nights = nightsBetween(at, now);
  if (nights === 0) return relative().format(-Math.floor(passed / HOUR), 'hour');
  if (nights < 7) return relative().format(-nights, 'day');
  return dates().format(at);
}

/** A day as a heading: `Today`, `Yesterday`, `Friday, 6 March`, last year with its number. */
export function dayName(at: Date, now = new Date()): string {
  const nights = nightsBetween(at, now);
  if (nights === 0) return 'Today';
  if (nights === 1) return 'Yesterday';
  return at.getFullYear() === now.getFullYear() ? days().format(at) : dates().format(at);
}

/** `14:05`. */
export function timeOfDay(at: Date): string {
  return times().format(at);
}

/** `6 Mar 2026, 14:05`. */
export function dateAndTime(at: Date): string {
  return `${dates().format(at)}, ${timeOfDay(at)}`;
}

function nightsBetween(at: Date, now: Date): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(now) - midnight(at)) / DAY);
}
