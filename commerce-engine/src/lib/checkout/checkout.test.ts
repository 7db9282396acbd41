import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import type { CheckoutView, PayOutcome } from './checkout.views.ts';

const MINUTE = 60_000;

describeOnEachEngine('checkout', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  beforeAll(async () => {
    shop = await openPayingShop(database());
  });

  const available = async (variantId: string) =>
    (await shop.engine.inventory.orderable(shop.en, [variantId]))[0]!.available;
  const orderOf = async (outcome: PayOutcome) => {
    if (outcome.kind !== 'placed') throw new Error(`Expected an order, got ${JSON.stringify(outcome)}`);
    return (await shop.engine.orders.open(outcome.order.id, outcome.order.key))!;
  };
  const orders = async () =>
    (await database().execute('select count(*)::int as n from orders_order')).rows[0]!.n;
  const money = async () =>
    (
      await database().execute(
        `select sum(captured)::int as captured, sum(refunded)::int as refunded from payments_simulator`,
      )
    ).rows[0];
  const backTo = ({ cartId, id: checkoutId }: CheckoutView) => ({ cartId, checkoutId });
  const sound = async () => expect(await shop.engine.inventory.discrepancies()).toEqual([]);

  describe('filling in', () => {
    it('[CHECK-1] [CHECK-2] goes in any order, and what is missing is told', async () => {
      const cartId = crypto.randomUUID();
      expect(await shop.engine.checkout.get(shop.en, cartId)).toBeUndefined();
      await shop.engine.cart.addLine(shop.asGuest(), shop.en, {
        cartId,
        variantId: await shop.product(5),
        quantity: 1,
      });
      const start = (await shop.engine.checkout.get(shop.en, cartId))!;
      expect(start.missing).toEqual(['contact', 'address', 'delivery', 'terms']);
      expect(start.options.map(({ methodId }) => methodId)).toEqual(['parcel']);
      const update = (patch: Parameters<typeof shop.engine.checkout.update>[2]['patch']) =>
        shop.engine.checkout.update(shop.asGuest(), shop.en, { cartId, patch });
      expect(await update({ delivery: { methodId: 'parcel' }, terms: true })).toMatchObject({
        kind: 'changed',
        checkout: {
          missing: ['contact', 'address'],
          deliveryTotal: { amount: 490 },
          total: { amount: 1490 },
        },
      });
      expect(await update({ delivery: { methodId: 'drone' } })).toMatchObject({
        checkout: { missing: ['contact', 'address', 'delivery-unavailable'] },
      });
    });

    it('[CHECK-33] which cart an order was made of is known', async () => {
      const lines = [{ variantId: await shop.product(5), quantity: 1 }];
      const [first, second] = [await shop.ready(lines), await shop.ready(lines)];
      const ids = [];
      for (const checkout of [first, second])
        ids.push((await orderOf(await shop.pay(checkout, 'sim-approve'))).id);
      const carts = await shop.engine.checkout.cartsOf([...ids, crypto.randomUUID()]);
      expect([...carts]).toHaveLength(2);
      expect(ids.map((id) => carts.get(id))).toEqual([first.cartId, second.cartId]);
      expect((await shop.engine.checkout.cartsOf([])).size).toBe(0);
    });

    it('[CHECK-25] the country whose ways and taxes are told is the address’s, without one the channel’s own', async () => {
      const lines = [{ variantId: await shop.product(5), quantity: 1 }];
      const address = { name: 'Ada', street: 'Ring 1', postalCode: '1010', city: 'Wien', country: 'AT' };
      const checkout = await shop.ready(lines, { address });
      expect(checkout).toMatchObject({ country: 'AT', taxes: [{ rate: '20' }] });
      const { cartId } = checkout;
      const patch = { address: null };
      expect(await shop.engine.checkout.update(shop.asGuest(), shop.en, { cartId, patch })).toMatchObject({
        checkout: { country: 'DE', taxes: [{ rate: '19' }] },
      });
    });

    it('[CHECK-3] what cannot be used is told by field', async () => {
      const checkout = await shop.ready([{ variantId: await shop.product(5), quantity: 1 }]);
      const update = (patch: object) =>
        shop.engine.checkout.update(shop.asGuest(), shop.en, { cartId: checkout.cartId, patch });
      await expect(update({ contact: { email: 'nobody' } })).rejects.toMatchObject({
        code: 'bad_input',
        fields: [{ path: 'contact.email' }],
      });
      await expect(update({ address: { name: 'Ada' } })).rejects.toMatchObject({ code: 'bad_input' });
    });

    it('[CHECK-32] what cannot be used yet is kept beside what can, and counts for nothing', async () => {
      const { cartId, ...checkout } = await shop.ready([{ variantId: await shop.product(5), quantity: 1 }]);
      const update = (unfinished: Record<string, string> | null) =>
        shop.engine.checkout.update(shop.asGuest(), shop.en, { cartId, patch: { unfinished } });
      const unfinished = { 'address.city': 'Wien', 'address.country': 'AT' };
      await update(unfinished);
      const kept = await shop.engine.checkout.get(shop.en, cartId);
      expect(kept).toEqual({ cartId, ...checkout, unfinished });
      expect((await update(null)).kind).toBe('changed');
      expect(await shop.engine.checkout.get(shop.en, cartId)).toEqual({ cartId, ...checkout });
      const many = Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`field ${at}`, 'x']));
      await expect(update(many)).rejects.toMatchObject({ code: 'bad_input' });
    });

    it('[CHECK-21] what was filled in is forgotten after 60 days; orders have a copy of their own', async () => {
      const ready = async () => shop.ready([{ variantId: await shop.product(5), quantity: 1 }]);
      const [left, declined, paid] = [await ready(), await ready(), await ready()];
      expect(await shop.pay(declined, 'sim-decline')).toMatchObject({ kind: 'declined' });
      const order = await shop.pay(paid, 'sim-approve');
      await shop.engine.checkout.update(shop.asGuest(), shop.en, {
        cartId: declined.cartId,
        patch: { unfinished: { 'address.city': 'Wien' } },
      });
      const before = shop.now;
      shop.now = new Date(before.getTime() + 59 * 24 * 60 * MINUTE);
      expect(await shop.engine.checkout.forgetAbandoned()).toBe(0);
      shop.now = new Date(before.getTime() + 61 * 24 * 60 * MINUTE);
      expect((await shop.engine.keepHouse()).checkouts).toBeGreaterThan(0);
      await shop.engine.keepHouse();
      const kept = await database().execute(
        `select id, email, name, address::text, unfinished::text, draft::text from checkout_checkout
         where id = any($1::uuid[]) order by state`,
        [[left.id, declined.id, paid.id]],
      );
      const empty = { email: null, name: null, address: 'null', unfinished: '{}', draft: 'null' };
      expect(kept.rows).toEqual([declined, paid].map(({ id }) => ({ id, ...empty })));
      shop.now = before;
      await orderOf(order);
    });

    it('[CHECK-4] [ORDER-2] taxes and totals are those of the order', async () => {
      const checkout = await shop.ready([{ variantId: await shop.product(5, 11900), quantity: 1 }]);
      expect(checkout).toMatchObject({ total: { amount: 12390 }, tax: { amount: 1978 } });
      const order = await orderOf(await shop.pay(checkout, 'sim-approve'));
      expect(order).toMatchObject({
        total: { amount: 12390 },
        tax: { amount: 1978 },
        paid: { amount: 12390 },
        contact: { email: 'ada@example.com', name: 'Ada Lovelace' },
        deliveries: [{ methodId: 'parcel', total: { amount: 490 } }],
      });
    });
  });

  describe('paying', () => {
    it('[CHECK-5] [ORDER-1] [ORDER-6] places one order, keeps its stock and empties the cart of what was ordered', async () => {
      const variantId = await shop.product(5);
      const checkout = await shop.ready([{ variantId, quantity: 2 }]);
      const other = await shop.product(5);
      await shop.takeEvents();
      const order = await orderOf(await shop.pay(checkout, 'sim-approve'));
      const kinds = (await shop.takeEvents()).map(({ kind }) => kind);
      expect(kinds.filter((kind) => /^order\.(placed|paid)$/.test(kind))).toEqual([
        'order.placed',
        'order.paid',
      ]);
      expect(order.lines).toMatchObject([{ variantId, quantity: 2, total: { amount: 2000 } }]);
      expect(await available(variantId)).toBe(3);
      expect(await shop.engine.cart.get(shop.en, checkout.cartId)).toMatchObject({ lines: [] });
      await shop.engine.cart.addLine(shop.asGuest(), shop.en, {
        cartId: checkout.cartId,
        variantId: other,
        quantity: 1,
      });
      const next = (await shop.engine.checkout.get(shop.en, checkout.cartId))!;
      expect(next.id).not.toBe(checkout.id);
      await sound();
    });

    it('[CHECK-6] nobody pays another price than they saw', async () => {
      const variantId = await shop.product(5, 1000);
      const checkout = await shop.ready([{ variantId, quantity: 1 }]);
      await shop.engine.cart.setQuantity(shop.asGuest(), shop.en, {
        cartId: checkout.cartId,
        lineId: checkout.cart.lines[0]!.id,
        quantity: 2,
      });
      const before = await orders();
      expect(await shop.pay(checkout, 'sim-approve')).toMatchObject({
        kind: 'price-changed',
        checkout: { total: { amount: 2490 } },
      });
      expect(await orders()).toBe(before);
      expect(await available(variantId)).toBe(5);
    });

    it('[CHECK-7] twenty with one key are one order, one charge and twenty equal answers', async () => {
      const checkout = await shop.ready([{ variantId: await shop.product(50), quantity: 1 }]);
      const [ordersBefore, moneyBefore] = [await orders(), await money()];
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => shop.pay(checkout, 'sim-approve', { key: 'pay-once' })),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).toMatchObject({ kind: 'placed' });
      expect(await orders()).toBe(Number(ordersBefore) + 1);
      expect(await money()).toMatchObject({ captured: Number(moneyBefore!.captured ?? 0) + 1490 });
    });

    it('[CHECK-7] a pay button clicked twice with two keys is one order and one charge', async () => {
      const checkout = await shop.ready([{ variantId: await shop.product(50), quantity: 1 }]);
      const [ordersBefore, moneyBefore] = [await orders(), await money()];
      const answers = await Promise.all([1, 2, 3].map(() => shop.pay(checkout, 'sim-approve')));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await orders()).toBe(Number(ordersBefore) + 1);
      expect(await money()).toMatchObject({ captured: Number(moneyBefore!.captured) + 1490 });
    });

    it('[CHECK-7] a request that comes again after another was made gives up nothing', async () => {
      const checkout = await shop.ready([{ variantId: await shop.product(50), quantity: 1 }]);
      const declined = await shop.pay(checkout, 'sim-decline', { key: 'declined-first' });
      const waiting = await shop.pay(checkout, 'sim-challenge');
      expect(waiting).toMatchObject({ kind: 'action' });
      expect(await shop.pay(checkout, 'sim-decline', { key: 'declined-first' })).toEqual(declined);
      expect(await shop.engine.checkout.get(shop.en, checkout.cartId)).toMatchObject({
        state: 'paying',
        actionUrl: (waiting as { url: string }).url,
      });
    });

    it('[CHECK-8] what is declined holds nothing, says why and can be tried again', async () => {
      const variantId = await shop.product(3);
      const checkout = await shop.ready([{ variantId, quantity: 1 }]);
      expect(await shop.pay(checkout, 'sim-no-funds')).toMatchObject({
        kind: 'declined',
        reason: 'insufficient-funds',
        checkout: { state: 'open', declined: 'insufficient-funds' },
      });
      expect(await available(variantId)).toBe(3);
      await orderOf(await shop.pay(checkout, 'sim-approve'));
      expect(await available(variantId)).toBe(2);
      await sound();
    });

    it('[CHECK-9] a shopper who confirms at the bank comes back to their order', async () => {
      const checkout = await shop.ready([{ variantId: await shop.product(3), quantity: 1 }]);
      const asked = await shop.pay(checkout, 'sim-challenge');
      const url = asked.kind === 'action' ? asked.url : '';
      expect(url).toMatch(/^https:\/\/bank\.example\/sim_/);
      expect(await shop.engine.checkout.get(shop.en, checkout.cartId)).toMatchObject({
        state: 'paying',
        actionUrl: url,
      });
      const back = await shop.simulator.decide(url.split('/').at(-1)!, 'approve');
      expect(back).toBe('https://shop.example/checkout/back');
      const order = await orderOf(await shop.engine.checkout.comeBack(shop.en, backTo(checkout)));
      expect(order.paid.amount).toBe(1490);
      // The bank's own message comes after.
      expect(await shop.deliverMessages()).toBe(1);
      expect(
        (await orderOf(await shop.engine.checkout.comeBack(shop.en, backTo(checkout)))).paid.amount,
      ).toBe(1490);
    });

    it('[CHECK-10] the order comes also when the browser never does, and when the bank tells everything twice', async () => {
      const checkout = await shop.ready([{ variantId: await shop.product(3), quantity: 1 }]);
      const asked = await shop.pay(checkout, 'sim-challenge');
      const before = Number(await orders());
      await shop.simulator.decide(asked.kind === 'action' ? asked.url.split('/').at(-1)! : '', 'approve');
      await shop.deliverMessages();
      expect(await orders()).toBe(before + 1);
      const twice = await shop.ready([{ variantId: await shop.product(3), quantity: 1 }]);
      await orderOf(await shop.pay(twice, 'sim-twice'));
      expect(await shop.deliverMessages()).toBe(2);
      expect(await orders()).toBe(before + 2);
    });

    it('[CHECK-10] a bank that decides later: the order follows, or the checkout is open again', async () => {
      const before = shop.now;
      const yes = await shop.ready([{ variantId: await shop.product(3), quantity: 1 }]);
      const no = await shop.ready([{ variantId: await shop.product(3), quantity: 1 }]);
      expect(await shop.pay(yes, 'sim-later')).toEqual({ kind: 'pending' });
      expect(await shop.pay(no, 'sim-later-decline')).toEqual({ kind: 'pending' });
      shop.now = new Date(before.getTime() + 6000);
      expect(await shop.deliverMessages()).toBe(2);
      await orderOf(await shop.engine.checkout.comeBack(shop.en, backTo(yes)));
      expect(await shop.engine.checkout.comeBack(shop.en, backTo(no))).toMatchObject({
        kind: 'declined',
        reason: 'authentication-failed',
      });
      shop.now = before;
    });

    it('[CHECK-11] an answer that was lost is asked after', async () => {
      const variantId = await shop.product(3);
      const checkout = await shop.ready([{ variantId, quantity: 1 }]);
      expect(await shop.pay(checkout, 'sim-lost')).toEqual({ kind: 'pending' });
      const before = shop.now;
      shop.now = new Date(before.getTime() + MINUTE);
      await shop.engine.checkout.resume();
      const order = await orderOf(await shop.engine.checkout.comeBack(shop.en, backTo(checkout)));
      expect(order.paid.amount).toBe(1490);
      shop.now = before;
    });

    it('[CHECK-12] who stays away too long loses the stock; money promised afterwards is given back', async () => {
      const variantId = await shop.product(1);
      const slow = await shop.ready([{ variantId, quantity: 1 }]);
      const quick = await shop.ready([{ variantId, quantity: 1 }]);
      const asked = await shop.pay(slow, 'sim-challenge');
      expect(await shop.pay(quick, 'sim-approve')).toMatchObject({
        kind: 'not-enough',
        short: [{ variantId, free: 0 }],
      });
      const before = shop.now;
      shop.now = new Date(before.getTime() + 21 * MINUTE);
      await orderOf(await shop.pay(quick, 'sim-approve'));
      await shop.simulator.decide(asked.kind === 'action' ? asked.url.split('/').at(-1)! : '', 'approve');
      expect(await shop.engine.checkout.comeBack(shop.en, backTo(slow))).toMatchObject({
        kind: 'declined',
        reason: 'sold-out',
      });
      await shop.engine.checkout.resume();
      const { rows } = await database().execute(
        `select simulator.state, simulator.captured from payments_simulator as simulator
         join payments_payment as payment on payment.id = simulator.payment_id where payment.owner = $1`,
        [`checkout:${slow.id}`],
      );
      expect(rows).toEqual([{ state: 'cancelled', captured: 0 }]);
      shop.now = before;
      await sound();
    });

    it('[CHECK-12] who comes back late gets the order when the stock is still there', async () => {
      const checkout = await shop.ready([{ variantId: await shop.product(1), quantity: 1 }]);
      const asked = await shop.pay(checkout, 'sim-challenge');
      const before = shop.now;
      shop.now = new Date(before.getTime() + 21 * MINUTE);
      await shop.engine.inventory.sweepReservations();
      await shop.simulator.decide(asked.kind === 'action' ? asked.url.split('/').at(-1)! : '', 'approve');
      await orderOf(await shop.engine.checkout.comeBack(shop.en, backTo(checkout)));
      shop.now = before;
      await sound();
    });

    it('[CHECK-13] what nobody comes back for is given up', async () => {
      const variantId = await shop.product(2);
      const checkout = await shop.ready([{ variantId, quantity: 2 }]);
      await shop.pay(checkout, 'sim-challenge');
      expect(await available(variantId)).toBe(0);
      const before = shop.now;
      shop.now = new Date(before.getTime() + 21 * MINUTE);
      await shop.engine.checkout.resume();
      expect(await available(variantId)).toBe(2);
      expect(await shop.engine.checkout.get(shop.en, checkout.cartId)).toMatchObject({
        state: 'open',
        declined: 'expired',
      });
      shop.now = before;
      await sound();
    });

    it('[CHECK-14] a capture whose answer is lost is made once', async () => {
      const checkout = await shop.ready([{ variantId: await shop.product(2), quantity: 1 }]);
      const outcome = await shop.pay(checkout, 'sim-slow-capture');
      expect((await orderOf(outcome)).paid.amount).toBe(0);
      const before = shop.now;
      shop.now = new Date(before.getTime() + 2 * MINUTE);
      await shop.engine.checkout.resume();
      expect((await orderOf(outcome)).paid.amount).toBe(1490);
      const { rows } = await database().execute(
        `select captured from payments_simulator where token = 'sim-slow-capture'`,
      );
      expect(rows).toEqual([{ captured: 1490 }]);
      shop.now = before;
    });

    it('[CHECK-15] a checkout that is being paid changes only when it is opened again', async () => {
      const variantId = await shop.product(2);
      const checkout = await shop.ready([{ variantId, quantity: 1 }]);
      await shop.pay(checkout, 'sim-challenge');
      const { cartId } = checkout;
      const patch = { note: 'Please ring twice' };
      expect(await shop.engine.checkout.update(shop.asGuest(), shop.en, { cartId, patch })).toMatchObject({
        kind: 'being-paid',
      });
      expect(await shop.engine.checkout.reopen(shop.asGuest(), shop.en, { cartId })).toMatchObject({
        kind: 'changed',
        checkout: { state: 'open' },
      });
      expect(await available(variantId)).toBe(2);
      expect(await shop.engine.checkout.update(shop.asGuest(), shop.en, { cartId, patch })).toMatchObject({
        kind: 'changed',
      });
    });

    it('[CHECK-16] goods are picked up where they are', async () => {
      const variantId = await shop.product(5);
      await shop.engine.inventory.setOnHand(shop.command(), {
        variantId,
        locationId: 'store-harbour',
        onHand: 2,
        reason: 'count',
      });
      const checkout = await shop.ready([{ variantId, quantity: 1 }], {
        address: null,
        contact: { email: 'ada@example.com', name: 'Ada' },
        delivery: { methodId: 'pickup', storeId: 'store-harbour' },
      });
      expect(checkout).toMatchObject({ missing: [], total: { amount: 1000 } });
      const order = await orderOf(await shop.pay(checkout, 'sim-approve'));
      expect(order.deliveries).toMatchObject([{ kind: 'pickup', store: { name: 'Harbour' } }]);
      expect(await available(variantId)).toBe(5);
      await sound();
    });
  });

  describe('promotions', () => {
    const anything = { include: [{ kind: 'everything' as const }] };

    it('[CHECK-4] what promotions take off is the same in cart, checkout and order, by name', async () => {
      const variantId = await shop.product(50, 1999);
      const productId = (await shop.engine.catalog.variantLines(shop.en, [variantId]))[0]!.productId;
      const { promotions } = shop.engine;
      await promotions.save(shop.command(), {
        id: 'third-off',
        name: { en: 'A third off', de: 'Ein Drittel weniger' },
        priority: 0,
        mode: 'compound',
        coupon: false,
        effect: {
          kind: 'simple',
          lines: { include: [{ kind: 'product', id: productId }] },
          cut: { kind: 'percent', basisPoints: 3333 },
        },
      });
      await promotions.enable(shop.command(), 'third-off');
      const checkout = await shop.ready([{ variantId, quantity: 3 }]);
      const off = { name: 'A third off', amount: { amount: 1998, currency: 'EUR' } };
      expect(checkout.cart).toMatchObject({
        total: { amount: 3999 },
        discounts: [off],
        lines: [{ discounts: [off] }],
      });
      expect(checkout).toMatchObject({ goods: { amount: 3999 }, total: { amount: 4489 }, discounts: [off] });
      const order = await orderOf(await shop.pay(checkout, 'sim-approve'));
      expect(order).toMatchObject({ total: { amount: 4489 }, paid: { amount: 4489 }, discounts: [off] });
      expect(order.lines).toMatchObject([{ discount: { amount: 1998 }, total: { amount: 3999 } }]);
      await promotions.disable(shop.command(), 'third-off');
    });

    it('[CHECK-20] [PROMO-32] a personal code waits in the cart, and counts for the email it is for', async () => {
      const { promotions, cart, checkout } = shop.engine;
      await promotions.save(shop.command(), {
        id: 'sorry',
        name: { en: 'Sorry' },
        priority: 0,
        mode: 'compound',
        coupon: true,
        effect: {
          kind: 'threshold',
          lines: anything,
          tiers: [{ from: 0, cut: { kind: 'percent', basisPoints: 1000 } }],
        },
      });
      await promotions.enable(shop.command(), 'sorry');
      await promotions.saveCoupon(shop.command(), { id: 'sorry', promotionId: 'sorry' });
      const codes = [{ code: 'FOR-ADA', customer: 'ada@example.com' }];
      await promotions.addCodes(shop.command(), { couponId: 'sorry', codes });
      const { cartId } = await shop.ready([{ variantId: await shop.product(5, 1000), quantity: 1 }]);
      const change = (email: string) =>
        checkout.update(shop.asGuest(), shop.en, { cartId, patch: { contact: { email } } });
      const added = await cart.addCoupon(shop.asGuest(), shop.en, { cartId, code: 'for-ada' });
      expect(added).toMatchObject({ kind: 'changed', cart: { coupons: [{ state: 'personal' }] } });
      expect(await checkout.get(shop.en, cartId)).toMatchObject({
        total: { amount: 1390 },
        cart: { coupons: [{ state: 'applied' }] },
      });
      await change('bob@example.com');
      expect(await checkout.get(shop.en, cartId)).toMatchObject({
        total: { amount: 1490 },
        cart: { coupons: [{ state: 'other-customer' }] },
      });
      await change('ADA@example.com');
      const ready = (await checkout.get(shop.en, cartId))!;
      expect(await orderOf(await shop.pay(ready, 'sim-approve'))).toMatchObject({ total: { amount: 1390 } });
    });

    it('[CHECK-20] a code for five, brought by twenty at once: five pay less, fifteen are told and pay nothing', async () => {
      const { promotions } = shop.engine;
      await promotions.save(shop.command(), {
        id: 'welcome',
        name: { en: 'Welcome' },
        priority: 0,
        mode: 'compound',
        coupon: true,
        effect: {
          kind: 'threshold',
          lines: anything,
          tiers: [{ from: 0, cut: { kind: 'percent', basisPoints: 1000 } }],
        },
      });
      await promotions.enable(shop.command(), 'welcome');
      await promotions.saveCoupon(shop.command(), { id: 'welcome', promotionId: 'welcome' });
      await promotions.addCodes(shop.command(), {
        couponId: 'welcome',
        codes: [{ code: 'WELCOME', limit: 5 }],
      });
      const variantId = await shop.product(50, 1000);
      const checkouts = await Promise.all(
        Array.from({ length: 20 }, async () => {
          const { cartId } = await shop.ready([{ variantId, quantity: 1 }]);
          const added = await shop.engine.cart.addCoupon(shop.asGuest(), shop.en, {
            cartId,
            code: 'welcome ',
          });
          expect(added).toMatchObject({
            kind: 'changed',
            cart: { total: { amount: 900 }, coupons: [{ code: 'welcome', state: 'applied' }] },
          });
          return (await shop.engine.checkout.get(shop.en, cartId))!;
        }),
      );
      const outcomes = await Promise.all(checkouts.map((checkout) => shop.pay(checkout, 'sim-approve')));
      const kinds = Map.groupBy(outcomes, ({ kind }) => kind);
      expect([kinds.get('placed')?.length, kinds.get('coupon-used-up')?.length]).toEqual([5, 15]);
      for (const outcome of kinds.get('placed')!)
        expect(await orderOf(outcome)).toMatchObject({
          total: { amount: 1390 },
          discounts: [{ code: 'welcome' }],
        });
      expect(await available(variantId)).toBe(45);
      const { cartId } = checkouts[outcomes.findIndex(({ kind }) => kind === 'coupon-used-up')]!;
      expect((await shop.engine.cart.get(shop.en, cartId))?.coupons).toEqual([
        { code: 'welcome', state: 'used-up' },
      ]);
      // A payment that fails gives its use back.
      await promotions.addCodes(shop.command(), { couponId: 'welcome', codes: [{ code: 'ONCE', limit: 1 }] });
      const one = await shop.ready([{ variantId, quantity: 2 }]);
      await shop.engine.cart.addCoupon(shop.asGuest(), shop.en, { cartId: one.cartId, code: 'ONCE' });
      const again = async () => (await shop.engine.checkout.get(shop.en, one.cartId))!;
      expect(await shop.pay(await again(), 'sim-decline')).toMatchObject({ kind: 'declined' });
      const order = await orderOf(await shop.pay(await again(), 'sim-approve'));
      expect(order.total.amount).toBe(2290);
      // So does an order that is cancelled as a whole, [ORDER-9].
      const next = await shop.ready([{ variantId, quantity: 1 }]);
      const bring = () =>
        shop.engine.cart.addCoupon(shop.asGuest(), shop.en, { cartId: next.cartId, code: 'ONCE' });
      for (const kind of ['coupon-refused', 'changed']) {
        const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
        await shop.engine.orders.cancel(shop.command(), { orderId: order.id, lines, reason: 'one of them' });
        expect(await bring()).toMatchObject({ kind });
      }
      await promotions.disable(shop.command(), 'welcome');
    });
  });

  describe('many at once', () => {
    it('[CHECK-17] fifty buyers for ten pieces: ten orders, forty who are told', async () => {
      const variantId = await shop.product(10);
      const checkouts = await Promise.all(
        Array.from({ length: 50 }, () => shop.ready([{ variantId, quantity: 1 }])),
      );
      const before = Number(await orders());
      const outcomes = await Promise.all(checkouts.map((checkout) => shop.pay(checkout, 'sim-approve')));
      const kinds = Map.groupBy(outcomes, ({ kind }) => kind);
      expect([...kinds.keys()].sort()).toEqual(['not-enough', 'placed']);
      expect(kinds.get('placed')).toHaveLength(10);
      expect(kinds.get('not-enough')).toHaveLength(40);
      expect(await orders()).toBe(before + 10);
      expect(await available(variantId)).toBe(0);
      await sound();
    });

    it('[CHECK-17] two variants bought in opposite order', async () => {
      const [a, b] = [await shop.product(15), await shop.product(15)];
      const one = (variantId: string) => ({ variantId, quantity: 1 });
      const checkouts = await Promise.all(
        Array.from({ length: 30 }, (_, at) => shop.ready(at % 2 ? [one(a), one(b)] : [one(b), one(a)])),
      );
      const outcomes = await Promise.all(checkouts.map((checkout) => shop.pay(checkout, 'sim-approve')));
      expect(outcomes.filter(({ kind }) => kind === 'placed')).toHaveLength(15);
      expect(outcomes.filter(({ kind }) => kind === 'not-enough')).toHaveLength(15);
      await sound();
    });
  });
});
