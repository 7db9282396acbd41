import type { PromotionInput } from '../promotions/promotion-input.ts';
import type { TestShop } from './test-shop.ts';

/** Has a promotion running from now on. @returns its id. */
export async function runPromotion(
  shop: TestShop,
  effect: PromotionInput['effect'],
  more: Partial<PromotionInput> = {},
): Promise<string> {
  const id = `p-${crypto.randomUUID()}`;
  const { promotions } = shop.engine;
  await promotions.save(shop.command(), {
    id,
    name: { en: 'Light for free' },
    priority: 1,
    mode: 'compound',
    coupon: false,
    currency: 'EUR',
    effect,
    ...more,
  });
  const { kind } = await promotions.enable(shop.command(), id);
  if (kind !== 'enabled') throw new Error(`The promotion could not be enabled: ${kind}.`);
  return id;
}
