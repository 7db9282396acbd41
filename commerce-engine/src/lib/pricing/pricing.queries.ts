import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { groupsIn, type Market } from '../market.ts';
import { money } from '../money/money.rules.ts';
import { storableOnly } from '../storable-text.ts';
import { lowestPrice, type PriceCandidate, type ResolvedPrice, resolvePrice } from './pricing.rules.ts';
import type { PricingTables } from './pricing.tables.ts';
import type { ProductPriceView, QuantityBreakView, VariantPriceView } from './pricing.views.ts';

const HISTORY_DAYS = 30;

/** In the order of the ids; undefined = no price in this market. One statement. */
export async function readVariantPrices(
  on: Queryable,
  market: Market,
  variantIds: readonly string[],
  when: {
    readonly at: Date;
    readonly quantities?: Readonly<Record<string, number>>;
    /** Tells the lowest price of the last 30 days also when there is no sale. */
    readonly always30Days?: boolean;
  },
): Promise<(VariantPriceView | undefined)[]> {
  if (variantIds.length === 0) return [];
  const rows = await readRows(on, market, 'variant_id', variantIds, when.at);
  const candidates = Map.groupBy(rows, (row) => row.variant_id);
  return variantIds.map((variantId) => {
    const own = (candidates.get(variantId) ?? []).map((row) => candidateOf(row, market));
    const quantity = when.quantities?.[variantId] ?? 1;
    const resolved = resolvePrice(own, { quantity, at: when.at });
    if (!resolved) return undefined;
    const view = {
      ...variantView(variantId, resolved, own, quantity),
      ...breaksAbove(quantity, resolved, own, when.at),
    };
    if (!when.always30Days || view.lowest30Days) return view;
    const lowest = lowestPrice(own, { ...lastDays(when.at), quantity });
    return { ...view, ...(lowest && { lowest30Days: lowest }) };
  });
}

/** In the order of the ids; undefined = no variant has a price in this market. One statement. */
export async function readProductPrices(
  on: Queryable,
  market: Market,
  productIds: readonly string[],
  when: { readonly at: Date },
): Promise<(ProductPriceView | undefined)[]> {
  if (productIds.length === 0) return [];
  const rows = await readRows(on, market, 'product_id', productIds, when.at);
  const products = Map.groupBy(rows, (row) => row.product_id);
  return productIds.map((productId) => {
    const variants = Map.groupBy(products.get(productId) ?? [], (row) => row.variant_id);
    const prices = [...variants.values()].flatMap((own) => {
      const candidates = own.map((row) => candidateOf(row, market));
      return resolvePrice(candidates, { quantity: 1, at: when.at }) ?? [];
    });
    return rangeOf(productId, prices);
  });
}

/** Why a variant costs what it costs, row by row; undefined = no price in this market. */
export async function explainVariantPrice(
  on: Queryable,
  market: Market,
  variantId: string,
  when: { readonly at: Date; readonly quantity: number },
): Promise<ResolvedPrice | undefined> {
  const rows = await readRows(on, market, 'variant_id', [variantId], when.at);
  return resolvePrice(
    rows.map((row) => candidateOf(row, market)),
    when,
  );
}

interface Row {
  readonly id: string;
  readonly list_id: string;
  readonly variant_id: string;
  readonly product_id: string;
  readonly kind: PriceCandidate['kind'];
  readonly min_quantity: number;
  readonly amount: number;
  readonly priority: number;
  readonly specificity: number;
  readonly from: Date | null;
  readonly to: Date | null;
}

/** Rows that hold or will, and those that held in the days before a running sale began. */
async function readRows(
  on: Queryable,
  market: Market,
  column: 'variant_id' | 'product_id',
  ids: readonly string[],
  at: Date,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with listed as (
      select price.id, price.list_id, price.variant_id, price.product_id, price.kind, price.min_quantity, price.amount,
        list.priority,
        case when list.customer_group is null then 0 else 2 end
          + case when list.channel_id is null then 0 else 1 end as specificity,
        greatest(price.valid_from, list.valid_from) as "from",
        least(price.valid_to, list.valid_to) as "to",
        min(price.valid_from) filter (where price.kind = 'sale' and price.valid_from <= ${at}
          and (price.valid_to is null or price.valid_to > ${at})) over (partition by price.variant_id) as sale_began
      from pricing_price as price join pricing_list as list on list.id = price.list_id
      where price.${sql.ref(column)} = any(${storableOnly([...new Set(ids)])}::text[])
        and list.currency = ${market.currency}
        and (list.channel_id is null or list.channel_id = ${market.channel})
        and (list.customer_group is null or list.customer_group = any(${storableOnly(groupsIn(market.customerGroup))}::text[]))
    )
    select id, list_id, variant_id, product_id, kind, min_quantity, amount, priority, specificity, "from", "to"
    from listed
    where "to" is null or "to" > coalesce(sale_began, ${at}) - make_interval(days => ${HISTORY_DAYS})`.execute(
    on.tables(),
  );
  return rows;
}

function candidateOf(row: Row, market: Market): PriceCandidate {
  return {
    id: row.id,
    listId: row.list_id,
    priority: row.priority,
    specificity: row.specificity,
    kind: row.kind,
    minQuantity: row.min_quantity,
    price: money(row.amount, market.currency),
    ...(row.from && { from: row.from.toISOString() }),
    ...(row.to && { to: row.to.toISOString() }),
  };
}

function variantView(
  variantId: string,
  resolved: ResolvedPrice,
  candidates: readonly PriceCandidate[],
  quantity: number,
): VariantPriceView {
  const { price, regular, onSale, validUntil } = resolved;
  const lowest30Days = onSale ? lowestBefore(resolved.chosen, candidates, quantity) : undefined;
  return {
    variantId,
    price,
    regular,
    onSale,
    ...(lowest30Days && { lowest30Days }),
    ...(validUntil && { validUntil }),
  };
}

/** Prices in larger quantities, and the moment until which all of this holds. */
function breaksAbove(
  quantity: number,
  first: ResolvedPrice,
  candidates: readonly PriceCandidate[],
  at: Date,
): Pick<VariantPriceView, 'breaks' | 'validUntil'> {
  const larger = [...new Set(candidates.map(({ minQuantity }) => minQuantity))]
    .filter((from) => from > quantity)
    .sort((a, b) => a - b);
  if (larger.length === 0) return {};
  let before: Pick<ResolvedPrice, 'price' | 'regular' | 'validUntil'> = first;
  const breaks: QuantityBreakView[] = [];
  for (const from of larger) {
    const resolved = resolvePrice(candidates, { quantity: from, at });
    if (!resolved) continue;
    const { price, regular } = resolved;
    const isSame = price.amount === before.price.amount && regular.amount === before.regular.amount;
    if (!isSame) breaks.push({ from, price, regular });
    before = resolved;
  }
  return {
    ...(breaks.length > 0 && { breaks }),
    ...(before.validUntil !== undefined && { validUntil: before.validUntil }),
  };
}

function lowestBefore(sale: PriceCandidate, candidates: readonly PriceCandidate[], quantity: number) {
  if (sale.from === undefined) return undefined;
  return lowestPrice(candidates, { ...lastDays(new Date(sale.from)), quantity });
}

function lastDays(to: Date): { readonly from: Date; readonly to: Date } {
  return { from: new Date(to.getTime() - HISTORY_DAYS * 24 * 60 * 60 * 1000), to };
}

function rangeOf(productId: string, prices: readonly ResolvedPrice[]): ProductPriceView | undefined {
  const sorted = prices.toSorted((a, b) => a.price.amount - b.price.amount);
  const [cheapest] = sorted;
  if (!cheapest) return undefined;
  const validUntil = prices.flatMap((price) => price.validUntil ?? []).sort()[0];
  return {
    productId,
    from: cheapest.price,
    to: sorted.at(-1)!.price,
    regularFrom: cheapest.regular,
    onSale: prices.some((price) => price.onSale),
    ...(validUntil && { validUntil }),
  };
}

/** Ids of the customer groups that price lists are for, sorted. */
export async function readCustomerGroups(on: Queryable): Promise<readonly string[]> {
  const rows = await on
    .tables<PricingTables>()
    .selectFrom('pricing_list')
    .select('customer_group')
    .distinct()
    .where('customer_group', 'is not', null)
    .orderBy('customer_group')
    .execute();
  return rows.map((row) => row.customer_group!);
}
