import type { Database, Transaction } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import { productsInCategories, publishedProducts } from '../catalog/listed-products.ts';
import { soldPieces } from '../orders/sold-pieces.ts';
import type { RecommendationsTables } from './recommendations.tables.ts';
import { LIST_KINDS, type ListKind } from './recommendations.views.ts';

/** More than anybody looks through. */
const MOST = 60;
const MOST_PRODUCTS = 100;

const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * 24 * 60 * 60_000);

/** Rows `key`, `product_id`, `score` of a kind, and what decides where scores are the same. */
const STATEMENTS: Readonly<
  Record<
    ListKind,
    (at: Date) => { readonly rows: RawBuilder<unknown>; readonly tieBreak?: RawBuilder<unknown> }
  >
> = {
  new: (at) => ({
    rows: ofShopAndCategories(sql`
      select product_id, extract(epoch from published_at)::double precision as score
      from (${publishedProducts(at)}) as published`),
  }),
  'best-selling': (at) => ({
    rows: ofShopAndCategories(sql`
      select product_id, sum(pieces)::double precision as score
      from (${soldPieces(daysBefore(at, 90))}) as sold group by product_id`),
  }),
  trending: (at) => ({
    rows: ofShopAndCategories(sql`
      select product_id, (recent - expected) / sqrt(expected + 1) as score from (
        select product_id,
          coalesce(sum(pieces) filter (where placed_at >= ${daysBefore(at, 7)}), 0)::double precision as recent,
          coalesce(sum(pieces) filter (where placed_at < ${daysBefore(at, 7)}), 0)::double precision / 4 as expected
        from (${soldPieces(daysBefore(at, 35))}) as sold group by product_id
      ) as counted where recent > expected`),
  }),
  'bought-together': (at) => ({
    rows: sql`
      with ${baskets(sql`order_id::text`, soldPieces(daysBefore(at, 365)))}
      select key, product_id, both_of::double precision as score, share from pairs where both_of >= 2`,
    // Of two that were bought together as often, the one that is bought less by itself.
    tieBreak: sql`share desc`,
  }),
  'also-like': (at) => ({
    rows: sql`
      with ${baskets(sql`coalesce(customer_id, order_id)::text`, soldPieces(daysBefore(at, 730)))}
      select key, product_id, share as score from pairs where both_of >= 2`,
  }),
};

/** A statement’s rows `product_id`, `score` for the shop, and once more for each category. */
function ofShopAndCategories(scored: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    with scored as (${scored})
    select '' as key, product_id, score from scored
    union all
    select listed.category_id as key, scored.product_id, scored.score
    from scored join (${productsInCategories()}) as listed on listed.product_id = scored.product_id`;
}

/** Tables `pairs` (`key`, `product_id`, `both_of`, `share`) of products that share baskets. */
function baskets(basket: RawBuilder<unknown>, sold: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    basket as (select distinct ${basket} as id, product_id from (${sold}) as sold),
    fair as (
      select id, product_id from (
        select id, product_id, count(*) over (partition by id) as products from basket
      ) as counted where products <= ${MOST_PRODUCTS}
    ),
    alone as (select product_id, count(*)::double precision as baskets from fair group by product_id),
    shared as (
      select one.product_id as key, other.product_id, count(*) as both_of
      from fair as one join fair as other on other.id = one.id and other.product_id <> one.product_id
      group by one.product_id, other.product_id
    ),
    pairs as (
      select shared.key, shared.product_id, shared.both_of,
        shared.both_of / sqrt(mine.baskets * theirs.baskets) as share
      from shared join alone as mine on mine.product_id = shared.key
        join alone as theirs on theirs.product_id = shared.product_id
    )`;
}

/**
 * Computes every kind whose last run is as old as `every` milliseconds: SPEC rules REC-1 to REC-6, REC-9 and REC-12. One process does
 * it, the others go on. @returns the kinds.
 */
export async function computeLists(
  database: Database,
  { at, every }: { readonly at: Date; readonly every: number },
): Promise<ListKind[]> {
  const computed: ListKind[] = [];
  for (const kind of LIST_KINDS) {
    const isDone = await database.transaction(async (tx) => {
      if (!(await claim(tx, kind, { at, every }))) return false;
      await replace(tx, kind, at);
      await tx.emit({ kind: 'recommendations.changed', payload: { kinds: [kind] } });
      return true;
    });
    if (isDone) computed.push(kind);
  }
  return computed;
}

async function claim(
  tx: Transaction,
  kind: ListKind,
  { at, every }: { readonly at: Date; readonly every: number },
): Promise<boolean> {
  const tables = tx.tables<RecommendationsTables>();
  await tables
    .insertInto('recommendations_run')
    .values({ kind, computed_at: new Date(0) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const due = await tables
    .selectFrom('recommendations_run')
    .select('kind')
    .where('kind', '=', kind)
    .where('computed_at', '<=', new Date(at.getTime() - every))
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!due) return false;
  await tables.updateTable('recommendations_run').set({ computed_at: at }).where('kind', '=', kind).execute();
  return true;
}

async function replace(tx: Transaction, kind: ListKind, at: Date): Promise<void> {
  const { rows, tieBreak = sql`score desc` } = STATEMENTS[kind](at);
  await tx
    .tables<RecommendationsTables>()
    .deleteFrom('recommendations_entry')
    .where('kind', '=', kind)
    .execute();
  await sql`
    insert into recommendations_entry (kind, key, place, product_id, score)
    select ${kind}::text, key, place, product_id, score from (
      select key, product_id, score,
        row_number() over (partition by key order by score desc, ${tieBreak}, product_id) as place
      from (${rows}) as listed
    ) as ranked where place <= ${MOST}`.execute(tx.tables());
}
