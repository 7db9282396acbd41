import { openDatabase } from '@vitrine/database';
import { describeOnEachEngine } from '@vitrine/database/testing';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../engine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { type FilledShop, openFilledShop, testVariant } from '../testing/filled-shop.ts';
import type { CartOutcome, CartView } from './cart.views.ts';
import { readCart } from './cart-state.ts';
import { isMadeMeanwhile, writeCart } from './write-cart.ts';

const DAY = 24 * 60 * 60 * 1000;

describeOnEachEngine('Carts', { migrations: [commerceMigrations] }, (database) => {
  let shop: FilledShop;
  beforeAll(async () => {
    shop = await openFilledShop(database());
  });

  const newCart = () => crypto.randomUUID();
  const variantOf = async (handle: string, at = 0) => (await shop.variantIds(handle))[at]!;
  const add = (cartId: string, variantId: string, quantity: number, market = shop.en) =>
    shop.engine.cart.addLine(shop.asGuest(), market, { cartId, variantId, quantity });
  const addAt = (cartId: string, variantId: string, place: number) =>
    shop.engine.cart.addLine(shop.asGuest(), shop.en, { cartId, variantId, quantity: 1, place });
  const set = (cartId: string, lineId: string, quantity: number) =>
    shop.engine.cart.setQuantity(shop.asGuest(), shop.en, { cartId, lineId, quantity });
  const read = (cartId: string, market = shop.en) => shop.engine.cart.get(market, cartId);
  const cartOf = (outcome: CartOutcome): CartView => {
    if (outcome.kind !== 'changed') throw new Error(`expected a change, got ${outcome.kind}`);
    return outcome.cart;
  };
  /** A product nobody else uses. */
  async function makeProduct(price: number, stock: number, change: object = {}) {
    const handle = `p-${crypto.randomUUID()}`;
    const variant = testVariant({}, { EUR: price, GBP: price - 1 }, stock);
    const product = { handle, name: { en: `Thing ${handle}` }, variants: [variant], ...change };
    await shop.engine.catalog.importProducts(shop.command(), [product]);
    return { handle, product, variantId: await variantOf(handle) };
  }

  it('[CART-5] pieces of one variant are one line, and lines keep their order', async () => {
    const id = newCart();
    const [mug, bowl] = [await variantOf('stoneware-mug'), await variantOf('stoneware-bowl')];
    await add(id, mug, 1);
    await add(id, bowl, 2);
    const cart = cartOf(await add(id, mug, 3));
    expect(cart.lines.map(({ variantId, quantity }) => [variantId, quantity])).toEqual([
      [mug, 4],
      [bowl, 2],
    ]);
    expect(cart).toMatchObject({ version: 3, count: 6, total: { amount: 4 * 1800 + 2 * 2400 } });
    expect(await read(id)).toEqual(cart);
  });

  it('[CART-26] [PRICE-18] with a quantity break reached every piece costs less, and no notice tells of it', async () => {
    const { variantId } = await makeProduct(1000, 50);
    const eur = (amount: number) => ({ amount, currency: 'EUR' });
    await shop.engine.pricing.setPrices(shop.command(), [
      { variantId, minQuantity: 5, price: eur(900) },
      { variantId, minQuantity: 10, price: eur(800), regular: eur(850) },
      { variantId, minQuantity: 20, price: eur(800), regular: eur(850) },
    ]);
    expect(await shop.engine.pricing.variantPrices(shop.en, [variantId])).toMatchObject([
      {
        price: eur(1000),
        breaks: [
          { from: 5, price: eur(900), regular: eur(900) },
          { from: 10, price: eur(800), regular: eur(850) },
        ],
      },
    ]);
    const id = newCart();
    let cart = cartOf(await add(id, variantId, 4));
    expect(cart).toMatchObject({ total: eur(4000), notices: [] });
    cart = cartOf(await add(id, variantId, 1));
    expect(cart).toMatchObject({ total: eur(4500), lines: [{ unitPrice: eur(900) }], notices: [] });
    const lineId = cart.lines[0]!.id;
    cart = cartOf(await set(id, lineId, 12));
    expect(cart).toMatchObject({ total: eur(9600), savings: eur(600), notices: [] });
    expect(await read(id)).toEqual(cart);
    cart = cartOf(await set(id, lineId, 2));
    expect(cart).toMatchObject({ total: eur(2000), notices: [] });
    expect(await read(id)).toEqual(cart);
    await set(id, lineId, 5);
    await shop.engine.pricing.setPrices(shop.command(), [{ variantId, minQuantity: 5, price: eur(950) }]);
    expect(await read(id)).toMatchObject({ total: eur(4750), notices: [{ kind: 'price-changed' }] });
  });

  it('[CART-1] [CART-2] shows regular and sale prices, and what is saved', async () => {
    const cart = cartOf(await add(newCart(), await variantOf('desk-lamp'), 2));
    expect(cart.lines[0]).toMatchObject({ unitPrice: { amount: 5900 }, unitRegular: { amount: 7900 } });
    expect(cart).toMatchObject({
      subtotal: { amount: 15_800, currency: 'EUR' },
      savings: { amount: 4000 },
      total: { amount: 11_800 },
    });
  });

  it('tells what a line shows in the language of the market', async () => {
    const id = newCart();
    await add(id, await variantOf('stoneware-mug', 1), 1);
    const cart = await read(id, shop.de);
    expect(cart?.lines[0]).toMatchObject({
      name: 'Becher aus Steinzeug',
      options: 'Meer',
      productSlug: 'steinzeug-becher',
      availability: 'low-stock',
      maxQuantity: 3,
    });
  });

  it('[CART-3] follows the currency of the market without a notice', async () => {
    const id = newCart();
    await add(id, await variantOf('stoneware-bowl'), 2);
    const pounds = await read(id, { ...shop.en, currency: 'GBP' });
    expect(pounds).toMatchObject({ currency: 'GBP', total: { amount: 4200, currency: 'GBP' }, notices: [] });
    expect(await read(id)).toMatchObject({ currency: 'EUR', total: { amount: 4800 }, notices: [] });
  });

  it('[CART-4] a currency nobody sells in changes nothing', async () => {
    const id = newCart();
    await add(id, await variantOf('stoneware-bowl'), 2);
    await expect(read(id, { ...shop.en, currency: 'XXX' })).rejects.toMatchObject({ code: 'bad_input' });
    expect(await read(id)).toMatchObject({ count: 2, currency: 'EUR' });
  });

  it.each([0, -1, 1.5, 100, 1e21])('[CART-6] %s pieces are refused and make no cart', async (quantity) => {
    const id = newCart();
    const outcome = await add(id, await variantOf('stoneware-bowl'), quantity);
    expect(outcome).toEqual({ kind: 'bad-quantity', quantity, max: 99 });
    expect(await read(id)).toBeUndefined();
  });

  it('[CART-5] [CART-6] what was taken out returns to its place, and to the end when the cart is shorter by then', async () => {
    const id = newCart();
    const variants = [
      await variantOf('stoneware-bowl'),
      await variantOf('stoneware-mug', 1),
      await variantOf('wool-hat'),
    ];
    for (const variantId of variants) await add(id, variantId, 1);
    const order = async () => (await read(id))!.lines.map(({ variantId }) => variantId);
    const middle = (await read(id))!.lines[1]!;
    expect(await set(id, middle.id, 0)).toMatchObject({ removed: { variantId: variants[1], place: 1 } });
    await addAt(id, variants[1]!, 1);
    expect(await order()).toEqual(variants);
    const last = (await read(id))!.lines[2]!;
    await set(id, last.id, 0);
    await set(id, (await read(id))!.lines[0]!.id, 0);
    await addAt(id, variants[2]!, 2);
    expect(await order()).toEqual([variants[1], variants[2]]);
    await expect(addAt(id, variants[0]!, -1)).rejects.toMatchObject({ code: 'bad_input' });
  });

  it('[CART-6] a line grows to 99 and not beyond', async () => {
    const id = newCart();
    const bowl = await variantOf('stoneware-bowl');
    await add(id, bowl, 98);
    expect(await add(id, bowl, 1)).toMatchObject({ kind: 'changed' });
    expect(await add(id, bowl, 1)).toEqual({ kind: 'bad-quantity', quantity: 100, max: 99 });
  });

  it('[CART-7] [CART-10] a refusal for want of stock shows the cart and changes nothing', async () => {
    const id = newCart();
    const sea = await variantOf('stoneware-mug', 1);
    const before = cartOf(await add(id, sea, 2));
    const outcome = await add(id, sea, 2);
    expect(outcome).toMatchObject({ kind: 'not-enough', left: 3, cart: { count: 2 } });
    expect(await read(id)).toEqual(before);
    expect(await set(id, before.lines[0]!.id, 4)).toMatchObject({ kind: 'not-enough', left: 3 });
    expect(await add(id, await variantOf('reading-lamp'), 1)).toMatchObject({ kind: 'sold-out' });
  });

  it('[CART-7] what may be sold without stock can be ordered', async () => {
    expect(await add(newCart(), await variantOf('wool-hat'), 50)).toMatchObject({ kind: 'changed' });
  });

  it('[CART-8] strange variants are unknown, whatever their id', async () => {
    const ids = ['nobody', '', "'; drop table cart; --", 'x'.repeat(200), crypto.randomUUID()];
    const outcomes = await Promise.all(ids.map((id) => add(newCart(), id, 1)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(ids.map(() => 'unknown-variant'));
  });

  it('[CART-9] one line too many is refused', async () => {
    const variants = Array.from({ length: 101 }, (_, at) => ({
      ...testVariant({ size: `s${at}` }, { EUR: 100 }, 5),
    }));
    const values = variants.map((_, at) => ({ key: `s${at}`, label: { en: `S${at}` } }));
    const options = [{ key: 'size', label: { en: 'Size' }, values }];
    const { handle } = await makeProduct(100, 1, { options, variants });
    const ids = await shop.variantIds(handle);
    const id = newCart();
    for (const variantId of ids.slice(0, 100)) await add(id, variantId, 1);
    expect(await add(id, ids[100]!, 1)).toEqual({ kind: 'cart-full', max: 100 });
    expect(await add(id, ids[0]!, 1)).toMatchObject({ kind: 'changed' });
  });

  it('[CART-11] ten adds at once of one variant are ten more pieces', async () => {
    const id = newCart();
    const bowl = await variantOf('stoneware-bowl');
    await add(id, bowl, 1);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => add(id, bowl, 1)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'changed'));
    expect(await read(id)).toMatchObject({ count: 11, version: 11, total: { amount: 11 * 2400 } });
  });

  it('[CART-11] ten adds at once of the last three pieces give three, and seven honest refusals', async () => {
    const { variantId } = await makeProduct(700, 3);
    const id = newCart();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => add(id, variantId, 1)));
    const kinds = Object.groupBy(outcomes, ({ kind }) => kind);
    expect(kinds.changed).toHaveLength(3);
    expect(kinds['not-enough']).toHaveLength(7);
    expect(await read(id)).toMatchObject({ count: 3, total: { amount: 2100 } });
  });

  it('[CART-11] ten adds at once of ten variants to a cart that is not there yet are ten lines', async () => {
    const things = await Promise.all(Array.from({ length: 10 }, (_, at) => makeProduct(1000 + at, 20)));
    const id = newCart();
    const outcomes = await Promise.all(things.map(({ variantId }) => add(id, variantId, 2)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(things.map(() => 'changed'));
    const cart = await read(id);
    expect(cart?.lines).toHaveLength(10);
    expect(cart).toMatchObject({ version: 10, total: { amount: 2 * (10 * 1000 + 45) } });
  });

  it('[CART-12] one key changes the cart once, also when it is sent ten times at once', async () => {
    const guest = shop.asGuest();
    const input = { cartId: newCart(), variantId: await variantOf('stoneware-bowl'), quantity: 2 };
    const send = () => shop.engine.cart.addLine(guest, shop.en, input);
    const outcomes = await Promise.all(Array.from({ length: 10 }, send));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await read(input.cartId)).toMatchObject({ count: 2, version: 1 });
  });

  it('[CART-13] the version rises by one with every change, and with nothing else', async () => {
    const id = newCart();
    const { variantId } = await makeProduct(1000, 3);
    const cart = cartOf(await add(id, variantId, 1));
    const line = cart.lines[0]!.id;
    const versions = [cart.version];
    const note = async (outcome: Promise<CartOutcome>) => {
      await outcome;
      versions.push((await read(id))!.version);
    };
    await note(set(id, line, 3));
    await note(set(id, line, 9));
    await note(add(id, crypto.randomUUID(), 1));
    await note(set(id, line, 2));
    expect(versions).toEqual([1, 2, 2, 2, 3]);
  });

  it('[IDEM-6] who was refused is answered the same under the same key, though by now it could be had', async () => {
    const { handle, product, variantId } = await makeProduct(1000, 1);
    const input = { cartId: newCart(), variantId, quantity: 2 };
    const guest = shop.asGuest();
    const refused = await shop.engine.cart.addLine(guest, shop.en, input);
    expect(refused).toMatchObject({ kind: 'not-enough' });
    const more = { ...product, variants: [testVariant({}, { EUR: 1000, GBP: 999 }, 10)] };
    await shop.engine.catalog.importProducts(shop.command(), [{ ...more, handle }]);
    expect(await shop.engine.cart.addLine(guest, shop.en, input)).toEqual(refused);
    expect(await shop.engine.cart.addLine(shop.asGuest(), shop.en, input)).toMatchObject({ kind: 'changed' });
  });

  it('[CART-1] the total is the sum of the lines after any order of operations', async () => {
    const handles = [
      'stoneware-mug',
      'stoneware-bowl',
      'desk-lamp',
      'wool-sweater',
      'wool-hat',
      'reading-lamp',
    ];
    const variants = await Promise.all(handles.map((handle) => variantOf(handle)));
    const step = fc.record({
      variant: fc.integer({ min: 0, max: variants.length - 1 }),
      quantity: fc.integer({ min: -2, max: 120 }),
      sets: fc.boolean(),
      currency: fc.constantFrom('EUR', 'GBP'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const id = newCart();
        for (const { variant, quantity, sets, currency } of steps) {
          const line = (await read(id))?.lines.find(({ variantId }) => variantId === variants[variant]);
          if (sets && line) await set(id, line.id, quantity);
          else await add(id, variants[variant]!, quantity, { ...shop.en, currency });
        }
        const cart = await read(id);
        const lines = cart?.lines ?? [];
        const sum = lines.reduce((all, { quantity, unitPrice }) => all + quantity * unitPrice.amount, 0);
        expect(cart?.total.amount ?? 0).toBe(sum);
        expect(lines.reduce((all, { total }) => all + total.amount, 0)).toBe(sum);
        expect(new Set(lines.map(({ variantId }) => variantId)).size).toBe(lines.length);
      }),
      { numRuns: 15 },
    );
  });

  it('[CART-14] [CART-15] a new price is taken over, and told until the shopper changes the cart', async () => {
    const { variantId, handle } = await makeProduct(1000, 9);
    const id = newCart();
    await add(id, variantId, 2);
    const price = { amount: 900, currency: 'EUR' };
    await shop.engine.pricing.setPrices(shop.command(), [{ variantId, price }]);
    const notices = [{ kind: 'price-changed', name: `Thing ${handle}` }];
    expect(await read(id)).toMatchObject({ total: { amount: 1800 }, version: 2, notices });
    expect(await read(id)).toMatchObject({ version: 2, notices });
    const cart = cartOf(await add(id, variantId, 1));
    expect(cart).toMatchObject({ total: { amount: 2700 }, notices: [] });
  });

  it('[CART-14] pieces beyond what there is become as many as there are; a sold-out line waits', async () => {
    const { variantId, handle } = await makeProduct(1000, 9);
    const id = newCart();
    await add(id, variantId, 5);
    const count = (onHand: number) =>
      shop.engine.inventory.setOnHand(shop.command(), {
        variantId,
        locationId: 'warehouse',
        onHand,
        reason: 'count',
      });
    await count(2);
    const notices = [{ kind: 'lowered', name: `Thing ${handle}` }];
    expect(await read(id)).toMatchObject({ count: 2, total: { amount: 2000 }, notices });
    await count(0);
    const cart = await read(id);
    expect(cart?.lines[0]).toMatchObject({ quantity: 2, availability: 'sold-out', maxQuantity: 0 });
  });

  it('[CART-14] what is not sold any more goes, by its name', async () => {
    const { variantId, product, handle } = await makeProduct(1000, 9);
    const id = newCart();
    await add(id, variantId, 5);
    await shop.engine.catalog.importProducts(shop.command(), [{ ...product, published: false }]);
    const notices = [{ kind: 'removed', name: `Thing ${handle}` }];
    expect(await read(id)).toMatchObject({ lines: [], total: { amount: 0 }, notices });
  });

  it('[CART-16] an abandoned cart reads as none, begins afresh and is deleted', async () => {
    const bowl = await variantOf('stoneware-bowl');
    const [left, renewed] = [newCart(), newCart()];
    await add(left, bowl, 5);
    await add(renewed, bowl, 5);
    const before = shop.now;
    shop.now = new Date(before.getTime() + 61 * DAY);
    expect(await read(left)).toBeUndefined();
    expect(cartOf(await add(renewed, bowl, 1))).toMatchObject({ count: 1, version: 2 });
    const { expired } = await shop.engine.cart.expireCarts(shop.command());
    expect(expired).toBeGreaterThan(0);
    expect(await read(renewed)).toMatchObject({ count: 1 });
    shop.now = before;
    expect(await read(left)).toBeUndefined();
  });

  it('[CART-17] a cart belongs to its channel', async () => {
    const id = newCart();
    const bowl = await variantOf('stoneware-bowl');
    await add(id, bowl, 1);
    const harbour = { ...shop.en, channel: 'harbour' };
    expect(await read(id, harbour)).toBeUndefined();
    await expect(add(id, bowl, 1, harbour)).rejects.toMatchObject({ code: 'bad_input' });
  });

  it('[CART-18] a change is told, a refusal is not', async () => {
    const id = newCart();
    await shop.takeEvents();
    await add(id, await variantOf('stoneware-bowl'), 1);
    await add(id, await variantOf('reading-lamp'), 1);
    expect(await shop.takeEvents()).toEqual([{ kind: 'cart.changed', payload: { cartId: id } }]);
  });

  it('[CART-11] writing a cart that somebody made meanwhile touches none of its lines', async () => {
    const id = newCart();
    await add(id, await variantOf('stoneware-bowl'), 2);
    const kept = (await readCart(database(), id))!;
    const late = { ...kept, lines: [] };
    const writing = database().transaction((tx) => writeCart(tx, late, { now: shop.now, isNew: true }));
    expect(await writing.then(String, isMadeMeanwhile)).toBe(true);
    expect(await read(id)).toMatchObject({ count: 2, version: 1 });
  });

  describe('from two processes', () => {
    it('[CART-11] twenty adds at once from two engines are twenty more pieces', async () => {
      const url = database().url;
      const second = url ? await openDatabase({ url, migrations: [commerceMigrations] }) : database();
      const secret = 'a secret for tests, 32 letters long';
      const other = createEngine({ database: second, secret, clock: () => shop.now });
      const id = newCart();
      const input = { cartId: id, variantId: await variantOf('wool-sweater'), quantity: 1 };
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          (at % 2 ? other : shop.engine).cart.addLine(shop.asGuest(), shop.en, input),
        ),
      );
      expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'changed'));
      expect(await read(id)).toMatchObject({ count: 20, version: 20 });
      other.search.stop();
      if (url) await second.close();
    });
  });
});
