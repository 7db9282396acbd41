import type { Transaction } from '@vitrine/database';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Delivery } from '../../delivery/delivery.ts';
import type { Tax } from '../../tax/tax.ts';
import type { GiftCardsTables } from '../gift-cards.tables.ts';

interface ProductDesk {
  readonly tx: Transaction;
  readonly catalog: Pick<Catalog, 'inTransaction'>;
  readonly delivery: Pick<Delivery, 'inTransaction'>;
  readonly tax: Pick<Tax, 'inTransaction' | 'productClasses'>;
}

/**
 * Each piece of a product is a card from now on, and nothing is taken off its price; how it was delivered, taxed and discounted is kept.
 * @returns whether that is new.
 */
export async function becomeCard(
  { tx, catalog, delivery, tax }: ProductDesk,
  { productId, taxClass }: { readonly productId: string; readonly taxClass: string | undefined },
): Promise<boolean> {
  if (await isCard(tx, productId)) return false;
  const [classBefore] = await tax.productClasses([productId], { on: tx });
  const { productId: _, ...waysBefore } = await delivery.inTransaction.productWays(tx, productId);
  const discountsBefore = await catalog.inTransaction.setDiscounts(tx, {
    productId,
    discounts: 'no-discounts',
  });
  const before = {
    active: true,
    ways_before: JSON.stringify(waysBefore),
    class_before: classBefore!,
    discounts_before: discountsBefore!,
  };
  const changed = await tx
    .tables<GiftCardsTables>()
    .insertInto('giftcards_product')
    .values({ product_id: productId, ...before })
    .onConflict((conflict) =>
      conflict.column('product_id').doUpdateSet(before).where('giftcards_product.active', '=', false),
    )
    .returning('product_id')
    .executeTakeFirst();
  if (!changed) return false;
  await delivery.inTransaction.setProducts(tx, [{ productId, ship: false, pickup: false, electronic: true }]);
  if (taxClass !== undefined) await tax.inTransaction.setProductClasses(tx, [{ productId, class: taxClass }]);
  return true;
}

/** Pieces of a product are goods again, delivered, taxed and discounted as before. @returns whether that is new. */
export async function becomeGoods(
  { tx, catalog, delivery, tax }: ProductDesk,
  productId: string,
): Promise<boolean> {
  const row = await tx
    .tables<GiftCardsTables>()
    .updateTable('giftcards_product')
    .set({ active: false })
    .where('product_id', '=', productId)
    .where('active', '=', true)
    .returning(['ways_before', 'class_before', 'discounts_before'])
    .executeTakeFirst();
  if (!row) return false;
  await delivery.inTransaction.setProducts(tx, [{ productId, ...row.ways_before }]);
  await tax.inTransaction.setProductClasses(tx, [{ productId, class: row.class_before }]);
  await catalog.inTransaction.setDiscounts(tx, { productId, discounts: row.discounts_before });
  return true;
}

async function isCard(tx: Transaction, productId: string): Promise<boolean> {
  const row = await tx
    .tables<GiftCardsTables>()
    .selectFrom('giftcards_product')
    .select('active')
    .where('product_id', '=', productId)
    .executeTakeFirst();
  return row?.active ?? false;
}
