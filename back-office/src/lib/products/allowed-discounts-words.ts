import type { AllowedDiscounts } from '@vitrine/commerce-engine/client';

/** What may be taken off a product's price. */
export const allowedDiscountsWords: Readonly<Record<AllowedDiscounts, string>> = {
  everything: 'Promotions and discounts by hand',
  'no-manual': 'Promotions only',
  'no-discounts': 'No discounts at all',
};
