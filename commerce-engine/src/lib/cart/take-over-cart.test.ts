import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import { signUpShopper, type TestShopper } from '../testing/shopper-account.ts';

describeOnEachEngine('Carts of customers', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  beforeAll(async () => {
    shop = await openPayingShop(database());
  });

  async function fill(quantities: Readonly<Record<string, number>>, shopper?: TestShopper) {
    const cartId = crypto.randomUUID();
    for (const [variantId, quantity] of Object.entries(quantities)) {
      const command = shopper?.command() ?? shop.asGuest();
      const added = await shop.engine.cart.addLine(command, shop.en, { cartId, variantId, quantity });
      expect(added.kind).toBe('changed');
    }
    return cartId;
  }
  const takeOver = (shopper: TestShopper, cartId?: string) =>
    shop.engine.cart.takeOver(shopper.command(), shop.en, cartId === undefined ? {} : { cartId });
  const piecesOf = async (cartId: string) => {
    const cart = await shop.engine.cart.get(shop.en, cartId);
    return cart && Object.fromEntries(cart.lines.map(({ variantId, quantity }) => [variantId, quantity]));
  };

  it('[CART-24] a cart that was filled before signing in is taken along', async () => {
    const shopper = await signUpShopper(shop);
    const [mug, bowl] = [await shop.product(50), await shop.product(5)];
    const before = await fill({ [mug]: 2, [bowl]: 1 });
    expect(await takeOver(shopper, before)).toEqual({ cartId: before });
    const elsewhere = await fill({ [mug]: 3, [bowl]: 5 });
    expect(await takeOver(shopper, elsewhere)).toEqual({ cartId: before });
    expect(await piecesOf(before)).toEqual({ [mug]: 5, [bowl]: 5 });
    expect(await piecesOf(elsewhere)).toBeUndefined();
    const cart = await shop.engine.cart.get(shop.en, before);
    expect(cart?.notices.map(({ kind }) => kind)).toEqual(['joined', 'lowered']);
  });

  it('[CART-24] codes are taken along, each once', async () => {
    const shopper = await signUpShopper(shop);
    const thing = await shop.product(50);
    const [own, brought] = [await fill({ [thing]: 1 }, shopper), await fill({ [thing]: 1 })];
    await database().execute(`update cart set coupons = '{WELCOME}' where id = $1`, [own]);
    await database().execute(`update cart set coupons = '{welcome,EXTRA}' where id = $1`, [brought]);
    expect(await takeOver(shopper, brought)).toEqual({ cartId: own });
    const cart = await shop.engine.cart.get(shop.en, own);
    expect(cart?.coupons.map(({ code }) => code)).toEqual(['WELCOME', 'EXTRA']);
  });

  it('[CART-24] signing in on two devices at once loses nothing', async () => {
    const shopper = await signUpShopper(shop);
    const thing = await shop.product(50);
    const carts = [await fill({ [thing]: 2 }), await fill({ [thing]: 3 })];
    await Promise.all(carts.map((cartId) => takeOver(shopper, cartId)));
    const { cartId } = await takeOver(shopper);
    const pieces = await Promise.all(carts.map(piecesOf));
    const sum = pieces.reduce((total, each) => total + (each?.[thing] ?? 0), 0);
    expect(sum).toBe(5);
    expect(carts).toContain(cartId);
  });

  it('[CART-25] a cart follows its customer, and nobody else takes it over', async () => {
    const [ada, bob] = [await signUpShopper(shop), await signUpShopper(shop)];
    const thing = await shop.product(50);
    const cartId = await fill({ [thing]: 2 }, ada);
    expect(await takeOver(ada)).toEqual({ cartId });
    expect(await shop.engine.cart.ofCustomer(shop.en, ada.actor)).toBe(cartId);
    expect(await takeOver(bob, cartId)).toEqual({});
    expect(await shop.engine.cart.ofCustomer(shop.en, bob.actor)).toBeUndefined();
    const guest = shop.engine.cart.takeOver(shop.asGuest(), shop.en, { cartId });
    await expect(guest).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('[RETURN-1] [ORDER-12] whoever is signed in buys as themselves and sends back without a key', async () => {
    const shopper = await signUpShopper(shop);
    const checkout = await shop.ready([{ variantId: await shop.product(5), quantity: 1 }]);
    const placed = await shop.engine.checkout.pay(shopper.command(), shop.en, {
      cartId: checkout.cartId,
      checkoutId: checkout.id,
      seen: checkout.seen,
      provider: 'simulator',
      method: 'card',
      token: 'sim-approve',
    });
    if (placed.kind !== 'placed') throw new Error(placed.kind);
    const order = (await shop.engine.orders.openOwn(shopper.actor, placed.order.id))!;
    const input = {
      orderId: order.id,
      lines: [{ lineId: order.lines[0]!.id, quantity: 1, reason: 'damaged' as const }],
    };
    const stranger = await signUpShopper(shop);
    expect(await shop.engine.returns.request(stranger.command(), input)).toEqual({ kind: 'no-order' });
    expect(await shop.engine.returns.request(shopper.command(), input)).toMatchObject({ kind: 'too-many' });
  });
});
