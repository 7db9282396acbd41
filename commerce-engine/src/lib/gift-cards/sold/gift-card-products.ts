import type { Database, Queryable } from '@vitrine/database';
import { type Remembered, remember } from '../../remember.ts';
import type { GiftCardsTables } from '../gift-cards.tables.ts';

export interface KnownGiftCardProducts {
  /** Products of which each piece is a card now. */
  readonly active: ReadonlySet<string>;
  /** Also those that were cards once. */
  readonly areAny: boolean;
}

/** Products of which each piece is a card. No statement while none changes. */
export type GiftCardProducts = Remembered<KnownGiftCardProducts>;

export function rememberGiftCardProducts(database: Database): GiftCardProducts {
  return remember(database, ['gift-cards.product-changed'], readGiftCardProducts);
}

export async function readGiftCardProducts(on: Queryable): Promise<KnownGiftCardProducts> {
  const rows = await on
    .tables<GiftCardsTables>()
    .selectFrom('giftcards_product')
    .select(['product_id', 'active'])
    .execute();
  const active = rows.filter((row) => row.active).map(({ product_id }) => product_id);
  return { active: new Set(active), areAny: rows.length > 0 };
}
