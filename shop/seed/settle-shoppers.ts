import type { CommerceEngine } from '@vitrine/commerce-engine';
import type { Actor, CommandContext } from '@vitrine/commerce-engine/client';
import {
  demoShoppers,
  regular,
  regularAddresses,
  regularOrders,
  regularWishes,
  tradeGoods,
  traderAddress,
} from './shoppers.ts';

type Engine = Pick<
  CommerceEngine,
  | 'accounts'
  | 'cart'
  | 'catalog'
  | 'checkout'
  | 'customers'
  | 'fulfilment'
  | 'orders'
  | 'pricing'
  | 'storeCredit'
>;
type Step = (step: string) => CommandContext;

const market = { channel: 'online', locale: 'en', currency: 'EUR', customerGroup: 'anyone' };
const group = 'trade';
const listOf = (currency: string) => `trade-${currency.toLowerCase()}`;

/**
 * Shoppers to sign in as: one with orders, store credit and wishes, one who pays the prices of the trade. The same requests when
 * asked again.
 * @param pays the way to pay for the orders; without one there are none.
 */
export async function settleShoppers(
  engine: Engine,
  context: Step,
  pays: { readonly provider: string; readonly method: string; readonly token?: string } | undefined,
): Promise<void> {
  const { accounts, customers, storeCredit } = engine;
  const people = demoShoppers.map(({ note: _, ...account }) => account);
  const [regularId = '', traderId = ''] = await accounts.importAccounts(context('shoppers'), people);
  for (const [at, address] of regularAddresses.entries())
    await customers.saveAddress(context(`address-${at}`), {
      customerId: regularId,
      address,
      ...(at === 1 && { isBilling: true }),
    });
  await customers.saveAddress(context('address-trade'), { customerId: traderId, address: traderAddress });
  await customers.change(context('trade-customer'), { customerId: traderId, patch: { groups: [group] } });
  for (const handle of [...regularWishes].reverse()) {
    const [product] = await engine.catalog.productsBySlug(market, [handle]);
    const wish = { customerId: regularId, kind: 'product', id: product?.id ?? handle, wished: true } as const;
    await customers.wish(context(`wish-${handle}`), wish);
  }
  await storeCredit.issue(context('credit'), {
    customerId: regularId,
    amount: 1500,
    currency: 'EUR',
    reason: 'goodwill',
    note: 'To try',
  });
  await setTradePrices(engine, context);
  if (!pays) return;
  const { name, email } = regular;
  const shopper = { kind: 'customer', id: regularId, name, email } as const;
  for (const [at, order] of regularOrders.entries())
    await placeOrder(engine, (step) => context(`order-${at}-${step}`), { ...order, shopper, pays });
}

async function setTradePrices({ catalog, pricing }: Engine, context: Step): Promise<void> {
  await pricing.importPriceLists(
    context('trade-lists'),
    ['EUR', 'GBP'].map((currency) => ({
      id: listOf(currency),
      name: `Trade, ${currency}`,
      currency,
      customerGroup: group,
    })),
  );
  const products = await catalog.productsBySlug(market, [...tradeGoods]);
  const variantIds = products.flatMap((product) => product?.variants.map(({ id }) => id) ?? []);
  for (const currency of ['EUR', 'GBP']) {
    const prices = await pricing.variantPrices({ ...market, currency }, variantIds);
    await pricing.setPrices(
      context(`trade-prices-${currency}`),
      prices.flatMap((price) => {
        if (!price) return [];
        const { variantId, regular: before } = price;
        const amount = Math.round((before.amount * 8) / 1000) * 100;
        return [{ variantId, list: listOf(currency), price: { amount, currency } }];
      }),
    );
  }
}

async function placeOrder(
  { catalog, cart, checkout, fulfilment, orders }: Engine,
  context: Step,
  order: {
    readonly handle: string;
    readonly quantity: number;
    readonly sent: boolean;
    readonly shopper: Actor & { kind: 'customer' };
    readonly pays: { readonly provider: string; readonly method: string; readonly token?: string };
  },
): Promise<void> {
  const { handle, quantity, sent, shopper, pays } = order;
  const asShopper = (step: string) => ({ ...context(step), actor: shopper });
  const [product] = await catalog.productsBySlug(market, [handle]);
  const variantId = product?.variants[0]?.id;
  if (variantId === undefined) throw new Error(`The demo store has no "${handle}" to order.`);
  // The same cart when the seeding was cut short, so that it is bought once.
  const cartId = order.sent ? '5eed0000-0000-4000-8000-000000000001' : '5eed0000-0000-4000-8000-000000000002';
  const [address] = regularAddresses;
  await cart.addLine(asShopper('cart'), market, { cartId, variantId, quantity });
  const filled = await checkout.update(asShopper('checkout'), market, {
    cartId,
    patch: {
      contact: { email: shopper.email, name: shopper.name },
      address,
      delivery: { methodId: 'parcel' },
      terms: true,
    },
  });
  if (filled.kind === 'no-cart') return;
  const { id: checkoutId, seen } = filled.checkout;
  const paid = await checkout.pay(asShopper('pay'), market, { cartId, checkoutId, seen, ...pays });
  if (paid.kind !== 'placed') throw new Error(`The demo store's own order came to nothing: ${paid.kind}.`);
  if (!sent) return;
  const placed = await orders.openOwn(shopper, paid.order.id);
  if (!placed) return;
  const lines = placed.lines.map(({ id: lineId }) => ({ lineId, quantity }));
  await fulfilment.ship(context('ship'), {
    orderId: placed.id,
    lines,
    locationId: 'warehouse',
    carrier: 'Inselpost',
    tracking: 'IP 0042 7719 DE',
  });
}
