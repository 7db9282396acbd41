import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { ReturnReason } from '../returns/returns.views.ts';
import { openSellingShop, pickupAt, type SellingShop } from '../testing/selling-shop.ts';
import { signUpShopper } from '../testing/shopper-account.ts';

describeOnEachEngine('what became of an order', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  /** A guest's order of three pieces, two of them sent. */
  async function partlySent() {
    const variantId = await shop.product(3, 1000);
    const order = await shop.order([{ variantId, quantity: 3 }]);
    const lineId = order.lines[0]!.id;
    await shop.engine.fulfilment.ship(shop.command(), {
      orderId: order.id,
      lines: [{ lineId, quantity: 2 }],
      locationId: 'warehouse',
      tracking: 'PARCEL-1',
      beforePaid: true,
    });
    const opening = { orderId: order.id, key: shop.engine.orders.keyOf(order.id) };
    const wanted = (quantity: number) => ({
      ...opening,
      lines: [{ lineId, quantity, reason: 'does-not-fit' as ReturnReason }],
    });
    return { order, lineId, opening, wanted };
  }

  it('[PROG-1] [PROG-2] is told to whoever has the key, without locations; to others there is no order', async () => {
    const { lineId, opening } = await partlySent();
    const told = await shop.engine.progress.of(opening);
    expect(told).toMatchObject({
      shipments: [{ kind: 'parcel', state: 'sent', tracking: 'PARCEL-1', lines: [{ lineId, quantity: 2 }] }],
      returns: [],
      returnable: [{ lineId, quantity: 2 }],
    });
    expect(JSON.stringify(told)).not.toContain('warehouse');
    expect(await shop.engine.progress.of({ ...opening, key: 'a guess' })).toBeUndefined();
    expect(await shop.engine.progress.paper({ ...opening, key: 'a guess' }, 'receipt')).toBeUndefined();
  });

  it('[PROG-4] number and email show where parcels and pickups are, and neither codes nor returns', async () => {
    const { order, lineId } = await partlySent();
    const { number, contact } = order;
    const found = await shop.engine.progress.lookUp({ number, email: contact.email });
    expect(found).toMatchObject({
      order: { number },
      shipments: [{ kind: 'parcel', tracking: 'PARCEL-1', lines: [{ lineId, quantity: 2 }] }],
    });
    expect(Object.keys(found!)).toEqual(['order', 'shipments']);
    expect(JSON.stringify(found)).not.toContain('warehouse');
    expect(await shop.engine.progress.lookUp({ number, email: 'bert@example.com' })).toBeUndefined();
    const variantId = await shop.product(1);
    await shop.stock(variantId, 'store-harbour', 1);
    const picked = await shop.order([{ variantId, quantity: 1 }], { patch: pickupAt('store-harbour') });
    await shop.engine.fulfilment.markReady(shop.command(), {
      orderId: picked.id,
      lines: [{ lineId: picked.lines[0]!.id, quantity: 1 }],
      locationId: 'store-harbour',
    });
    const claim = { number: picked.number, email: picked.contact.email };
    const [pickup] = (await shop.engine.progress.lookUp(claim))!.shipments;
    expect(pickup).toMatchObject({ kind: 'pickup', state: 'ready' });
    expect(pickup).not.toHaveProperty('code');
  });

  it('[PROG-5] when what was cancelled, and what a reduction of the whole order is of', async () => {
    const { order, lineId, opening } = await partlySent();
    await shop.engine.orders.giveAllowance(shop.command(), {
      orderId: order.id,
      amount: 349,
      reason: 'It came late',
    });
    await shop.wait(1);
    await shop.engine.orders.cancel(shop.command(), {
      orderId: order.id,
      lines: [{ lineId, quantity: 1 }],
      reason: 'none left',
    });
    const { allowances, cancellations } = (await shop.engine.progress.of(opening))!;
    const cash = (amount: number) => ({ amount, currency: 'EUR' });
    expect(allowances).toMatchObject([
      {
        ...{ amount: cash(349), reason: 'It came late' },
        lines: [{ lineId, amount: cash(300) }],
        delivery: cash(49),
      },
    ]);
    expect(cancellations).toEqual([{ at: expect.any(String), lines: [{ lineId, quantity: 1 }] }]);
    expect(Date.parse(cancellations[0]!.at)).toBeGreaterThan(Date.parse(allowances[0]!.at));
    expect(JSON.stringify(cancellations)).not.toContain('none left');
  });

  it('[PROG-3] papers are pages: the receipt at once, the invoice when it was issued', async () => {
    const { order, opening } = await partlySent();
    const { progress, invoices } = shop.engine;
    expect(await progress.paper(opening, 'receipt')).toContain(order.number);
    expect(await progress.paper(opening, crypto.randomUUID())).toBeUndefined();
    await invoices.setSeller(shop.command(), {
      channel: order.channel,
      name: 'Ostrand',
      address: ['Kai 1'],
      taxId: 'DE136695976',
      prefixes: { invoice: 'PR-', creditNote: 'PC-' },
    });
    await invoices.issueDue();
    const [document] = (await progress.of(opening))!.documents;
    expect(document).toMatchObject({ kind: 'invoice', orderId: order.id });
    expect(await progress.paper(opening, document!.id)).toContain(document!.number);
  });

  it('[LOYAL-18] an order tells its points as soon as it is placed, and from when they can be used when that is known', async () => {
    await shop.engine.loyalty.saveProgramme(shop.command(), {
      id: 'crew',
      name: { en: 'Crew' },
      earn: [{ currency: 'EUR', points: 1, per: 100 }],
      vesting: { from: 'handed-over', days: 14 },
    });
    const { actor, command } = await signUpShopper(shop);
    const { cartId } = await shop.ready([{ variantId: await shop.product(3, 1000), quantity: 2 }]);
    await shop.engine.cart.takeOver(command(), shop.en, { cartId });
    const checkout = (await shop.engine.checkout.get(shop.en, cartId, { actor }))!;
    const paid = await shop.engine.checkout.pay(command(), shop.en, {
      ...{ cartId, checkoutId: checkout.id, seen: checkout.seen },
      ...{ provider: 'simulator', method: 'card', token: 'sim-approve' },
    });
    if (paid.kind !== 'placed') throw new Error(JSON.stringify(paid));
    const opening = { orderId: paid.order.id, actor };
    const { progress, loyalty, orders, fulfilment } = shop.engine;
    expect((await progress.of(opening))?.earned).toEqual({ programmeId: 'crew', name: 'Crew', points: 20 });
    const [member] = await loyalty.of(actor, shop.en);
    expect(member).toMatchObject({ pending: 20, waiting: [{ points: 20 }] });
    const order = (await orders.openOwn(actor, paid.order.id))!;
    const lines = order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
    const parcel = { orderId: order.id, lines, locationId: 'warehouse', beforePaid: true };
    await fulfilment.ship(shop.command(), parcel);
    const usableAt = expect.stringMatching(/^\d{4}-/);
    await expect
      .poll(async () => (await progress.of(opening))?.earned)
      .toMatchObject({ points: 20, usableAt });
    expect((await loyalty.of(actor, shop.en))[0]?.waiting).toEqual([{ points: 20, at: usableAt }]);
    const { opening: guests } = await partlySent();
    expect((await progress.of(guests))?.earned).toBeUndefined();
    // What cannot be settled keeps nobody from reading the rest.
    await database().execute(
      `create function never() returns trigger language plpgsql as $$ begin raise 'never'; end $$`,
    );
    await database().execute(
      `create trigger never before delete on loyalty_due for each row when (old.order_id = '${order.id}') execute function never()`,
    );
    await database().execute(`insert into loyalty_due (order_id, at) values ('${order.id}', now())`);
    const unsettled = await progress.of(opening);
    expect(unsettled).toMatchObject({ shipments: [{ kind: 'parcel' }] });
    expect(unsettled).not.toHaveProperty('earned');
    await database().execute('drop trigger never on loyalty_due');
    await loyalty.resume();
    expect((await progress.of(opening))?.earned).toMatchObject({ points: 20 });
  });

  it('[RET-18] after so many days shoppers announce nothing, staff still do', async () => {
    const { order, lineId, opening, wanted } = await partlySent();
    const { returns, progress } = shop.engine;
    await returns.setRefundPolicy(shop.command(), { channel: order.channel, tenders: {}, returnDays: 1 });
    const told = await progress.of(opening);
    expect(told?.returnable).toMatchObject([{ lineId, quantity: 2, until: expect.any(String) }]);
    expect(await returns.request(shop.asGuest(), wanted(3))).toMatchObject({
      kind: 'too-many',
      returnable: 2,
    });
    await database().execute(
      `update fulfilment_shipment set sent_at = sent_at - interval '3 days' where order_id = '${order.id}'`,
    );
    const late = { kind: 'too-late', lineId, returnable: 0 };
    expect(await returns.request(shop.asGuest(), wanted(1))).toMatchObject(late);
    expect((await progress.of(opening))?.returnable).toMatchObject([{ lineId, quantity: 0 }]);
    const { key: _, ...byStaff } = wanted(1);
    expect(await returns.request(shop.command(), byStaff)).toMatchObject({ kind: 'requested' });
    const policy = { channel: order.channel, tenders: {} };
    await returns.setRefundPolicy(shop.command(), policy);
    expect(await returns.request(shop.asGuest(), wanted(1))).toMatchObject(late);
    await returns.setRefundPolicy(shop.command(), { ...policy, returnDays: null });
    expect(await returns.request(shop.asGuest(), wanted(1))).toMatchObject({ kind: 'requested' });
    expect((await progress.of(opening))?.returns).toMatchObject([
      { number: `${order.number}-R1` },
      { number: `${order.number}-R2`, lines: [{ reason: 'does-not-fit' }] },
    ]);
  });

  it('[PROG-2] of a return it says what its shopper wrote, and nothing that is the shop’s own', async () => {
    const { order, lineId, opening, wanted } = await partlySent();
    const { returns, progress } = shop.engine;
    await returns.takeBack(shop.command(), {
      orderNumber: order.number,
      locationId: 'warehouse',
      lines: [{ lineId, quantity: 1, reason: 'other', condition: 'damaged' }],
      note: 'Looks worn on purpose',
    });
    await returns.request(shop.asGuest(), { ...wanted(1), note: 'Too small for me' });
    const told = (await progress.of(opening))!.returns;
    expect(told).toMatchObject([{ state: 'refunded' }, { state: 'requested', note: 'Too small for me' }]);
    expect(JSON.stringify(told)).not.toMatch(/worn on purpose|warehouse|channel/);
  });

  it('[RET-18] pieces nobody knows the day of are in time, those that left too long ago beside them are not', async () => {
    const { order, lineId, opening, wanted } = await partlySent();
    const { returns, progress, fulfilment } = shop.engine;
    await returns.setRefundPolicy(shop.command(), { channel: order.channel, tenders: {}, returnDays: 30 });
    const lines = [{ lineId, quantity: 1 }];
    const rest = { orderId: order.id, lines, locationId: 'warehouse', beforePaid: true };
    const sent = await fulfilment.ship(shop.command(), rest);
    if (sent.kind !== 'shipped') throw new Error(sent.kind);
    // As if it had gone out without being written down as a parcel.
    const { id } = sent.shipment;
    await database().execute(`delete from fulfilment_shipment_line where shipment_id = '${id}'`);
    await database().execute(
      `update fulfilment_shipment set sent_at = sent_at - interval '60 days' where order_id = '${order.id}'`,
    );
    expect((await progress.of(opening))?.returnable).toEqual([{ lineId, quantity: 1 }]);
    expect(await returns.request(shop.asGuest(), wanted(2))).toMatchObject({
      ...{ kind: 'too-late', returnable: 1, until: expect.stringMatching(/^\d{4}-/) },
    });
    await returns.setRefundPolicy(shop.command(), { channel: order.channel, tenders: {}, returnDays: null });
  });
});
