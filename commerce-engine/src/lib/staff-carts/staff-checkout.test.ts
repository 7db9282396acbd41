import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import { signUpShopper, takeMails } from '../testing/shopper-account.ts';
import { staffWho } from '../testing/staff-who.ts';

describeOnEachEngine('orders that staff take', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  const ida = staffWho('orders.write', 'orders.read', 'discounts.give', 'discounts.any');
  const command = (idempotencyKey: string = crypto.randomUUID()) => ({ actor: ida, idempotencyKey });
  const contact = { email: 'ada@example.com', name: 'Ada Lovelace' };
  const filled = {
    contact,
    address: {
      name: 'Ada Lovelace',
      street: 'Hafenstraße 1',
      postalCode: '24103',
      city: 'Kiel',
      country: 'DE',
    },
    delivery: { methodId: 'parcel' },
    terms: true,
  };

  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  /** A cart with two chairs for 90.00 each, instead of 100.00, and 5 % off. */
  const opened = async ({
    locale = 'en',
    ...more
  }: {
    readonly locale?: string;
    readonly customerId?: string;
  } = {}) => {
    const { staffCarts } = shop.engine;
    const cartId = crypto.randomUUID();
    const chair = await shop.product(20, 10_000);
    await staffCarts.open(command(), { cartId, channel: 'online', locale, currency: 'EUR', ...more });
    const added = await staffCarts.addLine(command(), { cartId, variantId: chair, quantity: 2 });
    if (added.kind !== 'changed') throw new Error(added.kind);
    const { lineId } = added.cart.lines[0]!;
    await staffCarts.giveForLine(command(), { cartId, lineId, price: 9_000, reason: 'agreed' });
    const discount = { kind: 'percent' as const, basisPoints: 500 };
    await staffCarts.giveForWhole(command(), { cartId, discount, reason: 'other', text: 'Late last time' });
    return { cartId, lineId, chair };
  };
  const fill = async (cartId: string) => {
    const outcome = await shop.engine.staffCheckouts.update(command(), { cartId, patch: filled });
    if (outcome.kind !== 'changed') throw new Error(outcome.kind);
    return outcome.checkout;
  };
  const place = (
    { cartId, id: checkoutId, seen }: { readonly cartId: string; readonly id: string; readonly seen: string },
    how: { readonly method?: string } = { method: 'bank-transfer' },
  ) => shop.engine.staffCheckouts.place(command(), { cartId, checkoutId, seen, ...how });
  const got = async (outcome: Awaited<ReturnType<typeof place>>) => {
    if (outcome.kind !== 'placed') throw new Error(JSON.stringify(outcome));
    return (await shop.engine.orders.get(ida, outcome.order.id))!;
  };

  it('[STAFFCART-7] [STAFFCART-8] staff place it, and the order knows who took it and what was given', async () => {
    const { cartId } = await opened();
    const checkout = await fill(cartId);
    expect(checkout.goods).toMatchObject({ amount: 17_100 });
    const { order, timeline, takenBy } = await got(await place(checkout));
    expect(takenBy).toBe(`staff:${ida.id}`);
    expect(order).toMatchObject({
      total: { amount: 17_100 + 490 },
      lines: [{ unitPrice: { amount: 9_000 }, unitRegular: { amount: 10_000 }, discount: { amount: 900 } }],
      discounts: [{ promotionId: 'manual', name: 'Given by the shop', amount: { amount: 900 } }],
    });
    expect(timeline).toMatchObject([
      { kind: 'placed', actor: `staff:${ida.id}` },
      { kind: 'given-by-hand', actor: `staff:${ida.id}`, detail: { price: 9_000, because: 'agreed' } },
      {
        kind: 'given-by-hand',
        detail: { kind: 'percent', basisPoints: 500, because: 'other', note: 'Late last time' },
      },
    ]);
    expect(await examineShop(database())).toEqual([]);
  });

  it('[CART-39] what was given goes with the order', async () => {
    const { cartId, chair } = await opened();
    await got(await place(await fill(cartId)));
    expect(await shop.engine.staffCarts.get(ida, cartId)).toBeUndefined();
    const more = { cartId, variantId: chair, quantity: 1 };
    expect(await shop.engine.cart.addLine(shop.asGuest(), shop.en, more)).toMatchObject({
      cart: { total: { amount: 10_000 } },
    });
  });

  describe('[STAFFCART-9] for a known customer', () => {
    const inParis = { ...filled.address, postalCode: '75001', city: 'Paris', country: 'FR' };
    const patched = async (cartId: string, patch: object) => {
      const outcome = await shop.engine.staffCheckouts.update(command(), { cartId, patch });
      if (outcome.kind !== 'changed') throw new Error(outcome.kind);
      return outcome.checkout;
    };

    it('their VAT number counts, once it is seen to be in use', async () => {
      const { id: customerId, command: own } = await signUpShopper(shop);
      const vatId = 'FR40303265045';
      const patch = { ...filled, address: inParis };
      const { cartId } = await opened({ customerId });
      expect((await patched(cartId, patch)).tax.amount).toBeGreaterThan(0);
      await shop.engine.customers.saveTaxNumber(own(), { customerId, vatId });
      await shop.engine.customers.verifyTaxNumber(shop.command(), { customerId, vatId, verified: true });
      const free = { vatId, tax: { amount: 0 }, reliefs: [{ kind: 'reverse-charge', vatId }] };
      expect(await shop.engine.staffCheckouts.get(ida, cartId)).toMatchObject(free);
      const checkout = await patched(cartId, patch);
      expect(checkout).toMatchObject(free);
      expect((await got(await place(checkout))).order).toMatchObject({ ...free, total: checkout.total });
      const ofGuest = await opened();
      expect((await patched(ofGuest.cartId, patch)).tax.amount).toBeGreaterThan(0);
    });

    it('their certificate counts; another one’s does not', async () => {
      const { id: customerId } = await signUpShopper(shop);
      const other = await signUpShopper(shop);
      await shop.engine.customers.saveCertificate(shop.command(), {
        customerId,
        number: 'DE-77',
        jurisdictions: ['DE'],
      });
      const { cartId } = await opened({ customerId });
      const checkout = await fill(cartId);
      const reliefs = [{ kind: 'certificate', number: 'DE-77' }];
      expect(checkout).toMatchObject({ tax: { amount: 0 }, reliefs });
      expect((await got(await place(checkout))).order).toMatchObject({ reliefs, total: checkout.total });
      const taxed = await fill((await opened({ customerId: other.id })).cartId);
      expect(taxed.tax.amount).toBeGreaterThan(0);
      expect(await examineShop(database())).toEqual([]);
    });
  });

  it('[STAFFCART-7] asked again, it is the same order; what needs a form is refused', async () => {
    const { cartId } = await opened();
    const checkout = await fill(cartId);
    expect(checkout.methods.map(({ method }) => method)).toEqual(['bank-transfer']);
    expect(await place(checkout, { method: 'card' })).toEqual({
      kind: 'not-by-staff',
      methods: ['bank-transfer'],
    });
    const [first, second] = await Promise.all([place(checkout), place(checkout)]);
    expect([first!.kind, second!.kind]).toEqual(['placed', 'placed']);
    expect(await place(checkout)).toEqual(first);
    expect(second).toEqual(first);
  });

  it('[STAFFCART-7] gift cards may pay all of it', async () => {
    const { cartId } = await opened();
    await fill(cartId);
    const card = await shop.engine.giftCards.issue(shop.command(), { amount: 50_000, currency: 'EUR' });
    const { code, pin } = card;
    const brought = await shop.engine.staffCheckouts.addGiftCard(command(), { cartId, code, pin });
    if (brought.kind !== 'changed') throw new Error(brought.kind);
    expect(brought.checkout.rest).toMatchObject({ amount: 0 });
    const { order } = await got(await place(brought.checkout, {}));
    expect(order.paid).toEqual(order.total);
  });

  it('[STAFFCART-8] it is the customer’s for whom it was opened', async () => {
    const made = await shop.engine.customers.create(shop.command(), {
      email: `${crypto.randomUUID()}@example.com`,
    });
    if (made.kind !== 'done') throw new Error(made.kind);
    const { cartId } = await opened({ customerId: made.customer.id });
    const { customerId } = await got(await place(await fill(cartId)));
    expect(customerId).toBe(made.customer.id);
  });

  it('[CUST-10] [STAFFCART-8] of a customer who became another one meanwhile it is the other’s', async () => {
    const made = await Promise.all(
      ['from', 'into'].map((name) =>
        shop.engine.customers.create(shop.command(), { email: `${name}-${crypto.randomUUID()}@example.com` }),
      ),
    );
    const [fromId, intoId] = made.map((each) => {
      if (each.kind !== 'done') throw new Error(each.kind);
      return each.customer.id;
    });
    const { cartId } = await opened({ customerId: fromId! });
    await shop.engine.customers.merge(shop.command(), { fromId: fromId!, intoId: intoId! });
    expect(await shop.engine.staffCarts.get(ida, cartId)).toMatchObject({ customerId: intoId });
    const { customerId } = await got(await place(await fill(cartId)));
    expect(customerId).toBe(intoId);
  });

  it('[STAFFCART-6] what was sent to a wrong address opens nothing once the address is put right', async () => {
    const { cartId } = await opened();
    const sentTo = async (email: string) => {
      const patch = { contact: { ...contact, email } };
      await shop.engine.staffCheckouts.update(command(), { cartId, patch });
      await takeMails(shop);
      const key = crypto.randomUUID();
      await shop.engine.staffCheckouts.sendLink(command(key), { cartId });
      await shop.engine.staffCheckouts.sendLink(command(key), { cartId });
      const mails = await takeMails(shop);
      expect(mails.map(({ to }) => to)).toEqual([email]);
      return new URL(/https:\S+/.exec(mails[0]!.text)![0]).searchParams.get('key')!;
    };
    const opens = async (key: string) =>
      (await shop.engine.staffCheckouts.openedBy(cartId, key)).kind === 'opened';
    const wrong = await sentTo('adam@example.com');
    expect(await opens(wrong)).toBe(true);
    const right = await sentTo('ada@example.com');
    expect([await opens(wrong), await opens(right)]).toEqual([false, true]);
  });

  it('[STAFFCART-6] [STAFFCART-8] a shopper who was sent the link pays it, and staff took it still', async () => {
    const { cartId } = await opened({ locale: 'de' });
    const send = () => shop.engine.staffCheckouts.sendLink(command(), { cartId });
    expect(await send()).toEqual({ kind: 'no-address' });
    await shop.engine.staffCheckouts.update(command(), { cartId, patch: { contact } });
    await takeMails(shop);
    expect(await send()).toEqual({ kind: 'queued', to: 'ada@example.com' });
    const [mail] = await takeMails(shop);
    expect(mail).toMatchObject({ to: 'ada@example.com', subject: 'Ihr Warenkorb ist bereit zum Bezahlen' });
    expect(mail!.text).toContain('2 × ');
    const link = new URL(/https:\S+/.exec(mail!.text)![0]);
    const key = link.searchParams.get('key')!;
    const opens = async (id: string, with_: string) =>
      (await shop.engine.staffCheckouts.openedBy(id, with_)).kind === 'opened';
    expect(await opens(cartId, key)).toBe(true);
    expect(await opens(cartId, `${key.slice(1)}x`)).toBe(false);
    expect(await opens((await opened()).cartId, key)).toBe(false);

    await shop.engine.checkout.update(shop.asGuest(), shop.en, { cartId, patch: filled });
    const checkout = (await shop.engine.checkout.get(shop.en, cartId))!;
    const { order, timeline, takenBy } = await got(await shop.pay(checkout, 'sim-approve'));
    expect(order.total).toMatchObject({ amount: 17_590 });
    expect(timeline[0]).toMatchObject({ kind: 'placed', actor: 'shopper' });
    expect(takenBy).toBe(`staff:${ida.id}`);
    expect(await shop.engine.staffCheckouts.openedBy(cartId, key)).toEqual({ kind: 'ordered' });
  });

  it('[STAFFCART-6] the link of a cart that was thrown away says that it is gone, not that it was ordered', async () => {
    const { staffCheckouts } = shop.engine;
    const { cartId } = await opened();
    await staffCheckouts.update(command(), { cartId, patch: { contact } });
    await takeMails(shop);
    await staffCheckouts.sendLink(command(), { cartId });
    const [mail] = await takeMails(shop);
    const key = new URL(/https:\S+/.exec(mail!.text)![0]).searchParams.get('key')!;
    expect(await staffCheckouts.throwAway(command(), { cartId })).toEqual({ kind: 'thrown-away' });
    expect(await staffCheckouts.openedBy(cartId, key)).toEqual({ kind: 'gone' });
  });

  it('[STAFFCART-8] its invoice says at the line that the shop gave something', async () => {
    await shop.engine.invoices.setSeller(shop.command(), {
      channel: 'online',
      name: 'Ostrand GmbH',
      address: ['Seilergang 3'],
      taxId: 'DE136695976',
      prefixes: { invoice: 'R-', creditNote: 'K-' },
    });
    const { cartId } = await opened({ locale: 'de' });
    const { order } = await got(await place(await fill(cartId)));
    await shop.engine.payments.markPaid(shop.command(), { paymentId: order.payments[0]!.id });
    await shop.engine.fulfilment.ship(shop.command(), {
      orderId: order.id,
      lines: [{ lineId: order.lines[0]!.id, quantity: 2 }],
      locationId: 'warehouse',
    });
    await shop.engine.invoices.issueDue();
    const [issued] = await shop.engine.invoices.list(ida, order.id);
    expect(issued).toMatchObject({ kind: 'invoice', total: order.total });
    const { html } = (await shop.engine.invoices.document(ida, issued!.id))!;
    expect(html).toContain(`${order.lines[0]!.sku} · Vom Shop gewährt`);
  });

  it('[STAFFCART-2] none of it is for those who may not', async () => {
    const { cartId } = await opened();
    const reader = { actor: staffWho('orders.read'), idempotencyKey: crypto.randomUUID() };
    const { staffCheckouts } = shop.engine;
    await expect(staffCheckouts.get(reader.actor, cartId)).rejects.toThrow('orders.write');
    await expect(staffCheckouts.update(reader, { cartId, patch: filled })).rejects.toThrow('orders.write');
    await expect(staffCheckouts.sendLink(reader, { cartId })).rejects.toThrow('orders.write');
    const input = { cartId, checkoutId: crypto.randomUUID(), seen: 'x' };
    await expect(staffCheckouts.place(reader, input)).rejects.toThrow('orders.write');
  });
});
