import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { commerceMigrations, createEngine, createSimulator } from '@vitrine/commerce-engine';
import { openDatabase } from '@vitrine/database';
import { requester, type Send, variantIds } from './requests.ts';
import { SECRET } from './secret.ts';
import vitrine from './vitrine.adapter.mjs';

export interface KillLoopOptions {
  /** Of a PostgreSQL server; a database of its own is made there and dropped. */
  readonly server: string;
  /** How often the server is killed. */
  readonly kills: number;
  /** Shoppers at once. */
  readonly lanes: number;
  /** The most milliseconds it lives before it is killed. */
  readonly life: number;
}

export interface KillLoopReport {
  readonly kills: number;
  /** Checkouts that were paid for, or tried to be. */
  readonly checkouts: number;
  readonly orders: number;
  /** What shoppers were answered in the end, each by the same request until there was an answer. */
  readonly answers: Readonly<Record<string, number>>;
  /** What does not hold; empty when all is well. */
  readonly faults: readonly unknown[];
}

const TOKENS = ['sim-approve', 'sim-approve', 'sim-lost', 'sim-twice', 'sim-slow-capture', 'sim-decline'];
const MINUTE = 60_000;
/** Of one request: a minute and more without an answer is no restart. */
const MOST_TRIES = 1200;

/** Kills the server with SIGKILL again and again while shoppers buy over HTTP; then holds the shop against what must always hold. */
export async function killLoop({ server, kills, lanes, life }: KillLoopOptions): Promise<KillLoopReport> {
  const name = `vitrine_kill_${process.pid}_${Date.now()}`;
  const admin = await openDatabase({ url: server, migrations: [] });
  await admin.execute(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const shop = new KilledServer(url.href);
  try {
    await shop.start();
    const answered: { readonly checkoutId: string; readonly kind: string }[] = [];
    const adapter = await vitrine({
      req: shop.send,
      ids: { variants: await variantIds(shop.send) },
    });
    let isOver = false;
    const buying = Array.from({ length: lanes }, async (_, lane) => {
      for (let n = lane; !isOver; n += lanes) {
        const checkout = await until(() =>
          adapter.ready([adapter.variant(n * 7), adapter.variant(n * 7 + 1)]),
        );
        const key = crypto.randomUUID();
        const token = TOKENS[n % TOKENS.length]!;
        const kind = await until(async () => {
          const { status, json } = await adapter.pay(checkout, key, token);
          if (status !== 200) throw new Error(`answered with ${status}`);
          return (json as { kind: string }).kind;
        });
        answered.push({ checkoutId: checkout.id, kind });
      }
    });
    for (let kill = 0; kill < kills; kill += 1) {
      // Never twice at the same point of what the shoppers do.
      await pause(life * (0.3 + 0.7 * Math.random()));
      await shop.kill();
      await shop.start();
    }
    isOver = true;
    await Promise.all(buying);
    await shop.kill();
    return { kills, ...(await judge(url.href, answered)) };
  } finally {
    await shop.kill();
    await admin.execute(`drop database if exists ${name} with (force)`);
    await admin.close();
  }
}

/** A server that goes away and comes back at another address. */
class KilledServer {
  readonly #database: string;
  #process: ChildProcess | undefined;
  #client: ReturnType<typeof requester> | undefined;

  constructor(database: string) {
    this.#database = database;
  }

  readonly send: Send = async (...request) => {
    if (!this.#client) throw new Error('The server is away.');
    return await this.#client.send(...request);
  };

  async start(): Promise<void> {
    this.#process = fork(fileURLToPath(new URL('./serve-one.ts', import.meta.url)), {
      env: { ...process.env, NODE_ENV: 'production', BENCH_DATABASE_URL: this.#database },
    });
    const [{ url }] = (await once(this.#process, 'message')) as [{ url: string }];
    this.#client = requester(url);
  }

  async kill(): Promise<void> {
    if (!this.#process) return;
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    this.#process = undefined;
    this.#client?.close();
    this.#client = undefined;
    await gone;
  }
}

/** Asks again until there is an answer: the server is away at times. One that never has one says why. */
async function until<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      await pause(50);
    }
  }
}

async function judge(
  url: string,
  answered: readonly { readonly checkoutId: string; readonly kind: string }[],
): Promise<Omit<KillLoopReport, 'kills'>> {
  const database = await openDatabase({ url, migrations: [commerceMigrations] });
  try {
    let ahead = 0;
    const clock = () => new Date(Date.now() + ahead);
    const simulator = createSimulator({
      database,
      clock,
      secret: SECRET,
      challengeUrl: (reference) => `http://bank.example/${reference}`,
    });
    const engine = createEngine({ database, clock, secret: SECRET, paymentProviders: [simulator.provider] });
    // What the shop does by and by: a process that starts takes up what another one left.
    for (const minutes of [0, 1, 5, 30, 60]) {
      ahead += minutes * MINUTE;
      for (const message of await simulator.takeMessages())
        await engine.payments.receive('simulator', message);
      await engine.checkout.resume();
      await engine.inventory.sweepReservations();
    }
    const faults: unknown[] = [...(await engine.examine())];
    const { rows: orders } = await database.execute(
      `select orders_order.checkout_id, orders_order.total::int,
         (select coalesce(sum(bank.captured - bank.refunded), 0)::int from payments_simulator as bank
            join payments_payment as payment on payment.id = bank.payment_id
            where payment.owner = 'checkout:' || orders_order.checkout_id) as charged
       from orders_order`,
    );
    const placed = new Map(orders.map((order) => [String(order.checkout_id), order]));
    if (placed.size !== orders.length) faults.push({ problem: 'A checkout has two orders.' });
    for (const order of orders)
      if (order.charged !== order.total)
        faults.push({ problem: 'Charged otherwise than the order says.', order });
    for (const { checkoutId, kind } of answered)
      if ((kind === 'placed') !== placed.has(checkoutId) && (kind === 'placed' || kind === 'declined'))
        faults.push({ problem: `A shopper was told “${kind}”, and it is not so.`, checkoutId });
    return {
      checkouts: answered.length,
      orders: orders.length,
      answers: Object.fromEntries(
        [...Map.groupBy(answered, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
      ),
      faults,
    };
  } finally {
    await database.close();
  }
}
