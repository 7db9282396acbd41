import { heldByHand, heldDiscount } from '../cart/by-hand.rules.ts';
import type { KeptCart } from '../cart/cart-state.ts';
import { linePriceOf } from '../cart/line-facts.ts';
import type { DraftDelivery, OrderDraft } from '../orders/order-draft.ts';
import { allDeliveries, type CheckoutDelivery } from './checkout-deliveries.ts';
import type { CheckoutDesk } from './checkout-desk.ts';
import type { KeptCheckout } from './keep-checkout.ts';
import type { PricedCheckout } from './price-checkout.ts';

/** Freezes what is about to be paid for. */
export function draftOf(
  { market, customerId: signedIn, placedBy }: CheckoutDesk,
  {
    checkout,
    cart,
    price,
  }: { readonly checkout: KeptCheckout; readonly cart: KeptCart; readonly price: PricedCheckout },
): OrderDraft {
  const { facts, promotion, priced } = price;
  const deliveries = allDeliveries(price.deliveries);
  const deliveryOf = (lineId: string) => deliveries.find(({ lineIds }) => lineIds.includes(lineId))!;
  const { address, billing, email, name, phone, note, gift_message: giftMessage, terms_at } = checkout;
  const { byHand, openedBy } = cart;
  // Staff place it for whom they opened the cart.
  const customerId = signedIn ?? (placedBy === undefined ? undefined : openedBy?.customerId);
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
    ...(price.buyer.vatId !== undefined && { vatId: price.buyer.vatId }),
    ...(note !== null && { note }),
    ...(giftMessage !== null && { giftMessage }),
    priced,
    lines: Object.fromEntries(
      priced.lines.map(({ id }) => {
        const line = lineIds.get(id)!;
        const { variantId, giftOf } = line;
        const fact = facts.get(variantId)!;
        const given = heldByHand(line.byHand, { currency: market.currency, allows: fact.allows });
        return [
          id,
          {
            variantId,
            productId: fact.productId,
            productSlug: fact.productSlug,
            sku: fact.sku,
            name: fact.name,
            options: fact.options,
            ...(fact.media && { media: fact.media }),
            ...(fact.components && { components: fact.components }),
            unitRegular: linePriceOf(line, fact).regular.amount,
            deliveryId: deliveryOf(id).id,
            ...(fact.stock.shipsFrom !== undefined && { shipsFrom: fact.stock.shipsFrom }),
            ...(giftOf !== undefined && { giftOf }),
            ...(given && { byHand: given }),
            ...(fact.isGiftCard && { giftCard: line.recipient ? { recipient: line.recipient } : {} }),
          },
        ];
      }),
    ),
    deliveries: Object.fromEntries(deliveries.map((each) => [each.id, frozenDelivery(each, address)])),
    promotions: Object.fromEntries(
      [...promotionIds].map(({ promotionId }) => [promotionId, promotion.nameOf(promotionId)]),
    ),
    ...(byHand && heldDiscount(byHand, market.currency) && { byHand }),
    ...(openedBy && { takenBy: openedBy.by }),
    ...(placedBy !== undefined && { placedBy }),
    ...(terms_at && { termsAt: terms_at.toISOString() }),
  };
}

function frozenDelivery(
  { chosen, choice }: CheckoutDelivery,
  address: KeptCheckout['address'],
): DraftDelivery {
  const { kind, methodId, name, hasSlots } = chosen!;
  return {
    kind,
    methodId,
    name,
    ...(address && kind !== 'pickup' && { address }),
    ...(kind === 'pickup' && choice?.storeId !== undefined && { storeId: choice.storeId }),
    ...(hasSlots && choice?.slot !== undefined && { slot: choice.slot }),
  };
}
