import type { CommittedEvent, Database, Queryable } from '@vitrine/database';
import type { CommandContext } from '../api/commerce-client.ts';
import { type CommerceEngine, createEngine } from '../engine.ts';
import type { Market } from '../market.ts';

/** An engine over a test database, with a clock that stands still, channels and locations. */
export interface TestShop {
  readonly engine: CommerceEngine;
  /** What time it is; assign to travel. */
  now: Date;
  /** A command of the process itself, with a key nobody used before. */
  command(): CommandContext;
  readonly en: Market;
  readonly de: Market;
  /** Events committed since the last call. */
  takeEvents(): Promise<readonly Pick<CommittedEvent, 'kind' | 'payload'>[]>;
}

/** Sets up the channels `online` (en, de; EUR, GBP; sells from the warehouse) and `harbour` (de; EUR; its store). */
export async function openTestShop(
  database: Database,
  makeEngine: (clock: () => Date) => CommerceEngine = (clock) =>
    createEngine({
      database,
      clock,
      secret: 'a secret for tests, 32 letters long',
      accountUrl: testAccountUrl,
      unsafeFastPasswordsForTests: true,
    }),
): Promise<TestShop> {
  const events: Pick<CommittedEvent, 'kind' | 'payload'>[] = [];
  database.subscribe((committed) => {
    // The index follows in its own time; what the catalogue says is what is looked at.
    const said = committed.filter(({ kind }) => kind !== 'search.indexed');
    events.push(...said.map(({ kind, payload }) => ({ kind, payload })));
  });
  const shop: TestShop = {
    now: new Date('2026-11-23T09:00:00.000Z'),
    engine: makeEngine(() => shop.now),
    command: () => ({ actor: { kind: 'system', reason: 'test' }, idempotencyKey: crypto.randomUUID() }),
    en: { channel: 'online', locale: 'en', currency: 'EUR', customerGroup: 'anyone' },
    de: { channel: 'online', locale: 'de', currency: 'EUR', customerGroup: 'anyone' },
    takeEvents: async () => events.splice(0),
  };
  const { stores } = shop.engine;
  await stores.importLocations(shop.command(), [
    { id: 'warehouse', kind: 'warehouse', name: 'Warehouse', city: 'Kiel' },
    { id: 'store-harbour', kind: 'store', name: 'Harbour', city: 'Kiel' },
    { id: 'store-north', kind: 'store', name: 'North', city: 'Flensburg' },
  ]);
  await stores.importChannels(shop.command(), [
    {
      id: 'online',
      kind: 'online',
      name: 'Online',
      locales: ['en', 'de'],
      currencies: ['EUR', 'GBP'],
      country: 'DE',
      taxDisplay: 'inclusive',
      locations: ['warehouse'],
    },
    {
      id: 'harbour',
      kind: 'store',
      name: 'Harbour',
      locales: ['en'],
      currencies: ['EUR'],
      country: 'DE',
      taxDisplay: 'inclusive',
      locations: ['store-harbour'],
    },
  ]);
  events.length = 0;
  return shop;
}

/** A view of the database that counts the statements sent through it. */
export function countStatements(on: Queryable): { readonly on: Queryable; readonly count: () => number } {
  let count = 0;
  return {
    count: () => count,
    on: {
      execute(query, ...rest) {
        count += 1;
        return on.execute(query, ...rest);
      },
      tables: <Tables>() =>
        on.tables<Tables>().withPlugin({
          transformQuery({ node }) {
            count += 1;
            return node;
          },
          transformResult: async ({ result }) => result,
        }),
    },
  };
}

/** Where links in mails of test shops lead. */
export const testAccountUrl: NonNullable<Parameters<typeof createEngine>[0]['accountUrl']> = ({
  kind,
  token = '',
  wish,
}) => `https://shop.example/account/${kind}?token=${token}${wish === undefined ? '' : `&wish=${wish}`}`;
