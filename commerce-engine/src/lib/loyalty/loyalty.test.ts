import { describeOnEachEngine } from '@vitrine/database/testing';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import type { Actor } from '../identity/identity.views.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { testCustomer } from '../testing/paying-shop.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import type { ProgrammeInput } from './programme-input.ts';

type Customer = Actor & { readonly kind: 'customer' };

const CIRCLE: ProgrammeInput = {
  id: 'circle',
  name: { en: 'Circle', de: 'Kreis' },
  channels: ['online'],
  earn: [{ currency: 'EUR', points: 1, per: 10 }],
  redeem: [{ currency: 'EUR', points: 2, amount: 1 }],
  vesting: { from: 'handed-over', days: 14 },
  expiryDays: 365,
  tiers: [
    { id: 'bronze', name: { en: 'Bronze' }, from: 0 },
    { id: 'silver', name: { en: 'Silver', de: 'Silber' }, from: 300, priceGroup: 'silver-prices' },
    { id: 'gold', name: { en: 'Gold' }, from: 1000, priceGroup: 'gold-prices' },
  ],
};

describeOnEachEngine('loyalty', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
    await shop.engine.loyalty.saveProgramme(shop.command(), CIRCLE);
  });

  const days = (count: number) => {
    shop.now = new Date(shop.now.getTime() + count * 24 * 60 * 60_000);
    return shop.engine.loyalty.resume();
  };
  const held = async (actor: Customer) => {
    const [view] = await shop.engine.loyalty.of(actor, shop.en);
    return view && [view.points, view.pending, view.debt];
  };
  const sound = async () => expect(await examineShop(database())).toEqual([]);
  const give = (customerId: string, points: number) =>
    shop.engine.loyalty.adjust(shop.command(), shop.en, {
      customerId,
      programmeId: 'circle',
      points,
      reason: 'goodwill',
    });
  const checkout = async (cents: number, quantity = 1) =>
    shop.ready([{ variantId: await shop.product(99, cents), quantity }]);

  async function buys(
    actor: Customer,
    cents: number,
    { quantity = 1, points }: { quantity?: number; points?: true | number } = {},
  ): Promise<OrderView> {
    const ready = await checkout(cents, quantity);
    const outcome = await shop.pay(ready, 'sim-approve', {
      actor,
      ...(points !== undefined && { points }),
    });
    if (outcome.kind !== 'placed') throw new Error(`Expected an order, got ${JSON.stringify(outcome)}`);
    return shop.again(outcome.order);
  }
  const ships = (order: OrderView, quantity = order.lines[0]!.quantity) =>
    shop.engine.fulfilment.ship(shop.command(), {
      orderId: order.id,
      lines: [{ lineId: order.lines[0]!.id, quantity }],
      locationId: 'warehouse',
    });
  const cancels = (order: OrderView, quantity?: number) =>
    shop.engine.orders.cancel(shop.command(), {
      orderId: order.id,
      reason: 'changed my mind',
      ...(quantity !== undefined && { lines: [{ lineId: order.lines[0]!.id, quantity }] }),
    });
  const returns = (order: OrderView, quantity: number) =>
    shop.engine.returns.takeBack(shop.command(), {
      orderNumber: order.number,
      locationId: 'store-harbour',
      lines: [{ lineId: order.lines[0]!.id, quantity, reason: 'other', condition: 'resellable' }],
    });
  const member = async (): Promise<Customer> => {
    const ada = testCustomer();
    await shop.engine.loyalty.join({ ...shop.command(), actor: ada }, shop.en, { programmeId: 'circle' });
    return ada;
  };

  test('[LOYAL-4] [LOYAL-5] an order’s points are pending, usable two weeks after it was handed over, and run out', async () => {
    const ada = testCustomer();
    const order = await buys(ada, 2000);
    // 20.00 of goods earn, 4.90 of delivery do not.
    expect(await held(ada)).toEqual([0, 200, 0]);
    await ships(order);
    await days(13);
    expect(await held(ada)).toEqual([0, 200, 0]);
    await days(1);
    expect(await held(ada)).toEqual([200, 0, 0]);
    const [view] = await shop.engine.loyalty.of(ada, shop.de);
    expect(view).toMatchObject({
      programme: { id: 'circle', name: 'Kreis', redeem: { points: 2, amount: { amount: 1 } } },
      tier: { id: 'bronze' },
      nextTier: { id: 'silver', name: 'Silber', missing: 100 },
      qualifying: 200,
      worth: { amount: 100, currency: 'EUR' },
      runsOut: { points: 200 },
    });
    await days(366);
    expect(await shop.engine.loyalty.runOut()).toBe(1);
    expect(await held(ada)).toEqual([0, 0, 0]);
    const { movements } = await shop.engine.loyalty.history(ada, { programmeId: 'circle' });
    expect(movements.map(({ kind, points, orderId }) => [kind, points, orderId])).toEqual([
      ['ran-out', -200, undefined],
      ['added', 200, order.id],
    ]);
    await sound();
  });

  test('[LOYAL-5] what is not paid does not become usable; [LOYAL-4] guests and other channels earn nothing', async () => {
    const ada = testCustomer();
    const { cartId, id: checkoutId, seen } = await checkout(1000);
    const outcome = await shop.engine.checkout.pay({ ...shop.asGuest(), actor: ada }, shop.en, {
      cartId,
      checkoutId,
      seen,
      provider: 'manual',
      method: 'bank-transfer',
    });
    if (outcome.kind !== 'placed') throw new Error(outcome.kind);
    const order = await shop.again(outcome.order);
    await shop.engine.fulfilment.ship(shop.command(), {
      orderId: order.id,
      lines: [{ lineId: order.lines[0]!.id, quantity: 1 }],
      locationId: 'warehouse',
      beforePaid: true,
    });
    await days(20);
    expect(await held(ada)).toEqual([0, 100, 0]);
    await shop.engine.payments.markPaid(shop.command(), { paymentId: order.payments[0]!.id });
    await days(14);
    expect(await held(ada)).toEqual([100, 0, 0]);
    await shop.order([{ variantId: await shop.product(9), quantity: 1 }]);
    const { rows } = await database().execute('select count(*)::int as due from loyalty_due');
    expect(rows).toEqual([{ due: 0 }]);
    await sound();
  });

  test('[LOYAL-4] what was placed by a guest, or without a programme, earns nothing when it is touched later', async () => {
    const ada = await member();
    const claim = (order: OrderView) =>
      database().execute('update orders_order set customer_id = $1 where id = $2', [ada.id, order.id]);
    const guests = await shop.order([{ variantId: await shop.product(9), quantity: 1 }]);
    await claim(guests);
    await ships(guests);
    const { engine } = shop;
    await engine.loyalty.saveProgramme(shop.command(), { ...CIRCLE, isActive: false });
    const without = await buys(ada, 5000);
    await engine.loyalty.saveProgramme(shop.command(), CIRCLE);
    await ships(without);
    expect(await held(ada)).toEqual([0, 0, 0]);
    await sound();
  });

  test('[LOYAL-6] [LOYAL-8] pieces that come back take their points along, used ones become a debt', async () => {
    const ada = await member();
    const order = await buys(ada, 333, { quantity: 3 });
    // 9.99: 99 points.
    expect(await held(ada)).toEqual([0, 99, 0]);
    await ships(order);
    await returns(order, 1);
    expect(await held(ada)).toEqual([0, 66, 0]);
    await days(14);
    const paid = await buys(ada, 5000, { points: 60 });
    expect(await held(ada)).toEqual([6, 497, 0]);
    await returns(order, 2);
    expect(await held(ada)).toEqual([0, 497, 60]);
    await ships(paid);
    await days(14);
    await shop.engine.loyalty.runOut();
    expect(await held(ada)).toEqual([437, 0, 0]);
    await sound();
  });

  test('[LOYAL-3] [LOYAL-9] [LOYAL-11] points pay a part, earn nothing, and come back with their old end', async () => {
    const ada = await member();
    await give(ada.id, 801);
    const ready = await checkout(2000);
    const shown = await shop.engine.checkout.get(shop.en, ready.cartId, { actor: ada });
    // [LOYAL-17] 20.00 of goods; what points pay is taken off below.
    expect(shown?.earns).toEqual({ programmeId: 'circle', name: 'Circle', points: 200, isMember: true });
    const toGuest = await shop.engine.checkout.get(shop.en, ready.cartId);
    expect(toGuest?.earns).toMatchObject({ points: 200, isMember: false });
    expect(shown?.tenders.points).toEqual({
      programmeId: 'circle',
      name: 'Circle',
      balance: 801,
      most: { points: 800, amount: { amount: 400, currency: 'EUR' } },
      pays: { points: 0, amount: { amount: 0, currency: 'EUR' } },
    });
    const patch = { points: true } as const;
    const command = { ...shop.asGuest(), actor: ada };
    const chosen = await shop.engine.checkout.update(command, shop.en, { cartId: ready.cartId, patch });
    if (chosen.kind !== 'changed') throw new Error(chosen.kind);
    expect(chosen.checkout).toMatchObject({
      rest: { amount: 2090 },
      earns: { points: 167 },
      tenders: { points: { pays: { points: 800 } } },
    });
    const outcome = await shop.pay(chosen.checkout, 'sim-approve', { actor: ada });
    if (outcome.kind !== 'placed') throw new Error(outcome.kind);
    const order = await shop.again(outcome.order);
    expect(order.payments.map(({ provider, captured }) => [provider, captured.amount])).toEqual([
      ['points', 400],
      ['simulator', 2090],
    ]);
    // 20.90 of 24.90 were money: of the goods 16.79.
    expect(await held(ada)).toEqual([1, 167, 0]);
    const [, before] = (await shop.engine.loyalty.history(ada, { programmeId: 'circle' })).movements;
    expect(before).toMatchObject({ kind: 'spent', points: -800 });
    await cancels(order);
    expect(await held(ada)).toEqual([801, 0, 0]);
    expect((await shop.again(order)).refunded.amount).toBe(2490);
    await sound();
  });

  test('[LOYAL-11] refunds in odd parts give back exactly what was taken', async () => {
    const ada = await member();
    await give(ada.id, 5000);
    const order = await buys(ada, 333, { quantity: 3, points: true });
    // 9.99 and 4.90 of delivery.
    expect(await held(ada)).toEqual([5000 - 2 * 1489, 0, 0]);
    await cancels(order, 1);
    expect(await held(ada)).toEqual([5000 - 2 * 1489 + 2 * 333, 0, 0]);
    await cancels(order);
    expect(await held(ada)).toEqual([5000, 0, 0]);
    await sound();
  });

  test('[LOYAL-10] eight checkouts at once spend them once; a guest spends none; the bank’s refusal gives them back', async () => {
    const ada = await member();
    await give(ada.id, 2980);
    const variantId = await shop.product(50, 1000);
    const checkouts = await Promise.all(
      Array.from({ length: 8 }, () => shop.ready([{ variantId, quantity: 1 }])),
    );
    const outcomes = await Promise.all(
      checkouts.map(({ cartId, id: checkoutId, seen }) =>
        shop.engine.checkout.pay({ ...shop.asGuest(), actor: ada }, shop.en, {
          cartId,
          checkoutId,
          seen,
          points: true,
        }),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'placed')).toHaveLength(1);
    expect((await held(ada))?.[0]).toBe(0);
    await give(ada.id, 500);
    const refused = await shop.pay(await checkout(1000), 'sim-decline', { actor: ada, points: true });
    expect(refused.kind).toBe('declined');
    expect((await held(ada))?.[0]).toBe(500);
    const guest = await shop.pay(await checkout(1000), 'sim-approve', { points: true });
    expect((await shop.again((guest as { order: { id: string } }).order)).payments).toHaveLength(1);
    await sound();
  });

  test('[LOYAL-19] buying a gift card earns nothing, paying with it does; one that was given earns nothing', async () => {
    await shop.engine.delivery.importDeliveryMethods(shop.command(), [
      {
        id: 'mail',
        kind: 'electronic',
        name: { en: 'By e-mail' },
        prices: [{ currency: 'EUR', tiers: [{ price: 0 }] }],
        time: { minDays: 0, maxDays: 0, days: 'calendar' },
      },
    ]);
    const variantId = await shop.product(9, 2000);
    const [line] = await shop.engine.catalog.variantLines(shop.en, [variantId]);
    await shop.engine.soldGiftCards.setProduct(shop.command(), {
      productId: line!.productId,
      giftCard: true,
      taxClass: 'exempt',
    });
    const ada = await member();
    const ready = await shop.ready([{ variantId, quantity: 1 }], { delivery: { methodId: 'mail' } });
    expect((await shop.engine.checkout.get(shop.en, ready.cartId, { actor: ada }))!.earns).toBeUndefined();
    const bought = await shop.pay(ready, 'sim-approve', { actor: ada });
    if (bought.kind !== 'placed') throw new Error(bought.kind);
    await shop.engine.soldGiftCards.issueDue();
    await shop.wait(1);
    await shop.engine.soldGiftCards.issueDue();
    expect(await held(ada)).toEqual([0, 0, 0]);
    const sent: string[] = [];
    const send = async ({ text }: { readonly text: string }) => void sent.push(text);
    while ((await shop.engine.mail.deliver({ send })) > 0);
    const [, code, pin] = /Code: (\S+)\nPIN: (\d{6})/.exec(sent.find((text) => /PIN/.test(text))!)!;
    const spend = async (card: { readonly code: string; readonly pin: string }) => {
      const outcome = await shop.pay(await checkout(1000), 'sim-approve', { actor: ada, giftCards: [card] });
      if (outcome.kind !== 'placed') throw new Error(outcome.kind);
      return held(ada);
    };
    expect(await spend({ code: code!, pin: pin! })).toEqual([0, 100, 0]);
    const given = await shop.engine.giftCards.issue(shop.command(), { amount: 5000, currency: 'EUR' });
    expect(await spend(given)).toEqual([0, 100, 0]);
  });

  test('[LOYAL-12] [LOYAL-13] [LOYAL-14] tiers are reached, lost by a return and by time, and bring their price group', async () => {
    const created = await shop.engine.customers.create(shop.command(), {
      name: 'Grace',
      locale: 'en',
      groups: ['staff-choice'],
    });
    if (created.kind !== 'done') throw new Error(created.kind);
    const grace = testCustomer(created.customer.id);
    const state = async () => {
      const [view] = await shop.engine.loyalty.of(grace, shop.en);
      const customer = await shop.engine.customers.get(grace, grace.id);
      return [view?.tier?.id, view?.qualifying, customer?.groups];
    };
    const first = await buys(grace, 4000);
    expect(await state()).toEqual(['bronze', 0, ['staff-choice']]);
    await ships(first);
    await days(14);
    expect(await state()).toEqual(['silver', 400, ['staff-choice', 'silver-prices']]);
    const second = await buys(grace, 2500, { quantity: 4 });
    await ships(second);
    await shop.takeEvents();
    await days(14);
    expect(await state()).toEqual(['gold', 1400, ['staff-choice', 'gold-prices']]);
    expect(await shop.takeEvents()).toContainEqual({
      kind: 'loyalty.tier-changed',
      payload: { customerId: grace.id, programmeId: 'circle', tier: 'gold', before: 'silver' },
    });
    await returns(second, 3);
    expect(await state()).toEqual(['silver', 650, ['staff-choice', 'silver-prices']]);
    await give(grace.id, 9000);
    expect((await state())[0]).toBe('silver');
    await days(400);
    expect(await state()).toEqual(['bronze', 0, ['staff-choice']]);
  });

  test('[LOYAL-15] points by hand need a reason and a right, and never take more than there is', async () => {
    const ada = await member();
    expect(await give(ada.id, 50)).toMatchObject({ kind: 'adjusted', loyalty: { points: 50 } });
    expect(await give(ada.id, -51)).toEqual({ kind: 'not-enough', points: 50 });
    expect(await give(ada.id, -20)).toMatchObject({ kind: 'adjusted', loyalty: { points: 30 } });
    expect(await give(crypto.randomUUID(), 20)).toEqual({ kind: 'no-member' });
    const { loyalty } = shop.engine;
    const points = { customerId: ada.id, programmeId: 'circle', points: 5, reason: 'other' } as const;
    await expect(loyalty.adjust({ ...shop.command(), actor: ada }, shop.en, points)).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await expect(loyalty.of(testCustomer(), shop.en, ada.id)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(loyalty.of({ kind: 'guest' }, shop.en)).rejects.toMatchObject({ code: 'not_allowed' });
    expect(await loyalty.programmes({ ...shop.en, channel: 'harbour' })).toEqual([]);
    expect(await loyalty.programmes(shop.en)).toMatchObject([{ id: 'circle', tiers: [{}, {}, {}] }]);
    await sound();
  });

  test('[LOYAL-16] two customers become one, and one is forgotten', async () => {
    const [ada, other] = [await member(), await member()];
    await give(ada.id, 300);
    await give(other.id, 40);
    const order = await buys(ada, 1000);
    const { inTransaction, exportOf } = shop.engine.loyalty;
    await database().transaction((tx) => inTransaction.merge(tx, ada.id, other.id));
    expect([await held(ada), await held(other)]).toEqual([undefined, [340, 100, 0]]);
    await cancels(order);
    expect(await held(other)).toEqual([340, 0, 0]);
    expect(await exportOf(other.id)).toMatchObject([{ programmeId: 'circle', movements: [{}, {}, {}, {}] }]);
    await database().transaction((tx) => inTransaction.erase(tx, other.id));
    expect(await exportOf(other.id)).toEqual([]);
    await sound();
  });

  test('[LOYAL-7] [LOYAL-8] whatever comes back in whatever order, nothing is left of what was earned', async () => {
    const step = fc.oneof(
      fc.constant({ kind: 'settle' } as const),
      fc.record({ kind: fc.constant('days' as const), count: fc.constantFrom(3, 15, 400) }),
      fc.record({
        kind: fc.constantFrom('ship' as const, 'cancel' as const, 'return' as const),
        pieces: fc.integer({ min: 1, max: 2 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 7 }),
        fc.constantFrom(777, 1000, 1),
        fc.constantFrom(0, 60),
        async (steps, cents, used) => {
          const ada = await member();
          const order = await buys(ada, cents, { quantity: 4 });
          const pieces = async () => (await shop.again(order)).lines[0]!;
          const act = async (each: (typeof steps)[number]) => {
            const { quantity, fulfilled, cancelled, returned } = await pieces();
            const open = quantity - fulfilled - cancelled;
            if (each.kind === 'settle') return shop.engine.loyalty.runOut();
            if (each.kind === 'days') {
              await days(each.count);
              return shop.engine.loyalty.runOut();
            }
            const most = Math.min(each.pieces, each.kind === 'return' ? fulfilled - returned : open);
            if (most <= 0) return undefined;
            if (each.kind === 'ship') return ships(order, most);
            return each.kind === 'cancel' ? cancels(order, most) : returns(order, most);
          };
          for (const each of steps) await act(each);
          const [usable = 0] = (await held(ada)) ?? [];
          const spent = Math.min(used, usable);
          if (spent > 0) await give(ada.id, -spent);
          await sound();
          const { fulfilled, returned, quantity, cancelled } = await pieces();
          if (quantity - fulfilled - cancelled > 0) await cancels(order);
          if (fulfilled - returned > 0) await returns(order, fulfilled - returned);
          await shop.engine.loyalty.resume();
          await shop.engine.loyalty.runOut();
          // What staff took away was theirs to take: it is not asked for again.
          expect(await held(ada)).toEqual([0, 0, 0]);
          await sound();
        },
      ),
      { numRuns: 8 },
    );
  });
});
