import { newId, type Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { endRows, everyonesList, lockPrices } from './price-changes.ts';
import type { SaleInput } from './price-input.ts';
import {
  emitPriceChanged,
  type ProductsOfVariants,
  requireLists,
  requireVariants,
} from './pricing.commands.ts';
import type { PricingTables } from './pricing.tables.ts';

export type SaleOutcome =
  | { readonly kind: 'scheduled'; readonly changed: number }
  | { readonly kind: 'over'; readonly to: string };

type PriceRow = PricingTables['pricing_price'];

/** Makes the rows of a named sale what the input says; what is right already stays: SPEC rule PRICE-14. */
export async function scheduleSale(
  tx: Transaction,
  sale: SaleInput,
  at: Date,
  productsOfVariants: ProductsOfVariants,
): Promise<SaleOutcome> {
  if (Date.parse(sale.to) <= at.getTime()) return { kind: 'over', to: sale.to };
  const products = await requireVariants(tx, sale.prices, productsOfVariants);
  await requireLists(
    tx,
    sale.prices.map((price) => ({ ...price, list: sale.list })),
  );
  await lockPrices(tx, [...products.keys()]);
  const standing = await readSale(tx, sale.name, [...products.keys()], at);
  const wanted = rowsOf(sale, products, at);
  const outgoing = standing.filter((row) => !wanted.some((want) => isSame(row, want, at)));
  const incoming = wanted.filter((want) => !standing.some((row) => isSame(row, want, at)));
  await endRows(tx, outgoing, at);
  if (incoming.length > 0) {
    await tx.tables<PricingTables>().insertInto('pricing_price').values(incoming).execute();
  }
  await emitPriceChanged(
    tx,
    [...outgoing, ...incoming].map((row) => ({ variantId: row.variant_id, productId: row.product_id })),
  );
  return { kind: 'scheduled', changed: incoming.length };
}

function rowsOf(sale: SaleInput, products: ReadonlyMap<string, string>, at: Date): PriceRow[] {
  const from = new Date(Math.max(Date.parse(sale.from), at.getTime()));
  return sale.prices.map(({ variantId, price }) => ({
    id: newId(),
    list_id: sale.list ?? everyonesList(price.currency),
    variant_id: variantId,
    product_id: products.get(variantId)!,
    min_quantity: 1,
    kind: 'sale',
    amount: price.amount,
    valid_from: from,
    valid_to: new Date(sale.to),
    campaign: sale.name,
  }));
}

/** Whether a row does what is wanted; one that has begun need not begin again. */
function isSame(row: PriceRow, want: PriceRow, at: Date): boolean {
  const begins = (each: PriceRow) => Math.max(each.valid_from?.getTime() ?? 0, at.getTime());
  return (
    row.list_id === want.list_id &&
    row.variant_id === want.variant_id &&
    row.amount === want.amount &&
    row.valid_to?.getTime() === want.valid_to?.getTime() &&
    begins(row) === begins(want)
  );
}

function readSale(
  tx: Transaction,
  name: string,
  variantIds: readonly string[],
  at: Date,
): Promise<PriceRow[]> {
  return tx
    .tables<PricingTables>()
    .selectFrom('pricing_price')
    .selectAll()
    .where('campaign', '=', name)
    .where('variant_id', '=', sql<string>`any(${[...variantIds]}::text[])`)
    .where('valid_to', '>', at)
    .execute();
}
