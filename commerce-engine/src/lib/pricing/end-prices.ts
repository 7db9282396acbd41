import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { endRows, lockPrices } from './price-changes.ts';
import type { EndPricesInput, EndSaleInput } from './price-input.ts';
import { emitPriceChanged } from './pricing.commands.ts';
import type { PricingTables } from './pricing.tables.ts';

/** Takes prices out of a list, scheduled sales apart: SPEC rule PRICE-16. @returns how many rows ended. */
export async function endPrices(
  tx: Transaction,
  inputs: readonly EndPricesInput[],
  at: Date,
): Promise<{ readonly ended: number }> {
  const variantIds = [...new Set(inputs.map(({ variantId }) => variantId))];
  await lockPrices(tx, variantIds);
  const standing = await readStanding(tx, variantIds, at);
  const meant = standing.filter((row) =>
    inputs.some(
      ({ variantId, list, minQuantity = 1 }) =>
        row.campaign === null &&
        row.variant_id === variantId &&
        row.list_id === list &&
        row.min_quantity === minQuantity,
    ),
  );
  return end(tx, meant, at);
}

/** Ends a scheduled sale, whether it has begun or not. @returns how many rows ended. */
export async function endSale(
  tx: Transaction,
  { name, variantIds }: EndSaleInput,
  at: Date,
): Promise<{ readonly ended: number }> {
  await lockPrices(tx, variantIds);
  const standing = await readStanding(tx, variantIds, at);
  return end(
    tx,
    standing.filter(({ campaign }) => campaign === name),
    at,
  );
}

type Row = PricingTables['pricing_price'];

async function end(tx: Transaction, rows: readonly Row[], at: Date) {
  await endRows(tx, rows, at);
  await emitPriceChanged(
    tx,
    rows.map((row) => ({ variantId: row.variant_id, productId: row.product_id })),
  );
  return { ended: rows.length };
}

function readStanding(tx: Transaction, variantIds: readonly string[], at: Date): Promise<Row[]> {
  return tx
    .tables<PricingTables>()
    .selectFrom('pricing_price')
    .selectAll()
    .where('variant_id', '=', sql<string>`any(${[...variantIds]}::text[])`)
    .where((when) => when.or([when('valid_to', 'is', null), when('valid_to', '>', at)]))
    .execute();
}
