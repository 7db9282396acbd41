import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { testCustomer } from '../testing/paying-shop.ts';
import { runPromotion } from '../testing/run-promotion.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import { sizesIn } from '../testing/sizes.ts';
import type { RefundOutcome, RequestOutcome, ReturnView } from './returns.views.ts';

describeOnEachEngine('exchange inside an order', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  const sizes = (each: Parameters<typeof sizesIn>[1]) => sizesIn(shop, each);
  const sound = async () => expect(await examineShop(database())).toEqual([]);
  const heldFor = async (additionId: string) =>
    (await shop.engine.inventory.inTransaction.held(database(), `addition:${additionId}`)).map(
      ({ variantId, quantity, backordered }) => [variantId, quantity + backordered],
    );

  /** An order of these pieces, all of which were sent. */
  async function sent(variantId: string, quantity: number): Promise<OrderView> {
    const order = await shop.order([{ variantId, quantity }]);
    await ship(order);
    return shop.again(order);
  }
  async function ship(order: OrderView) {
    const lines = (await shop.again(order)).lines
      .map(({ id: lineId, quantity, fulfilled, cancelled }) => ({
        lineId,
        quantity: quantity - fulfilled - cancelled,
      }))
      .filter(({ quantity }) => quantity > 0);
    return shop.engine.fulfilment.ship(shop.command(), { orderId: order.id, lines, locationId: 'warehouse' });
  }

  /** A guest, with the key of the order, wants another variant. */
  async function ask(
    order: OrderView,
    { quantity, instead }: { quantity: number; instead: { variantId: string; quantity?: number } },
  ): Promise<RequestOutcome> {
    return shop.engine.returns.request(shop.asGuest(), {
      orderId: order.id,
      key: shop.engine.orders.keyOf(order.id),
      lines: [{ lineId: order.lines[0]!.id, quantity, reason: 'does-not-fit', instead }],
    });
  }
  const asked = (outcome: RequestOutcome): ReturnView => {
    if (outcome.kind !== 'requested') throw new Error(JSON.stringify(outcome));
    return outcome.return;
  };
  async function receive({ id: returnId, lines }: ReturnView, missing = 0): Promise<ReturnView> {
    await shop.engine.returns.approve(shop.command(), { returnId });
    const [{ lineId, quantity }] = lines as [ReturnView['lines'][number]];
    const outcome = await shop.engine.returns.receive(shop.command(), {
      returnId,
      locationId: 'warehouse',
      lines: [{ lineId, resellable: quantity - missing, missing }],
    });
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    return outcome.return;
  }
  const refund = (returnId: string, terms: object = {}): Promise<RefundOutcome> =>
    shop.engine.returns.refund(shop.command(), { returnId, ...terms });
  const payments = (order: OrderView) =>
    order.payments.map(({ captured, refunded }) => [captured.amount, refunded.amount]);

  test('[RET-22] [RET-23] [RET-24] [RET-27] [RET-29] [RET-30] [ADD-11] [ADD-12] another size at the same price: held at once, and no money moves', async () => {
    const [m, l] = await sizes([
      [2000, 9],
      [2000, 3],
    ]);
    const order = await sent(m!, 2);
    const back = asked(await ask(order, { quantity: 2, instead: { variantId: l! } }));
    expect(back.instead).toMatchObject({
      state: 'held',
      lines: [{ variantId: l, quantity: 2, isEven: true, cost: { amount: 4000 } }],
      difference: { amount: 0 },
    });
    expect(await heldFor(back.instead!.additionId)).toEqual([[l, 2]]);
    expect((await shop.again(order)).total).toEqual(order.total);
    const received = await receive(back);
    const quote = await shop.engine.returns.quoteRefund(shop.command().actor, { returnId: back.id });
    expect(quote).toMatchObject({
      kind: 'quoted',
      amount: { amount: 4000 },
      back: [],
      instead: { total: { amount: 4000 }, covered: { amount: 4000 }, toPay: { amount: 0 } },
    });
    const command = shop.command();
    const done = await shop.engine.returns.refund(command, { returnId: received.id });
    expect(done).toMatchObject({
      kind: 'done',
      return: {
        state: 'refunded',
        instead: { state: 'added', covered: { amount: 4000 }, back: { amount: 0 } },
      },
    });
    expect(await shop.engine.returns.refund(command, { returnId: received.id })).toEqual(done);
    const now = await shop.again(order);
    expect(payments(now)).toEqual([[4490, 0]]);
    expect(now).toMatchObject({ owed: { amount: 4490 }, fulfilment: 'partly' });
    expect(now.lines.map(({ variantId, quantity, returned }) => [variantId, quantity, returned])).toEqual([
      [m, 2, 2],
      [l, 2, 0],
    ]);
    expect((await shop.held(order)).map(({ variantId, quantity }) => [variantId, quantity])).toEqual([
      [l, 2],
    ]);
    expect(await shop.timeline(order)).toEqual(
      expect.arrayContaining(['return-requested', 'goods-added', 'return-refunded']),
    );
    await sound();
    expect(await ship(order)).toMatchObject({ kind: 'shipped' });
    // Goods like others: they go back to the minor unit.
    await shop.engine.returns.takeBack(shop.command(), {
      ...{ orderNumber: order.number, locationId: 'warehouse', delivery: 'all' },
      lines: [{ lineId: now.lines[1]!.id, quantity: 2, reason: 'other', condition: 'resellable' }],
    });
    expect(payments(await shop.again(order))).toEqual([[4490, 4490]]);
    await sound();
  });

  test('[RET-23] a promotion of then stays: what was paid for a piece is what the other size costs', async () => {
    const [m, l] = await sizes([
      [2000, 9],
      [2000, 9],
    ]);
    const productId = (await shop.engine.catalog.productsOfVariants(database(), [m!])).get(m!)!;
    const promotionId = await runPromotion(shop, {
      ...{ kind: 'simple', lines: { include: [{ kind: 'product', id: productId }] } },
      cut: { kind: 'percent', basisPoints: 1500 },
    });
    const order = await sent(m!, 3);
    await shop.engine.promotions.disable(shop.command(), promotionId);
    const paid = order.lines[0]!.total.amount;
    expect(paid).toBeLessThan(6000);
    const back = asked(await ask(order, { quantity: 2, instead: { variantId: l!, quantity: 1 } }));
    await receive(back);
    await refund(back.id);
    const now = await shop.again(order);
    expect(now.lines[1]!.total.amount * 3).toBe(paid);
    // The second piece had no other in its stead.
    expect(now.refunded.amount * 3).toBe(paid);
    await sound();
  });

  test('[RET-23] [RET-28] a dearer one: the return pays its part, and the guest pays the rest by the link', async () => {
    const [m, l] = await sizes([
      [2000, 9],
      [2700, 3],
    ]);
    const order = await sent(m!, 1);
    const back = asked(await ask(order, { quantity: 1, instead: { variantId: l! } }));
    expect(back.instead!.lines).toMatchObject([{ isEven: false, cost: { amount: 2700 } }]);
    expect(back.instead!.difference).toMatchObject({ amount: 700 });
    const key = shop.engine.orders.keyOf(order.id);
    const progress = () => shop.engine.progress.of({ orderId: order.id, key });
    expect((await progress())!.additions).toEqual([]);
    await receive(back);
    const waits = await refund(back.id);
    expect(waits).toMatchObject({
      kind: 'to-pay',
      toPay: { amount: 700 },
      return: { state: 'received', instead: { state: 'to-pay', toPay: { amount: 700 } } },
    });
    expect(await refund(back.id, { fee: 100 })).toEqual(waits);
    const before = await shop.again(order);
    expect([before.total, before.owed, before.refunded.amount]).toEqual([order.total, order.total, 0]);
    await sound();
    const [offer] = (await progress())!.additions;
    expect(offer).toMatchObject({ covered: { amount: 2000 }, toPay: { amount: 700 }, returnId: back.id });
    const pay = { orderId: order.id, key, additionId: offer!.id, provider: 'simulator', method: 'card' };
    const [one, two] = await Promise.all([
      shop.engine.additions.pay(shop.asGuest(), { ...pay, token: 'sim-approve' }),
      shop.engine.additions.pay(shop.asGuest(), { ...pay, token: 'sim-approve' }),
    ]);
    expect([one.kind, two.kind]).toContain('paid');
    const now = await shop.again(order);
    expect(payments(now)).toEqual([
      [2490, 0],
      [700, 0],
    ]);
    expect([now.owed.amount, now.total.amount]).toEqual([3190, 5190]);
    expect(await shop.engine.returns.get(shop.command().actor, back.id)).toMatchObject({
      state: 'refunded',
      refund: { amount: 2000 },
      instead: { state: 'added' },
    });
    await sound();
  });

  test('[RET-28] nobody pays the rest: what was held is free, and the money goes back as it was decided', async () => {
    const [m, l] = await sizes([
      [2000, 9],
      [2700, 1],
    ]);
    const order = await sent(m!, 1);
    const back = asked(await ask(order, { quantity: 1, instead: { variantId: l! } }));
    await receive(back);
    expect((await refund(back.id, { fee: 300 })).kind).toBe('to-pay');
    expect(await heldFor(back.instead!.additionId)).toEqual([[l, 1]]);
    await shop.wait(14 * 24 * 60 + 1);
    await shop.engine.additions.expire();
    expect(await shop.engine.returns.get(shop.command().actor, back.id)).toMatchObject({
      state: 'refunded',
      refund: { amount: 1700 },
      instead: { state: 'over', why: 'expired' },
    });
    expect(await heldFor(back.instead!.additionId)).toEqual([]);
    expect(payments(await shop.again(order))).toEqual([[2490, 1700]]);
    await sound();
  });

  test('[RET-28] [ADD-14] staff say that the rest is here, or let the goods go for the money', async () => {
    const [m, l] = await sizes([
      [2000, 9],
      [2700, 9],
    ]);
    const [one, other] = [await sent(m!, 1), await sent(m!, 1)];
    const [first, second] = [
      asked(await ask(one, { quantity: 1, instead: { variantId: l! } })),
      asked(await ask(other, { quantity: 1, instead: { variantId: l! } })),
    ];
    const additionId = first.instead!.additionId;
    const cash = { additionId, receivedBy: 'cash' } as const;
    // It waits for its return: there is nothing to pay yet.
    expect(await shop.engine.additions.receive(shop.command(), cash)).toMatchObject({ kind: 'not-now' });
    for (const each of [first, second]) {
      await receive(each);
      await refund(each.id);
    }
    expect(await shop.engine.additions.receive(shop.command(), cash)).toMatchObject({
      kind: 'done',
      addition: { state: 'added' },
    });
    expect(payments(await shop.again(one))).toEqual([
      [2490, 0],
      [700, 0],
    ]);
    expect(await refund(second.id, { instead: false })).toMatchObject({
      kind: 'done',
      return: { instead: { state: 'over', why: 'money' } },
    });
    expect(payments(await shop.again(other))).toEqual([[2490, 2000]]);
    await sound();
  });

  test('[RET-27] a cheaper one: the difference goes back; a fee makes a rest of an even one', async () => {
    const [m, s] = await sizes([
      [2000, 9],
      [1500, 9],
      [2000, 9],
    ]);
    const order = await sent(m!, 2);
    const back = asked(await ask(order, { quantity: 1, instead: { variantId: s! } }));
    await receive(back);
    expect(await refund(back.id, { delivery: 'all' })).toMatchObject({ kind: 'done' });
    expect(payments(await shop.again(order))).toEqual([[4490, 990]]);
    const second = asked(await ask(order, { quantity: 1, instead: { variantId: m! } }));
    await receive(second);
    expect(await refund(second.id, { fee: 250 })).toMatchObject({ kind: 'to-pay', toPay: { amount: 250 } });
    await sound();
  });

  test('[ADD-15] the order’s papers come to what is owed: a credit note, and an invoice for what came instead', async () => {
    await shop.engine.invoices.setSeller(shop.command(), {
      ...{ channel: 'online', name: 'Ostrand GmbH', address: ['Seilergang 3'], taxId: 'DE136695976' },
      prefixes: { invoice: 'R-', creditNote: 'K-' },
    });
    const [m, l] = await sizes([
      [1999, 9],
      [1999, 9],
    ]);
    const order = await sent(m!, 2);
    await shop.engine.invoices.issueDue();
    const back = asked(await ask(order, { quantity: 1, instead: { variantId: l! } }));
    await receive(back);
    await refund(back.id);
    await shop.engine.invoices.issueDue();
    const papers = await shop.engine.invoices.list(shop.command().actor, order.id);
    expect(papers.map(({ kind, total }) => [kind, total.amount]).toSorted()).toEqual([
      ['credit-note', 1999],
      ['invoice', 1999],
      ['invoice', 4488],
    ]);
    await sound();
  });

  test('[RET-25] what cannot be had now is told, and nothing is asked for', async () => {
    const [m, l] = await sizes([
      [2000, 9],
      [2000, 1],
    ]);
    const order = await sent(m!, 2);
    expect(await ask(order, { quantity: 2, instead: { variantId: l! } })).toMatchObject({
      kind: 'not-instead',
      because: { kind: 'not-enough', short: [{ variantId: l, free: 1 }] },
    });
    expect(await ask(order, { quantity: 1, instead: { variantId: 'nothing' } })).toMatchObject({
      kind: 'not-instead',
      because: { kind: 'not-sold' },
    });
    await expect(ask(order, { quantity: 1, instead: { variantId: l!, quantity: 2 } })).rejects.toThrow(
      /no more/,
    );
    expect(await shop.timeline(order)).not.toContain('return-requested');
    // Money for one of them, the size for the other.
    expect((await ask(order, { quantity: 2, instead: { variantId: l!, quantity: 1 } })).kind).toBe(
      'requested',
    );
    await sound();
  });

  test('[RET-24] [RET-25] two who want the last one: one has it, the other is told', async () => {
    const [m, l] = await sizes([
      [2000, 9],
      [2000, 1],
    ]);
    const [one, other] = [await sent(m!, 1), await sent(m!, 1)];
    const outcomes = await Promise.all(
      [one, other].map((order) => ask(order, { quantity: 1, instead: { variantId: l! } })),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['not-instead', 'requested']);
    await sound();
  });

  test('[RET-26] [ADD-13] rejected, called off or never here: what was held is let go; some missing, so many', async () => {
    const [m, l] = await sizes([
      [2000, 9],
      [2000, 3],
    ]);
    const order = await sent(m!, 3);
    const key = shop.engine.orders.keyOf(order.id);
    const wish = { quantity: 3, instead: { variantId: l! } };
    const first = asked(await ask(order, wish));
    await shop.engine.returns.reject(shop.command(), { returnId: first.id, answer: 'Worn.' });
    const second = asked(await ask(order, wish));
    await shop.engine.returns.callOff(shop.asGuest(), { orderId: order.id, key, returnId: second.id });
    const third = asked(await ask(order, wish));
    await receive(third, 3);
    for (const { id, instead } of [first, second, third]) {
      expect(await heldFor(instead!.additionId)).toEqual([]);
      expect(await shop.engine.returns.get(shop.command().actor, id)).toMatchObject({
        instead: { state: 'over' },
      });
    }
    const fourth = asked(await ask(order, wish));
    const received = await receive(fourth, 2);
    expect(received.instead).toMatchObject({
      state: 'held',
      lines: [{ quantity: 1 }],
      total: { amount: 2000 },
    });
    expect(await heldFor(fourth.instead!.additionId)).toEqual([[l, 1]]);
    await refund(fourth.id);
    expect((await shop.again(order)).lines.at(-1)).toMatchObject({ variantId: l, quantity: 1 });
    await sound();
  });

  test('[RET-24] what ran out meanwhile is taken again at the refund, or told when it is gone', async () => {
    const [m, l] = await sizes([
      [2000, 9],
      [2000, 1],
    ]);
    const [order, other] = [await sent(m!, 1), await sent(m!, 1)];
    const back = asked(await ask(order, { quantity: 1, instead: { variantId: l! } }));
    await receive(back);
    await shop.wait(30 * 24 * 60 + 1);
    await shop.engine.inventory.sweepReservations();
    const rival = await shop.order([{ variantId: l!, quantity: 1 }]);
    expect(await refund(back.id)).toEqual({ kind: 'sold-out' });
    await shop.engine.orders.cancel(shop.command(), {
      orderId: rival.id,
      reason: 'changed',
      delivery: 'all',
    });
    expect(await refund(back.id)).toMatchObject({ kind: 'done', return: { instead: { state: 'added' } } });
    expect(other.id).not.toBe(order.id);
    await sound();
  });

  test('[RET-12] [RET-27] gift cards stay where they are: even goods move nothing, a difference goes back onto the card', async () => {
    const card = await shop.engine.giftCards.issue(shop.command(), { amount: 9000, currency: 'EUR' });
    const [m, l, s] = await sizes([
      [2000, 9],
      [2000, 9],
      [1500, 9],
    ]);
    const ready = await shop.ready([{ variantId: m!, quantity: 2 }]);
    const paid = await shop.pay(ready, 'sim-approve', { giftCards: [card] });
    if (paid.kind !== 'placed') throw new Error(paid.kind);
    const order = await shop.again(paid.order);
    await ship(order);
    const even = asked(await ask(order, { quantity: 1, instead: { variantId: l! } }));
    await receive(even);
    expect((await refund(even.id)).kind).toBe('done');
    const less = asked(await ask(order, { quantity: 1, instead: { variantId: s! } }));
    await receive(less);
    expect((await refund(less.id)).kind).toBe('done');
    const now = await shop.again(order);
    expect(now.refunded.amount).toBe(500);
    expect(now.payments.filter(({ provider }) => provider === 'simulator')).toEqual([]);
    await sound();
  });

  test('[RET-2] [RET-27] two who refund at once carry it out once', async () => {
    const [m, l] = await sizes([
      [2000, 9],
      [2000, 9],
    ]);
    const order = await sent(m!, 1);
    const back = asked(await ask(order, { quantity: 1, instead: { variantId: l! } }));
    await receive(back);
    const outcomes = await Promise.all([refund(back.id), refund(back.id), refund(back.id)]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'not-now', 'not-now']);
    expect((await shop.again(order)).lines).toHaveLength(2);
    await sound();
  });

  test('[RET-12] [RET-26] exchanged for another order after all: nothing stays held', async () => {
    const [m, l] = await sizes([
      [2000, 9],
      [2000, 9],
    ]);
    const made = await shop.engine.customers.create(shop.command(), { name: 'Ada', locale: 'en' });
    if (made.kind !== 'done') throw new Error(made.kind);
    const actor = testCustomer(made.customer.id);
    const paid = await shop.pay(await shop.ready([{ variantId: m!, quantity: 1 }]), 'sim-approve', { actor });
    if (paid.kind !== 'placed') throw new Error(paid.kind);
    const order = await shop.again(paid.order);
    await ship(order);
    const back = asked(await ask(order, { quantity: 1, instead: { variantId: l! } }));
    await receive(back);
    const checkout = await shop.ready([{ variantId: l!, quantity: 1 }]);
    const outcome = await shop.engine.returns.exchange(shop.command(), {
      ...{ returnId: back.id, market: shop.en, cartId: checkout.cartId },
      ...{ checkoutId: checkout.id, seen: checkout.seen },
      ...{ provider: 'simulator', method: 'card', token: 'sim-approve' },
    });
    expect(outcome).toMatchObject({
      kind: 'exchanged',
      credit: { amount: 2000 },
      return: { instead: { state: 'over', why: 'money' } },
    });
    expect(await heldFor(back.instead!.additionId)).toEqual([]);
    await sound();
  });

  test('[ADD-16] what can be had instead is told with what it costs more', async () => {
    const [m, l, xl] = await sizes([
      [2000, 9],
      [2000, 1],
      [2700, 5],
      [2000, 0],
    ]);
    const order = await sent(m!, 2);
    const key = shop.engine.orders.keyOf(order.id);
    const [own] = await shop.engine.progress.instead({ orderId: order.id, key });
    expect(own).toMatchObject({
      lineId: order.lines[0]!.id,
      variants: [
        { variantId: m, options: 'S', isSame: true, most: 2, difference: { amount: 0 } },
        { variantId: l, options: 'M', isSame: false, most: 1, difference: { amount: 0 } },
        { variantId: xl, options: 'L', isSame: false, most: 2, difference: { amount: 700 } },
      ],
    });
    expect(await shop.engine.progress.instead({ orderId: order.id, key: 'a guess' })).toEqual([]);
    expect(await shop.engine.returns.choices(shop.command().actor, order.id)).toEqual([own]);
  });
});
