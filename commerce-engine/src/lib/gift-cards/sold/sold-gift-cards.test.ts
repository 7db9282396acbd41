import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { examineShop } from '../../doctor/examine.ts';
import type { WrittenMail } from '../../mail/mail.ts';
import { commerceMigrations } from '../../migrations/commerce-migrations.ts';
import type { OrderView } from '../../orders/orders.views.ts';
import { runPromotion } from '../../testing/run-promotion.ts';
import { openSellingShop, type SellingShop } from '../../testing/selling-shop.ts';
import { signUpShopper } from '../../testing/shopper-account.ts';
import { tablesWith } from '../../testing/tables-with.ts';

describeOnEachEngine('gift cards that are bought', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  /** Costs 50.00, and each piece is a card. */
  let cardVariant: string;
  let mug: string;

  beforeAll(async () => {
    shop = await openSellingShop(database());
    await shop.engine.delivery.importDeliveryMethods(shop.command(), [
      {
        id: 'mail',
        kind: 'electronic',
        name: { en: 'By e-mail', de: 'Per E-Mail' },
        prices: [{ currency: 'EUR', tiers: [{ price: 0 }] }],
        time: { minDays: 0, maxDays: 0, days: 'calendar' },
      },
    ]);
    cardVariant = await makeCardProduct(1000, 5000);
    mug = await shop.product(1000, 1200);
  });

  async function makeCardProduct(stock: number, cents: number): Promise<string> {
    const variantId = await shop.product(stock, cents);
    const [line] = await shop.engine.catalog.variantLines(shop.en, [variantId]);
    const { productId } = line!;
    await shop.engine.soldGiftCards.setProduct(shop.command(), {
      productId,
      giftCard: true,
      taxClass: 'exempt',
    });
    return variantId;
  }

  const byMail = { delivery: { methodId: 'mail' } } as const;
  const buy = (quantity: number, token = 'sim-approve', variantId = cardVariant) =>
    shop.order([{ variantId, quantity }], { token, patch: byMail });
  const issueDue = () => shop.engine.soldGiftCards.issueDue();

  /** Captures that were asked for are told, and what waits for them is made. @returns how many cards. */
  async function untilMade(): Promise<number> {
    const first = await issueDue();
    await shop.wait(1);
    return first + (await issueDue());
  }

  async function mails(): Promise<readonly WrittenMail[]> {
    const sent: WrittenMail[] = [];
    while ((await shop.engine.mail.deliver({ send: async (mail) => void sent.push(mail) })) > 0);
    return sent.filter(({ text }) => /PIN/.test(text));
  }

  function secretsIn({ text }: WrittenMail) {
    const codes = [...text.matchAll(/Code: (\S+)\nPIN: (\d{6})/g)];
    return codes.map(([, code, pin]) => ({ code: code!, pin: pin! }));
  }

  const left = async (card: { code: string; pin: string }) => {
    const checked = await shop.engine.giftCards.check({ ...card, currency: 'EUR' });
    return checked.kind === 'good' ? checked.card.balance.amount : checked.reason;
  };
  const cardsOf = async (order: OrderView) => {
    const { rows } = await database().execute(
      'select card_id from giftcards_sold where order_id = $1 order by piece',
      [order.id],
    );
    return rows.map((row) => (row as { card_id: string }).card_id);
  };
  const sound = async () => expect(await examineShop(database())).toEqual([]);

  test('[GIFT-12] [GIFT-13] [GIFT-14] each piece is a card, made once when it is paid, mailed, and pays', async () => {
    const order = await buy(2);
    expect(order.total.amount).toBe(10_000);
    expect(order.tax.amount).toBe(0);
    const made = await Promise.all([untilMade(), untilMade(), untilMade()]);
    expect(made.reduce((sum, each) => sum + each, 0)).toBe(2);
    expect(await shop.again(order)).toMatchObject({ fulfilment: 'done', paid: { amount: 10_000 } });
    expect((await shop.held(order)).length).toBe(0);
    expect(await shop.timeline(order)).toContain('gift-cards-sent');

    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail!.to).toBe('ada@example.com');
    expect(mail!.html).not.toContain('href');
    const cards = secretsIn(mail!);
    expect(cards.length).toBe(2);
    for (const card of cards) expect(await left(card)).toBe(5000);
    const { rows } = await database().execute(
      `select to_jsonb(card)::text as text from giftcards_card as card
       union all select to_jsonb(mail)::text from mail_message as mail`,
    );
    for (const { code, pin } of cards)
      for (const secret of [code, code.replace(/-/g, ''), `"${pin}"`])
        expect(JSON.stringify(rows)).not.toContain(secret);

    const checkout = await shop.ready([{ variantId: mug, quantity: 1 }]);
    expect(await shop.pay(checkout, 'sim-approve', { giftCards: [cards[0]!] })).toMatchObject({
      kind: 'placed',
    });
    expect(await left(cards[0]!)).toBe(5000 - 1200 - 490);
    await sound();
  });

  test('[GIFT-12] what is not paid yet, or on its way, has no cards; when the money is there it has', async () => {
    const order = await buy(1, 'transfer');
    expect(await untilMade()).toBe(0);
    expect(await cardsOf(order)).toEqual([]);
    expect((await shop.again(order)).fulfilment).toBe('open');
    const [payment] = order.payments;
    await shop.engine.payments.markPaid(shop.command(), {
      paymentId: payment!.id,
      amount: order.total.amount,
      note: 'statement 7',
    });
    expect(await untilMade()).toBe(1);

    const slow = await buy(1, 'sim-slow-capture');
    expect(await issueDue()).toBe(0);
    expect(await cardsOf(slow)).toEqual([]);
    await shop.deliverMessages();
    await shop.wait(60);
    await shop.deliverMessages();
    await untilMade();
    expect((await cardsOf(slow)).length).toBe(1);
    await sound();
  });

  test('[GIFT-14] a cancelled piece gets no card, and goods that go another way are left alone', async () => {
    const order = await shop.order(
      [
        { variantId: cardVariant, quantity: 2 },
        { variantId: mug, quantity: 1 },
      ],
      { token: 'transfer', patch: { otherDeliveries: [{ methodId: 'mail' }] } },
    );
    const cardLine = order.lines.find(({ variantId }) => variantId === cardVariant)!;
    await shop.engine.orders.cancel(shop.command(), {
      orderId: order.id,
      lines: [{ lineId: cardLine.id, quantity: 1 }],
      reason: 'One is enough',
    });
    const now = await shop.again(order);
    await shop.engine.payments.markPaid(shop.command(), {
      paymentId: now.payments[0]!.id,
      amount: order.total.amount - 5000,
      note: 'statement 8',
    });
    expect(await untilMade()).toBe(1);
    expect((await shop.again(order)).fulfilment).toBe('partly');
    await sound();
  });

  test('[GIFT-15] what is not there yet is made when it is, and keeps no other waiting', async () => {
    const scarce = await makeCardProduct(1, 2500);
    const order = await buy(1, 'sim-approve', scarce);
    // What was kept for the order is counted away by moving the promise to where nothing lies.
    await database().execute(
      'update inventory_reservation set backordered = quantity, quantity = 0 where owner = $1',
      [`order:${order.id}`],
    );
    const other = await buy(1);
    await untilMade();
    expect(await cardsOf(order)).toEqual([]);
    expect((await cardsOf(other)).length).toBe(1);
    await database().execute(
      'update inventory_reservation set quantity = backordered, backordered = 0 where owner = $1',
      [`order:${order.id}`],
    );
    await shop.wait(16);
    await untilMade();
    expect((await cardsOf(order)).length).toBe(1);
    await sound();
  });

  test('[GIFT-16] [GIFT-17] staff mail a card again, and end its code', async () => {
    const order = await buy(1);
    await untilMade();
    const own = (await mails()).filter(({ text }) => text.includes(order.number));
    const [before] = own.flatMap(secretsIn);
    const [id] = await cardsOf(order);
    const { soldGiftCards } = shop.engine;
    const { actor } = shop.command();
    expect(await soldGiftCards.soldWith(actor, id!)).toEqual({
      orderId: order.id,
      orderNumber: order.number,
    });
    expect(await soldGiftCards.sendAgain(shop.command(), { id: id!, newCode: false })).toEqual({
      kind: 'queued',
    });
    expect((await mails()).flatMap(secretsIn)).toEqual([before]);
    await soldGiftCards.sendAgain(shop.command(), { id: id!, newCode: true });
    const [after] = (await mails()).flatMap(secretsIn);
    expect(after).not.toEqual(before);
    expect(await left(before!)).toBe('unknown');
    expect(await left(after!)).toBe(5000);

    // The same code again is not called a new one.
    await soldGiftCards.sendAgain(shop.command(), { id: id!, newCode: false });
    const [again] = await mails();
    expect(secretsIn(again!)).toEqual([after]);
    expect(again!.text).not.toContain('do not work any more');

    await shop.engine.giftCards.setBlocked(shop.command(), { id: id!, blocked: true });
    expect(await soldGiftCards.sendAgain(shop.command(), { id: id!, newCode: true })).toEqual({
      kind: 'not-usable',
    });
    await shop.engine.giftCards.setBlocked(shop.command(), { id: id!, blocked: false });
    expect(await left(after!)).toBe(5000);
    const { rows } = await database().execute(
      "select subject, detail from identity_audit where action = 'giftCards.sendAgain' order by at, id",
    );
    expect(rows).toContainEqual({ subject: `gift-card:${id}`, detail: { newCode: true } });

    const given = await shop.engine.giftCards.issue(shop.command(), { amount: 100, currency: 'EUR' });
    expect(await soldGiftCards.sendAgain(shop.command(), { id: given.id, newCode: true })).toEqual({
      kind: 'not-sold',
    });
    expect(await soldGiftCards.soldWith(actor, given.id)).toBeUndefined();
    await expect(
      soldGiftCards.sendAgain({ ...shop.command(), actor: { kind: 'guest' } }, { id: id!, newCode: true }),
    ).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('[GIFT-16] who brought the old code to a checkout does not pay with it any more', async () => {
    const order = await buy(1);
    await untilMade();
    const [before] = (await mails()).filter(({ text }) => text.includes(order.number)).flatMap(secretsIn);
    const [id] = await cardsOf(order);
    const checkout = await shop.ready([{ variantId: mug, quantity: 1 }]);
    const brought = await shop.engine.checkout.addGiftCard(shop.asGuest(), shop.en, {
      cartId: checkout.cartId,
      ...before!,
    });
    expect(brought.kind).toBe('changed');
    await shop.engine.soldGiftCards.sendAgain(shop.command(), { id: id!, newCode: true });
    const now = (await shop.engine.checkout.get(shop.en, checkout.cartId))!;
    expect(now.tenders.giftCards).toEqual([]);
    const [after] = (await mails()).flatMap(secretsIn);
    expect(await left(after!)).toBe(5000);
  });

  test('[GIFT-18] what was bought as a card is one, whatever becomes of its product or is sent by hand', async () => {
    const variantId = await makeCardProduct(10, 3000);
    const [line] = await shop.engine.catalog.variantLines(shop.en, [variantId]);
    const { productId } = line!;
    const order = await buy(1, 'transfer', variantId);
    expect(await issueDue()).toBe(0);
    const held = await shop.held(order);
    const sent = await shop.engine.fulfilment.ship(shop.command(), {
      orderId: order.id,
      lines: [{ lineId: order.lines[0]!.id, quantity: 1 }],
      locationId: held[0]!.locationId,
      beforePaid: true,
    });
    expect(sent.kind).toBe('shipped');
    await shop.engine.soldGiftCards.setProduct(shop.command(), { productId, giftCard: false });
    expect(await shop.engine.tax.productClasses([productId])).toEqual(['standard']);
    expect(await shop.engine.delivery.ways(shop.en, [productId])).toEqual([['ship', 'pickup']]);
    await shop.engine.payments.markPaid(shop.command(), { paymentId: order.payments[0]!.id });
    expect(await untilMade()).toBe(1);
    expect(await untilMade()).toBe(0);
    await sound();
  });

  test('[GIFT-18] goods that were bought before their product became a card are goods', async () => {
    const variantId = await shop.product(10, 3000);
    const [line] = await shop.engine.catalog.variantLines(shop.en, [variantId]);
    const { productId } = line!;
    const order = await shop.order([{ variantId, quantity: 1 }], { token: 'transfer' });
    await shop.engine.soldGiftCards.setProduct(shop.command(), { productId, giftCard: true });
    await shop.engine.payments.markPaid(shop.command(), { paymentId: order.payments[0]!.id });
    // Even when somebody says later that it goes by e-mail.
    await database().execute("update orders_delivery set kind = 'electronic' where order_id = $1", [
      order.id,
    ]);
    expect(await untilMade()).toBe(0);
    expect(await cardsOf(order)).toEqual([]);
    expect((await buy(1, 'sim-approve', variantId)).lines[0]!.total.amount).toBe(3000);
    expect(await untilMade()).toBe(1);
  });

  test('[GIFT-19] nothing is taken off the price of a card, unless the shop allows it; then it is worth what was paid', async () => {
    const variantId = await makeCardProduct(10, 4000);
    const [line] = await shop.engine.catalog.variantLines(shop.en, [variantId]);
    const { productId } = line!;
    const everything = { include: [{ kind: 'everything' as const }] };
    const quarter = await runPromotion(
      shop,
      { kind: 'simple', lines: everything, cut: { kind: 'percent', basisPoints: 2_500 } },
      { mode: 'compound' },
    );
    const worth = async () => {
      const order = await buy(1, 'sim-approve', variantId);
      await untilMade();
      const [id] = await cardsOf(order);
      const card = await shop.engine.giftCards.get(shop.command().actor, id!);
      return [order.total.amount, card!.issued.amount];
    };
    expect(await worth()).toEqual([4000, 4000]);
    // Said again it changes nothing of what the shop allows since.
    const allow = (discounts: 'everything' | 'no-discounts') =>
      database().transaction((tx) =>
        shop.engine.catalog.inTransaction.setDiscounts(tx, { productId, discounts }),
      );
    expect(await allow('everything')).toBe('no-discounts');
    await shop.engine.soldGiftCards.setProduct(shop.command(), { productId, giftCard: true });
    expect(await worth()).toEqual([3000, 3000]);
    await allow('no-discounts');
    await shop.engine.soldGiftCards.setProduct(shop.command(), { productId, giftCard: false });
    expect(await allow('everything')).toBe('everything');
    await shop.engine.promotions.disable(shop.command(), quarter);
  });

  const inDays = (days: number) =>
    new Date(shop.now.getTime() + days * 24 * 60 * 60_000).toISOString().slice(0, 10);
  // Answers are forgotten after their time.
  const forgetAnswers = () => database().execute('delete from idempotency_answer');
  const whereIs = (text: string) => tablesWith(database(), text);

  const byron = { name: 'Byron', email: 'byron@example.com', message: 'Many happy returns', on: '' };
  async function buyFor(recipient: Partial<typeof byron> = {}, buyer = 'ada@example.com') {
    const { on, ...to } = { ...byron, email: `byron-${crypto.randomUUID()}@example.com`, ...recipient };
    const given = { ...to, ...(on && { on }) };
    const cartId = crypto.randomUUID();
    for (const line of [{ recipient: given }, {}, { recipient: given }]) {
      const asked = { cartId, variantId: cardVariant, quantity: 1, ...line };
      const added = await shop.engine.cart.addLine(shop.asGuest(), shop.en, asked);
      if (added.kind !== 'changed') throw new Error(added.kind);
    }
    const checkout = { contact: { email: buyer, name: 'Ada' }, ...byMail, terms: true };
    const filled = await shop.engine.checkout.update(shop.asGuest(), shop.en, { cartId, patch: checkout });
    if (filled.kind !== 'changed') throw new Error(filled.kind);
    const outcome = await shop.pay(filled.checkout, 'sim-approve');
    if (outcome.kind !== 'placed') throw new Error(outcome.kind);
    await untilMade();
    return { order: await shop.again(outcome.order), given };
  }

  test('[GIFT-21] [GIFT-22] cards for somebody else are a line of their own, and mailed to them with who gives them', async () => {
    const { order, given } = await buyFor();
    expect(order.lines.map(({ quantity, giftCard }) => [quantity, giftCard])).toEqual([
      [2, { recipient: given }],
      [1, {}],
    ]);
    const sent = (await mails()).filter(({ to, text }) => to === given.email || text.includes(order.number));
    const theirs = sent.find(({ to }) => to === given.email)!;
    expect(theirs.subject).toBe('Ada has 2 gift cards for you');
    expect(theirs.text).toContain('Hello Byron, Ada gives you €100.00');
    expect(theirs.text).toContain('Many happy returns');
    // No way leads to the order, whose number is half a key.
    expect(theirs.text + theirs.html).not.toContain(order.number);
    expect(secretsIn(theirs).length).toBe(2);
    const own = sent.find(({ to }) => to === 'ada@example.com')!;
    expect(secretsIn(own).length).toBe(1);
    expect(sent.length).toBe(2);
    await sound();
  });

  test('[GIFT-22] [GIFT-23] a card waits for its day, which staff may change, and the address too; sent again it goes at once, once', async () => {
    const { order, given } = await buyFor({ on: inDays(20) });
    const theirs = async (email = given.email) => (await mails()).filter(({ to }) => to === email).length;
    expect((await cardsOf(order)).length).toBe(3);
    expect(await theirs()).toBe(0);
    const line = order.lines.find(({ giftCard }) => giftCard?.recipient)!;
    const say = (recipient: object, command = shop.command()) =>
      shop.engine.soldGiftCards.setRecipient(command, {
        orderId: order.id,
        lineId: line.id,
        recipient: { ...given, ...recipient } as never,
      });
    const email = `lord-${crypto.randomUUID()}@example.com`;
    expect(await say({ email, on: inDays(10) })).toEqual({ kind: 'changed' });
    expect(await say({ on: inDays(600) })).toEqual({ kind: 'too-late' });
    await expect(say({ email: 'nobody' })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(say({}, { ...shop.command(), actor: { kind: 'guest' } })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    expect(await shop.timeline(order)).toContain('gift-card-readdressed');
    await shop.wait(9 * 24 * 60);
    expect(await theirs(email)).toBe(0);
    await shop.wait(30 * 60);
    expect(await theirs(email)).toBe(1);
    expect(await theirs()).toBe(0);

    const again = await buyFor({ on: inDays(20) });
    const [id] = await cardsOf(again.order);
    await shop.engine.soldGiftCards.sendAgain(shop.command(), { id: id!, newCode: false });
    const sent = (await mails()).filter(({ to }) => to === again.given.email);
    expect(sent.length).toBe(1);
    await shop.wait(21 * 24 * 60);
    expect((await mails()).filter(({ to }) => to === again.given.email)).toEqual([]);
  });

  test('[GIFT-21] [CART-14] lines of the same card share what there is, and can be made smaller', async () => {
    const variantId = await makeCardProduct(6, 5000);
    const cartId = crypto.randomUUID();
    const { name, email } = byron;
    for (const recipient of [undefined, { name, email }]) {
      const asked = { cartId, variantId, quantity: 3, ...(recipient && { recipient }) };
      expect(await shop.engine.cart.addLine(shop.asGuest(), shop.en, asked)).toMatchObject({
        kind: 'changed',
      });
    }
    const pieces = async () => {
      const cart = (await shop.engine.cart.get(shop.en, cartId))!;
      return cart.lines.map(({ quantity }) => quantity);
    };
    await shop.stock(variantId, 'warehouse', 4);
    expect(await pieces()).toEqual([3, 1]);
    await shop.stock(variantId, 'warehouse', 3);
    expect(await pieces()).toEqual([3, 1]);
    const [first] = (await shop.engine.cart.get(shop.en, cartId))!.lines;
    const fewer = { cartId, lineId: first!.id, quantity: 2 };
    expect(await shop.engine.cart.setQuantity(shop.asGuest(), shop.en, fewer)).toMatchObject({
      kind: 'changed',
    });
    expect(await pieces()).toEqual([2, 1]);
  });

  test('[GIFT-21] what cannot be mailed is refused by its field, and only gift cards are for somebody else', async () => {
    const add = (recipient: object, variantId = cardVariant) =>
      shop.engine.cart.addLine(shop.asGuest(), shop.en, {
        ...{ cartId: crypto.randomUUID(), variantId, quantity: 1 },
        recipient: { name: 'Byron', email: 'byron@example.com', ...recipient },
      });
    expect(await add({ email: 'byron', name: ' ' })).toEqual({
      kind: 'bad-recipient',
      fields: ['name', 'email'],
    });
    expect(await add({ message: 'x'.repeat(501) })).toMatchObject({ fields: ['message'] });
    expect(await add({ on: '2199-01-01' })).toMatchObject({ fields: ['on'] });
    expect(await add({ on: 'soon' })).toMatchObject({ fields: ['on'] });
    await expect(add({}, mug)).rejects.toMatchObject({ code: 'bad_input' });
  });

  test('[GIFT-24] whom a card is for is told them and forgotten with them, or with who bought it', async () => {
    const email = `byron-${crypto.randomUUID()}@example.com`;
    const { order } = await buyFor({ email, on: '' });
    const own = shop.engine.orders.inTransaction.customers;
    expect(await own.cardsFor(database(), email.toUpperCase())).toEqual([
      { name: 'Byron', email, message: 'Many happy returns' },
    ]);
    await database().transaction((tx) => own.forgetRecipient(tx, email));
    expect(await own.cardsFor(database(), email)).toEqual([]);
    expect((await shop.again(order)).lines.map(({ giftCard }) => giftCard)).toEqual([{}, {}]);
  });

  test('[GIFT-24] [CUST-14] whoever is erased is named nowhere as somebody a card is for, and the buyer gets what waits', async () => {
    const name = `Byron ${crypto.randomUUID()}`;
    const shopper = await signUpShopper(shop, { name });
    await buyFor({ email: shopper.email, name, on: inDays(20) });
    await mails();
    const customerId = shopper.id;
    expect(await shop.engine.customers.erase(shopper.command(), { customerId })).toEqual({ kind: 'erased' });
    await forgetAnswers();
    expect(await whereIs(name)).toEqual([]);
    expect(await whereIs(shopper.email)).toEqual([]);
    await shop.wait(21 * 24 * 60);
    const sent = (await mails()).filter(({ to }) => to === 'ada@example.com');
    expect(sent.flatMap(secretsIn).length).toBe(2);
  });

  test('[GIFT-24] [CUST-13] who bought cards that wait for their day is not erased before they are mailed', async () => {
    const shopper = await signUpShopper(shop);
    const { order, given } = await buyFor({ on: inDays(20) }, shopper.email);
    await mails();
    const erase = () => shop.engine.customers.erase(shopper.command(), { customerId: shopper.id });
    expect(await erase()).toEqual({ kind: 'orders-open', numbers: [order.number] });
    await shop.wait(21 * 24 * 60);
    expect((await mails()).filter(({ to }) => to === given.email).length).toBe(1);
    expect(await shop.engine.customers.erase(shop.command(), { customerId: shopper.id })).toEqual({
      kind: 'erased',
    });
    await forgetAnswers();
    // It was sent to them.
    expect(await whereIs(given.email)).toEqual(['mail_message']);
  });

  test('[GIFT-22] what a buyer wrote is words in the mail, never part of its page', async () => {
    const bad = '<a href="https://example.com">now</a>';
    const { given } = await buyFor({ name: bad, message: bad });
    const { html, text } = (await mails()).find(({ to }) => to === given.email)!;
    expect(text.split(bad).length).toBe(3);
    expect(html).not.toContain('<a ');
    expect(html.split('&lt;a ').length).toBe(3);
  });

  test('[GIFT-20] what is refunded comes off the card, and what was spent is not refunded', async () => {
    const order = await shop.order(
      [
        { variantId: cardVariant, quantity: 2 },
        { variantId: mug, quantity: 1 },
      ],
      { patch: { otherDeliveries: [{ methodId: 'mail' }] } },
    );
    await untilMade();
    const [line] = order.lines.filter(({ variantId }) => variantId === cardVariant);
    const [first] = await cardsOf(order);
    const [card] = (await mails()).filter(({ text }) => text.includes(order.number)).flatMap(secretsIn);
    const spending = await shop.ready([{ variantId: mug, quantity: 1 }]);
    await shop.pay(spending, 'sim-approve', { giftCards: [card!] });
    const spent = 1200 + 490;
    const { actor } = shop.command();
    const told = async () => {
      const left = (await shop.engine.orders.leftOf(actor, order.id))!;
      const own = left.lines.find(({ lineId }) => lineId === line!.id)!;
      return [left.whole.amount, own.left.amount, own.onCards?.amount];
    };
    expect(await told()).toEqual([1200 + 490, 10_000 - spent, 10_000 - spent]);
    const refund = (amount: number, of?: { readonly lineId: string }) =>
      shop.engine.orders.giveAllowance(shop.command(), {
        orderId: order.id,
        amount,
        reason: 'changed my mind',
        ...(of && { of }),
      });
    const of = { lineId: line!.id };
    expect(await refund(10_000, of)).toMatchObject({ kind: 'too-much', most: { amount: 10_000 - spent } });
    expect(await refund(100)).toMatchObject({ kind: 'given' });
    expect(await told()).toEqual([1200 + 490 - 100, 10_000 - spent, 10_000 - spent]);
    expect(await refund(9000 - spent, of)).toMatchObject({ kind: 'given', back: { amount: 9000 - spent } });
    expect(await told()).toEqual([1200 + 490 - 100, 1000, 1000]);
    expect((await shop.engine.giftCards.get(actor, first!))!.entries.map(({ kind }) => kind)).toContain(
      'adjusted',
    );
    // Whoever refunds twice at once has what is left once.
    const twice = await Promise.all([refund(1000, of), refund(1000, of)]);
    expect(twice.map(({ kind }) => kind).toSorted()).toEqual(['given', 'too-much']);
    expect(await told()).toEqual([1200 + 490 - 100, 0, 0]);
    expect(await left(card!)).toBe('empty');
    await untilMade();
    expect((await cardsOf(order)).length).toBe(2);
    await sound();
  });

  test('[GIFT-20] what is refunded before the card is made is not on it', async () => {
    const order = await buy(1);
    await shop.engine.orders.giveAllowance(shop.command(), {
      orderId: order.id,
      amount: 1000,
      reason: 'goodwill',
    });
    await untilMade();
    const [id] = await cardsOf(order);
    expect((await shop.engine.giftCards.get(shop.command().actor, id!))!.issued.amount).toBe(4000);
    await sound();
  });

  test('[CHECK-41] gift cards, credit and points pay for no gift card, and for all the rest', async () => {
    const { code, pin } = await shop.engine.giftCards.issue(shop.command(), {
      amount: 20_000,
      currency: 'EUR',
    });
    const cards = await shop.ready([{ variantId: cardVariant, quantity: 1 }], byMail);
    expect(cards.moneyOnly).toEqual({ amount: 5000, currency: 'EUR' });
    const brought = { cartId: cards.cartId, code, pin };
    expect(await shop.engine.checkout.addGiftCard(shop.asGuest(), shop.en, brought)).toMatchObject({
      kind: 'gift-card-refused',
      reason: 'buys-gift-cards',
    });
    expect(await shop.pay(cards, 'sim-approve', { giftCards: [{ code, pin }] })).toMatchObject({
      kind: 'gift-card-refused',
      reason: 'buys-gift-cards',
    });
    const both = await shop.ready(
      [
        { variantId: cardVariant, quantity: 1 },
        { variantId: mug, quantity: 1 },
      ],
      { otherDeliveries: [{ methodId: 'mail' }] },
    );
    const paid = await shop.pay(both, 'sim-approve', { giftCards: [{ code, pin }] });
    if (paid.kind !== 'placed') throw new Error(paid.kind);
    const order = await shop.again(paid.order);
    expect(order.payments.map(({ amount }) => amount.amount)).toEqual([1200 + 490, 5000]);
    await untilMade();
    await sound();
  });

  test('[GIFT-18] the copy of a card product is one: it is mailed, untaxed, and makes cards', async () => {
    const variantId = await makeCardProduct(10, 3000);
    const [line] = await shop.engine.catalog.variantLines(shop.en, [variantId]);
    const copied = await shop.engine.catalog.duplicateProduct(shop.command(), {
      id: line!.productId,
      name: { en: 'Second card' },
    });
    if (copied.kind !== 'created') throw new Error(copied.kind);
    expect(await shop.engine.soldGiftCards.products(shop.command().actor)).toContain(copied.id);
    expect(await shop.engine.delivery.ways(shop.en, [copied.id])).toEqual([['electronic']]);
    expect(await shop.engine.tax.productClasses([copied.id])).toEqual(['exempt']);
  });

  test('[GIFT-18] a product that is none is refused, and a tax class needs the right to settings', async () => {
    const { soldGiftCards } = shop.engine;
    await expect(
      soldGiftCards.setProduct(shop.command(), { productId: 'nothing', giftCard: true }),
    ).rejects.toMatchObject({ code: 'bad_input' });
    const actor = { kind: 'staff', id: crypto.randomUUID(), name: 'Ida', capabilities: ['giftcards.write'] };
    const asked = { productId: 'nothing', giftCard: true, taxClass: 'exempt' };
    await expect(
      soldGiftCards.setProduct({ ...shop.command(), actor: actor as never }, asked),
    ).rejects.toMatchObject({ code: 'not_allowed' });
    // What never was a card is left as it is.
    const [line] = await shop.engine.catalog.variantLines(shop.en, [mug]);
    const { productId } = line!;
    await soldGiftCards.setProduct(shop.command(), { productId, giftCard: false });
    expect(await shop.engine.delivery.ways(shop.en, [productId])).toEqual([['ship', 'pickup']]);
    const order = await shop.order([{ variantId: mug, quantity: 1 }]);
    await issueDue();
    const { rows } = await database().execute('select 1 from giftcards_due where order_id = $1', [order.id]);
    expect(rows).toEqual([]);
  });

  test('[RET-31] a card that was made is not taken back, by its buyer or by staff', async () => {
    const order = await buy(1);
    await untilMade();
    const [line] = order.lines;
    const asked = {
      orderId: order.id,
      lines: [{ lineId: line!.id, quantity: 1, reason: 'changed-mind' as const }],
    };
    expect(await shop.engine.returns.request(shop.command(), asked)).toMatchObject({
      kind: 'too-many',
      returnable: 0,
    });
    expect((await shop.engine.returns.ofOpened(await shop.again(order))).returnable).toEqual([]);
  });
});
