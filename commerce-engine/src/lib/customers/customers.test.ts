import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '../identity/identity.views.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import { signUpShopper } from '../testing/shopper-account.ts';
import { tablesWith } from '../testing/tables-with.ts';
import type { Customers } from './customers.ts';

describeOnEachEngine('Customers', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  let customers: Customers;
  let variantId: string;
  beforeAll(async () => {
    shop = await openSellingShop(database());
    ({ customers } = shop.engine);
    variantId = await shop.product(100);
  });

  const address = {
    name: 'Ada Lovelace',
    street: 'Hafenstraße 1',
    postalCode: '24103',
    city: 'Kiel',
    country: 'DE',
  };
  const staff = (...capabilities: ('customers.read' | 'customers.write')[]): Actor => ({
    kind: 'staff',
    id: crypto.randomUUID(),
    name: 'Ida',
    email: 'ida@shop.example',
    roles: [],
    capabilities,
  });
  const by = (actor: Actor) => ({ actor, idempotencyKey: crypto.randomUUID() });
  const buy = (email: string) =>
    shop.order([{ variantId, quantity: 1 }], {
      patch: { contact: { email, name: 'Ada Lovelace', phone: '+49 431 1' }, note: 'Ring twice' },
    });
  const deliver = async ({ id }: { readonly id: string }) => {
    await database().execute(`update orders_order set fulfilment = 'done' where id = $1`, [id]);
  };

  it('[CUST-1] an email is one customer’s, whatever its case', async () => {
    const input = { email: 'Grace@Example.com', name: 'Grace Hopper' };
    const made = await customers.create(shop.command(), input);
    expect(made).toMatchObject({ kind: 'done', customer: { email: 'grace@example.com', groups: [] } });
    const both = await Promise.all(
      [1, 2].map(() => customers.create(shop.command(), { email: 'two@example.com' })),
    );
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'email-taken']);
    expect(await customers.create(shop.command(), { ...input, email: 'grace@example.com' })).toEqual({
      kind: 'email-taken',
    });
  });

  it('[CUST-2] customers see and change themselves, and nobody else', async () => {
    const [ada, bob] = [await signUpShopper(shop), await signUpShopper(shop)];
    const changed = await customers.change(ada.command(), {
      customerId: ada.id,
      patch: { name: 'Ada King', phone: '+44 20 1' },
    });
    expect(changed).toMatchObject({ kind: 'done', customer: { name: 'Ada King', phone: '+44 20 1' } });
    const grab = { customerId: ada.id, patch: { groups: ['trade'] } };
    await expect(customers.change(ada.command(), grab)).rejects.toMatchObject({ code: 'bad_input' });
    const other = { customerId: bob.id, patch: { name: 'Mallory' } };
    await expect(customers.change(ada.command(), other)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(customers.get(ada.actor, bob.id)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(customers.export(ada.actor, bob.id)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(customers.get({ kind: 'guest' }, ada.id)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('[CUST-3] staff need a capability and leave an audit row that names the customer', async () => {
    const { id } = await signUpShopper(shop);
    const patch = { customerId: id, patch: { groups: ['trade', 'trade'] } };
    await expect(customers.change(by(staff('customers.read')), patch)).rejects.toMatchObject({
      code: 'not_allowed',
    });
    const changed = await customers.change(by(staff('customers.write')), patch);
    expect(changed).toMatchObject({ customer: { groups: ['trade'] } });
    await customers.addNote(by(staff('customers.write')), { customerId: id, text: 'Likes blue' });
    expect(await customers.notes(staff('customers.read'), id)).toMatchObject([
      { text: 'Likes blue', author: 'Ida' },
    ]);
    const { entries: log } = await shop.engine.identity.auditLog(shop.command().actor, {
      subject: `customer:${id}`,
    });
    expect(log.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['customers.change', 'customers.addNote', 'customers.create']),
    );
  });

  it('[CUST-5] the first address is the default; the oldest left takes the place of one that goes', async () => {
    const { id: customerId, command } = await signUpShopper(shop);
    const save = (street: string, more = {}) =>
      customers.saveAddress(command(), { customerId, address: { ...address, street }, ...more });
    await save('One');
    await save('Two');
    const three = await save('Three', { isShipping: true });
    if (three.kind !== 'done') throw new Error(three.kind);
    const defaults = three.customer.addresses.map(({ address, isShipping, isBilling }) => [
      address.street,
      isShipping,
      isBilling,
    ]);
    expect(defaults).toEqual([
      ['One', false, true],
      ['Two', false, false],
      ['Three', true, false],
    ]);
    const [, , last] = three.customer.addresses;
    const gone = await customers.removeAddress(command(), { customerId, addressId: last!.id });
    expect(gone).toMatchObject({ customer: { addresses: [{ isShipping: true, isBilling: true }, {}] } });
    const nobodys = { customerId, addressId: last!.id };
    expect(await customers.removeAddress(command(), nobodys)).toEqual({ kind: 'no-address' });
  });

  it('[CUST-6] consent is a ledger of which the last entry holds', async () => {
    const { id: customerId, command, actor } = await signUpShopper(shop);
    const say = (granted: boolean) =>
      customers.consent(command(), {
        customerId,
        purpose: 'newsletter',
        granted,
        source: 'account-page',
        textVersion: '2026-11',
      });
    await say(true);
    shop.now = new Date(shop.now.getTime() + 1000);
    expect(await say(false)).toMatchObject({
      customer: { consents: [{ purpose: 'newsletter', granted: false, source: 'account-page' }] },
    });
    const told = await customers.export(actor, customerId);
    expect(told?.consentHistory).toMatchObject([{ granted: true }, { granted: false }]);
  });

  it('[CUST-7] a wish list holds each thing once', async () => {
    const { id: customerId, command } = await signUpShopper(shop);
    const wish = (id: string, wished = true) =>
      customers.wish(command(), { customerId, kind: 'product', id, wished });
    await wish('mug');
    await wish('mug');
    expect(await wish('lamp')).toMatchObject({ kind: 'done' });
    expect(await wish('mug', false)).toMatchObject({ customer: { wishes: [{ id: 'lamp' }] } });
  });

  it('[CUST-8] staff find customers by number, email or name, page by page', async () => {
    const tag = crypto.randomUUID().slice(0, 8);
    for (const place of [1, 2, 3])
      await customers.create(shop.command(), {
        email: `${tag}-${place}@example.com`,
        name: `Zoe_${tag} ${place}`,
      });
    const actor = staff('customers.read');
    const first = await customers.list(actor, { q: `ZOE_${tag}`, limit: 2 });
    const rest = await customers.list(actor, { q: `ZOE_${tag}`, limit: 2, after: first.next! });
    expect([...first.customers, ...rest.customers]).toHaveLength(3);
    expect(rest.next).toBeUndefined();
    const byMail = await customers.list(actor, { q: `${tag}-2@` });
    expect(byMail.customers).toMatchObject([{ name: `Zoe_${tag} 2` }]);
    expect((await customers.list(actor, { q: byMail.customers[0]!.number })).customers).toEqual(
      byMail.customers,
    );
    expect((await customers.list(actor, { q: `-3@ zoe_${tag} EXAMPLE` })).customers).toMatchObject([
      { name: `Zoe_${tag} 3` },
    ]);
    expect((await customers.list(actor, { q: `zoe_${tag} nobody` })).customers).toEqual([]);
    expect((await customers.list(actor, { q: '%' })).customers).toEqual([]);
  });

  it('[ACCOUNT-8] [ORDER-12] guests’ orders of a confirmed address are its customer’s, before and after', async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const before = await buy(email);
    const shopper = await signUpShopper(shop, { email });
    const after = await buy(email);
    const own = await shop.engine.orders.ofCustomer(shopper.actor, { limit: 1 });
    expect(own.orders.map(({ id }) => id)).toEqual([after.id]);
    const next = await shop.engine.orders.ofCustomer(shopper.actor, { limit: 1, after: own.next! });
    expect(next.orders.map(({ id }) => id)).toEqual([before.id]);
    const stranger = await signUpShopper(shop);
    expect(await shop.engine.orders.openOwn(stranger.actor, before.id)).toBeUndefined();
    expect(await shop.engine.orders.openOwn(shopper.actor, before.id)).toMatchObject({
      number: before.number,
    });
  });

  it('[CUST-10] [CUST-11] what one had, the other has; the first can do nothing any more', async () => {
    const [from, into] = [await signUpShopper(shop, { group: 'trade' }), await signUpShopper(shop)];
    await customers.saveAddress(from.command(), { customerId: from.id, address });
    await customers.wish(from.command(), { customerId: from.id, kind: 'product', id: 'mug', wished: true });
    const order = await buy(from.email);
    const merged = await customers.merge(shop.command(), { fromId: from.id, intoId: into.id });
    expect(merged).toMatchObject({
      kind: 'done',
      customer: {
        email: into.email,
        groups: ['trade'],
        addresses: [{ isShipping: true }],
        wishes: [{ id: 'mug' }],
      },
    });
    expect(await shop.engine.orders.openOwn(into.actor, order.id)).toMatchObject({ id: order.id });
    await expect.poll(() => shop.engine.accounts.actorOf(from.token)).toEqual({ kind: 'guest' });
    expect(await customers.get(shop.command().actor, from.id)).toBeUndefined();
    expect(await customers.create(shop.command(), { email: from.email })).toMatchObject({ kind: 'done' });
    const again = { fromId: from.id, intoId: into.id };
    expect(await customers.merge(shop.command(), again)).toEqual({ kind: 'no-customer' });
  });

  it('[CUST-12] an export is everything the shop knows, by room', async () => {
    const shopper = await signUpShopper(shop);
    const order = await buy(shopper.email);
    await shop.engine.mail.deliver({ send: async () => {} });
    const told = await customers.export(shopper.actor, shopper.id);
    expect(told).toMatchObject({
      customer: { email: shopper.email },
      account: { hasPassword: false, sessions: 1 },
      orders: [{ number: order.number, contact: { phone: '+49 431 1' } }],
      returns: [],
    });
    expect(told?.mails).toContainEqual({ subject: `Your order ${order.number}`, sentAt: expect.any(String) });
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  });

  it('[CUST-13] nobody is erased while goods of theirs are under way', async () => {
    const shopper = await signUpShopper(shop);
    const order = await buy(shopper.email);
    const customerId = shopper.id;
    expect(await customers.erase(shopper.command(), { customerId })).toEqual({
      kind: 'orders-open',
      numbers: [order.number],
    });
    expect(await customers.get(shopper.actor, customerId)).toMatchObject({ email: shopper.email });
  });

  it('[CUST-9] [CUST-14] [CUST-15] erased is gone everywhere, but for what bookkeeping needs, and that later', async () => {
    const tag = crypto.randomUUID();
    const shopper = await signUpShopper(shop, { email: `${tag}@example.com`, name: `Person ${tag}` });
    const { id: customerId, command } = shopper;
    await customers.change(command(), { customerId, patch: { phone: '+49 1' } });
    await customers.saveAddress(command(), { customerId, address: { ...address, name: `Person ${tag}` } });
    const order = await shop.order([{ variantId, quantity: 1 }], {
      patch: {
        contact: { email: shopper.email, name: `Person ${tag}` },
        address: { ...address, name: `Person ${tag}` },
        note: `Ring for ${tag}`,
      },
    });
    await shop.engine.mail.deliver({ send: async () => {} });
    await deliver(order);
    expect(await customers.erase(command(), { customerId })).toEqual({ kind: 'erased' });
    expect(await whereIs(tag)).toEqual(['idempotency_answer', 'orders_delivery', 'orders_order']);
    expect(await shop.engine.orders.open(order.id, shop.engine.orders.keyOf(order.id))).toBeUndefined();
    const staffs = await shop.engine.orders.get(shop.command().actor, order.id);
    expect(staffs?.order).toMatchObject({ contact: { name: `Person ${tag}` }, total: order.total });
    expect(staffs?.order.note).toBeUndefined();
    await expect.poll(() => shop.engine.accounts.actorOf(shopper.token)).toEqual({ kind: 'guest' });

    const now = shop.now;
    await shop.engine.keepHouse();
    expect(await whereIs(tag)).toContain('orders_order');
    shop.now = new Date('2037-01-01T00:00:00Z');
    await database().execute(`update idempotency_answer set at = '2030-01-01'`);
    expect(await shop.engine.keepHouse()).toMatchObject({ erasedOrders: 1 });
    expect(await whereIs(tag)).toEqual([]);
    shop.now = now;
    expect((await shop.engine.orders.get(shop.command().actor, order.id))?.order).toMatchObject({
      deliveries: [{ address: { country: 'DE', name: '' } }],
    });
  });

  const whereIs = (text: string) => tablesWith(database(), text);
});
