import type { CommerceEngine } from '@vitrine/commerce-engine';
import type { CommandContext } from '@vitrine/commerce-engine/client';
import { demoProgramme } from './loyalty.ts';
import { type DemoTender, type OrderingEngine, placeOrder } from './place-order.ts';
import {
  demoShoppers,
  regular,
  regularAddresses,
  regularOrders,
  regularWishes,
  tradeGoods,
  traderAddress,
} from './shoppers.ts';

type Engine = OrderingEngine &
  Pick<CommerceEngine, 'accounts' | 'customers' | 'loyalty' | 'pricing' | 'storeCredit'>;
type Step = (step: string) => CommandContext;

const market = { channel: 'online', locale: 'en', currency: 'EUR', customerGroup: 'anyone' };
const group = 'trade';
const listOf = (currency: string) => `trade-${currency.toLowerCase()}`;

/**
 * Shoppers to sign in as: one with orders, store credit, points and wishes, one who pays the prices of the trade. The same requests when
 * asked again.
 * @param pays the way to pay for the orders; without one there are none.
 */
export async function settleShoppers(
  engine: Engine,
  context: Step,
  pays: DemoTender | undefined,
): Promise<void> {
  const { accounts, customers, loyalty, storeCredit } = engine;
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
  const { id: programmeId } = demoProgramme;
  await loyalty.join(context('crew'), market, { programmeId, customerId: regularId });
  await loyalty.adjust(context('crew-points'), market, {
    programmeId,
    customerId: regularId,
    points: 300,
    reason: 'campaign',
  });
  await setTradePrices(engine, context);
  if (!pays) return;
  const { name, email } = regular;
  const shopper = { kind: 'customer', id: regularId, name, email } as const;
  for (const [at, { handle, quantity, sent }] of regularOrders.entries())
    await placeOrder(engine, (step) => context(`order-${at}-${step}`), {
      cartId: `5eed0000-0000-4000-8000-00000000000${at + 1}`,
      pieces: { [handle]: quantity },
      shopper,
      email,
      address: regularAddresses[0],
      ...(sent && { tracking: 'IP 0042 7719 DE' }),
      pays,
    });
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
