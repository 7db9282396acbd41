import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import { untilSomebodyWaits } from '../testing/until-somebody-waits.ts';
import type { CartTables } from './cart.tables.ts';
import { lockCart } from './cart-state.ts';
import { removeOrdered } from './remove-ordered.ts';

describeOnEachEngine('what was ordered leaves the cart', { migrations: [commerceMigrations] }, (open) => {
  let shop: PayingShop;
  beforeAll(async () => {
    shop = await openPayingShop(open());
  });

  test.each([
    { title: 'more', before: 2, after: 5, left: [3] },
    { title: 'fewer', before: 5, after: 2, left: [] },
  ])('[CHECK-5] also when the shopper makes it $title at that moment', async ({ before, after, left }) => {
    const variantId = await shop.product(50);
    const cartId = crypto.randomUUID();
    await shop.engine.cart.addLine(shop.asGuest(), shop.en, { cartId, variantId, quantity: before });
    const lineId = (await shop.engine.cart.get(shop.en, cartId))!.lines[0]!.id;
    const [changed, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const changing = open().transaction(async (tx) => {
      await lockCart(tx, cartId);
      const lines = tx.tables<CartTables>().updateTable('cart_line');
      await lines.set({ quantity: after }).where('id', '=', lineId).execute();
      changed.resolve();
      await mayEnd.promise;
    });
    await changed.promise;
    const ordered = [{ lineId, quantity: 2 }];
    const removing = open().transaction((tx) => removeOrdered(tx, cartId, ordered));
    await untilSomebodyWaits(open());
    mayEnd.resolve();
    await Promise.all([changing, removing]);
    const cart = await shop.engine.cart.get(shop.en, cartId);
    expect(cart!.lines.map(({ quantity }) => quantity)).toEqual(left);
  });
});
