import type { CommerceEngine } from '@vitrine/commerce-engine';
import type { CommerceClient } from '@vitrine/commerce-engine/client';
import type { Database } from '@vitrine/database';
import { benchCategories, benchProduct } from './generate-products.ts';

export interface FillOptions {
  readonly engine: CommerceEngine;
  readonly client: CommerceClient;
  readonly database: Database;
  readonly count: number;
}

const actor = { kind: 'system' as const, reason: 'bench' };
const inOneCall = 250;
const lanes = 4;
/** Imported while the index follows each change, to see what that costs. */
const followed = 500;

/** Fills a new shop and says how long the parts of it took. */
export async function fillShop({ engine, client, database, count }: FillOptions): Promise<void> {
  await engine.stores.importLocations({ actor, idempotencyKey: 'locations' }, [
    { id: 'warehouse', kind: 'warehouse', name: 'Warehouse', city: 'Hamburg' },
  ]);
  await engine.stores.importChannels({ actor, idempotencyKey: 'channels' }, [
    {
      id: 'online',
      kind: 'online',
      name: 'Online',
      locales: ['en', 'de'],
      currencies: ['EUR'],
      country: 'DE',
      taxDisplay: 'inclusive',
      locations: ['warehouse'],
    },
  ]);
  await client.catalog.importCategories({ actor, idempotencyKey: 'categories' }, benchCategories());
  const first = Math.min(followed, count);
  await timed(`imported ${first} products, the index following each`, first, () =>
    importRange(client, 0, first),
  );
  // A first import of this size is indexed at its end: `rebuild` is made for that.
  engine.search.stop();
  await timed(`imported ${count - first} more without the index`, count - first, () =>
    importRange(client, first, count),
  );
  await timed(`indexed ${count} products`, count, () => engine.search.rebuild());
  // What the database does by itself a minute after so many changes.
  await timed('collected statistics', count, async () => void (await database.execute('analyze')));
}

async function importRange(client: CommerceClient, from: number, to: number): Promise<void> {
  const began = performance.now();
  let next = from;
  const lane = async () => {
    while (next < to) {
      const at = next;
      next = Math.min(to, at + inOneCall);
      const part = Array.from({ length: next - at }, (_, index) => benchProduct(at + index));
      const outcomes = await client.catalog.importProducts({ actor, idempotencyKey: `products-${at}` }, part);
      const refused = outcomes.find((outcome) => outcome.kind === 'refused');
      if (refused) throw new Error(`${refused.handle}: ${refused.problems.join('; ')}`);
      if (at > from && at % 10_000 < inOneCall) console.log(`  ${at} after ${since(began)} s`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function timed(what: string, things: number, work: () => Promise<void>): Promise<void> {
  if (things === 0) return;
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  console.log(`${what}: ${seconds.toFixed(1)} s (${(things / seconds).toFixed(0)} products/s)`);
}

function since(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(0);
}
