import type { Promotion } from '@vitrine/commerce-engine/client';

export type Hours = NonNullable<Promotion['hours']>;

// A Monday, so that the days of the week follow it.
const monday = Date.UTC(2024, 0, 1);
const names = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' });

/** 1 = Monday … 7 = Sunday. */
export function dayName(day: number): string {
  return names.format(monday + (day - 1) * 24 * 60 * 60_000);
}

/** As people write it on a door: `Mon–Fri 17:00–19:00, Sat 10:00–14:00 (Europe/Berlin)`. */
export function hoursWords({ zone, windows }: Hours): string {
  const each = windows.map(({ days, from, to }) => `${daysWords(days)} ${from}–${to}`);
  return each.length === 0 ? 'Never' : `${each.join(', ')} (${zone})`;
}

/** As a sentence: `Only Sat 10:00–14:00 (Europe/Berlin).` */
export function onlyAt(hours: Hours): string {
  return hours.windows.length === 0 ? 'Never: it has no hours.' : `Only ${hoursWords(hours)}.`;
}

/** Three days in a row and more are told by the first and the last. */
export function daysWords(days: readonly number[]): string {
  const chosen = [...new Set(days)].sort((a, b) => a - b);
  if (chosen.length === 0) return 'On no day';
  if (chosen.length === 7) return 'Every day';
  const rows: number[][] = [];
  for (const day of chosen) {
    const row = rows.at(-1);
    if (row?.at(-1) === day - 1) row.push(day);
    else rows.push([day]);
  }
  return rows
    .map((row) =>
      row.length > 2 ? `${dayName(row[0]!)}–${dayName(row.at(-1)!)}` : row.map(dayName).join(', '),
    )
    .join(', ');
}
