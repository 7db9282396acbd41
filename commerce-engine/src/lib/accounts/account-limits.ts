import type { Queryable } from '@vitrine/database';
import type { EngineContext } from '../engine-context.ts';
import { counterKey, countTry, giveTriesBack, type TryCounter } from '../identity/count-tries.ts';
import { SIGN_IN_LIMITS } from '../identity/sign-in-limit.rules.ts';

/** Mails that strangers can have sent. */
const MAIL_LIMITS = {
  /** To one address. */
  account: { failures: 5, minutes: 60 },
  /** From one network address. */
  address: { failures: 30, minutes: 60 },
} as const;

export interface Tries {
  /** Seconds to wait; 0 = go on. A try is counted before it is known whether it was right. */
  count(on: Queryable): Promise<number>;
  /** It was right. */
  giveBack(on: Queryable): Promise<void>;
}

/** Tries of a password, for one account and from one network address. */
export function passwordTries(context: EngineContext, email: string, from: string): Tries {
  return triesOf(context, [
    { key: counterKey('shopper', email, context.secret), ...SIGN_IN_LIMITS.account },
    { key: counterKey('shopper-address', from, context.secret), ...SIGN_IN_LIMITS.address },
  ]);
}

/** Mails to one address, asked for from one network address. */
export function mailTries(context: EngineContext, email: string, from: string): Tries {
  return triesOf(context, [
    { key: counterKey('mail', email, context.secret), ...MAIL_LIMITS.account },
    { key: counterKey('mail-address', from, context.secret), ...MAIL_LIMITS.address },
  ]);
}

function triesOf({ clock }: EngineContext, counters: readonly TryCounter[]): Tries {
  return {
    async count(on) {
      for (const counter of counters) {
        const wait = await countTry(on, counter, clock());
        if (wait > 0) return wait;
      }
      return 0;
    },
    giveBack: (on) => giveTriesBack(on, counters),
  };
}
