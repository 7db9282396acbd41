import type { Queryable } from '@vitrine/database';
import { cartView, type KeptCart, type Pricing } from '../cart/cart-state.ts';
import { money } from '../money/money.rules.ts';
import { missingOf } from './checkout.rules.ts';
import type { CheckoutView } from './checkout.views.ts';
import { allDeliveries } from './checkout-deliveries.ts';
import type { CheckoutDesk } from './checkout-desk.ts';
import type { KeptCheckout } from './keep-checkout.ts';
import { type PricedCheckout, priceCheckout } from './price-checkout.ts';
import { tendersView } from './tenders.ts';

/** The checkout as its shopper sees it. */
export async function viewCheckout(
  on: Queryable,
  desk: CheckoutDesk,
  cart: KeptCart,
  checkout: KeptCheckout,
): Promise<CheckoutView> {
  return checkoutView(desk, { cart, checkout, price: await priceCheckout(on, desk, cart, checkout) });
}

export function checkoutView(
  { doors, market }: CheckoutDesk,
  { cart, checkout, price }: { cart: KeptCart; checkout: KeptCheckout; price: PricedCheckout },
): CheckoutView {
  const { priced, goods, gifts, lines, deliveries } = price;
  const { main, others, lineWays } = deliveries;
  const { email, name, phone, address, billing, note, gift_message: giftMessage } = checkout;
  const cash = (amount: number) => money(amount, market.currency);
  const own = lines.filter(({ giftOf }) => giftOf === undefined);
  const pricing: Pricing = { currency: market.currency, promotion: goods, gifts };
  return {
    id: checkout.id,
    cartId: cart.id,
    state: checkout.state,
    cart: cartView(cart, own, pricing),
    contact: {
      ...(email !== null && { email }),
      ...(name !== null && { name }),
      ...(phone !== null && { phone }),
    },
    ...(address && { address }),
    ...(billing && { billing }),
    ...(price.buyer.vatId !== undefined && { vatId: price.buyer.vatId }),
    ...(note !== null && { note }),
    ...(giftMessage !== null && { giftMessage }),
    terms: checkout.terms_at !== null,
    ...(Object.keys(checkout.unfinished).length > 0 && { unfinished: checkout.unfinished }),
    country: price.country,
    options: main.options,
    ...(main.choice && { delivery: main.choice }),
    otherDeliveries: others.map(({ kind, lineIds, options, choice }) => ({
      kind,
      lineIds,
      options,
      ...(choice && { delivery: choice }),
    })),
    lineWays,
    prices: priced.prices,
    goods: cash(priced.goods),
    ...(allDeliveries(deliveries).every(({ chosen }) => chosen) && { deliveryTotal: cash(priced.delivery) }),
    discounts: discountsOf(price).map((each) => ({ ...each, amount: cash(each.amount) })),
    tax: cash(priced.tax),
    taxes: priced.taxes.map(({ name, rate, taxable, amount }) => ({
      name,
      rate,
      taxable: cash(taxable),
      amount: cash(amount),
    })),
    ...(priced.waived !== undefined && { waived: cash(priced.waived) }),
    ...(priced.reliefs && { reliefs: priced.reliefs }),
    ...(price.isUnproven && { isVatUnproven: true }),
    total: cash(priced.total),
    tenders: tendersView(price.tenders, market.currency),
    rest: cash(price.tenders.rest),
    ...(price.tenders.moneyOnly > 0 && { moneyOnly: cash(price.tenders.moneyOnly) }),
    ...(price.earns && { earns: price.earns }),
    seen: price.seen,
    missing: missingIn(price, checkout),
    ...waysToPay(doors.payments.methods(market), checkout),
    ...(checkout.declined !== null && { declined: checkout.declined }),
  };
}

/** A way that was chosen and is not offered any more is not chosen. */
function waysToPay(methods: CheckoutView['methods'], { tenders: { payment } }: KeptCheckout) {
  const isOffered = methods.some(
    ({ provider, method }) => provider === payment?.provider && method === payment?.method,
  );
  return { methods, ...(isOffered && payment && { payment }) };
}

/** What is missing before this can be paid. */
export function missingIn({ lines, facts, deliveries }: PricedCheckout, checkout: KeptCheckout) {
  const { email, name, address, terms_at } = checkout;
  const isSoldOut = lines.some(({ variantId, quantity }) => {
    const available = facts.get(variantId)?.stock.available ?? 0;
    return available !== 'unlimited' && available < quantity;
  });
  const filled = { lines: lines.length, hasSoldOut: isSoldOut, email, name, address };
  return missingOf({ ...filled, terms: terms_at !== null }, allDeliveries(deliveries));
}

/** What each promotion takes off goods and delivery together. */
function discountsOf({ priced, promotion }: PricedCheckout) {
  const sums = new Map<string, { promotionId: string; name: string; code?: string; amount: number }>();
  for (const { parts } of [...priced.lines, ...priced.deliveries]) {
    for (const { promotionId, code, amount } of parts) {
      const before = sums.get(promotionId)?.amount ?? 0;
      const name = promotion.nameOf(promotionId);
      sums.set(promotionId, {
        promotionId,
        name,
        ...(code !== undefined && { code }),
        amount: before + amount,
      });
    }
  }
  return [...sums.values()];
}
