import { parseArgs } from 'node:util';
import { commerceMigrations, createEngine, createLocalClient } from '@vitrine/commerce-engine';
import type { SearchQuery } from '@vitrine/commerce-engine/client';
import { findServices } from '@vitrine/database/services';
import { openTestDatabase } from '@vitrine/database/testing';
import { benchCategories, benchProduct } from './generate-products.ts';

// Search over many generated products, through the engine's own client, beside the plainest query the same database can answer
// (one row by primary key): the ratio to it says more than milliseconds of a noisy machine.
const { values } = parseArgs({
  options: { products: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '60' } },
});
const count = Number(values.products);
const rounds = Number(values.rounds);
await findServices();
const engineKind = process.env.TEST_DATABASE_URL ? 'postgres' : 'pglite';
const database = await openTestDatabase({ migrations: [commerceMigrations], engine: engineKind });
try {
  const engine = createEngine({ database, secret: 'bench-secret-bench-secret-bench-secret' });
  const client = createLocalClient(engine);
  const actor = { kind: 'system' as const, reason: 'bench' };
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
  const began = performance.now();
  const atATime = 500;
  for (let at = 0; at < count; at += atATime) {
    const part = Array.from({ length: Math.min(atATime, count - at) }, (_, index) =>
      benchProduct(at + index),
    );
    const outcomes = await client.catalog.importProducts({ actor, idempotencyKey: `products-${at}` }, part);
    const refused = outcomes.find((outcome) => outcome.kind === 'refused');
    if (refused) throw new Error(`${refused.handle}: ${refused.problems.join('; ')}`);
    if (at % 10_000 === 0)
      console.log(`${at} products after ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `imported ${count} products in ${seconds.toFixed(0)} s (${(count / seconds).toFixed(0)}/s) on ${engineKind}\n`,
  );

  const market = { channel: 'online', locale: 'en', currency: 'EUR', customerGroup: 'anyone' };
  const category = (await client.catalog.categoriesBySlug(market, ['all-lamps']))[0]?.id;
  const cases: Record<string, (round: number) => Promise<unknown>> = {
    'one row by key (the floor)': (round) => client.catalog.productCards(market, [String(round)]),
    'a common word': search({ text: 'stoneware' }),
    'two words, one rare': search({ text: 'harbour mug' }),
    'exact number': (round) => client.search.search(market, { text: `mug ${round * 37}` }),
    'a typo': search({ text: 'stonewre bowl' }),
    'a category with facets': search({ categoryId: category }),
    'category, two facets, by price': search({
      categoryId: category,
      filters: { colour: ['ochre', 'ink'], material: ['wool'] },
      sort: 'price-asc',
    }),
    'everything, newest, page 40': search({ page: 40 }),
    'nothing found': search({ text: 'qqqq zzzz' }),
    suggestions: () => client.search.suggest(market, 'lant'),
  };
  function search(query: SearchQuery) {
    return () => client.search.search(market, query);
  }
  console.log('case                                 p50 ms   p95 ms   × floor');
  let floor = Number.NaN;
  for (const [name, ask] of Object.entries(cases)) {
    for (let round = 0; round < 5; round++) await ask(round);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      await ask(round);
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const p50 = times[Math.floor(rounds * 0.5)]!;
    const p95 = times[Math.floor(rounds * 0.95)]!;
    if (Number.isNaN(floor)) floor = p50;
    console.log(
      `${name.padEnd(36)} ${p50.toFixed(1).padStart(7)} ${p95.toFixed(1).padStart(8)} ${(p50 / floor).toFixed(1).padStart(8)}`,
    );
  }
} finally {
  await database.close();
}
