/** The person's own zone, as the browser knows it. */
const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A moment by the clock of a place; whose clock is said when it shows another time than the reader's. */
export function whenThere(
  iso: string,
  {
    timeZone,
    own = ownZone,
    locale,
  }: { readonly timeZone: string; readonly own?: string; readonly locale?: string },
): string {
  const at = new Date(iso);
  const isSame = clock(at, timeZone) === clock(at, own);
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    ...(!isSame && { timeZoneName: 'longGeneric' }),
  }).format(at);
}

function clock(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at);
}
