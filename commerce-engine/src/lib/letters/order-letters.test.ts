import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WrittenMail } from '../mail/mail.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { OrderView } from '../orders/orders.views.ts';
import type { ReturnView } from '../returns/returns.views.ts';
import { openSellingShop, pickupAt, type SellingShop } from '../testing/selling-shop.ts';
import { signUpShopper, takeMails } from '../testing/shopper-account.ts';
import { sizesIn } from '../testing/sizes.ts';
import { LETTER_KINDS, orderLetter } from './order-letter.ts';

describe('letters about orders', () => {
  let database: TestDatabase;
  let shop: SellingShop;
  beforeAll(async () => {
    database = await openTestDatabase({ migrations: [commerceMigrations] });
    shop = await openSellingShop(database);
  });
  afterAll(() => database.close());

  const ordered = async (quantity: number, options: Parameters<SellingShop['order']>[1] = {}) => {
    const order = await shop.order([{ variantId: await shop.product(quantity, 1000), quantity }], options);
    await takeMails(shop);
    return { order, lineId: order.lines[0]!.id };
  };
  const ship = (order: OrderView, quantity: number, parcel = {}) =>
    shop.engine.fulfilment.ship(shop.command(), {
      orderId: order.id,
      lines: [{ lineId: order.lines[0]!.id, quantity }],
      locationId: 'warehouse',
      ...parcel,
    });
  const only = async (): Promise<WrittenMail> => {
    const mails = await takeMails(shop);
    expect(mails).toHaveLength(1);
    return mails[0]!;
  };

  it('[LETTER-1] each parcel is told, with what is in it, its number and what follows', async () => {
    const { order } = await ordered(3);
    await ship(order, 2, { carrier: 'DHL', tracking: '00340434' });
    const first = await only();
    expect(first).toMatchObject({
      to: order.contact.email,
      subject: `A part of your order ${order.number} is on its way`,
    });
    for (const said of ['2 × ', 'Carrier: DHL', 'Tracking number: 00340434', 'The rest follows.', 'Germany'])
      expect(first.text).toContain(said);
    await ship(order, 1);
    const last = await only();
    expect(last.subject).toBe(`Your order ${order.number} is on its way`);
    expect(last.text).not.toContain('The rest follows.');
    expect(last.text).not.toContain('Carrier');
  });

  it('[LETTER-1] what goes another way neither follows a parcel nor goes to its address', async () => {
    await shop.engine.delivery.importDeliveryMethods(shop.command(), [
      {
        id: 'e-mail',
        kind: 'electronic',
        name: { en: 'By email' },
        prices: [{ currency: 'EUR', tiers: [{ price: 0 }] }],
        time: { minDays: 0, maxDays: 0, days: 'business' },
      },
    ]);
    const [sent, code] = [await shop.product(5), await shop.product(5)];
    const [line] = await shop.engine.catalog.variantLines(shop.en, [code]);
    const ways = { ship: false, pickup: false, electronic: true };
    await shop.engine.delivery.setProductDelivery(shop.command(), [{ productId: line!.productId, ...ways }]);
    const order = await shop.order([sent, code].map((variantId) => ({ variantId, quantity: 1 })));
    await takeMails(shop);
    const send = async (variantId: string) => {
      const { id } = order.lines.find((each) => each.variantId === variantId)!;
      const lines = [{ lineId: id, quantity: 1 }];
      await shop.engine.fulfilment.ship(shop.command(), {
        orderId: order.id,
        lines,
        locationId: 'warehouse',
      });
      return only();
    };
    const parcel = await send(sent);
    expect(parcel.subject).toBe(`A part of your order ${order.number} is on its way`);
    expect(parcel.text).toContain('Kiel');
    expect(parcel.text).not.toContain('The rest follows.');
    expect((await send(code)).text).not.toContain('Kiel');
  });

  it('[LETTER-4] who was erased is written nothing more', async () => {
    const told = async (isErased: boolean) => {
      const { id: customerId, email, command } = await signUpShopper(shop);
      const { order } = await ordered(1, { patch: { contact: { email, name: 'Ada Lovelace' } } });
      await ship(order, 1);
      await takeMails(shop);
      if (isErased)
        expect(await shop.engine.customers.erase(command(), { customerId })).toEqual({ kind: 'erased' });
      await shop.engine.orders.giveAllowance(shop.command(), {
        ...{ orderId: order.id, amount: 100, reason: 'a scratch' },
      });
      return (await takeMails(shop)).length;
    };
    expect(await told(false)).toBe(1);
    expect(await told(true)).toBe(0);
  });

  it('[LETTER-5] the confirmation is written again when staff ask, once for each asking', async () => {
    const { order } = await ordered(1);
    const command = shop.command();
    const { orders } = shop.engine;
    const again = { kind: 'queued', to: order.contact.email };
    expect(await orders.confirmAgain(command, { orderId: order.id })).toEqual(again);
    expect(await orders.confirmAgain(command, { orderId: order.id })).toEqual(again);
    expect(await only()).toMatchObject({ to: order.contact.email, subject: `Your order ${order.number}` });
    expect(await shop.timeline(order)).toContain('confirmed-again');
    expect(await orders.confirmAgain(shop.command(), { orderId: crypto.randomUUID() })).toEqual({
      kind: 'no-order',
    });
    await expect(orders.confirmAgain(shop.asGuest(), { orderId: order.id })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });

  it('[LETTER-1] [LETTER-2] a pickup is told with its code, unless it was fetched meanwhile', async () => {
    const variantId = await shop.product(2, 1000);
    await shop.stock(variantId, 'store-harbour', 5);
    const pickup = { patch: pickupAt('store-harbour') };
    const order = await shop.order([{ variantId, quantity: 2 }], pickup);
    await takeMails(shop);
    const ready = async (quantity: number) => {
      const lines = [{ lineId: order.lines[0]!.id, quantity }];
      const what = { orderId: order.id, lines, locationId: 'store-harbour' };
      const outcome = await shop.engine.fulfilment.markReady(shop.command(), what);
      if (outcome.kind !== 'ready') throw new Error(outcome.kind);
      return outcome;
    };
    const { code } = await ready(1);
    const letter = await only();
    expect(letter.subject).toBe(`Your order ${order.number} is ready`);
    expect(letter.text).toContain(`Pickup code: ${code}`);
    expect(letter.text).toContain('Harbour');
    const { shipment } = await ready(1);
    await shop.engine.fulfilment.handOver(shop.command(), { orderId: order.id, shipmentId: shipment.id });
    expect(await takeMails(shop)).toEqual([]);
  });

  it('[LETTER-1] [LETTER-3] money for goods that stay is told with its reason', async () => {
    const give = (order: OrderView) =>
      shop.engine.orders.giveAllowance(shop.command(), {
        orderId: order.id,
        amount: 250,
        reason: 'a scratch',
      });
    const paid = await ordered(1);
    await give(paid.order);
    const letter = await only();
    expect(letter.subject).toBe(`Money back for your order ${paid.order.number}`);
    expect(letter.text).toContain('Why: a scratch');
    expect(letter.text).toContain('You get back: €2.50');
    await give((await ordered(1, { token: 'transfer' })).order);
    const unpaid = await only();
    expect(unpaid.text).toContain('Less to pay: €2.50');
    expect(unpaid.text).not.toContain('You get back');
  });

  it('[LETTER-1] [LETTER-3] what is cancelled is told, and that money goes back when some was paid', async () => {
    const paid = await ordered(3);
    const cancel = (order: OrderView, quantity: number) =>
      shop.engine.orders.cancel(shop.command(), {
        orderId: order.id,
        lines: [{ lineId: order.lines[0]!.id, quantity }],
        reason: 'sold out',
      });
    await cancel(paid.order, 1);
    const part = await only();
    expect(part.subject).toBe(`A part of your order ${paid.order.number} is cancelled`);
    expect(part.text).toContain('You get back: €10.00');
    const unpaid = await ordered(1, { token: 'transfer' });
    await cancel(unpaid.order, 1);
    const whole = await only();
    expect(whole.subject).toBe(`Your order ${unpaid.order.number} is cancelled`);
    expect(whole.text).not.toContain('You get back');
    const late = await ordered(1, { token: 'transfer' });
    shop.now = new Date(shop.now.getTime() + 15 * 24 * 60 * 60 * 1000);
    await shop.engine.keepHouse();
    const mails = await takeMails(shop);
    const told = mails.find(({ subject }) => subject.includes(late.order.number));
    expect(told?.text).toContain('Your payment did not reach us in time');
  });

  it('[LETTER-1] [LETTER-2] [LETTER-6] [LETTER-9] a return is told step by step, and not what was decided meanwhile', async () => {
    const { order, lineId } = await ordered(2);
    await ship(order, 2);
    await takeMails(shop);
    const { returns } = shop.engine;
    const request = async () => {
      const lines = [{ lineId, quantity: 1, reason: 'does-not-fit' as const }];
      const outcome = await returns.request(shop.command(), { orderId: order.id, lines });
      if (outcome.kind !== 'requested') throw new Error(outcome.kind);
      return outcome.return;
    };
    const { id: returnId, number } = await request();
    expect((await only()).subject).toBe(`Your return ${number}`);
    const warehouse = (await shop.engine.stores.locations()).find(({ id }) => id === 'warehouse')!;
    const address = { street: 'Speicherstraße 3', postalCode: '20457', city: 'Hamburg', country: 'DE' };
    await shop.engine.stores.importLocations(shop.command(), [{ ...warehouse, address }]);
    await returns.approve(shop.command(), { returnId });
    const { text } = await only();
    for (const said of [
      `Write ${number} on the parcel`,
      'Send to:',
      warehouse.name,
      'Speicherstraße 3',
      'Germany',
    ])
      expect(text).toContain(said);
    const inspected = [{ lineId, resellable: 1 }];
    await returns.receive(shop.command(), { returnId, locationId: 'warehouse', lines: inspected });
    await returns.refund(shop.command(), { returnId, fee: 100 });
    const refund = await only();
    expect(refund.subject).toBe(`Your money for return ${number}`);
    expect(refund.text).toContain('For the goods: €10.00\nFee: -€1.00\n');
    expect(refund.text).toContain('You get back: €9.00');
    const stands = [
      'Total as ordered: €24.90',
      'Goods that came back: -€10.00',
      'Fee for the return: €1.00',
      'Total now: €15.90',
      'Of which tax: €2.38',
      'Of which delivery, not given back: €4.90',
    ];
    expect(refund.text).toContain(`\n\n${stands.join('\n')}\n`);
    const given = await request();
    await takeMails(shop);
    const key = shop.engine.orders.keyOf(order.id);
    await returns.callOff(shop.command(), { orderId: order.id, key, returnId: given.id });
    const called = await only();
    expect(called.subject).toBe(`Your return ${given.number} is called off`);
    expect(called.text).toContain('nothing has to be sent');
    const second = await request();
    await returns.reject(shop.command(), { returnId: second.id, answer: 'It was worn.' });
    const rejected = await only();
    expect(rejected.subject).toBe(`About your return ${second.number}`);
    expect(rejected.text).toContain('Why: It was worn.');
  });

  it('[LETTER-1] is written in the language of the order, in which every kind has its words', async () => {
    const line = { variantId: await shop.product(1, 1000), quantity: 1 };
    const outcome = await shop.pay(await shop.ready([line], {}, shop.de), 'sim-approve', { market: shop.de });
    if (outcome.kind !== 'placed') throw new Error(outcome.kind);
    await takeMails(shop);
    const order = await shop.again(outcome.order);
    await ship(order, 1);
    expect((await only()).subject).toBe(`Ihre Bestellung ${order.number} ist unterwegs`);
    expect(LETTER_KINDS.size).toBe(14);
  });

  it('[LETTER-12] what is wanted instead is told with the return, then what is to be paid, then what it took', async () => {
    const [variantId, even, dear] = (await sizesIn(shop, [
      [2000, 9],
      [2000, 9],
      [2700, 9],
    ])) as [string, string, string];
    const order = await shop.order([{ variantId, quantity: 2 }]);
    const lineId = order.lines[0]!.id;
    await ship(order, 2);
    await takeMails(shop);
    const { returns, additions } = shop.engine;
    const back = async (instead: string, end: 'receive' | 'reject') => {
      const asked = await returns.request(shop.command(), {
        orderId: order.id,
        lines: [{ lineId, quantity: 1, reason: 'does-not-fit', instead: { variantId: instead } }],
      });
      if (asked.kind !== 'requested') throw new Error(asked.kind);
      const first = await only();
      const returnId = asked.return.id;
      if (end === 'reject') await returns.reject(shop.command(), { returnId, answer: 'Worn.' });
      else {
        await returns.approve(shop.command(), { returnId });
        await takeMails(shop);
        const lines = [{ lineId, resellable: 1 }];
        await returns.receive(shop.command(), { returnId, locationId: 'warehouse', lines });
        await returns.refund(shop.command(), { returnId });
      }
      return { first, instead: asked.return.instead! };
    };
    const one = await back(even, 'receive');
    expect(one.first.text).toContain('You get instead: 1 × Linen shirt (M)');
    expect(one.first.text).toContain('We hold it for you until your parcel is here');
    const done = await takeMails(shop);
    expect(done.map(({ subject }) => subject)).toEqual([expect.stringContaining('Exchanged: your return')]);
    const refunded = done[0]!.text;
    for (const said of [
      'You get instead: 1 × Linen shirt (M)\nPrice: €20.00\nYour return is worth: €20.00\nPaid by your return: €20.00',
      'There is nothing to pay, and no money goes back.',
    ])
      expect(refunded).toContain(said);
    expect(refunded).not.toContain('You get back');
    expect(one.first.text).toContain('there is nothing to pay');
    const rejected = await back(even, 'reject');
    expect((await only()).subject).toContain('About your return');
    const two = await back(dear, 'receive');
    const rest = await only();
    for (const said of ['Your exchange for order', 'Paid by your return: €20.00', 'To pay: €7.00'])
      expect(`${rest.subject} ${rest.text}`).toContain(said);
    expect(two.first.text).toContain('It costs more, to pay once your parcel is here: €7.00');
    await additions.receive(shop.command(), { additionId: two.instead.additionId, receivedBy: 'cash' });
    const paid = await only();
    expect(paid.text).toContain('Price: €27.00\n');
    expect(paid.text).toContain('Paid by your return: €20.00\nPaid by you: €7.00');
    expect(rejected.first.text).toContain('You get instead');
  });

  it('[LETTER-12] money of a line that was to come back pays for the goods instead of another, and the letter says so', async () => {
    const [small, large] = (await sizesIn(shop, [
      [2000, 9],
      [2700, 9],
    ])) as [string, string];
    const other = await shop.product(9, 1000);
    const order = await shop.order([
      { variantId: small, quantity: 1 },
      { variantId: other, quantity: 1 },
    ]);
    const lineOf = (variantId: string) => order.lines.find((line) => line.variantId === variantId)!.id;
    await shop.engine.fulfilment.ship(shop.command(), {
      orderId: order.id,
      lines: order.lines.map(({ id: lineId }) => ({ lineId, quantity: 1 })),
      locationId: 'warehouse',
    });
    await takeMails(shop);
    const { returns } = shop.engine;
    const asked = await returns.request(shop.command(), {
      orderId: order.id,
      lines: [
        { lineId: lineOf(small), quantity: 1, reason: 'does-not-fit', instead: { variantId: large } },
        { lineId: lineOf(other), quantity: 1, reason: 'changed-mind' },
      ],
    });
    if (asked.kind !== 'requested') throw new Error(asked.kind);
    expect((await only()).text).toContain('It costs less, goes back once your parcel is here: €3.00');
    const returnId = asked.return.id;
    await returns.approve(shop.command(), { returnId });
    await takeMails(shop);
    await returns.receive(shop.command(), {
      ...{ returnId, locationId: 'warehouse' },
      lines: asked.return.lines.map(({ lineId }) => ({ lineId, resellable: 1 })),
    });
    await returns.refund(shop.command(), { returnId });
    const { text } = await only();
    expect(text).toContain(
      'Price: €27.00\nYour return is worth: €30.00\nPaid by your return: €27.00\nYou get back: €3.00',
    );
    expect(text).not.toContain('no money goes back');
  });

  it('[LETTER-13] the last day is the one of the channel, not of the machine that writes', async () => {
    const { order } = await ordered(1);
    const instead = {
      ...{ state: 'held', additionId: 'a', heldUntil: '2027-01-29T23:30:00.000Z' },
      ...{ lines: [], total: order.total },
    } as const;
    const back = { number: 'R1', state: 'requested', lines: [], instead } as unknown as ReturnView;
    const event = { at: order.placedAt, kind: 'return-requested', actor: 'shopper', detail: {} };
    const letter = (timeZone: string) => orderLetter({ order, event, back, timeZone })!.text;
    expect(letter('Europe/Berlin')).toContain('at least until January 30, 2027');
    expect(letter('America/New_York')).toContain('at least until January 29, 2027');
  });

  it('[LETTER-10] goods that are to be added are told with what they cost, then that they were, or were not', async () => {
    const { order } = await ordered(1);
    const { additions } = shop.engine;
    const offer = async (cents: number) => {
      const lines = [{ variantId: await shop.product(5, cents), quantity: 2 }];
      const quote = await additions.quote(shop.command().actor, { orderId: order.id, lines });
      if (quote.kind !== 'quoted') throw new Error(quote.kind);
      const input = { orderId: order.id, lines, seen: quote.seen };
      const offered = await additions.add(shop.command(), input);
      if (offered.kind !== 'waiting') throw new Error(offered.kind);
      return offered.addition.id;
    };
    const additionId = await offer(1200);
    const asked = await only();
    expect(asked.subject).toBe(`To be added to your order ${order.number}`);
    expect(asked.text).toContain('2 × Thing');
    expect(asked.text).toContain('To pay: €24.00');
    await additions.receive(shop.command(), { additionId, receivedBy: 'cash' });
    const added = await only();
    expect(added.subject).toBe(`Added to your order ${order.number}`);
    expect(added.text).toContain('2 × Thing');
    const other = await offer(700);
    await takeMails(shop);
    await additions.withdraw(shop.command(), { additionId: other });
    expect((await only()).text).toContain('These do not come to your order after all:');
  });

  it('[MAIL-5] nothing that somebody wrote becomes markup or a header', async () => {
    const { order } = await ordered(1);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'b', '/', '\n', '{') }),
        (nasty) => {
          const [line] = order.lines;
          const letter = orderLetter({
            order: { ...order, lines: [{ ...line!, name: nasty, options: nasty }] },
            event: {
              at: order.placedAt,
              kind: 'shipped',
              actor: 'staff',
              detail: { lines: [{ lineId: line!.id, quantity: 1 }], carrier: nasty, tracking: nasty },
            },
          })!;
          expect(letter.subject).not.toMatch(/[\r\n]/);
          const tags = letter.html.match(/<[^>]*>/g)!;
          expect(
            tags.filter(
              (tag) => !/^<\/?(!doctype html|html|body|div|h1|p|table|tr|td|strong|br)\b/.test(tag),
            ),
          ).toEqual([]);
        },
      ),
    );
  });

  it.each([
    [
      'en',
      'Please pay by bank transfer',
      'Reference',
      'We write to you how to pay.',
      'will write again when it is',
    ],
    [
      'de',
      'Bitte überweisen Sie',
      'Verwendungszweck',
      'Wir schreiben Ihnen, wie Sie bezahlen.',
      'wenn sie unterwegs',
    ],
  ])(
    '[BILL-11] how to pay stands in the confirmation, until it is paid: %s',
    async (locale, title, reference, later, way) => {
      const seller = { channel: 'online', name: 'Ostrand', address: ['Ostrand'], taxId: 'DE123456788' };
      const prefixes = { invoice: 'LR-', creditNote: 'LK-' };
      const told = async () => {
        const order = await shop.order([{ variantId: await shop.product(1, 1000), quantity: 1 }], {
          token: 'transfer',
        });
        await database.execute('update orders_order set locale = $1 where id = $2', [locale, order.id]);
        return { order, mail: await only() };
      };
      await shop.engine.invoices.setSeller(shop.command(), { ...seller, prefixes });
      const without = await told();
      expect(without.mail.text).toContain(later);
      expect(without.mail.text).not.toContain('IBAN');
      const bank = { holder: 'Ostrand', iban: 'de89 3704 0044 0532 0130 00', name: '<Bank>' };
      await shop.engine.invoices.setSeller(shop.command(), { ...seller, prefixes, bank });
      const { order, mail } = await told();
      for (const said of [title, `${reference}: ${order.number}`, 'IBAN: DE89 3704 0044 0532 0130 00', '14'])
        expect(mail.text).toContain(said);
      expect(mail.html).toContain('&lt;Bank&gt;');
      expect(mail.text).not.toContain(way);
      const { payments } = await shop.again(order);
      await shop.engine.payments.markPaid(shop.command(), { paymentId: payments[0]!.id });
      await only();
      await shop.engine.orders.confirmAgain(shop.command(), { orderId: order.id });
      const again = await only();
      expect(again.text).not.toContain('IBAN');
      expect(again.text).toContain(way);
    },
  );

  it('[LETTER-1] a transfer that came is told', async () => {
    const { order } = await ordered(1, { token: 'transfer' });
    const { payments } = await shop.again(order);
    await shop.engine.payments.markPaid(shop.command(), { paymentId: payments[0]!.id });
    const letter = await only();
    expect(letter.subject).toBe(`We have your payment for order ${order.number}`);
    expect(letter.text).toContain('Paid: €14.90');
  });
});
