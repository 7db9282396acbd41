import { openDatabase } from '@vitrine/database';
import { createEngine } from '../engine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { createSimulator } from '../payments/simulator/simulator.ts';

// A process of its own that pays checkouts it is told of, until it is told to go or is killed.

/** One thing to pay. */
export interface PayOrder {
  readonly cartId: string;
  readonly checkoutId: string;
  readonly seen: string;
  readonly token: string;
  readonly key: string;
}

const secret = 'a secret for tests, 32 letters long';
const now = new Date(process.env.NOW ?? 0);
const database = await openDatabase({ url: process.env.URL_OF_DATABASE, migrations: [commerceMigrations] });
const { provider } = createSimulator({
  database,
  clock: () => now,
  secret,
  challengeUrl: (reference) => `https://bank.example/${reference}`,
});
const engine = createEngine({ database, clock: () => now, secret, paymentProviders: [provider] });
engine.search.stop();
const market = { channel: 'online', locale: 'en', currency: 'EUR', customerGroup: 'anyone' };

process.on('message', async (orders: readonly PayOrder[]) => {
  const kinds = await Promise.all(
    orders.map(async ({ key, ...order }) => {
      const command = { actor: { kind: 'guest' as const }, idempotencyKey: key };
      const payment = { ...order, provider: 'simulator', method: 'card' };
      try {
        return (await engine.checkout.pay(command, market, payment)).kind;
      } catch (error) {
        return `failed: ${error instanceof Error ? error.message : String(error)}`;
      }
    }),
  );
  process.send?.(kinds);
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
