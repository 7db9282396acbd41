import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { Money } from '../money/money.rules.ts';
import { countStatements, openTestShop, type TestShop } from '../testing/test-shop.ts';

const eur = (amount: number): Money => ({ amount, currency: 'EUR' });
const START = new Date('2026-11-23T09:00:00.000Z');
const day = (offset: number) => new Date(START.getTime() + offset * 86_400_000);

describeOnEachEngine('prices', { migrations: [commerceMigrations] }, (open) => {
  let shop: TestShop;
  let pricing: TestShop['engine']['pricing'];
  let productId: string;
  let a: string;
  let b: string;

  beforeAll(async () => {
    shop = await openTestShop(open());
    ({ pricing } = shop.engine);
  });

  // A product of its own for each test: prices have a history.
  beforeEach(async () => {
    shop.now = START;
    const handle = `lamp-${crypto.randomUUID()}`;
    await shop.engine.catalog.importProducts(shop.command(), [
      {
        handle,
        name: { en: 'Lamp' },
        options: [
          {
            key: 'size',
            label: { en: 'Size' },
            values: ['s', 'l'].map((key) => ({ key, label: { en: key } })),
          },
        ],
        variants: [{ options: { size: 's' } }, { options: { size: 'l' } }],
      },
    ]);
    const [product] = await shop.engine.catalog.productsBySlug(shop.en, [handle]);
    productId = product!.id;
    [a, b] = product!.variantIds as [string, string];
    await pricing.setPrices(shop.command(), [
      { variantId: a, price: eur(5000) },
      { variantId: b, price: eur(8000) },
    ]);
    await shop.takeEvents();
  });

  const priceOf = async (variantId: string) => (await pricing.variantPrices(shop.en, [variantId]))[0];

  test('[PRICE-9] there is a price only in currencies it was set in', async () => {
    expect(await priceOf(a)).toEqual({ variantId: a, price: eur(5000), regular: eur(5000), onSale: false });
    const pounds = { ...shop.en, currency: 'GBP' };
    expect(await pricing.variantPrices(pounds, [a, 'nothing'])).toEqual([undefined, undefined]);
    expect(await pricing.productPrices(pounds, [productId])).toEqual([undefined]);
  });

  test('[PRICE-10] many variants and products are one statement each', async () => {
    const counted = countStatements(open());
    await pricing.variantPrices(shop.en, [a, b, 'x', 'y', a], { on: counted.on });
    expect(counted.count()).toBe(1);
    await pricing.productPrices(shop.en, [productId, 'x'], { on: counted.on });
    expect(counted.count()).toBe(2);
  });

  test('[PRICE-8] a product costs from its cheapest to its dearest variant', async () => {
    await pricing.setPrices(shop.command(), [{ variantId: b, price: eur(4000), regular: eur(8000) }]);
    expect(await pricing.productPrices(shop.en, [productId])).toEqual([
      { productId, from: eur(4000), to: eur(5000), regularFrom: eur(8000), onSale: true },
    ]);
  });

  test('[PRICE-12] a price that holds already writes nothing and tells nobody', async () => {
    const same = [{ variantId: a, price: eur(5000) }];
    expect(await pricing.setPrices(shop.command(), same)).toEqual({ changed: 0 });
    expect(await shop.takeEvents()).toEqual([]);
    const both = [
      { variantId: a, price: eur(5100) },
      { variantId: b, price: eur(8100) },
    ];
    expect(await pricing.setPrices(shop.command(), both)).toEqual({ changed: 2 });
    expect(await shop.takeEvents()).toEqual([
      { kind: 'price.changed', payload: { productIds: [productId], variantIds: [a, b] } },
    ]);
  });

  test('[PRICE-13] a price with a higher regular is a sale, until it is set without', async () => {
    await pricing.setPrices(shop.command(), [{ variantId: a, price: eur(4000), regular: eur(5000) }]);
    expect(await priceOf(a)).toEqual({
      variantId: a,
      price: eur(4000),
      regular: eur(5000),
      onSale: true,
      lowest30Days: eur(5000),
    });
    await pricing.setPrices(shop.command(), [{ variantId: a, price: eur(5000) }]);
    expect(await priceOf(a)).toMatchObject({ price: eur(5000), onSale: false });
  });

  test('[PRICE-7] on sale the lowest price of the 30 days before it began is told', async () => {
    shop.now = day(1);
    await pricing.setPrices(shop.command(), [{ variantId: a, price: eur(4500) }]);
    shop.now = day(2);
    await pricing.setPrices(shop.command(), [{ variantId: a, price: eur(6000) }]);
    shop.now = day(20);
    await pricing.setPrices(shop.command(), [{ variantId: a, price: eur(4800), regular: eur(6000) }]);
    expect((await priceOf(a))!.lowest30Days).toEqual(eur(4500));
    shop.now = day(120);
    expect((await priceOf(a))!.lowest30Days).toEqual(eur(4500));
    await pricing.setPrices(shop.command(), [{ variantId: a, price: eur(6000) }]);
    shop.now = day(160);
    await pricing.setPrices(shop.command(), [{ variantId: a, price: eur(5500), regular: eur(6000) }]);
    expect((await priceOf(a))!.lowest30Days).toEqual(eur(6000));
  });

  test('[PRICE-14] a scheduled sale begins and ends by itself, and answers know until when they hold', async () => {
    const sale = {
      name: 'winter',
      from: day(2).toISOString(),
      to: day(9).toISOString(),
      prices: [{ variantId: a, price: eur(3500) }],
    };
    expect(await pricing.scheduleSale(shop.command(), sale)).toEqual({ kind: 'scheduled', changed: 1 });
    expect((await shop.takeEvents()).map(({ kind }) => kind)).toEqual(['price.changed']);
    expect(await priceOf(a)).toMatchObject({ price: eur(5000), validUntil: sale.from });
    shop.now = day(2);
    expect(await priceOf(a)).toMatchObject({ price: eur(3500), regular: eur(5000), validUntil: sale.to });
    expect((await pricing.productPrices(shop.en, [productId]))[0]).toMatchObject({ validUntil: sale.to });
    expect(await pricing.scheduleSale(shop.command(), sale)).toEqual({ kind: 'scheduled', changed: 0 });
    expect(await shop.takeEvents()).toEqual([]);
    const shorter = { ...sale, to: day(3).toISOString() };
    expect(await pricing.scheduleSale(shop.command(), shorter)).toEqual({ kind: 'scheduled', changed: 1 });
    shop.now = day(3);
    expect(await priceOf(a)).toMatchObject({ price: eur(5000), onSale: false });
    expect(await pricing.scheduleSale(shop.command(), shorter)).toEqual({ kind: 'over', to: shorter.to });
  });

  test('[PRICE-2] [PRICE-5] a customer group has its own prices, with a reason for each row', async () => {
    await pricing.importPriceLists(shop.command(), [
      { id: 'trade-eur', name: 'Trade', currency: 'EUR', customerGroup: 'trade' },
    ]);
    await pricing.setPrices(shop.command(), [
      { variantId: a, list: 'trade-eur', price: eur(4200) },
      { variantId: a, list: 'trade-eur', minQuantity: 10, price: eur(3900) },
    ]);
    const trade = { ...shop.en, customerGroup: 'trade' };
    expect((await pricing.variantPrices(trade, [a]))[0]!.price).toEqual(eur(4200));
    const ten = { quantities: { [a]: 10 } };
    expect((await pricing.variantPrices(trade, [a], ten))[0]!.price).toEqual(eur(3900));
    expect((await priceOf(a))!.price).toEqual(eur(5000));
    const explained = await pricing.explainPrice(trade, a);
    expect(explained!.explanation.map(({ verdict }) => verdict).sort()).toEqual([
      'holds',
      'list-outranked',
      'needs-more-pieces',
    ]);
  });

  test('[PRICE-20] prices and carts of a channel that shows none with tax say that it comes on top', async () => {
    const [online] = await shop.engine.stores.channels();
    const market = { ...shop.en, channel: 'trade' };
    await shop.engine.stores.importChannels(shop.command(), [
      { ...online!, id: 'trade', name: 'Trade', taxDisplay: 'exclusive' },
    ]);
    expect((await pricing.variantPrices(market, [a]))[0]).toMatchObject({ price: eur(5000), plusTax: true });
    expect((await pricing.productPrices(market, [productId]))[0]).toMatchObject({ plusTax: true });
    expect(await priceOf(a)).not.toHaveProperty('plusTax');
    expect((await pricing.productPrices(shop.en, [productId]))[0]).not.toHaveProperty('plusTax');
    const add = (where: typeof market) =>
      shop.engine.cart.addLine(shop.command(), where, {
        cartId: crypto.randomUUID(),
        variantId: a,
        quantity: 1,
      });
    await shop.engine.inventory.setPolicy(shop.command(), { variantId: a, backorder: true });
    expect(await add(market)).toMatchObject({ kind: 'changed', cart: { plusTax: true } });
    const usual = await add(shop.en);
    expect(usual).toMatchObject({ kind: 'changed' });
    expect(JSON.stringify(usual)).not.toContain('plusTax');
  });

  test('[PRICE-12] a list that changes tells about what is priced in it', async () => {
    const list = { id: 'spring', name: 'Spring', currency: 'EUR', priority: 5 };
    await pricing.importPriceLists(shop.command(), [list]);
    await pricing.setPrices(shop.command(), [{ variantId: a, list: 'spring', price: eur(4700) }]);
    await shop.takeEvents();
    await pricing.importPriceLists(shop.command(), [list]);
    expect(await shop.takeEvents()).toEqual([]);
    await pricing.importPriceLists(shop.command(), [{ ...list, validTo: day(1).toISOString() }]);
    expect(await shop.takeEvents()).toEqual([
      { kind: 'price.changed', payload: { productIds: [productId], variantIds: [a] } },
    ]);
    shop.now = day(1);
    expect((await priceOf(a))!.price).toEqual(eur(5000));
  });

  test('[PRICE-11] writers at the same time leave one price that holds', async () => {
    const amounts = [4100, 4200, 4300, 4400, 4500, 4600];
    await Promise.all(
      amounts.map((amount) => pricing.setPrices(shop.command(), [{ variantId: a, price: eur(amount) }])),
    );
    const { rows } = await openRows(a);
    expect(rows).toHaveLength(1);
    expect((await priceOf(a))!.price.amount).toBe(rows[0]!.amount);
  });

  test('[PRICE-15] what cannot be a price is refused with its place', async () => {
    const wrong = [{ variantId: a, price: { amount: -1.5, currency: 'eur' } }];
    await expect(pricing.setPrices(shop.command(), wrong)).rejects.toMatchObject({
      code: 'bad_input',
      fields: [
        { path: '0.price.amount', problem: 'expected whole minor units' },
        { path: '0.price.currency', problem: 'expected an ISO 4217 code such as "EUR"' },
      ],
    });
    const regular = [{ variantId: a, price: eur(5), regular: eur(5) }];
    await expect(pricing.setPrices(shop.command(), regular)).rejects.toThrow(
      'expected a regular price above',
    );
  });

  test('an unknown variant or list is named, and nothing changes', async () => {
    const both = [
      { variantId: a, price: eur(1) },
      { variantId: 'nothing', price: eur(1) },
    ];
    await expect(pricing.setPrices(shop.command(), both)).rejects.toMatchObject({ code: 'unknown_variant' });
    const list = [{ variantId: a, list: 'never', price: eur(1) }];
    await expect(pricing.setPrices(shop.command(), list)).rejects.toMatchObject({
      code: 'unknown_price_list',
    });
    expect((await priceOf(a))!.price).toEqual(eur(5000));
  });

  async function openRows(variantId: string) {
    const rows = await open()
      .tables<{ pricing_price: { variant_id: string; valid_to: Date | null; amount: number } }>()
      .selectFrom('pricing_price')
      .selectAll()
      .where('variant_id', '=', variantId)
      .where('valid_to', 'is', null)
      .execute();
    return { rows };
  }

  test('[PRICE-16] prices leave a list by quantity break, scheduled sales by name', async () => {
    const list = 'everyone-eur';
    await pricing.setPrices(shop.command(), [
      { variantId: a, price: eur(4500), minQuantity: 10 },
      { variantId: a, price: eur(4000), regular: eur(4200), minQuantity: 20 },
    ]);
    const sale = {
      name: 'Advent',
      from: day(1).toISOString(),
      to: day(5).toISOString(),
      prices: [{ variantId: a, price: eur(3000) }],
    };
    await pricing.scheduleSale(shop.command(), sale);
    const costs = async (quantity: number, at = shop.now) =>
      (await pricing.variantPrices(shop.en, [a], { quantities: { [a]: quantity }, at }))[0]?.price.amount;
    expect([await costs(9), await costs(10), await costs(20)]).toEqual([5000, 4500, 4000]);
    await shop.takeEvents();
    const gone = [{ variantId: a, list, minQuantity: 20 }];
    expect(await pricing.endPrices(shop.command(), gone)).toEqual({ ended: 2 });
    expect((await shop.takeEvents()).map(({ kind }) => kind)).toEqual(['price.changed']);
    expect([await costs(9), await costs(20)]).toEqual([5000, 4500]);
    expect(await pricing.endPrices(shop.command(), gone)).toEqual({ ended: 0 });
    expect(await shop.takeEvents()).toEqual([]);
    expect(await costs(1, day(2))).toBe(3000);
    expect(await pricing.endSale(shop.command(), { name: 'Advent', variantIds: [a] })).toEqual({ ended: 1 });
    expect(await costs(1, day(2))).toBe(5000);
  });

  test('[PRICE-17] staff see what holds and what will, and the lowest price of 30 days', async () => {
    shop.now = day(-40);
    await pricing.setPrices(shop.command(), [{ variantId: a, price: eur(100) }]);
    shop.now = day(-20);
    await pricing.setPrices(shop.command(), [{ variantId: a, price: eur(7000) }]);
    shop.now = START;
    await pricing.setPrices(shop.command(), [{ variantId: a, price: eur(6000) }]);
    const { actor } = shop.command();
    const seen = await pricing.forStaff.ofProduct(actor, { productId, market: shop.en });
    expect(seen.rows.map(({ variantId, price, kind }) => [variantId, price.amount, kind]).sort()).toEqual(
      [
        [a, 6000, 'regular'],
        [b, 8000, 'regular'],
      ].sort(),
    );
    expect(seen.prices.find(({ variantId }) => variantId === a)).toMatchObject({
      price: eur(6000),
      lowest30Days: eur(100),
    });
    shop.now = day(15);
    const later = await pricing.forStaff.ofProduct(actor, { productId, market: shop.en });
    expect(later.prices.find(({ variantId }) => variantId === a)).toMatchObject({ lowest30Days: eur(6000) });
    expect(await pricing.forStaff.lists(actor)).toContainEqual(
      expect.objectContaining({ id: 'everyone-eur', currency: 'EUR', priority: 0 }),
    );
    const guest = pricing.forStaff.lists({ kind: 'guest' });
    await expect(guest).rejects.toMatchObject({ code: 'not_allowed' });
  });
});
