import type { Transaction } from '@vitrine/database';
import { categoryToken, indexDocuments } from './index-document.ts';
import { indexPrices, readMarkets } from './index-prices.ts';
import type { SearchTables } from './search.tables.ts';
import type { SearchableCategory, SearchChannel, SearchSources } from './search-sources.ts';
import { lockIndex, removeDocuments, writeDocuments, writeTokens } from './write-index.ts';

/** Makes the index true for these products, in every channel: their texts, tokens, prices and availability. */
export async function indexProducts(
  tx: Transaction,
  sources: SearchSources,
  productIds: readonly string[],
): Promise<void> {
  if (productIds.length === 0) return;
  await lockIndex(tx);
  const categories = categoryMap(await sources.categories(tx));
  for (const channel of await sources.channels(tx)) {
    await indexInChannel(tx, sources, channel, categories, productIds);
  }
  await noteDue(tx, productIds, await sources.nextChanges(tx, productIds));
}

/** Products whose assortment began or ended by now. */
export async function indexDue(tx: Transaction, sources: SearchSources, now: Date): Promise<void> {
  await lockIndex(tx);
  const due = await tx
    .tables<SearchTables>()
    .selectFrom('search_due')
    .selectAll()
    .where('at', '<=', now)
    .execute();
  await indexProducts(
    tx,
    sources,
    due.map(({ product_id }) => product_id),
  );
}

async function noteDue(
  tx: Transaction,
  productIds: readonly string[],
  changes: ReadonlyMap<string, Date>,
): Promise<void> {
  const tables = tx.tables<SearchTables>();
  await tables
    .deleteFrom('search_due')
    .where('product_id', 'in', [...productIds])
    .execute();
  if (changes.size === 0) return;
  await tables
    .insertInto('search_due')
    .values([...changes].map(([product_id, at]) => ({ product_id, at })))
    .execute();
}

/** Makes names, places and addresses of all categories true. Products hold only their ids. */
export async function indexCategories(tx: Transaction, sources: SearchSources): Promise<void> {
  await lockIndex(tx);
  const tokens = (await sources.categories(tx)).map(categoryToken);
  for (const channel of await sources.channels(tx)) await writeTokens(tx, channel.id, tokens);
}

async function indexInChannel(
  tx: Transaction,
  sources: SearchSources,
  channel: SearchChannel,
  categories: ReadonlyMap<string, SearchableCategory>,
  productIds: readonly string[],
): Promise<void> {
  const products = await sources.products(tx, channel.id, productIds);
  const shown = new Set(products.map(({ id }) => id));
  await removeDocuments(
    tx,
    channel.id,
    productIds.filter((id) => !shown.has(id)),
  );
  if (shown.size === 0) return;
  const available = await sources.available(tx, channel.id, [...shown]);
  await writeDocuments(tx, channel.id, indexDocuments(products, categories, channel.locales), available);
  await indexPrices(tx, sources, await readMarkets(tx, channel.id), [...shown]);
}

function categoryMap(categories: readonly SearchableCategory[]): ReadonlyMap<string, SearchableCategory> {
  return new Map(categories.map((category) => [category.id, category]));
}
