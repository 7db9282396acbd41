/** What is left until a moment, in whole units; `undefined` when it is over. Times in milliseconds since 1970. */
export function remainingTime(until: number, now: number) {
  const seconds = Math.ceil((until - now) / 1000);
  if (!(seconds > 0)) return undefined;
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}
