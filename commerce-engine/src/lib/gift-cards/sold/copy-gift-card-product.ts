import type { Transaction } from '@vitrine/database';
import type { GiftCardsTables } from '../gift-cards.tables.ts';

/** The copy of a product of which each piece is a card is one too. */
export async function copyGiftCardProduct(
  tx: Transaction,
  { of, to }: { readonly of: string; readonly to: string },
): Promise<void> {
  const tables = tx.tables<GiftCardsTables>();
  const row = await tables
    .selectFrom('giftcards_product')
    .select(['ways_before', 'class_before', 'discounts_before'])
    .where('product_id', '=', of)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!row) return;
  const copy = { ...row, product_id: to, active: true, ways_before: JSON.stringify(row.ways_before) };
  await tables.insertInto('giftcards_product').values(copy).execute();
  await tx.emit({ kind: 'gift-cards.product-changed', payload: { productId: to } });
}
