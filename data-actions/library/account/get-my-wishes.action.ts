import type { ProductCardView, ProductPriceView } from '@vitrine/commerce-engine/client';
import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { accountSource } from '../sources.action.ts';

export interface WishedProduct {
  readonly product: ProductCardView;
  /** Absent = it cannot be bought in this currency. */
  readonly price?: ProductPriceView;
}

/** Products on the wish list of whoever is signed in that are still sold, the newest wish first. */
export const getMyWishes = definePrivateAction({
  id: 'account.wishes',
  source: accountSource,
  input: z.object({}),
  output: type<readonly WishedProduct[]>(),
});

/** Whether a product is on the wish list of whoever is signed in. */
export const isWished = definePrivateAction({
  id: 'account.is-wished',
  source: accountSource,
  input: z.object({ slug: z.string().max(200) }),
  output: type<boolean>(),
});
