import { parseArgs } from 'node:util';
import { commerceMigrations, createEngine, createLocalClient } from '@vitrine/commerce-engine';
import type { SearchQuery } from '@vitrine/commerce-engine/client';
import { findServices } from '@vitrine/database/services';
import { openTestDatabase } from '@vitrine/database/testing';
import { fillShop } from './fill-shop.ts';

// Search over many generated products, through the engine's own client, beside the plainest query the same database can answer
// (one product by key): the ratio to it says more than milliseconds of a noisy machine.
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
  console.log(`${count} products with 3 variants and 2 languages on ${engineKind}\n`);
  await fillShop({ engine, client, database, count });

  const market = { channel: 'online', locale: 'en', currency: 'EUR', customerGroup: 'anyone' };
  const category = (await client.catalog.categoriesBySlug(market, ['all-lamps']))[0]?.id;
  const some = (await client.search.search(market, {})).productIds;
  if (!category || some.length === 0)
    throw new Error('The shop was filled but shows no category and no product.');
  const cases: Record<string, (round: number) => Promise<number>> = {
    'one product by key (the floor)': async (round) =>
      (await client.catalog.productCards(market, [some[round % some.length]!])).length,
    'a common word': search({ text: 'stoneware' }),
    'two words, one rare': search({ text: 'harbour mug' }),
    'exact number': (round) => search({ text: `mug ${(round % Math.floor(count / 30)) * 30}` })(),
    'a typo': search({ text: 'stonewre bowl' }),
    'a category with facets': search({ categoryId: category }),
    'category, facet, by price': search({
      categoryId: category,
      filters: { colour: ['ochre', 'ink'] },
      sort: 'price-asc',
    }),
    'everything, newest, page 1': search({}),
    'everything, newest, page 40': search({ page: 40 }),
    'nothing found': search({ text: 'qqqq zzzz' }),
    suggestions: async () => (await client.search.suggest(market, 'lant')).length,
  };
  function search(query: SearchQuery) {
    return async () => (await client.search.search(market, query)).total;
  }
  console.log(`\n${'case'.padEnd(34)}      hits   p50 ms   p95 ms   × floor`);
  let floor = Number.NaN;
  for (const [name, ask] of Object.entries(cases)) {
    for (let round = 0; round < 5; round++) await ask(round);
    const times: number[] = [];
    let hits = 0;
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      hits = await ask(round);
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const p50 = times[Math.floor(rounds * 0.5)]!;
    const p95 = times[Math.floor(rounds * 0.95)]!;
    if (Number.isNaN(floor)) floor = p50;
    console.log(
      `${name.padEnd(34)} ${String(hits).padStart(9)} ${p50.toFixed(1).padStart(8)} ${p95.toFixed(1).padStart(8)} ${(p50 / floor).toFixed(1).padStart(9)}`,
    );
  }
} finally {
  await database.close();
}
