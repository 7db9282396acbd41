import type { Database } from '@vitrine/database';
import { type CommerceEngine, createEngine } from '../engine.ts';
import type { PaymentProvider } from '../payments/payment-provider.ts';
import { type CrashingDatabase, crashingDatabase } from './crashing-database.ts';

/**
 * An engine in a process that is killed after so many steps: before a statement, around a commit, or around a call to
 * the bank, which lives elsewhere and survives.
 */
export function doomedEngine({
  database,
  bank,
  clock,
  steps,
}: {
  readonly database: Database;
  readonly bank: PaymentProvider;
  readonly clock: () => Date;
  readonly steps: number;
}): { readonly engine: CommerceEngine; readonly crashing: CrashingDatabase } {
  const crashing = crashingDatabase(database, steps);
  const throughProcess =
    <Args extends unknown[], Answer>(ask: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      crashing.step();
      const answer = await ask(...args);
      crashing.step();
      return answer;
    };
  const engine = createEngine({
    database: crashing.database,
    clock,
    secret: 'a secret for tests, 32 letters long',
    paymentProviders: [
      {
        ...bank,
        start: throughProcess(bank.start),
        operate: throughProcess(bank.operate),
        status: throughProcess(bank.status),
      },
    ],
  });
  engine.search.stop();
  return { engine, crashing };
}
