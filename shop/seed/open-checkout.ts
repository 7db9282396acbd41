import { type CommerceEngine, defaultTaxTables } from '@vitrine/commerce-engine';
import type { CommandContext } from '@vitrine/commerce-engine/client';
import { demoChannelDelivery, demoDeliveryMethods } from './delivery.ts';
import { demoGiftCards } from './gift-cards.ts';
import { demoCodes, demoCoupon, demoPromotion } from './promotions.ts';
import { demoReturnPolicy } from './return-policy.ts';
import { demoSeller } from './seller.ts';

/** What the demo store needs to take orders: taxes, ways of delivery, who sells, how long things can come back, codes and gift cards to try. The same request when asked again. */
export async function openCheckout(
  {
    tax,
    delivery,
    promotions,
    giftCards,
    invoices,
    returns,
  }: Pick<CommerceEngine, 'tax' | 'delivery' | 'promotions' | 'giftCards' | 'invoices' | 'returns'>,
  context: (step: string) => CommandContext,
): Promise<void> {
  await tax.importTaxTables(context('taxes'), defaultTaxTables);
  await delivery.importDeliveryMethods(context('delivery'), demoDeliveryMethods);
  await delivery.setChannelDelivery(context('delivery-calendar'), demoChannelDelivery);
  await promotions.save(context('promotion'), demoPromotion);
  await promotions.enable(context('promotion-enabled'), demoPromotion.id);
  await promotions.saveCoupon(context('coupon'), demoCoupon);
  await promotions.addCodes(context('codes'), { couponId: demoCoupon.id, codes: demoCodes });
  await invoices.setSeller(context('seller'), demoSeller);
  await returns.setRefundPolicy(context('return-policy'), demoReturnPolicy);
  await giftCards.importCards(context('gift-cards'), [...demoGiftCards]);
}
