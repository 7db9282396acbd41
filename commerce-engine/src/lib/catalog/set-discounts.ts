import type { Transaction } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import type { AllowedDiscounts } from './allowed-discounts.rules.ts';

/** Says what may be taken off a product's price, inside the caller's transaction. @returns what was allowed before; undefined = no such product. */
export async function setDiscounts(
  tx: Transaction,
  { productId, discounts }: { readonly productId: string; readonly discounts: AllowedDiscounts },
): Promise<AllowedDiscounts | undefined> {
  const before =
    sql`(select discounts from catalog_product where id = ${productId})` as RawBuilder<AllowedDiscounts>;
  const { rows } = await sql<{ readonly before: AllowedDiscounts; readonly slugs: readonly string[] }>`
    update catalog_product as product set discounts = ${discounts}, version = version + 1 where id = ${productId}
    returning ${before} as before,
      array(select distinct slug from catalog_product_slug where product_id = product.id) as slugs`.execute(
    tx.tables(),
  );
  const row = rows[0];
  if (!row) return undefined;
  await tx.emit({ kind: 'product.changed', payload: { productIds: [productId], slugs: [...row.slugs] } });
  return row.before;
}
