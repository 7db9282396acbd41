import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../identity/identity.views.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import { runPromotion } from '../testing/run-promotion.ts';
import { signUpShopper } from '../testing/shopper-account.ts';
import { staffWho } from '../testing/staff-who.ts';
import type { StaffCartOutcome, StaffCartView } from './staff-carts.views.ts';

const by = (actor: Actor, idempotencyKey: string = crypto.randomUUID()) => ({ actor, idempotencyKey });

describeOnEachEngine('carts that staff fill', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  let chair: string;
  const ida = staffWho('orders.write', 'discounts.give');
  const boss = staffWho('orders.write', 'discounts.give', 'discounts.any');
  const reason = 'agreed' as const;

  beforeAll(async () => {
    shop = await openPayingShop(database());
  });
  beforeEach(async () => {
    const { promotions } = shop.engine;
    for (const { id, enabled } of await promotions.list())
      if (enabled) await promotions.disable(shop.command(), id);
    chair = await shop.product(50, 10_000);
  });

  const open = async (more: object = {}, actor: Actor = ida) => {
    const cartId = crypto.randomUUID();
    const { channel, locale, currency } = shop.en;
    const opened = await shop.engine.staffCarts.open(by(actor), {
      cartId,
      channel,
      locale,
      currency,
      ...more,
    });
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    return cartId;
  };
  const changed = (outcome: StaffCartOutcome): StaffCartView => {
    if (outcome.kind !== 'changed') throw new Error(JSON.stringify(outcome));
    return outcome.cart;
  };
  /** A cart with chairs. */
  const withChairs = async (quantity = 2, more: object = {}) => {
    const cartId = await open(more);
    const added = await shop.engine.staffCarts.addLine(by(ida), { cartId, variantId: chair, quantity });
    return { cartId, lineId: changed(added).lines[0]!.lineId };
  };
  const giveLine = (
    which: { readonly cartId: string; readonly lineId: string },
    what: object,
    actor: Actor = ida,
  ) => shop.engine.staffCarts.giveForLine(by(actor), { ...which, reason, ...what });
  const giveWhole = (cartId: string, discount: object | null, actor: Actor = ida) =>
    shop.engine.staffCarts.giveForWhole(by(actor), { cartId, discount: discount as never, reason });
  const percent = (points: number) => ({ kind: 'percent' as const, basisPoints: points * 100 });
  const shopperSets = (cartId: string, lineId: string, quantity: number) =>
    shop.engine.cart.setQuantity(shop.asGuest(), shop.en, { cartId, lineId, quantity });

  it('[STAFFCART-12] a price by hand stays when the shop’s own falls below it, and staff see both', async () => {
    const which = await withChairs();
    changed(await giveLine(which, { price: 9_900 }));
    const { price: own } = (await shop.engine.pricing.variantPrices(shop.en, [chair]))[0]!;
    const set = (amount: number) =>
      shop.engine.pricing.setPrices(shop.command(), [
        { variantId: chair, price: { amount, currency: own.currency } },
      ]);
    await set(8_000);
    expect(await shop.engine.staffCarts.get(ida, which.cartId)).toMatchObject({
      cart: { lines: [{ unitPrice: { amount: 9_900 } }] },
      lines: [{ listed: { amount: 8_000 }, price: { price: { amount: 9_900 } } }],
    });
    await set(own.amount);
  });

  it('[STAFFCART-1] only carts that staff opened are theirs to fill', async () => {
    const cartId = crypto.randomUUID();
    await shop.engine.cart.addLine(shop.asGuest(), shop.en, { cartId, variantId: chair, quantity: 1 });
    expect(await shop.engine.staffCarts.get(ida, cartId)).toBeUndefined();
    const add = { cartId, variantId: chair, quantity: 1 };
    expect(await shop.engine.staffCarts.addLine(by(ida), add)).toEqual({ kind: 'no-cart' });
    await expect(open({ cartId })).rejects.toThrow('already');
    const unknown = { ...shop.en, cartId: crypto.randomUUID(), customerId: crypto.randomUUID() };
    const { customerGroup: _, ...asked } = unknown;
    expect(await shop.engine.staffCarts.open(by(ida), asked)).toEqual({ kind: 'unknown-customer' });
  });

  it('[STAFFCART-1] a customer’s own prices hold in it', async () => {
    const { pricing, customers } = shop.engine;
    await pricing.importPriceLists(shop.command(), [
      { id: 'trade-eur', name: 'Trade', currency: 'EUR', customerGroup: 'trade', priority: 5 },
    ]);
    await pricing.setPrices(shop.command(), [
      { variantId: chair, list: 'trade-eur', price: { amount: 8_000, currency: 'EUR' } },
    ]);
    const made = await customers.create(shop.command(), {
      email: `${crypto.randomUUID()}@example.com`,
      groups: ['trade'],
    });
    if (made.kind !== 'done') throw new Error(made.kind);
    const { cartId } = await withChairs(1, { customerId: made.customer.id });
    expect((await shop.engine.staffCarts.get(ida, cartId))!.cart.total).toMatchObject({ amount: 8_000 });
  });

  it('[STAFFCART-2] filling and giving need their capabilities', async () => {
    const which = await withChairs();
    const nobody = [{ kind: 'guest' } as const, staffWho('orders.read'), staffWho('discounts.any')];
    for (const actor of nobody) {
      await expect(open({}, actor)).rejects.toThrow('orders.write');
      await expect(shop.engine.staffCarts.get(actor, which.cartId)).rejects.toThrow('orders.write');
      const add = { cartId: which.cartId, variantId: chair, quantity: 1 };
      await expect(shop.engine.staffCarts.addLine(by(actor), add)).rejects.toThrow('orders.write');
    }
    const fills = staffWho('orders.write');
    await expect(giveLine(which, { price: 9_500 }, fills)).rejects.toThrow('discounts.give');
    await expect(giveWhole(which.cartId, percent(5), { kind: 'guest' })).rejects.toThrow('discounts.give');
    await expect(giveLine(which, { price: 9_500 }, staffWho('discounts.give'))).rejects.toThrow(
      'orders.write',
    );
  });

  it('[CART-34] another price is the price of a piece, the shop’s own stands beside it, promotions hold', async () => {
    const which = await withChairs();
    expect(changed(await giveLine(which, { price: 9_500 })).cart).toMatchObject({
      lines: [{ unitPrice: { amount: 9_500 }, unitRegular: { amount: 10_000 }, isPricedByHand: true }],
      savings: { amount: 1_000 },
      total: { amount: 19_000 },
    });
    await runPromotion(shop, {
      kind: 'simple',
      lines: { include: [{ kind: 'everything' }] },
      cut: { kind: 'percent', basisPoints: 1_000 },
    });
    expect((await shop.engine.cart.get(shop.en, which.cartId))!.total).toMatchObject({ amount: 17_100 });
    const back = changed(await giveLine(which, { price: null }));
    expect(back.cart.total).toMatchObject({ amount: 18_000 });
    expect(back.lines[0]!.price).toBeUndefined();
  });

  it('[CART-34] [PROMO-24] a discount is named to the shopper in their language, never why', async () => {
    const which = await withChairs();
    const given = await giveLine(which, {
      discount: percent(10),
      reason: 'other',
      text: 'Frau Meyer was angry',
    });
    expect(changed(given).lines[0]).toMatchObject({
      discount: { reason: 'other', text: 'Frau Meyer was angry', by: `staff:${ida.id}` },
    });
    const seen = (await shop.engine.cart.get(shop.de, which.cartId))!;
    expect(seen.lines[0]!.discounts).toEqual([
      { name: 'Vom Shop gewährt', amount: { amount: 2_000, currency: 'EUR' } },
    ]);
    expect(seen.discounts).toMatchObject([{ promotionId: 'manual', amount: { amount: 2_000 } }]);
    expect(JSON.stringify(seen)).not.toContain('Meyer');
  });

  it('[STAFFCART-3] no more than the limit is given, unless somebody may', async () => {
    const which = await withChairs();
    expect(await giveLine(which, { price: 8_999 })).toEqual({ kind: 'beyond-limit', limit: 1_000 });
    expect(await giveLine(which, { discount: percent(11) })).toEqual({ kind: 'beyond-limit', limit: 1_000 });
    changed(await giveLine(which, { discount: percent(6) }));
    expect(await giveWhole(which.cartId, percent(6))).toEqual({ kind: 'beyond-limit', limit: 1_000 });
    expect((await shop.engine.staffCarts.get(ida, which.cartId))!.limit).toBe(1_000);
    const half = changed(await giveWhole(which.cartId, percent(50), boss));
    expect(half).toMatchObject({ cart: { total: { amount: 9_400 } } });
    expect(half.limit).toBeUndefined();
    // Whoever may give less may still take it away.
    expect(changed(await giveWhole(which.cartId, null)).cart.total).toMatchObject({ amount: 18_800 });
  });

  it('[STAFFCART-3] the limit is a setting', async () => {
    const { promotions } = shop.engine;
    const settings = await promotions.settings();
    await promotions.changeSettings(shop.command(), { ...settings, handLimit: 2_000 });
    changed(await giveLine(await withChairs(), { price: 8_000 }));
    await promotions.changeSettings(shop.command(), settings);
    expect(await giveLine(await withChairs(), { price: 8_000 })).toMatchObject({ kind: 'beyond-limit' });
  });

  it('[CART-36] [CAT-33] nothing is given for goods that forbid it, and what was given holds no longer', async () => {
    const which = await withChairs();
    changed(await giveLine(which, { price: 9_500 }));
    const [line] = await shop.engine.catalog.variantLines(shop.en, [chair]);
    const staff = shop.command().actor;
    const forbid = async (discounts: 'no-manual' | 'everything') => {
      const { version } = (await shop.engine.catalog.forStaff.get(staff, line!.productId))!;
      await shop.engine.catalog.changeProduct(shop.command(), { id: line!.productId, version, discounts });
    };
    await forbid('no-manual');
    expect((await shop.engine.cart.get(shop.en, which.cartId))!.total).toMatchObject({ amount: 20_000 });
    const refused = { kind: 'not-allowed-for-goods', lineId: which.lineId };
    expect(await giveLine(which, { discount: percent(5) })).toEqual(refused);
    expect(await giveLine(which, { price: 9_900 })).toEqual(refused);
  });

  it('[CART-36] an amount waits for its currency', async () => {
    const which = await withChairs();
    changed(await giveLine(which, { price: 9_500 }));
    const inPounds = await shop.engine.cart.get({ ...shop.en, currency: 'GBP' }, which.cartId);
    expect(inPounds!.lines[0]!.unitPrice).toEqual({ amount: 10_000, currency: 'GBP' });
    expect((await shop.engine.cart.get(shop.en, which.cartId))!.total).toMatchObject({ amount: 19_000 });
  });

  it('[CART-37] a shopper keeps it with fewer pieces and loses it with more, and is told', async () => {
    const which = await withChairs(3);
    changed(await giveLine(which, { price: 9_500 }));
    expect(await shopperSets(which.cartId, which.lineId, 2)).toMatchObject({
      cart: { total: { amount: 19_000 }, notices: [] },
    });
    expect(await shopperSets(which.cartId, which.lineId, 3)).toMatchObject({
      cart: { total: { amount: 28_500 } },
    });
    expect(await shopperSets(which.cartId, which.lineId, 4)).toMatchObject({
      cart: { total: { amount: 40_000 }, notices: [{ kind: 'by-hand-ended' }] },
    });
  });

  it('[CART-37] what was off the whole ends with any change of its goods', async () => {
    const { cartId, lineId } = await withChairs(3);
    changed(await giveWhole(cartId, percent(10)));
    expect((await shop.engine.cart.get(shop.en, cartId))!.total).toMatchObject({ amount: 27_000 });
    expect(await shopperSets(cartId, lineId, 2)).toMatchObject({
      cart: { total: { amount: 20_000 }, notices: [{ kind: 'by-hand-ended' }] },
    });
  });

  it('[CART-38] staff keep what they could give again, and no more', async () => {
    const which = await withChairs(2);
    const set = (quantity: number) => shop.engine.staffCarts.setQuantity(by(ida), { ...which, quantity });
    changed(await giveLine(which, { discount: { kind: 'amount', amount: 2_000 } }));
    expect(changed(await set(4)).cart.total).toMatchObject({ amount: 38_000 });
    expect(changed(await set(1)).cart).toMatchObject({
      total: { amount: 10_000 },
      notices: [{ kind: 'by-hand-ended' }],
    });
  });

  it('[STAFFCART-3] what is off the whole is measured on the goods that it can be taken off', async () => {
    const { cartId } = await withChairs(1);
    const sofa = await shop.product(50, 90_000);
    const add = { cartId, variantId: sofa, quantity: 1 };
    changed(await shop.engine.staffCarts.addLine(by(ida), add));
    const [line] = await shop.engine.catalog.variantLines(shop.en, [sofa]);
    const { version } = (await shop.engine.catalog.forStaff.get(shop.command().actor, line!.productId))!;
    const forbidden = { id: line!.productId, version, discounts: 'no-manual' as const };
    await shop.engine.catalog.changeProduct(shop.command(), forbidden);
    const amount = (minor: number) => giveWhole(cartId, { kind: 'amount', amount: minor });
    expect(await amount(10_000)).toEqual({ kind: 'beyond-limit', limit: 1_000 });
    expect(changed(await amount(1_000)).cart.total).toMatchObject({ amount: 99_000 });
    expect(changed(await giveWhole(cartId, percent(10))).cart.total).toMatchObject({ amount: 99_000 });
  });

  it('[CART-24] a cart that staff filled is not joined: it stays as agreed, and the other one comes back after it', async () => {
    const shopper = await signUpShopper(shop);
    const own = crypto.randomUUID();
    const mug = await shop.product(50, 1_000);
    const add = { cartId: own, variantId: mug, quantity: 1 };
    await shop.engine.cart.addLine(shopper.command(), shop.en, add);
    shop.now = new Date(shop.now.getTime() + 1_000);
    const { cartId, lineId } = await withChairs(2);
    changed(await giveWhole(cartId, percent(10)));
    const takeOver = (brought: object) => shop.engine.cart.takeOver(shopper.command(), shop.en, brought);
    expect(await takeOver({ cartId })).toEqual({ cartId });
    expect(await takeOver({})).toEqual({ cartId });
    expect((await shop.engine.staffCarts.get(ida, cartId))!.cart.total).toMatchObject({ amount: 18_000 });
    // Nothing is left in it once it is ordered.
    await shopperSets(cartId, lineId, 0);
    expect(await shop.engine.cart.ofCustomer(shop.en, shopper.actor)).toBe(own);
    expect((await shop.engine.cart.get(shop.en, own))!.total).toMatchObject({ amount: 1_000 });
  });

  it('[CART-12] the same key gives once', async () => {
    const which = await withChairs();
    const key = crypto.randomUUID();
    const input = { ...which, reason, discount: percent(5) };
    const first = await shop.engine.staffCarts.giveForLine(by(ida, key), input);
    changed(await giveLine(which, { discount: null, price: 9_900 }));
    expect(await shop.engine.staffCarts.giveForLine(by(ida, key), input)).toEqual(first);
    expect((await shop.engine.staffCarts.get(ida, which.cartId))!.lines[0]!.discount).toBeUndefined();
    const other = { ...input, discount: percent(6) };
    await expect(shop.engine.staffCarts.giveForLine(by(ida, key), other)).rejects.toThrow('key');
  });

  it('[STAFFCART-4] a reason is wanted, and the audit log has all of it', async () => {
    const which = await withChairs();
    const bare = { ...which, price: 9_500 };
    await expect(shop.engine.staffCarts.giveForLine(by(ida), bare)).rejects.toThrow('why');
    await expect(giveLine(which, { price: 9_500, reason: 'other' })).rejects.toThrow('why');
    changed(await giveLine(which, { price: 9_500, reason: 'price-match', text: 'as at the harbour' }));
    const log = await shop.engine.identity.auditLog(shop.command().actor, {
      subject: `cart:${which.cartId}`,
    });
    expect(log.entries).toMatchObject([
      {
        action: 'staffCarts.giveForLine',
        actor: `staff:${ida.id}`,
        detail: {
          after: { price: { price: { amount: 9_500 }, reason: 'price-match', text: 'as at the harbour' } },
        },
      },
    ]);
  });

  it('[STAFFCART-5] nothing of a shopper and staff who change it at once is lost', async () => {
    const which = await withChairs(1);
    const others = await Promise.all([1, 2, 3, 4].map(() => shop.product(10, 1_000)));
    await Promise.all([
      giveLine(which, { price: 9_500 }),
      ...others.map((variantId, at) =>
        at % 2 === 0
          ? shop.engine.cart.addLine(shop.asGuest(), shop.en, {
              cartId: which.cartId,
              variantId,
              quantity: 1,
            })
          : shop.engine.staffCarts.addLine(by(ida), { cartId: which.cartId, variantId, quantity: 1 }),
      ),
    ]);
    const cart = (await shop.engine.staffCarts.get(ida, which.cartId))!;
    expect(cart.cart.lines).toHaveLength(5);
    expect(cart.cart.total).toMatchObject({ amount: 13_500 });
  });
});
