import type { Queryable, Transaction } from '@vitrine/database';
import type { SearchTables } from './search.tables.ts';
import type { SearchSources } from './search-sources.ts';
import { lockIndex, writePrices } from './write-index.ts';

/** What a price depends on. */
export interface PriceMarket {
  readonly channel: string;
  readonly currency: string;
  readonly customerGroup: string;
}

const BATCH = 500;

/** Writes the prices of products into markets of one channel. Products the channel's index does not hold are skipped. */
export async function indexPrices(
  tx: Transaction,
  sources: SearchSources,
  markets: readonly PriceMarket[],
  productIds: readonly string[],
): Promise<void> {
  for (const market of markets) {
    const ids = await indexedIds(tx, market.channel, productIds);
    if (ids.length > 0) await writePrices(tx, market, ids, await sources.prices(tx, market, ids));
  }
}

/** The price of a product changed: writes it into every market there is. */
export async function indexChangedPrices(
  tx: Transaction,
  sources: SearchSources,
  productIds: readonly string[],
): Promise<void> {
  if (productIds.length === 0) return;
  await lockIndex(tx);
  await indexPrices(tx, sources, await readMarkets(tx), productIds);
}

/** Prices of one market that ended by now, or all of them when the market is new to the index. */
export async function refreshMarket(
  tx: Transaction,
  sources: SearchSources,
  market: PriceMarket,
  now: Date,
): Promise<void> {
  await lockIndex(tx);
  const tables = tx.tables<SearchTables>();
  const added = await tables
    .insertInto('search_market')
    .values({
      channel: market.channel,
      currency: market.currency,
      customer_group: market.customerGroup,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('channel')
    .executeTakeFirst();
  if (added) return indexWholeMarket(tx, sources, market);
  const ended = await tables
    .selectFrom('search_price')
    .select('product_id')
    .where('channel', '=', market.channel)
    .where('currency', '=', market.currency)
    .where('customer_group', '=', market.customerGroup)
    .where('valid_until', '<=', now)
    .execute();
  await indexPrices(
    tx,
    sources,
    [market],
    ended.map(({ product_id }) => product_id),
  );
}

export async function readMarkets(on: Queryable, channel?: string): Promise<PriceMarket[]> {
  const rows = await on
    .tables<SearchTables>()
    .selectFrom('search_market')
    .selectAll()
    .$if(channel !== undefined, (query) => query.where('channel', '=', channel!))
    .orderBy('channel')
    .orderBy('currency')
    .orderBy('customer_group')
    .execute();
  return rows.map(({ customer_group, ...market }) => ({ ...market, customerGroup: customer_group }));
}

async function indexWholeMarket(tx: Transaction, sources: SearchSources, market: PriceMarket): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await tx
      .tables<SearchTables>()
      .selectFrom('search_item')
      .select('product_id')
      .where('channel', '=', market.channel)
      .where('product_id', '>', after)
      .orderBy('product_id')
      .limit(BATCH)
      .execute();
    const ids = rows.map(({ product_id }) => product_id);
    const last = ids.at(-1);
    if (last === undefined) return;
    await writePrices(tx, market, ids, await sources.prices(tx, market, ids));
    after = last;
  }
}

async function indexedIds(
  tx: Transaction,
  channel: string,
  productIds: readonly string[],
): Promise<string[]> {
  if (productIds.length === 0) return [];
  const rows = await tx
    .tables<SearchTables>()
    .selectFrom('search_item')
    .select('product_id')
    .where('channel', '=', channel)
    .where('product_id', 'in', [...productIds])
    .orderBy('product_id')
    .execute();
  return rows.map(({ product_id }) => product_id);
}
