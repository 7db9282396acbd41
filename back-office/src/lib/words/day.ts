const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** A day of the calendar, `YYYY-MM-DD`, as one would write it. No line ends within it. */
export function day(date: string): string {
  return days.format(new Date(`${date}T00:00:00Z`)).replaceAll(' ', '\u00a0');
}

/** Whether the day has not begun, by the person's own clock. */
export function isToCome(date: string, now = new Date()): boolean {
  const [year, month, of] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return date > `${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;
}
