import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, pickupAt, type SellingShop } from '../testing/selling-shop.ts';
import { signUpShopper, takeMails } from '../testing/shopper-account.ts';
import type { OrderAddress, OrderView } from './orders.views.ts';

describeOnEachEngine('correcting an order', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  const correct = (input: Parameters<typeof shop.engine.orders.correct>[1]) =>
    shop.engine.orders.correct(shop.command(), input);
  const ordered = async (quantity = 1, options: Parameters<SellingShop['order']>[1] = {}) =>
    shop.order([{ variantId: await shop.product(5, 1000), quantity }], options);
  const moved = ({ deliveries }: OrderView, to: Partial<OrderAddress>) => [
    { deliveryId: deliveries[0]!.id, address: { ...deliveries[0]!.address!, ...to } },
  ];
  const ship = (order: OrderView, quantity: number) =>
    shop.engine.fulfilment.ship(shop.command(), {
      orderId: order.id,
      lines: [{ lineId: order.lines[0]!.id, quantity }],
      locationId: 'warehouse',
    });

  it('[ORDER-14] [ORDER-16] who and where it is for is written right, and told without saying what it is', async () => {
    const order = await ordered();
    await takeMails(shop);
    await shop.takeEvents();
    const address = { street: 'Hafenweg 7', postalCode: '20457', city: 'Hamburg' };
    const input = {
      orderId: order.id,
      contact: { email: 'Right@Example.com', name: 'Rita Right', phone: null },
      note: 'Please ring twice',
      addresses: moved(order, address),
    };
    const fields = ['email', 'name', 'note', 'address'];
    expect(await correct(input)).toEqual({ kind: 'corrected', fields });
    const after = await shop.again(order);
    expect(after).toMatchObject({
      contact: { email: 'right@example.com', name: 'Rita Right' },
      note: 'Please ring twice',
      deliveries: [{ address }],
      total: order.total,
      taxes: order.taxes,
    });
    expect(await shop.takeEvents()).toMatchObject([
      { kind: 'order.corrected', payload: { orderId: order.id, fields } },
    ]);
    const { timeline } = (await shop.engine.orders.get(shop.command().actor, order.id))!;
    expect(timeline.filter(({ kind }) => kind === 'corrected')).toMatchObject([{ detail: { fields } }]);
    expect(JSON.stringify(timeline)).not.toMatch(/Hafenweg|right@|Rita|ring twice/);
    const [mail, ...more] = await takeMails(shop);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to: 'right@example.com',
      subject: `Your order ${order.number} was corrected`,
    });
    for (const said of ['Rita Right', 'Hafenweg 7', '20457 Hamburg']) expect(mail!.text).toContain(said);

    expect(await correct(input)).toEqual({ kind: 'corrected', fields: [] });
    expect(await shop.takeEvents()).toEqual([]);
    // The one it was placed with opens it no more.
    expect(
      await shop.engine.orders.lookUp({ number: order.number, email: order.contact.email }),
    ).toBeUndefined();
    expect(
      await shop.engine.orders.lookUp({ number: order.number, email: 'right@example.com' }),
    ).toBeDefined();
  });

  it('[ORDER-17] with its email it changes hands: links and accounts of before open it no more', async () => {
    const stranger = await signUpShopper(shop);
    const right = await signUpShopper(shop);
    const { orders } = shop.engine;
    const order = await ordered(1, { patch: { contact: { email: stranger.email } } });
    expect(await orders.openOwn(stranger.actor, order.id)).toBeDefined();
    const { key } = await orders.opened(database(), order.id);
    expect(await orders.open(order.id, key)).toBeDefined();
    // Anything else leaves it where it is.
    await correct({ orderId: order.id, contact: { phone: '040 1' } });
    expect(await orders.open(order.id, key)).toBeDefined();
    await correct({ orderId: order.id, contact: { email: right.email } });
    expect(await orders.open(order.id, key)).toBeUndefined();
    expect(await orders.openOwn(stranger.actor, order.id)).toBeUndefined();
    expect(await orders.openOwn(right.actor, order.id)).toBeDefined();
    expect(await orders.open(order.id, (await orders.opened(database(), order.id)).key)).toBeDefined();
    await correct({ orderId: order.id, contact: { email: 'nobody.known@example.com' } });
    expect(await orders.openOwn(right.actor, order.id)).toBeUndefined();
  });

  it('[ORDER-15] an address that would cost something else is refused, with all that came along', async () => {
    const order = await ordered();
    const note = 'never written';
    const to = (address: Partial<OrderAddress>) =>
      correct({ orderId: order.id, note, addresses: moved(order, address) });
    expect(await to({ country: 'AT', postalCode: '1010' })).toEqual({ kind: 'other-price', because: 'tax' });
    // Helgoland is in Germany and not in its tax territory.
    expect(await to({ postalCode: '27498' })).toEqual({ kind: 'other-price', because: 'tax' });
    const parcel = (await shop.engine.delivery.methods()).find(
      ({ id }) => id === order.deliveries[0]!.methodId,
    )!;
    const islands = [{ kind: 'prefix' as const, prefix: '25980' }];
    const import_ = (zones: typeof parcel.zones) =>
      shop.engine.delivery.importDeliveryMethods(shop.command(), [{ ...parcel, zones }]);
    await import_([{ country: 'DE', except: islands }]);
    expect(await to({ postalCode: '25980' })).toEqual({ kind: 'other-price', because: 'delivery' });
    await import_(parcel.zones);
    expect((await shop.again(order)).note).toBeUndefined();
  });

  it('[ORDER-14] what has left is sent nowhere else, and what was billed is not billed anew', async () => {
    const order = await ordered(2);
    await ship(order, 1);
    const { address } = order.deliveries[0]!;
    expect(await correct({ orderId: order.id, addresses: moved(order, { street: 'Other 1' }) })).toEqual({
      kind: 'not-now',
      field: 'address',
    });
    expect(await correct({ orderId: order.id, billing: { ...address!, company: 'A GmbH' } })).toEqual({
      kind: 'not-now',
      field: 'billing',
    });
    expect(await correct({ orderId: order.id, contact: { phone: '040 123' } })).toMatchObject({
      fields: ['phone'],
    });
  });

  it('[ORDER-14] a pickup, a cancelled order and none at all have no address to correct', async () => {
    const address = { ...(await ordered()).deliveries[0]!.address!, street: 'Other 1' };
    const variantId = await shop.product(1, 1000);
    await shop.stock(variantId, 'store-harbour', 1);
    const pickup = await shop.order([{ variantId, quantity: 1 }], { patch: pickupAt('store-harbour') });
    const gone = await ordered();
    await shop.engine.orders.cancel(shop.command(), { orderId: gone.id, reason: 'gone' });
    for (const { id, deliveries } of [pickup, gone])
      expect(await correct({ orderId: id, addresses: [{ deliveryId: deliveries[0]!.id, address }] })).toEqual(
        {
          kind: 'not-now',
          field: 'address',
        },
      );
    expect(await correct({ orderId: crypto.randomUUID(), note: 'no' })).toEqual({ kind: 'no-order' });
    const foreign = { deliveryId: pickup.deliveries[0]!.id, address };
    await expect(correct({ orderId: gone.id, addresses: [foreign] })).rejects.toMatchObject({
      code: 'bad_input',
    });
  });
});
