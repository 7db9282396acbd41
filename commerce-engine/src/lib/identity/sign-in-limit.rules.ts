/** How failed sign-ins are limited. Successful ones do not count. */
export const SIGN_IN_LIMITS = {
  /** For one account, from wherever. */
  account: { failures: 10, minutes: 15 },
  /** For one address, over all accounts. */
  address: { failures: 50, minutes: 15 },
} as const;

export interface FailureCount {
  readonly failures: number;
  readonly windowEnds: Date;
}

/** Seconds until another try is allowed; 0 = now. */
export function secondsToWait(count: FailureCount | undefined, most: number, now: Date): number {
  if (!count || count.windowEnds <= now || count.failures < most) return 0;
  return Math.max(1, Math.ceil((count.windowEnds.getTime() - now.getTime()) / 1000));
}
