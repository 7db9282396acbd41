const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds between the tries of one delivery: ten tries in 68 hours and a half. */
export const PAUSES = [
  5,
  1 * MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  24 * HOUR,
] as const;

/** Days without anything taken after which an endpoint is not told any more. */
export const DAYS_OF_PATIENCE = 5;

/** When a delivery is tried again; undefined = it is not. @param tries how many there were, the failed one included. */
export function nextTry(tries: number, now: Date): Date | undefined {
  const pause = PAUSES[tries - 1];
  return pause === undefined ? undefined : new Date(now.getTime() + pause * 1000);
}

/** What an answer's status means. Redirects are failures: whoever moved says so in the shop. */
export function meaningOf(status: number): 'taken' | 'gone' | 'failed' {
  if (status >= 200 && status < 300) return 'taken';
  return status === 410 ? 'gone' : 'failed';
}

/** Whether an endpoint took nothing for so long that it is given up. */
export function isGivenUp(failingSince: Date, now: Date): boolean {
  return now.getTime() - failingSince.getTime() >= DAYS_OF_PATIENCE * 24 * HOUR * 1000;
}
