import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import type { Actor } from '../identity/identity.views.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { testCustomer } from '../testing/paying-shop.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';

describeOnEachEngine('store credit', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  const issue = (customerId: string, amount: number, more: { expiresAt?: string; currency?: string } = {}) =>
    shop.engine.storeCredit.issue(shop.command(), {
      customerId,
      amount,
      currency: 'EUR',
      reason: 'goodwill',
      ...more,
    });
  const left = async (actor: Actor) =>
    (await shop.engine.storeCredit.balances(actor)).map(({ balance }) => balance.amount);
  const sound = async () => expect(await examineShop(database())).toEqual([]);
  const checkout = async (cents: number) =>
    shop.ready([{ variantId: await shop.product(9, cents), quantity: 1 }]);

  async function paid(cents: number, actor: Actor, storeCredit: true | number) {
    const outcome = await shop.pay(await checkout(cents), 'sim-approve', { actor, storeCredit });
    if (outcome.kind !== 'placed') throw new Error(`Expected an order, got ${JSON.stringify(outcome)}`);
    return shop.again(outcome.order);
  }

  test('[CREDIT-1] staff give it, its customer sees it, nobody else does', async () => {
    const ada = testCustomer();
    expect(await issue(ada.id, 1500)).toEqual({ balance: { amount: 1500, currency: 'EUR' } });
    expect(await left(ada)).toEqual([1500]);
    const { storeCredit } = shop.engine;
    await expect(storeCredit.balances(testCustomer(), ada.id)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(storeCredit.balances({ kind: 'guest' })).rejects.toMatchObject({ code: 'not_allowed' });
    const given = { customerId: ada.id, amount: 5, currency: 'EUR', reason: 'other' } as const;
    await expect(storeCredit.issue({ ...shop.command(), actor: ada }, given)).rejects.toMatchObject({
      code: 'not_allowed',
    });
    expect(await storeCredit.balances(shop.command().actor, ada.id)).toHaveLength(1);
  });

  test('[CREDIT-2] it pays first, the bank the rest; a guest and other currencies use nothing', async () => {
    const ada = testCustomer();
    await issue(ada.id, 1000);
    await issue(ada.id, 9000, { currency: 'GBP' });
    const order = await paid(2000, ada, true);
    expect(order.payments.map(({ provider, captured }) => [provider, captured.amount])).toEqual([
      ['store-credit', 1000],
      ['simulator', 1490],
    ]);
    expect(await left(ada)).toEqual([0, 9000]);
    const asGuest = await shop.pay(await checkout(1000), 'sim-approve', { storeCredit: true });
    expect((await shop.again((asGuest as { order: { id: string } }).order)).payments).toHaveLength(1);
    await sound();
  });

  test('[CREDIT-2] what may be used is told, as much as was chosen pays, and the checkout keeps the choice', async () => {
    const ada = testCustomer();
    await issue(ada.id, 5000);
    const { cartId, seen } = await checkout(2000);
    const command = { ...shop.asGuest(), actor: ada };
    const shown = await shop.engine.checkout.get(shop.en, cartId, { actor: ada });
    expect(shown).toMatchObject({
      tenders: { storeCredit: { balance: { amount: 5000 }, most: { amount: 2490 }, pays: { amount: 0 } } },
      rest: { amount: 2490 },
      seen,
    });
    const patch = { storeCredit: 700 };
    const chosen = await shop.engine.checkout.update(command, shop.en, { cartId, patch });
    if (chosen.kind !== 'changed') throw new Error(chosen.kind);
    expect(chosen.checkout).toMatchObject({ rest: { amount: 1790 } });
    const outcome = await shop.pay(chosen.checkout, 'sim-approve', { actor: ada });
    expect(outcome).toMatchObject({ kind: 'placed' });
    expect(await left(ada)).toEqual([4300]);
    await sound();
  });

  test('[CHECK-22] credit that was spent elsewhere meanwhile leaves another price, and nobody is charged it unseen', async () => {
    const ada = testCustomer();
    await issue(ada.id, 1000);
    const { cartId } = await checkout(2000);
    const command = { ...shop.asGuest(), actor: ada };
    const patch = { storeCredit: true } as const;
    const chosen = await shop.engine.checkout.update(command, shop.en, { cartId, patch });
    if (chosen.kind !== 'changed') throw new Error(chosen.kind);
    await paid(510, ada, true);
    const outcome = await shop.pay(chosen.checkout, 'sim-approve', { actor: ada });
    expect(outcome).toMatchObject({ kind: 'price-changed', checkout: { rest: { amount: 2490 } } });
  });

  test('[CHECK-24] credit is shown and used for who is signed in, whoever else has the same cart', async () => {
    const ada = testCustomer();
    await issue(ada.id, 1000);
    const { cartId } = await checkout(2000);
    const command = { ...shop.asGuest(), actor: ada };
    await shop.engine.checkout.update(command, shop.en, { cartId, patch: { storeCredit: true } });
    const seenBy = async (actor?: Actor) =>
      (await shop.engine.checkout.get(shop.en, cartId, actor && { actor }))!;
    expect(await seenBy(ada)).toMatchObject({
      tenders: { storeCredit: { pays: { amount: 1000 } } },
      rest: { amount: 1490 },
    });
    for (const other of [undefined, testCustomer()]) {
      const seen = await seenBy(other);
      expect([seen.tenders.storeCredit, seen.rest.amount]).toEqual([undefined, 2490]);
      expect((await shop.pay(seen, 'sim-decline', other && { actor: other })).kind).toBe('declined');
    }
    expect(await left(ada)).toEqual([1000]);
    await sound();
  });

  test('[CREDIT-3] what the bank refuses is given back, to the lots it came from', async () => {
    const ada = testCustomer();
    await issue(ada.id, 300, { expiresAt: '2027-06-01T00:00:00Z' });
    await issue(ada.id, 400);
    const declined = await shop.pay(await checkout(2000), 'sim-decline', { actor: ada, storeCredit: true });
    expect(declined).toMatchObject({ kind: 'declined' });
    const [view] = await shop.engine.storeCredit.balances(ada);
    expect(view).toMatchObject({ balance: { amount: 700 }, runsOut: { amount: { amount: 300 } } });
    await sound();
  });

  test('[CREDIT-2] [LOT-3] eight checkouts at once spend it once', async () => {
    const ada = testCustomer();
    await issue(ada.id, 1490);
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
          storeCredit: true,
        }),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'placed')).toHaveLength(1);
    expect(await left(ada)).toEqual([0]);
    await sound();
  });

  test('[CREDIT-4] a return becomes store credit when staff say so, and the order is at zero', async () => {
    const ada = testCustomer();
    const order = await paid(2000, ada, 1);
    const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
    await shop.engine.fulfilment.ship(shop.command(), { orderId: order.id, lines, locationId: 'warehouse' });
    const outcome = await shop.engine.returns.takeBack(shop.command(), {
      orderNumber: order.number,
      locationId: 'store-harbour',
      lines: [{ ...lines[0]!, reason: 'other', condition: 'resellable' }],
      delivery: 'all',
      to: 'store-credit',
    });
    expect(outcome).toMatchObject({ kind: 'taken-back', return: { refund: { amount: 2490 } } });
    const after = await shop.again(order);
    expect([after.paid.amount, after.refunded.amount]).toEqual([2490, 2490]);
    expect(await left(ada)).toEqual([2490]);
    expect(await shop.bank(order)).toEqual({ captured: 2490, refunded: 0 });
    await sound();
  });

  test('[CREDIT-4] a cancelled order becomes store credit; [CREDIT-5] a guest’s goes back the way it came', async () => {
    const ada = testCustomer();
    const order = await paid(2000, ada, true);
    const cancel = { reason: 'changed my mind', to: 'store-credit' } as const;
    await shop.engine.orders.cancel(shop.command(), { orderId: order.id, ...cancel });
    expect(await left(ada)).toEqual([2490]);
    const guests = await shop.order([{ variantId: await shop.product(9), quantity: 1 }]);
    await shop.engine.orders.cancel(shop.command(), { orderId: guests.id, ...cancel });
    expect((await shop.again(guests)).refunded.amount).toBe(1490);
    expect(await shop.bank(guests)).toEqual({ captured: 1490, refunded: 1490 });
    await sound();
  });

  test('[CREDIT-6] what has run out cannot be spent, and is taken off once', async () => {
    const ada = testCustomer();
    await issue(ada.id, 300, { expiresAt: '2026-01-01T00:00:00Z' });
    await issue(ada.id, 200);
    expect(await left(ada)).toEqual([200]);
    expect(await shop.engine.storeCredit.runOut()).toBe(1);
    expect(await shop.engine.storeCredit.runOut()).toBe(0);
    const { movements } = await shop.engine.storeCredit.history(ada, { currency: 'EUR' });
    expect(movements.map(({ kind, amount }) => [kind, amount.amount]).toSorted()).toEqual([
      ['added', 200],
      ['added', 300],
      ['ran-out', -300],
    ]);
    await sound();
  });

  test('[LOT-7] [LOT-8] two customers become one, and one is forgotten', async () => {
    const [ada, other] = [testCustomer(), testCustomer()];
    await issue(ada.id, 1000);
    await issue(other.id, 200);
    const order = await paid(110, ada, 600);
    const { inTransaction, exportOf } = shop.engine.storeCredit;
    await database().transaction((tx) => inTransaction.merge(tx, ada.id, other.id));
    expect([await left(ada), await left(other)]).toEqual([[0], [600]]);
    await shop.engine.orders.cancel(shop.command(), { orderId: order.id, reason: 'twice' });
    expect(await left(other)).toEqual([1200]);
    expect(await exportOf(other.id)).toMatchObject([{ balance: { amount: 1200 } }]);
    await database().transaction((tx) => inTransaction.erase(tx, other.id));
    expect(await left(other)).toEqual([0]);
    await sound();
  });

  test('[LOT-1] a page of history begins where the last one ended', async () => {
    const ada = testCustomer();
    for (const amount of [1, 2, 3, 4, 5]) await issue(ada.id, amount);
    const ask = (after?: string) =>
      shop.engine.storeCredit.history(ada, { currency: 'EUR', limit: 2, ...(after && { after }) });
    const first = await ask();
    const second = await ask(first.next);
    const third = await ask(second.next);
    const amounts = [first, second, third].flatMap(({ movements }) =>
      movements.map(({ amount }) => amount.amount),
    );
    expect(amounts).toEqual([5, 4, 3, 2, 1]);
    expect(third.next).toBeUndefined();
  });
});
