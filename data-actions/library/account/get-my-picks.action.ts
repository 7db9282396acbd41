import type { ProductCardView, ProductPriceView } from '@vitrine/commerce-engine/client';
import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { accountSource } from '../sources.action.ts';

/** A product somebody may like. */
export interface PickedProduct {
  readonly product: ProductCardView;
  /** Absent = it cannot be bought in this currency. */
  readonly price?: ProductPriceView;
}

/** What whoever is signed in may like, by what they and similar shoppers bought; nothing for nobody. */
export const getMyPicks = definePrivateAction({
  id: 'account.picks',
  source: accountSource,
  input: z.object({ limit: z.int().min(1).max(24).default(8) }),
  output: type<readonly PickedProduct[]>(),
});
