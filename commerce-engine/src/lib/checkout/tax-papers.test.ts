import { describeOnEachEngine } from '@vitrine/database/testing';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { createEngine } from '../engine.ts';
import type { Actor } from '../identity/identity.views.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import { signUpShopper, type TestShopper, takeMails } from '../testing/shopper-account.ts';
import { sizesIn } from '../testing/sizes.ts';
import type { CheckoutView } from './checkout.views.ts';
import type { CheckoutPatch } from './checkout-input.ts';

const french = 'FR40303265045';
const seller = {
  channel: 'online',
  name: 'Ostrand GmbH',
  address: ['Seilergang 3', '24999 Ostrand'],
  taxId: 'DE136695976',
  prefixes: { invoice: 'R-', creditNote: 'K-' },
};
const inParis = {
  name: 'Ada Lovelace',
  company: 'Machines SARL',
  street: 'Rue du Port 1',
  postalCode: '75001',
  city: 'Paris',
  country: 'FR',
};

describeOnEachEngine('who does not owe a tax', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
    await shop.engine.invoices.setSeller(shop.command(), seller);
  });
  afterEach(async () => expect(await examineShop(database())).toEqual([]));

  const staff = () => shop.command().actor;
  const reader = { kind: 'system', reason: 'test' } as const;

  /** Fills in what is ready for whoever asks, and looks. */
  async function fill({ cartId }: CheckoutView, patch: CheckoutPatch, command = shop.asGuest()) {
    const outcome = await shop.engine.checkout.update(command, shop.en, { cartId, patch });
    if (outcome.kind !== 'changed') throw new Error(JSON.stringify(outcome));
    return outcome.checkout;
  }
  const ready = async (quantity = 3, cents = 1999, patch: CheckoutPatch = { address: inParis }) =>
    shop.ready([{ variantId: await shop.product(50, cents), quantity }], patch);
  /** Somebody whose number staff have seen to be in use. */
  async function company(vatId = french): Promise<TestShopper> {
    const shopper = await signUpShopper(shop);
    await shop.engine.customers.saveTaxNumber(shopper.command(), { customerId: shopper.id, vatId });
    const verify = { customerId: shopper.id, vatId, verified: true };
    await shop.engine.customers.verifyTaxNumber(shop.command(), verify);
    return shopper;
  }
  async function buy(checkout: CheckoutView, actor?: Actor): Promise<OrderView> {
    const outcome = await shop.pay(checkout, 'sim-approve', { ...(actor && { actor }) });
    if (outcome.kind !== 'placed') throw new Error(JSON.stringify(outcome));
    return shop.again(outcome.order);
  }
  /** In francs, pounds, whatever the minor unit: net and tax and what is waived are what was shown. */
  const addsUp = ({ goods, tax, waived, total, prices }: OrderView | CheckoutView, delivery: number) =>
    expect(total.amount).toBe(
      goods.amount + delivery + (prices === 'inclusive' ? -(waived?.amount ?? 0) : tax.amount),
    );
  async function shown(taxDisplay: 'inclusive' | 'exclusive') {
    const online = (await shop.engine.stores.channels()).find(({ id }) => id === 'online')!;
    await shop.engine.stores.importChannels(shop.command(), [{ ...online, taxDisplay }]);
  }

  test('[CHECK-38] a guest’s number that nobody has seen frees of nothing, and it is told that it would', async () => {
    const taxed = await ready();
    const checkout = await fill(taxed, { vatId: 'fr 40 303 265 045' });
    expect(checkout).toMatchObject({ vatId: french, isVatUnproven: true, total: taxed.total });
    expect(checkout.reliefs).toBeUndefined();
    const order = await buy(checkout);
    expect(order).toMatchObject({ vatId: french, tax: taxed.tax });
    expect(order.reliefs).toBeUndefined();
    const bad = fill(await ready(), { vatId: 'FR40303265046' });
    await expect(bad).rejects.toMatchObject({ code: 'bad_input', fields: [{ path: 'vatId' }] });
  });

  test('[CHECK-38] what staff have seen counts for its customer alone', async () => {
    await company();
    const checkout = await fill(await ready(), { vatId: french });
    expect(checkout).toMatchObject({ isVatUnproven: true });
  });

  test('[CHECK-38] a register speaks for a guest, and refuses what it does not know', async () => {
    const known = new Set([french]);
    const asking = createEngine({
      database: database(),
      clock: () => shop.now,
      secret: 'a secret for tests, 32 letters long',
      vatRegister: { id: 'vies', isInUse: async (vatId) => known.has(vatId) },
    });
    const { cartId } = await ready();
    const give = (vatId: string) =>
      asking.checkout.update(shop.asGuest(), shop.en, { cartId, patch: { vatId } });
    expect(await give(french)).toMatchObject({
      checkout: { tax: { amount: 0 }, reliefs: [{ vatId: french }] },
    });
    await expect(give('FR23334175221')).rejects.toMatchObject({ fields: [{ path: 'vatId' }] });
    expect(await asking.checkout.get(shop.en, cartId)).toMatchObject({ vatId: french, tax: { amount: 0 } });
  });

  test('[CHECK-38] [CHECK-39] who is signed in has their number there already, until they want none', async () => {
    const { actor, command } = await company();
    const checkout = await ready(1, 11_900);
    const own = (await shop.engine.checkout.get(shop.en, checkout.cartId, { actor }))!;
    // Of 119.00 in Paris at 20 %, and 4.90 for the parcel.
    expect(own).toMatchObject({
      vatId: french,
      reliefs: [{ kind: 'reverse-charge', vatId: french }],
      tax: { amount: 0 },
      waived: { amount: 1983 + 82 },
      total: { amount: 11_900 + 490 - 1983 - 82 },
    });
    const without = await fill(checkout, { vatId: null }, command());
    expect(without).toMatchObject({ total: checkout.total, tax: checkout.tax });
    expect(without.vatId).toBeUndefined();
    expect(await fill(checkout, { vatId: french }, command())).toMatchObject({ total: own.total });
  });

  test('[CHECK-6] [CHECK-39] what is not seen to be in use any more is another price, and nobody is asked for money', async () => {
    const { actor, id: customerId } = await company();
    const { cartId } = await ready();
    const checkout = (await shop.engine.checkout.get(shop.en, cartId, { actor }))!;
    await shop.engine.customers.verifyTaxNumber(shop.command(), {
      customerId,
      vatId: french,
      verified: false,
    });
    expect(await shop.pay(checkout, 'sim-approve', { actor })).toMatchObject({
      kind: 'price-changed',
      checkout: { isVatUnproven: true },
    });
  });

  test('[CHECK-39] without an address nobody is free of taxes', async () => {
    const { actor } = await company();
    const { cartId } = await ready(1, 1000, { address: null });
    const checkout = (await shop.engine.checkout.get(shop.en, cartId, { actor }))!;
    expect(checkout.tax.amount).toBeGreaterThan(0);
    expect(checkout.waived).toBeUndefined();
  });

  test('[CHECK-39] a certificate frees while it holds, of the goods it is for', async () => {
    const { actor, id: customerId } = await signUpShopper(shop);
    const certificate = { customerId, number: 'DE-77', jurisdictions: ['DE'] };
    const hour = 3_600_000;
    const to = new Date(shop.now.getTime() + hour).toISOString();
    await shop.engine.customers.saveCertificate(shop.command(), { ...certificate, to });
    const taxed = await ready(3, 1999, {});
    const look = async () => (await shop.engine.checkout.get(shop.en, taxed.cartId, { actor }))!;
    const free = await look();
    expect(free).toMatchObject({ tax: { amount: 0 }, reliefs: [{ kind: 'certificate', number: 'DE-77' }] });
    addsUp(free, free.deliveryTotal!.amount);
    shop.now = new Date(shop.now.getTime() + hour);
    expect(await look()).toMatchObject({ total: taxed.total, tax: taxed.tax });
  });

  test.each(['inclusive', 'exclusive'] as const)(
    '[CHECK-4] [CHECK-39] [ORDER-23] [BILL-10] with %s prices all sums agree, and everything given back is nothing',
    async (taxDisplay) => {
      await shown(taxDisplay);
      const { actor } = await company();
      const { cartId } = await ready(3, 1999);
      const checkout = (await shop.engine.checkout.get(shop.en, cartId, { actor }))!;
      addsUp(checkout, checkout.deliveryTotal!.amount);
      expect(checkout.tax.amount).toBe(0);
      expect(checkout.waived !== undefined).toBe(taxDisplay === 'inclusive');
      const order = await buy(checkout, actor);
      await shown('inclusive');
      addsUp(order, order.delivery.amount);
      const { vatId, reliefs, waived, total } = order;
      expect({ vatId, reliefs, waived, total }).toEqual({
        vatId: french,
        reliefs: [{ kind: 'reverse-charge', vatId: french }],
        waived: checkout.waived,
        total: checkout.total,
      });
      const [letter] = (await takeMails(shop)).filter(({ subject }) => subject.includes(order.number));
      expect(letter?.text).toContain('Reverse charge: the buyer owes the VAT');
      const line = order.lines[0]!;
      const pieces = (quantity: number) => ({ orderId: order.id, lines: [{ lineId: line.id, quantity }] });
      await shop.engine.orders.cancel(shop.command(), { ...pieces(1), reason: 'sold out' });
      await shop.engine.fulfilment.ship(shop.command(), { ...pieces(2), locationId: 'warehouse' });
      const taken = await shop.engine.returns.takeBack(shop.command(), {
        orderNumber: order.number,
        lines: [{ lineId: line.id, quantity: 2, reason: 'does-not-fit', condition: 'resellable' }],
        locationId: 'warehouse',
        delivery: 'all',
      });
      expect(taken.kind).toBe('taken-back');
      await shop.wait(1);
      const after = await shop.again(order);
      expect(after).toMatchObject({ owed: { amount: 0 }, refunded: after.paid });
      await shop.engine.invoices.issueDue();
      const papers = await shop.engine.invoices.list(reader, order.id);
      expect(papers.map(({ kind }) => kind)).toEqual(['invoice', 'credit-note', 'credit-note']);
      const [invoice, ...credits] = papers;
      expect(invoice!.total).toEqual(order.total);
      expect(credits.reduce((sum, { total: back }) => sum + back.amount, 0)).toBe(order.total.amount);
      const page = (await shop.engine.invoices.document(reader, invoice!.id))!.html;
      for (const word of [
        'Machines SARL',
        `VAT number ${french}`,
        'DE136695976',
        'Reverse charge: the buyer owes the VAT',
      ])
        expect(page).toContain(word);
    },
  );

  test('[BILL-10] a German order says it in German', async () => {
    const { actor } = await company();
    const { cartId } = await shop.ready(
      [{ variantId: await shop.product(5), quantity: 1 }],
      { address: inParis },
      shop.de,
    );
    const look = () => shop.engine.checkout.get(shop.de, cartId, { actor });
    const outcome = await shop.pay((await look())!, 'sim-approve', { actor, market: shop.de });
    if (outcome.kind !== 'placed') throw new Error(JSON.stringify(outcome));
    const order = await shop.again(outcome.order);
    const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
    await shop.engine.fulfilment.ship(shop.command(), { orderId: order.id, lines, locationId: 'warehouse' });
    await shop.engine.invoices.issueDue();
    const [invoice] = await shop.engine.invoices.list(reader, order.id);
    const page = (await shop.engine.invoices.document(reader, invoice!.id))!.html;
    expect(page).toContain('Steuerschuldnerschaft des Leistungsempfängers');
    expect(page).toContain(`USt-IdNr. ${french}`);
  });

  test('[ADD-10] what is added later is as free as the order by its number, and as certificates stand now', async () => {
    const { actor } = await company();
    const { cartId } = await ready(1, 1999);
    const order = await buy((await shop.engine.checkout.get(shop.en, cartId, { actor }))!, actor);
    const variantId = await shop.product(5, 1200);
    const add = async ({ id: orderId }: OrderView) => {
      const lines = [{ variantId, quantity: 1 }];
      const quote = await shop.engine.additions.quote(staff(), { orderId, lines });
      if (quote.kind !== 'quoted') throw new Error(JSON.stringify(quote));
      await shop.engine.additions.add(shop.command(), {
        orderId,
        lines,
        seen: quote.seen,
        receivedBy: 'cash',
      });
      return quote;
    };
    expect(await add(order)).toMatchObject({ total: { amount: 1000 }, tax: { amount: 0 } });
    const after = await shop.again(order);
    addsUp(after, after.delivery.amount);
    expect(after).toMatchObject({ total: { amount: order.total.amount + 1000 }, reliefs: order.reliefs });
    expect(after.waived!.amount).toBe(order.waived!.amount + 200);
    const guests = await buy(await ready(1, 1999));
    expect(await add(guests)).toMatchObject({ total: { amount: 1200 }, tax: { amount: 200 } });
  });

  test('[CHECK-39] [RET-16] an exchange is as free of taxes as the order it is for', async () => {
    const { actor } = await company();
    const { cartId } = await ready(1, 1200);
    const order = await buy((await shop.engine.checkout.get(shop.en, cartId, { actor }))!, actor);
    const lines = [{ lineId: order.lines[0]!.id, quantity: 1 }];
    await shop.engine.fulfilment.ship(shop.command(), { orderId: order.id, lines, locationId: 'warehouse' });
    const { returns } = shop.engine;
    const asked = await returns.request(shop.command(), {
      orderId: order.id,
      lines: [{ ...lines[0]!, reason: 'does-not-fit' }],
    });
    if (asked.kind !== 'requested') throw new Error(asked.kind);
    const returnId = asked.return.id;
    await returns.approve(shop.command(), { returnId });
    const inspected = [{ lineId: lines[0]!.lineId, resellable: 1 }];
    await returns.receive(shop.command(), { returnId, locationId: 'warehouse', lines: inspected });
    const outcome = await returns.prepareExchange(shop.command(), {
      returnId,
      cartId: crypto.randomUUID(),
      lines: [{ variantId: await shop.product(5, 1800), quantity: 1 }],
    });
    // 12.00 and 18.00 as they are shown, at 20 %.
    expect(outcome).toMatchObject({
      kind: 'prepared',
      worth: { amount: 1000 },
      checkout: { vatId: french, tax: { amount: 0 }, waived: { amount: 300 + 82 } },
    });
  });

  test('[ADD-12] [ADD-16] [RET-27] [RET-28] other goods in an order without tax cost none, and it is told what they cost more', async () => {
    const { actor } = await company();
    const [small, medium, large] = await sizesIn(shop, [
      [1200, 9],
      [1200, 9],
      [1800, 9],
    ]);
    const cart = await shop.ready([{ variantId: small!, quantity: 3 }], { address: inParis });
    const order = await buy((await shop.engine.checkout.get(shop.en, cart.cartId, { actor }))!, actor);
    const lineId = order.lines[0]!.id;
    const lines = [{ lineId, quantity: 3 }];
    await shop.engine.fulfilment.ship(shop.command(), { orderId: order.id, lines, locationId: 'warehouse' });
    const { returns } = shop.engine;
    const [choices] = await returns.choices(staff(), order.id);
    expect(choices!.variants.map(({ variantId, difference }) => [variantId, difference.amount])).toEqual([
      [small, 0],
      [medium, 0],
      [large, 500],
    ]);
    const exchanged = async (variantId: string, terms: object = {}) => {
      const asked = await returns.request(shop.command(), {
        orderId: order.id,
        lines: [{ lineId, quantity: 1, reason: 'does-not-fit', instead: { variantId } }],
      });
      if (asked.kind !== 'requested') throw new Error(asked.kind);
      const returnId = asked.return.id;
      await returns.approve(shop.command(), { returnId });
      const inspected = [{ lineId, resellable: 1 }];
      await returns.receive(shop.command(), { returnId, locationId: 'warehouse', lines: inspected });
      return returns.refund(shop.command(), { returnId, ...terms });
    };
    expect(await exchanged(medium!)).toMatchObject({ kind: 'done', return: { instead: { state: 'added' } } });
    const after = await shop.again(order);
    expect(after).toMatchObject({ tax: { amount: 0 }, reliefs: order.reliefs });
    addsUp(after, after.delivery.amount);
    expect(await exchanged(large!, { fee: 300 })).toMatchObject({ kind: 'to-pay', toPay: { amount: 800 } });
  });

  test('[ORDER-23] [CUST-15] number and reasons are gone when bookkeeping does not need them', async () => {
    const { actor, command, id: customerId } = await company();
    const { cartId } = await ready(1);
    const order = await buy((await shop.engine.checkout.get(shop.en, cartId, { actor }))!, actor);
    const { rows: before } = await database().execute('select vat_id from orders_order where id = $1', [
      order.id,
    ]);
    await database().execute(`update orders_order set fulfilment = 'done' where id = $1`, [order.id]);
    await shop.engine.customers.erase(command(), { customerId });
    const { now } = shop;
    shop.now = new Date(now.getTime() + 11 * 366 * 24 * 3_600_000);
    await shop.engine.keepHouse();
    shop.now = now;
    const { rows } = await database().execute('select vat_id, reliefs from orders_order where id = $1', [
      order.id,
    ]);
    await database().execute(`update orders_order set fulfilment = 'open' where id = $1`, [order.id]);
    expect([before, rows]).toEqual([[{ vat_id: french }], [{ vat_id: null, reliefs: [] }]]);
  });
});
