import type { AvailabilityView, ProductCardView, ProductPriceView } from '@vitrine/commerce-engine/client';
import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { catalogueSource } from '../sources.action.ts';

/** Products with all that their cards show; what has no price in this currency or is not counted has no entry there. */
export interface ViewedProducts {
  readonly cards: readonly ProductCardView[];
  readonly prices: readonly ProductPriceView[];
  readonly availability: readonly AvailabilityView[];
}

/** The products this browser showed last, the newest first; those that are gone, or not sold here, are left out. */
export const getViewed = definePrivateAction({
  id: 'catalogue.get-viewed',
  source: catalogueSource,
  input: z.object({
    /** Slug of the product that is looked at now. */
    without: z.string().max(200).optional(),
    limit: z.int().min(1).max(24),
  }),
  output: type<ViewedProducts>(),
  readsViewed: true,
});
