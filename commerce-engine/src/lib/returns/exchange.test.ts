import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import type { CheckoutView } from '../checkout/checkout.views.ts';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { testCustomer } from '../testing/paying-shop.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';

type Customer = ReturnType<typeof testCustomer>;

describeOnEachEngine('exchange', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  const sound = async () => expect(await examineShop(database())).toEqual([]);
  const credit = async (actor: Customer) =>
    (await shop.engine.storeCredit.balances(actor)).map(({ balance }) => balance.amount);
  const checkout = async (cents: number) =>
    shop.ready([{ variantId: await shop.product(99, cents), quantity: 1 }]);

  async function customer(): Promise<Customer> {
    const made = await shop.engine.customers.create(shop.command(), { name: 'Ada', locale: 'en' });
    if (made.kind !== 'done') throw new Error(made.kind);
    return testCustomer(made.customer.id);
  }

  /** An order that was sent, and a return of some of its pieces that came in. */
  async function received(cents: number, quantity: number, actor?: Customer) {
    const ready = await shop.ready([{ variantId: await shop.product(99, cents), quantity }]);
    const paid = await shop.pay(ready, 'sim-approve', { ...(actor && { actor }) });
    if (paid.kind !== 'placed') throw new Error(paid.kind);
    const order = await shop.again(paid.order);
    const lineId = order.lines[0]!.id;
    const lines = [{ lineId, quantity }];
    await shop.engine.fulfilment.ship(shop.command(), { orderId: order.id, lines, locationId: 'warehouse' });
    const { returns } = shop.engine;
    const asked = await returns.request(shop.command(), {
      orderId: order.id,
      lines: [{ lineId, quantity, reason: 'does-not-fit' }],
    });
    if (asked.kind !== 'requested') throw new Error(asked.kind);
    const returnId = asked.return.id;
    await returns.approve(shop.command(), { returnId });
    await returns.receive(shop.command(), {
      returnId,
      locationId: 'warehouse',
      lines: [{ lineId, resellable: quantity }],
    });
    return { order, returnId };
  }

  const wish = (returnId: string, { cartId, id: checkoutId, seen }: CheckoutView, token?: string) => ({
    returnId,
    market: shop.en,
    cartId,
    checkoutId,
    seen,
    ...(token !== undefined && { provider: 'simulator', method: 'card', token }),
  });
  const paidBy = ({ payments }: OrderView) =>
    payments.map(({ provider, captured }) => [provider, captured.amount]);

  test('[RET-12] dearer goods: the return pays, and the difference is taken', async () => {
    const ada = await customer();
    const { order, returnId } = await received(1000, 1, ada);
    const input = wish(returnId, await checkout(1500), 'sim-approve');
    const command = shop.command();
    const outcome = await shop.engine.returns.exchange(command, input);
    expect(outcome).toMatchObject({
      kind: 'exchanged',
      credit: { amount: 1000 },
      return: { state: 'refunded' },
    });
    // [RET-13]
    expect(await shop.engine.returns.exchange(command, input)).toEqual(outcome);
    if (outcome.kind !== 'exchanged') throw new Error(outcome.kind);
    expect(paidBy(await shop.again(outcome.order))).toEqual([
      ['store-credit', 1000],
      ['simulator', 990],
    ]);
    expect((await shop.again(order)).refunded.amount).toBe(1000);
    expect(await shop.bank(order)).toEqual({ captured: 1490, refunded: 0 });
    expect(await credit(ada)).toEqual([0]);
    expect(await shop.engine.returns.exchange(shop.command(), input)).toEqual({
      kind: 'not-now',
      state: 'refunded',
    });
    await sound();
  });

  test('[RET-12] who is in as many groups as there can be exchanges like anybody', async () => {
    const { returnId } = await received(1000, 1, await customer());
    const input = wish(returnId, await checkout(1500), 'sim-approve');
    const groups = Array.from({ length: 20 }, (_, at) => `${'g'.repeat(61)}${at + 10}`).join(',');
    const market = { ...shop.en, customerGroup: groups };
    expect(await shop.engine.returns.exchange(shop.command(), { ...input, market })).toMatchObject({
      kind: 'exchanged',
    });
    await sound();
  });

  test('[RET-16] [RET-17] an exchange is prepared as it is done then, and both orders know of it', async () => {
    const ada = await customer();
    const { order, returnId } = await received(1000, 3, ada);
    const { returns } = shop.engine;
    const wanted = (variantId: string, quantity: number) => ({
      returnId,
      cartId: crypto.randomUUID(),
      lines: [{ variantId, quantity }],
      fee: 100,
    });
    const cheap = wanted(await shop.product(99, 500), 1);
    await returns.prepareExchange(shop.command(), { ...cheap, lines: [{ ...cheap.lines[0]!, quantity: 3 }] });
    const plan = await returns.prepareExchange(shop.command(), cheap);
    // Goods of 5.00 and a parcel of 4.90, of a return that is worth 30.00 less the fee.
    expect(plan).toMatchObject({
      kind: 'prepared',
      checkout: { missing: [], total: { amount: 990 } },
      worth: { amount: 2900 },
      pays: { amount: 990 },
      toPay: { amount: 0 },
      back: { amount: 1910 },
    });
    const dear = await returns.prepareExchange(shop.command(), wanted(await shop.product(99, 4000), 1));
    expect(dear).toMatchObject({ pays: { amount: 2900 }, toPay: { amount: 1590 }, back: { amount: 0 } });
    expect(
      await returns.prepareExchange(shop.command(), wanted(await shop.product(2, 500), 3)),
    ).toMatchObject({
      kind: 'goods-refused',
      because: { kind: 'not-enough', left: 2 },
    });
    expect(await returns.get(shop.command().actor, returnId)).toMatchObject({ state: 'received' });
    if (plan.kind !== 'prepared') throw new Error(plan.kind);
    const done = await returns.exchange(shop.command(), { ...wish(returnId, plan.checkout), fee: 100 });
    if (done.kind !== 'exchanged') throw new Error(done.kind);
    expect(await shop.bank(order)).toEqual({ captured: 3490, refunded: 1910 });
    expect(done.return).toMatchObject({
      exchangedFor: { orderId: done.order.id, number: done.order.number },
    });
    expect(
      (await returns.list(shop.command().actor, { exchangedFor: done.order.id })).returns.map(({ id }) => id),
    ).toEqual([returnId]);
    expect((await shop.timeline(order)).filter((kind) => kind === 'exchanged')).toHaveLength(1);
    expect((await shop.timeline(done.order)).filter((kind) => kind === 'exchange-for')).toHaveLength(1);
    expect(await returns.prepareExchange(shop.command(), cheap)).toEqual({
      kind: 'not-now',
      state: 'refunded',
    });
    await sound();
  });

  test('[RET-17] a bank that decides later: a job finds the order, once', async () => {
    const ada = await customer();
    const { order, returnId } = await received(1000, 1, ada);
    const { returns } = shop.engine;
    const input = wish(returnId, await checkout(1500), 'sim-later');
    const outcome = await returns.exchange(shop.command(), input);
    expect(outcome).toMatchObject({ kind: 'unpaid', payment: { kind: 'pending' } });
    expect(await returns.linkExchanges()).toBe(0);
    await shop.wait(1);
    await shop.deliverMessages();
    expect(await returns.linkExchanges()).toBe(1);
    expect(await returns.linkExchanges()).toBe(0);
    const { exchangedFor } = (await returns.get(shop.command().actor, returnId))!;
    expect((await shop.timeline(order)).filter((kind) => kind === 'exchanged')).toHaveLength(1);
    const { lines } = await shop.again({ id: exchangedFor!.orderId });
    expect(lines).toMatchObject([{ quantity: 1, unitPrice: { amount: 1500 } }]);
    await sound();
  });

  test('[RET-12] cheaper goods: what they cost less goes back the way it came, less a fee', async () => {
    const ada = await customer();
    const { order, returnId } = await received(1000, 3, ada);
    const outcome = await shop.engine.returns.exchange(shop.command(), {
      ...wish(returnId, await checkout(500)),
      fee: 100,
    });
    expect(outcome).toMatchObject({ kind: 'exchanged', credit: { amount: 990 } });
    expect(await shop.bank(order)).toEqual({ captured: 3490, refunded: 1910 });
    expect((await shop.again(order)).refunded.amount).toBe(2900);
    expect(await credit(ada)).toEqual([0]);
    await sound();
  });

  test('[RET-13] "all my credit" means what was seen: the refund pays all the same', async () => {
    const ada = await customer();
    const { returnId } = await received(1000, 1, ada);
    const { cartId } = await checkout(1500);
    const chosen = await shop.engine.checkout.update(
      { actor: ada, idempotencyKey: crypto.randomUUID() },
      shop.en,
      { cartId, patch: { storeCredit: true } },
    );
    if (chosen.kind !== 'changed') throw new Error(chosen.kind);
    const input = wish(returnId, chosen.checkout, 'sim-approve');
    const outcome = await shop.engine.returns.exchange(shop.command(), input);
    if (outcome.kind !== 'exchanged') throw new Error(JSON.stringify(outcome));
    expect(outcome.credit.amount).toBe(1000);
    expect(paidBy(await shop.again(outcome.order))).toEqual([
      ['store-credit', 1000],
      ['simulator', 990],
    ]);
    await sound();
  });

  test('[RET-13] another currency is told before any money moves', async () => {
    const ada = await customer();
    const { order, returnId } = await received(1000, 1, ada);
    const input = { ...wish(returnId, await checkout(1500)), market: { ...shop.en, currency: 'GBP' } };
    await expect(shop.engine.returns.exchange(shop.command(), input)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await shop.again(order)).toMatchObject({ refunded: { amount: 0 } });
  });

  test('[RET-12] credit the customer had chosen to pay with pays as well', async () => {
    const ada = await customer();
    await shop.engine.storeCredit.issue(shop.command(), {
      customerId: ada.id,
      amount: 400,
      currency: 'EUR',
      reason: 'goodwill',
    });
    const { returnId } = await received(1000, 1, ada);
    const { cartId } = await checkout(1500);
    const chosen = await shop.engine.checkout.update({ ...shop.asGuest(), actor: ada }, shop.en, {
      cartId,
      patch: { storeCredit: 300 },
    });
    if (chosen.kind !== 'changed') throw new Error(chosen.kind);
    const outcome = await shop.engine.returns.exchange(
      shop.command(),
      wish(returnId, chosen.checkout, 'sim-approve'),
    );
    if (outcome.kind !== 'exchanged') throw new Error(JSON.stringify(outcome));
    expect(paidBy(await shop.again(outcome.order))).toEqual([
      ['store-credit', 1300],
      ['simulator', 690],
    ]);
    expect(await credit(ada)).toEqual([100]);
    await sound();
  });

  test('[RET-13] [RET-14] what cannot be bought moves nothing; a refused rest leaves the credit', async () => {
    const ada = await customer();
    const { order, returnId } = await received(1000, 1, ada);
    const { returns } = shop.engine;
    const ready = await checkout(1500);
    const ask = (more: Partial<CheckoutView>, token = 'sim-approve') =>
      returns.exchange(shop.command(), wish(returnId, { ...ready, ...more }, token));
    expect(await ask({ seen: 'another' })).toMatchObject({ kind: 'price-changed' });
    expect(await ask({ cartId: crypto.randomUUID() })).toEqual({ kind: 'no-checkout' });
    expect((await shop.again(order)).refunded.amount).toBe(0);
    const guests = await received(1000, 1);
    const theirs = wish(guests.returnId, ready, 'sim-approve');
    expect(await returns.exchange(shop.command(), theirs)).toEqual({ kind: 'no-customer' });
    await expect(returns.exchange(shop.asGuest(), theirs)).rejects.toMatchObject({ code: 'not_allowed' });
    expect(await ask({}, 'sim-decline')).toMatchObject({
      kind: 'unpaid',
      credit: { amount: 1000 },
      payment: { kind: 'declined' },
    });
    expect(await credit(ada)).toEqual([1000]);
    const again = await shop.engine.checkout.get(shop.en, ready.cartId, { actor: ada });
    const paid = await shop.pay(again!, 'sim-approve', { actor: ada, storeCredit: true });
    expect(paid.kind).toBe('placed');
    expect(await credit(ada)).toEqual([0]);
    await sound();
  });
});
