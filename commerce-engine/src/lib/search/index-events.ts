import type { CommittedEvent, Database, Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { indexChangedPrices } from './index-prices.ts';
import { indexCategories, indexProducts } from './index-products.ts';
import { keepStatistics } from './index-statistics.ts';
import type { SearchTables } from './search.tables.ts';
import type { SearchSources } from './search-sources.ts';
import { lockIndex } from './write-index.ts';

const BATCH = 200;

/** Brings the index up to date with what these events say happened. Doing it twice changes nothing. */
export async function indexEvents(
  database: Database,
  sources: SearchSources,
  events: readonly CommittedEvent[],
): Promise<void> {
  const idsIn = (kind: string, name: string) =>
    events.filter((event) => event.kind === kind).flatMap(({ payload }) => textsOf(payload[name]));
  if (events.some(({ kind }) => kind === 'channel.changed')) {
    await inIndex(database, (tx) => indexCategories(tx, sources));
    await indexEverything(database, sources);
    return;
  }
  // `list.changed` is not needed: what moves a product between lists says `product.changed` too.
  const categoryIds = idsIn('category.changed', 'categoryIds');
  if (categoryIds.length > 0) await inIndex(database, (tx) => indexCategories(tx, sources));
  const members = categoryIds.length === 0 ? [] : await productsOf(database, sources, categoryIds);
  const changed = new Set([...idsIn('product.changed', 'productIds'), ...members]);
  await inBatches([...changed], (ids) => inIndex(database, (tx) => indexProducts(tx, sources, ids)));
  await inBatches(withoutAll(idsIn('price.changed', 'productIds'), changed), (ids) =>
    inIndex(database, (tx) => indexChangedPrices(tx, sources, ids)),
  );
  await inBatches(withoutAll(idsIn('stock.class-changed', 'productIds'), changed), (ids) =>
    indexAvailability(database, sources, ids),
  );
  if (changed.size > 0) await keepStatistics(database);
}

/**
 * Changes the index and says so: what a search answered between the change of the catalogue and this commit came from the
 * old index, and whoever kept it must forget it.
 */
export async function inIndex(database: Database, work: (tx: Transaction) => Promise<void>): Promise<void> {
  await database.transaction(async (tx) => {
    await work(tx);
    await tx.emit({ kind: 'search.indexed', payload: {} });
  });
}

/** Makes the whole index from the catalogue, and forgets words nobody uses any more. Shoppers can search meanwhile. */
export async function indexEverything(database: Database, sources: SearchSources): Promise<void> {
  let after = '';
  for (;;) {
    const ids = await sources.productIdsAfter(database, after, BATCH);
    await inIndex(database, async (tx) => {
      await lockIndex(tx);
      await removeUnknown(tx, after, ids);
      await indexProducts(tx, sources, ids);
    });
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
  }
  await sql`delete from search_word as w where not exists (select from search_text as t
    where t.channel = w.channel and t.locale = w.locale and t.vector @@ plainto_tsquery('simple', w.word))`.execute(
    database.tables(),
  );
  await keepStatistics(database);
}

async function indexAvailability(
  database: Database,
  sources: SearchSources,
  productIds: readonly string[],
): Promise<void> {
  await inIndex(database, async (tx) => {
    await lockIndex(tx);
    for (const channel of await sources.channels(tx)) {
      const available = await sources.available(tx, channel.id, productIds);
      const items = productIds.map((id) => ({
        product_id: id,
        available: available.has(id),
        preorder: available.get(id) === 'preorder',
      }));
      await sql`update search_item as kept set available = item.available, preorder = item.preorder
        from json_to_recordset(${JSON.stringify(items)}::json)
          as item (product_id text, available boolean, preorder boolean)
        where kept.channel = ${channel.id} and kept.product_id = item.product_id
          and (kept.available, kept.preorder) is distinct from (item.available, item.preorder)`.execute(
        tx.tables(),
      );
    }
  });
}

/** Products that are in the categories or that the index still believes to be. */
async function productsOf(
  database: Database,
  sources: SearchSources,
  categoryIds: readonly string[],
): Promise<string[]> {
  const indexed = await sql<{ product_id: string }>`
    select distinct product_id from search_item
    where tokens && (select coalesce(array_agg(id), '{}') from search_token
      where facet = 'category' and value = any(${[...categoryIds]}::text[]))`.execute(database.tables());
  const members = await sources.productIdsOfCategories(database, categoryIds);
  return [...new Set([...indexed.rows.map(({ product_id }) => product_id), ...members])];
}

/** Takes products out that the catalogue does not have: those between `after` and the last of the ids, not among them. */
async function removeUnknown(tx: Transaction, after: string, ids: readonly string[]): Promise<void> {
  const last = ids.at(-1);
  for (const table of ['search_item', 'search_text', 'search_price'] as const) {
    await tx
      .tables<SearchTables>()
      .deleteFrom(table)
      .where('product_id', '>', after)
      .$if(last !== undefined, (query) =>
        query.where('product_id', '<=', last!).where('product_id', 'not in', [...ids]),
      )
      .execute();
  }
}

async function inBatches(ids: readonly string[], work: (ids: readonly string[]) => Promise<void>) {
  const unique = [...new Set(ids)];
  for (let at = 0; at < unique.length; at += BATCH) await work(unique.slice(at, at + BATCH));
}

function withoutAll(ids: readonly string[], done: ReadonlySet<string>): string[] {
  return ids.filter((id) => !done.has(id));
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
