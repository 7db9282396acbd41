import { unitPriceOf } from '../cart/line-facts.ts';
import type { OrderDraft } from '../orders/order-draft.ts';
import type { CheckoutDesk } from './checkout-desk.ts';
import type { KeptCheckout } from './keep-checkout.ts';
import { DELIVERY, type PricedCheckout } from './price-checkout.ts';

/** Freezes what is about to be paid for. */
export function draftOf(
  { market, customerId }: CheckoutDesk,
  checkout: KeptCheckout,
  price: PricedCheckout,
): OrderDraft {
  const { facts, chosen, promotion, priced } = price;
  const { address, billing, delivery, email, name, phone, note, terms_at } = checkout;
  const lineIds = new Map(price.lines.map((line) => [line.id, line]));
  const promotionIds = new Set([...priced.lines, ...priced.deliveries].flatMap(({ parts }) => parts));
  return {
    channel: market.channel,
    locale: market.locale,
    customerGroup: market.customerGroup,
    ...(customerId !== undefined && { customerId }),
    contact: {
      email: email!,
      name: name ?? address?.name ?? '',
      ...(phone !== null && { phone }),
    },
    ...(billing && { billing }),
    ...(note !== null && { note }),
    priced,
    lines: Object.fromEntries(
      priced.lines.map(({ id, quantity }) => {
        const fact = facts.get(lineIds.get(id)!.variantId)!;
        return [
          id,
          {
            variantId: lineIds.get(id)!.variantId,
            productId: fact.productId,
            productSlug: fact.productSlug,
            sku: fact.sku,
            name: fact.name,
            options: fact.options,
            ...(fact.media && { media: fact.media }),
            unitRegular: unitPriceOf(fact, quantity).regular.amount,
            deliveryId: DELIVERY,
            ...(fact.stock.shipsFrom !== undefined && { shipsFrom: fact.stock.shipsFrom }),
          },
        ];
      }),
    ),
    deliveries: {
      [DELIVERY]: {
        kind: chosen!.kind,
        methodId: chosen!.methodId,
        name: chosen!.name,
        ...(address && chosen!.kind !== 'pickup' && { address }),
        ...(chosen!.kind === 'pickup' && delivery?.storeId !== undefined && { storeId: delivery.storeId }),
        ...(chosen!.hasSlots && delivery?.slot !== undefined && { slot: delivery.slot }),
      },
    },
    promotions: Object.fromEntries(
      [...promotionIds].map(({ promotionId }) => [promotionId, promotion.nameOf(promotionId)]),
    ),
    ...(terms_at && { termsAt: terms_at.toISOString() }),
  };
}
