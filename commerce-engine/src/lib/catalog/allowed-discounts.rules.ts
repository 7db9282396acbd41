/** What may be taken off a product's price: promotions and discounts by hand, promotions alone, or nothing. */
export const ALLOWED_DISCOUNTS = ['everything', 'no-manual', 'no-discounts'] as const;

export type AllowedDiscounts = (typeof ALLOWED_DISCOUNTS)[number];
