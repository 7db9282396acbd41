import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { groupKey } from '../market.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { percent, simple } from '../promotions/promotion-fixtures.ts';
import { type FilledShop, openFilledShop } from '../testing/filled-shop.ts';
import { signUpShopper } from '../testing/shopper-account.ts';

describeOnEachEngine('customers in several groups', { migrations: [commerceMigrations] }, (database) => {
  let shop: FilledShop;
  let variantId: string;
  let productId: string;
  const eur = (amount: number) => ({ amount, currency: 'EUR' });

  beforeAll(async () => {
    shop = await openFilledShop(database());
    variantId = (await shop.variantIds('stoneware-bowl'))[0]!;
    productId = (await shop.engine.catalog.variantLines(shop.en, [variantId]))[0]!.productId;
    const { pricing } = shop.engine;
    await pricing.importPriceLists(shop.command(), [
      { id: 'club-eur', name: 'Club', currency: 'EUR', customerGroup: 'club' },
      { id: 'trade-eur', name: 'Trade', currency: 'EUR', customerGroup: 'trade' },
      { id: 'vip-eur', name: 'VIP', currency: 'EUR', customerGroup: 'vip', priority: 5 },
    ]);
    await pricing.setPrices(shop.command(), [
      { variantId, list: 'club-eur', price: eur(2100) },
      { variantId, list: 'trade-eur', price: eur(1900) },
      { variantId, list: 'vip-eur', price: eur(2300) },
    ]);
  });

  const marketOf = (...groups: string[]) => ({ ...shop.en, customerGroup: groupKey(groups) });
  const priceFor = async (...groups: string[]) =>
    (await shop.engine.pricing.variantPrices(marketOf(...groups), [variantId]))[0]!.price.amount;

  it('[CUST-4] [PRICE-19] prices are the best of all their groups, whichever was given first', async () => {
    expect(await priceFor('friends', 'club')).toBe(2100);
    expect(await priceFor('club', 'trade')).toBe(1900);
    expect(await priceFor('trade', 'club')).toBe(1900);
    expect(await priceFor('club', 'trade', 'vip')).toBe(2300);
    expect(await priceFor()).toBe(2400);
  });

  it('[CUST-4] a session knows all groups, in one order and each once', async () => {
    const { actor } = await signUpShopper(shop, { groups: ['trade', 'club', 'friends'] });
    expect(actor).toMatchObject({ group: 'club,friends,trade' });
    expect(groupKey(['b', 'a', 'b'])).toBe('a,b');
    expect(groupKey([])).toBe('anyone');
  });

  it('[CUST-4] promotions for any or all of several groups see every group of who buys', async () => {
    const { promotions, cart } = shop.engine;
    const both = { ...simple('both', percent(10)), name: { en: 'Both' } };
    await promotions.save(shop.command(), {
      ...both,
      priceGroups: { match: 'all', ids: ['friends', 'neighbours'] },
    });
    await promotions.enable(shop.command(), 'both');
    const discountFor = async (...groups: string[]) => {
      const input = { cartId: crypto.randomUUID(), variantId, quantity: 1 };
      const added = await cart.addLine(shop.asGuest(), marketOf(...groups), input);
      if (added.kind !== 'changed') throw new Error(added.kind);
      return added.cart.discounts.map(({ amount }) => amount.amount);
    };
    expect(await discountFor('friends')).toEqual([]);
    expect(await discountFor('neighbours', 'friends')).toEqual([240]);
  });

  it('[CUST-4] [SEARCH-30] lists cost what their goods cost, kept once for groups that prices know', async () => {
    const { search } = shop.engine;
    const priceIn = async (...groups: string[]) => {
      const { found, prices } = await search.list(marketOf(...groups), { text: 'bowl' });
      return prices[found.productIds.indexOf(productId)]?.from.amount;
    };
    expect(await priceIn('friends', 'trade')).toBe(1900);
    expect(await priceIn('friends', 'neighbours')).toBe(2400);
    const { rows } = await database().execute('select customer_group from search_market order by 1');
    expect(rows.map(({ customer_group }) => customer_group)).toEqual(['anyone', 'trade']);
  });
});
