import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { IndexDocument, TokenInput } from './index-document.ts';
import type { SearchTables } from './search.tables.ts';
import type { SearchablePrice } from './search-sources.ts';

/**
 * Makes the transaction the only writer of the index until it ends. Taken before the facts are read, so that an older
 * state of a product can never be written over a newer one, whichever process heard of the change first.
 */
export async function lockIndex(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('vitrine search index'))`.execute(tx.tables());
}

/** Writes documents of one channel; what has not changed is not touched. Prices are written by `writePrices`. */
export async function writeDocuments(
  tx: Transaction,
  channel: string,
  documents: readonly IndexDocument[],
  available: ReadonlyMap<string, 'available' | 'preorder'>,
): Promise<void> {
  if (documents.length === 0) return;
  const ids = await writeTokens(
    tx,
    channel,
    documents.flatMap(({ tokens }) => tokens),
  );
  const items = documents.map((document) => ({
    product_id: document.productId,
    tokens: document.tokens.map((token) => ids.get(tokenKey(token))!).sort((a, b) => a - b),
    published_at: document.publishedAt,
    available: available.has(document.productId),
    preorder: available.get(document.productId) === 'preorder',
  }));
  await sql`
    insert into search_item as kept (channel, product_id, tokens, published_at, available, preorder)
    select ${channel}, product_id, tokens, published_at, available, preorder
      from json_to_recordset(${JSON.stringify(items)}::json)
        as item (product_id text, tokens integer[], published_at timestamptz, available boolean, preorder boolean)
    on conflict (channel, product_id) do update
      set tokens = excluded.tokens, published_at = excluded.published_at,
        available = excluded.available, preorder = excluded.preorder
      where (kept.tokens, kept.published_at, kept.available, kept.preorder)
        is distinct from (excluded.tokens, excluded.published_at, excluded.available, excluded.preorder)`.execute(
    tx.tables(),
  );
  await writeTexts(tx, channel, documents);
}

/** Writes tokens and gives their ids by `tokenKey`. */
export async function writeTokens(
  tx: Transaction,
  channel: string,
  tokens: readonly TokenInput[],
): Promise<Map<string, number>> {
  const unique = [...Map.groupBy(tokens, tokenKey).values()].map(furthest);
  if (unique.length === 0) return new Map();
  // A product with few of the values declares them further in front than one with all: the furthest place is the one where
  // those that agree put it, whichever is written last.
  const place = sql`case when excluded.facet = 'category' then excluded.position
    else greatest(kept.position, excluded.position) end`;
  const { rows } = await sql<{ id: number; facet: string; value: string }>`
    with given as (
      select * from json_to_recordset(${JSON.stringify(unique)}::json) as token (
        facet text, value text, parent text, "facetPosition" integer, position integer, swatch text,
        "facetLabels" jsonb, labels jsonb, slugs jsonb)
    ),
    written as (
      insert into search_token as kept
        (channel, facet, value, parent, facet_position, position, swatch, facet_labels, labels, slugs)
      select ${channel}, facet, value, parent, "facetPosition", position, swatch, "facetLabels", labels, slugs from given
      on conflict (channel, facet, value) do update set
        parent = excluded.parent, facet_position = excluded.facet_position, position = ${place},
        swatch = coalesce(excluded.swatch, kept.swatch), facet_labels = excluded.facet_labels,
        labels = excluded.labels, slugs = excluded.slugs
        where (kept.parent, kept.facet_position, kept.position, kept.swatch, kept.facet_labels, kept.labels, kept.slugs)
          is distinct from (excluded.parent, excluded.facet_position, ${place},
            coalesce(excluded.swatch, kept.swatch), excluded.facet_labels, excluded.labels, excluded.slugs)
      returning id, facet, value
    )
    select id, facet, value from written
    union
    select id, facet, value from search_token
      where channel = ${channel} and (facet, value) in (select facet, value from given)`.execute(tx.tables());
  return new Map(rows.map((row) => [tokenKey(row), row.id]));
}

function furthest(same: readonly TokenInput[]): TokenInput {
  return { ...same.at(-1)!, position: Math.max(...same.map(({ position }) => position)) };
}

function tokenKey(token: { readonly facet: string; readonly value: string }): string {
  return `${token.facet}\n${token.value}`;
}

/** Takes products that shoppers of the channel may not see (any more) out of its index. */
export async function removeDocuments(
  tx: Transaction,
  channel: string,
  productIds: readonly string[],
): Promise<void> {
  if (productIds.length === 0) return;
  const tables = tx.tables<SearchTables>();
  const ids = [...productIds];
  await tables
    .deleteFrom('search_item')
    .where('channel', '=', channel)
    .where('product_id', 'in', ids)
    .execute();
  await tables
    .deleteFrom('search_text')
    .where('channel', '=', channel)
    .where('product_id', 'in', ids)
    .execute();
  await tables
    .deleteFrom('search_price')
    .where('channel', '=', channel)
    .where('product_id', 'in', ids)
    .execute();
}

/** Writes the prices of products in one market; a product without one loses its row. */
export async function writePrices(
  tx: Transaction,
  market: { readonly channel: string; readonly currency: string; readonly customerGroup: string },
  productIds: readonly string[],
  prices: readonly SearchablePrice[],
): Promise<void> {
  if (productIds.length === 0) return;
  const rows = prices.map(({ productId, from, to, regularFrom, onSale, validUntil }) => ({
    product_id: productId,
    from_amount: from,
    to_amount: to,
    regular_from_amount: regularFrom,
    on_sale: onSale,
    valid_until: validUntil ?? null,
  }));
  const priced = prices.map(({ productId }) => productId);
  await sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as price
        (product_id text, from_amount bigint, to_amount bigint, regular_from_amount bigint, on_sale boolean,
          valid_until timestamptz)
    ),
    gone as (
      delete from search_price where channel = ${market.channel} and currency = ${market.currency}
        and customer_group = ${market.customerGroup} and product_id = any(${[...productIds]}::text[])
        and product_id <> all(${priced}::text[])
    )
    insert into search_price as kept
      (channel, currency, customer_group, product_id, from_amount, to_amount, regular_from_amount, on_sale, valid_until)
    select ${market.channel}, ${market.currency}, ${market.customerGroup},
      product_id, from_amount, to_amount, regular_from_amount, on_sale, valid_until from given
    on conflict (channel, currency, customer_group, product_id) do update set
      from_amount = excluded.from_amount, to_amount = excluded.to_amount,
      regular_from_amount = excluded.regular_from_amount, on_sale = excluded.on_sale, valid_until = excluded.valid_until
      where (kept.from_amount, kept.to_amount, kept.regular_from_amount, kept.on_sale, kept.valid_until)
        is distinct from (excluded.from_amount, excluded.to_amount, excluded.regular_from_amount, excluded.on_sale,
          excluded.valid_until)
  `.execute(tx.tables());
}

async function writeTexts(
  tx: Transaction,
  channel: string,
  documents: readonly IndexDocument[],
): Promise<void> {
  const texts = documents.flatMap(({ productId, texts }) =>
    texts.map(({ words: _, ...text }) => ({ productId, ...text })),
  );
  await sql`
    insert into search_text as kept (channel, locale, product_id, name, slug, sort_name, source_hash, vector)
    select ${channel}, locale, "productId", name, slug, "sortName", hash,
      setweight(to_tsvector(language::regconfig, a) || to_tsvector('simple', a), 'A')
        || setweight(to_tsvector(language::regconfig, b) || to_tsvector('simple', b), 'B')
        || setweight(to_tsvector(language::regconfig, c), 'C')
      from json_to_recordset(${JSON.stringify(texts)}::json) as text ("productId" text, locale text, language text,
        name text, slug text, "sortName" text, a text, b text, c text, hash text)
    on conflict (channel, locale, product_id) do update
      set name = excluded.name, slug = excluded.slug, sort_name = excluded.sort_name,
        source_hash = excluded.source_hash, vector = excluded.vector
      where kept.source_hash <> excluded.source_hash`.execute(tx.tables());
  const words = documents.flatMap(({ texts }) =>
    texts.flatMap(({ locale, words }) => words.map((word) => ({ locale, word }))),
  );
  await sql`
    insert into search_word (channel, locale, word)
    select distinct ${channel}, locale, word
      from json_to_recordset(${JSON.stringify(words)}::json) as word (locale text, word text)
    on conflict do nothing`.execute(tx.tables());
}
