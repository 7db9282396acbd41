import { describeOnEachEngine } from '@vitrine/database/testing';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import { sizesIn } from '../testing/sizes.ts';
import { invoicePage } from './invoice-page.ts';
import type { InvoicesTables } from './invoices.tables.ts';
import type { InvoiceContent } from './invoices.views.ts';

const reader = { kind: 'system', reason: 'test' } as const;
const seller = {
  channel: 'online',
  name: 'Ostrand GmbH',
  address: ['Seilergang 3', '24999 Ostrand'],
  taxId: 'DE136695976',
  prefixes: { invoice: 'R-', creditNote: 'K-' },
};

describeOnEachEngine('invoices', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  beforeAll(async () => {
    shop = await openSellingShop(database());
    await shop.engine.invoices.setSeller(shop.command(), seller);
  });

  const ordered = async (quantity: number, cents = 333) =>
    shop.order([{ variantId: await shop.product(quantity, cents), quantity }]);
  const ship = (order: OrderView, quantity: number) =>
    shop.engine.fulfilment.ship(shop.command(), {
      orderId: order.id,
      lines: [{ lineId: order.lines[0]!.id, quantity }],
      locationId: 'warehouse',
    });
  const cancel = (order: OrderView, quantity: number) =>
    shop.engine.orders.cancel(shop.command(), {
      orderId: order.id,
      lines: [{ lineId: order.lines[0]!.id, quantity }],
      reason: 'sold out',
    });
  const documents = async ({ id }: { readonly id: string }) => {
    const rows = await database()
      .tables<InvoicesTables>()
      .selectFrom('invoices_document')
      .selectAll()
      .where('order_id', '=', id)
      .orderBy('issued_at')
      .orderBy('id')
      .execute();
    return rows;
  };
  const issue = () => shop.engine.invoices.issueDue();

  it('[BILL-14] a VAT number with a wrong digit is refused at its field, a tax number is taken as it is', async () => {
    const set = (taxId: string, country = 'DE') =>
      shop.engine.invoices.setSeller(shop.command(), { ...seller, country, taxId });
    for (const wrong of ['DE136695977', 'de 1', 'DE1234567890'])
      await expect(set(wrong)).rejects.toMatchObject({ fields: [{ path: 'taxId' }] });
    await set('21/815/08150');
    await set('DE 136 695 976');
    await set('CHE-123.456.788 MWST', 'CH');
    await shop.engine.invoices.setSeller(shop.command(), seller);
  });

  it('[BILL-11] what is not paid says where to pay: receipt, progress and invoice; what is paid does not', async () => {
    const bank = { holder: 'Ostrand GmbH', iban: 'DE89370400440532013000', name: 'Bank' };
    await shop.engine.invoices.setSeller(shop.command(), { ...seller, bank });
    const wrong = { ...bank, iban: 'DE88370400440532013000' };
    await expect(
      shop.engine.invoices.setSeller(shop.command(), { ...seller, country: 'Germany' }),
    ).rejects.toMatchObject({ fields: [{ path: 'country' }] });
    await expect(
      shop.engine.invoices.setSeller(shop.command(), { ...seller, bank: wrong }),
    ).rejects.toMatchObject({ code: 'bad_input' });
    const variantId = await shop.product(2, 1000);
    const order = await shop.order([{ variantId, quantity: 1 }], { token: 'transfer' });
    const asked = { amount: order.total, reference: order.number, bank };
    expect(await shop.engine.invoices.transferOf(order)).toEqual(asked);
    expect(await shop.engine.invoices.receipt(order)).toContain('IBAN: DE89 3704 0044 0532 0130 00');
    await shop.engine.fulfilment.ship(shop.command(), {
      orderId: order.id,
      lines: [{ lineId: order.lines[0]!.id, quantity: 1 }],
      locationId: 'warehouse',
      beforePaid: true,
    });
    await issue();
    const [invoice] = await documents(order);
    expect(invoice?.content.transfer).toEqual(asked);
    const page = await shop.engine.invoices.document(reader, invoice!.id);
    expect(page?.html).toContain(`Reference: ${order.number}`);
    await shop.engine.payments.markPaid(shop.command(), { paymentId: order.payments[0]!.id });
    const paid = await shop.again(order);
    expect(await shop.engine.invoices.transferOf(paid)).toBeUndefined();
    expect(await shop.engine.invoices.receipt(paid)).not.toContain('IBAN');
    const card = await shop.order([{ variantId, quantity: 1 }]);
    expect(await shop.engine.invoices.transferOf(card)).toBeUndefined();
    await shop.engine.invoices.setSeller(shop.command(), seller);
  });

  describe('what gets which', () => {
    it('[BILL-1] nothing before goods leave, one invoice over all of it then, however many parcels', async () => {
      const order = await ordered(3);
      expect(await issue()).toBe(0);
      await ship(order, 1);
      await ship(order, 2);
      expect(await issue()).toBe(1);
      expect(await issue()).toBe(0);
      const [invoice] = await shop.engine.invoices.list(reader, order.id);
      expect(invoice).toMatchObject({ kind: 'invoice', total: order.total, orderId: order.id });
      expect(invoice?.number).toMatch(/^R-\d{6}$/);
    });

    it('[BILL-6] [BILL-8] it is told whether more may come: once goods left or money came off, until the job was there', async () => {
      const { awaited } = shop.engine.invoices;
      const order = await ordered(2);
      expect(await awaited(reader, order.id)).toBe(false);
      await ship(order, 1);
      expect(await awaited(reader, order.id)).toBe(true);
      await issue();
      expect(await awaited(reader, order.id)).toBe(false);
      await cancel(order, 1);
      expect(await awaited(reader, order.id)).toBe(true);
      await issue();
      expect(await awaited(reader, order.id)).toBe(false);
      await expect(awaited({ kind: 'guest' }, order.id)).rejects.toMatchObject({ code: 'not_allowed' });
    });

    it('[BILL-1] what was cancelled before gets its credit note right after; an order of which nothing left has neither', async () => {
      const order = await ordered(3);
      await cancel(order, 1);
      const gone = await ordered(1);
      await cancel(gone, 1);
      expect(await issue()).toBe(0);
      await ship(order, 2);
      expect(await issue()).toBe(2);
      const [invoice, credit] = await documents(order);
      expect([invoice?.kind, credit?.kind]).toEqual(['invoice', 'credit-note']);
      expect(credit?.content).toMatchObject({ corrects: invoice?.number, total: 333 });
      expect(await documents(gone)).toEqual([]);
    });

    it('[BILL-4] [BILL-1] a return with a fee: the credit note says what comes off, and what is left is what is owed', async () => {
      const order = await ordered(2, 1000);
      await ship(order, 2);
      const taken = await shop.engine.returns.takeBack(shop.command(), {
        orderNumber: order.number,
        lines: [{ lineId: order.lines[0]!.id, quantity: 1, reason: 'does-not-fit', condition: 'resellable' }],
        locationId: 'warehouse',
        fee: 150,
      });
      expect(taken.kind).toBe('taken-back');
      expect(await issue()).toBe(2);
      const [, credit] = await documents(order);
      expect(credit?.content).toMatchObject({ fee: 150, total: 850, lines: [{ quantity: 1, amount: 1000 }] });
      expect(await shop.again(order)).toMatchObject({ refunded: { amount: 850 } });
    });

    it('[BILL-12] goods that came instead are not money that goes back', async () => {
      const [small, large] = (await sizesIn(shop, [
        [2000, 9],
        [1500, 9],
      ])) as [string, string];
      const order = await shop.order([{ variantId: small, quantity: 1 }]);
      await ship(order, 1);
      const { returns } = shop.engine;
      const [{ id: lineId }] = order.lines as [OrderView['lines'][number]];
      const asked = await returns.request(shop.command(), {
        orderId: order.id,
        lines: [{ lineId, quantity: 1, reason: 'does-not-fit', instead: { variantId: large } }],
      });
      if (asked.kind !== 'requested') throw new Error(asked.kind);
      const returnId = asked.return.id;
      await returns.approve(shop.command(), { returnId });
      const lines = [{ lineId, resellable: 1 }];
      await returns.receive(shop.command(), { returnId, locationId: 'warehouse', lines });
      await returns.refund(shop.command(), { returnId });
      await issue();
      const credit = (await documents(order)).find(({ kind }) => kind === 'credit-note')!;
      expect(credit.content).toMatchObject({ total: 2000, exchanged: 1500 });
      const { number, content, kind } = credit;
      const page = invoicePage({ kind, number, content, issuedAt: content.suppliedAt, timeZone: 'UTC' });
      const sums = page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
      expect(sums).toContain('Total €20.00 Paid for the goods you took instead -€15.00 You get back €5.00');
    });

    it('[BILL-4] a credit note names the delivery whose charge comes off, and no other of the order', async () => {
      const [sent, fetched] = [await shop.product(1), await shop.product(1)];
      await shop.stock(fetched, 'store-harbour', 1);
      const lines = [sent, fetched].map((variantId) => ({ variantId, quantity: 1 }));
      const { cartId, cart } = await shop.ready(lines);
      const lineId = cart.lines.find(({ variantId }) => variantId === fetched)!.id;
      const filled = await shop.engine.checkout.update(shop.asGuest(), shop.en, {
        cartId,
        patch: {
          apart: { [lineId]: 'pickup' },
          otherDeliveries: [{ methodId: 'pickup', storeId: 'store-harbour' }],
        },
      });
      if (filled.kind !== 'changed') throw new Error(filled.kind);
      const paid = await shop.pay(filled.checkout, 'sim-approve');
      if (paid.kind !== 'placed') throw new Error(paid.kind);
      const order = await shop.again(paid.order);
      await ship(order, 1);
      const [parcel] = order.deliveries;
      const of = { deliveryId: parcel!.id };
      const allowance = { orderId: order.id, amount: 100, reason: 'late', of };
      expect(await shop.engine.orders.giveAllowance(shop.command(), allowance)).toMatchObject({
        kind: 'given',
      });
      await issue();
      const [, credit] = await documents(order);
      expect(credit?.content.charges).toEqual([{ name: parcel!.name, amount: 100 }]);
    });

    it('[BILL-9] whatever is issued late, added goods stand on one invoice: sums are what is owed', async () => {
      const later = async ({ id }: OrderView, kind: string) => {
        const { numAffectedRows } = await sql`
          update invoices_due set tries = tries + 1, due_at = ${new Date(shop.now.getTime() + 120_000)}
          where entry_id in (select id from orders_event where order_id = ${id} and kind = ${kind})`.execute(
          database().tables(),
        );
        expect(numAffectedRows).toBe(1n);
      };
      const add = async (order: OrderView) => {
        const lines = [{ variantId: await shop.product(5, 777), quantity: 1 }];
        const { additions } = shop.engine;
        const quote = await additions.quote(shop.command().actor, { orderId: order.id, lines });
        if (quote.kind !== 'quoted') throw new Error(quote.kind);
        const input = { orderId: order.id, lines, seen: quote.seen, receivedBy: 'cash' } as const;
        expect(await additions.add(shop.command(), input)).toMatchObject({ kind: 'added' });
      };
      const totals = async (order: OrderView) => (await documents(order)).map(({ total }) => total);

      const shippedLate = await ordered(2, 1000);
      await ship(shippedLate, 1);
      await later(shippedLate, 'shipped');
      await add(shippedLate);
      expect(await issue()).toBe(0);
      await shop.wait(10);
      expect(await issue()).toBe(1);
      expect(await totals(shippedLate)).toEqual([shippedLate.total.amount + 777]);

      const addedLate = await ordered(2, 1000);
      await add(addedLate);
      await later(addedLate, 'goods-added');
      await ship(addedLate, 1);
      expect(await issue()).toBe(1);
      await shop.wait(10);
      expect(await issue()).toBe(1);
      expect(await totals(addedLate)).toEqual([addedLate.total.amount, 777]);
      const unsound = (await examineShop(database())).filter(({ rule }) => rule === 'DOC-25');
      expect(unsound).toEqual([]);
    });

    it('[BILL-2] no two channels number alike; a seller is of a channel that is known', async () => {
      const { invoices } = shop.engine;
      const of = (channel: string, prefixes = seller.prefixes) =>
        invoices.setSeller(shop.command(), { ...seller, channel, prefixes });
      await expect(of('nowhere')).rejects.toMatchObject({ code: 'unknown_channel' });
      await expect(of('harbour')).rejects.toMatchObject({ code: 'conflict' });
      await expect(of('harbour', { invoice: 'K-', creditNote: 'H-' })).rejects.toMatchObject({
        code: 'conflict',
      });
      await of('harbour', { invoice: 'H-', creditNote: 'HK-' });
      await invoices.setSeller(shop.command(), seller);
    });
  });

  it('[BILL-4] whatever comes off, invoice less credit notes is what is owed, and every sum adds up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.array(fc.constantFrom('ship', 'cancel', 'issue'), { minLength: 1, maxLength: 6 }),
        async (quantity, cents, steps) => {
          const order = await ordered(quantity, cents);
          for (const step of steps) {
            if (step === 'ship') await ship(order, 1);
            if (step === 'cancel') await cancel(order, 1);
            if (step === 'issue') await issue();
          }
          await issue();
          const papers = await documents(order);
          const now = await shop.again(order);
          const hasLeft = now.lines.some(({ fulfilled }) => fulfilled > 0);
          expect(papers.filter(({ kind }) => kind === 'invoice')).toHaveLength(hasLeft ? 1 : 0);
          for (const { content } of papers) {
            expect(content.net + content.tax - content.fee).toBe(content.total);
            expect(content.taxes.reduce((sum, { amount }) => sum + amount, 0)).toBe(content.tax);
            const parts = [...content.lines, ...content.charges].reduce((sum, { amount }) => sum + amount, 0);
            expect(parts - content.fee).toBe(content.total);
          }
          if (!hasLeft) return;
          const left = papers.reduce(
            (sum, { kind, total }) => sum + (kind === 'invoice' ? total : -total),
            0,
          );
          expect(left).toBe(now.paid.amount - now.refunded.amount);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('[BILL-2] [BILL-6] several processes issue without gaps and without repeats, and a failure leaves no hole', async () => {
    const orders = [];
    for (let count = 0; count < 6; count += 1) orders.push(await ordered(1));
    for (const order of orders) await ship(order, 1);
    // The first that is due cannot be issued now.
    await sql`create function refuse_one() returns trigger as $$ begin
      if (select count(*) from invoices_document where order_id = new.order_id) = 0
        and new.order_id = ${sql.lit(orders[2]!.id)} then raise exception 'not now'; end if;
      return new; end $$ language plpgsql`.execute(database().tables());
    await sql`create trigger refuse_one before insert on invoices_document for each row execute function refuse_one()`.execute(
      database().tables(),
    );
    const others = [shop.another(database()), shop.another(database())];
    const tries = await Promise.allSettled(
      [shop.engine, ...others].flatMap((engine) => [engine.invoices.issueDue(), engine.invoices.issueDue()]),
    );
    expect(tries.some(({ status }) => status === 'rejected')).toBe(true);
    await issue();
    await sql`drop trigger refuse_one on invoices_document`.execute(database().tables());
    expect(await documents(orders[2]!)).toEqual([]);
    await shop.wait(400);
    await issue();
    const rows = await database()
      .tables<InvoicesTables>()
      .selectFrom('invoices_document')
      .select('number')
      .where('kind', '=', 'invoice')
      .execute();
    const numbers = rows.map(({ number }) => Number(number.slice(2))).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    for (const order of orders) expect(await documents(order)).toHaveLength(1);
  });

  it('[BILL-3] what is issued stays; buyers go after the years of bookkeeping', async () => {
    const order = await ordered(1);
    await ship(order, 1);
    await issue();
    await shop.engine.invoices.setSeller(shop.command(), { ...seller, name: 'Somebody else' });
    const [kept] = await shop.engine.invoices.list(reader, order.id);
    const paper = async () => (await shop.engine.invoices.document(reader, kept!.id))!.html;
    expect(await paper()).toContain('Ostrand GmbH');
    expect(await paper()).toContain('Ada Lovelace');
    await shop.engine.invoices.setSeller(shop.command(), seller);
    await shop.engine.invoices.forgetBuyers(new Date(shop.now.getTime() + 1));
    expect(await paper()).not.toContain('Ada Lovelace');
    expect(await shop.engine.invoices.forgetBuyers(new Date(shop.now.getTime() + 1))).toBe(0);
  });

  it('[BILL-7] only who may read orders reads them; a receipt tells how it was paid', async () => {
    const order = await ordered(1, 1000);
    await expect(shop.engine.invoices.list({ kind: 'guest' }, order.id)).rejects.toMatchObject({
      code: 'not_allowed',
    });
    const receipt = await shop.engine.invoices.receipt(await shop.again(order));
    for (const said of [seller.name, seller.taxId, ...seller.address]) expect(receipt).toContain(said);
    expect(receipt).toContain('Paid with');
    expect(receipt).toContain('€14.90');
    const placed = await shop.again(order);
    const german = await shop.engine.invoices.receipt({ ...placed, locale: 'de' });
    expect(german).not.toContain('VAT');
    const onPreorder = (shipped: number) =>
      shop.engine.invoices.receipt({
        ...placed,
        lines: placed.lines.map((line) => ({
          ...line,
          shipsFrom: '2026-12-12',
          fulfilled: shipped * line.quantity,
        })),
      });
    expect(await onPreorder(0)).toMatch(/Preorder, ships from December\s12,\s2026/);
    expect(await onPreorder(1)).not.toContain('Preorder');
  });
});

describe('pages of invoices', () => {
  const content = (text: string): InvoiceContent => ({
    locale: 'de',
    currency: 'EUR',
    prices: 'inclusive',
    seller: { ...seller, name: text, note: text },
    buyer: [text],
    orderNumber: text,
    orderedAt: '2026-11-01T10:00:00Z',
    suppliedAt: '2026-11-02T23:30:00Z',
    lines: [{ name: text, options: text, sku: text, quantity: 2, amount: 2000, rates: ['19'] }],
    charges: [{ name: text, amount: 490 }],
    fee: 0,
    taxes: [{ name: text, rate: '19', taxable: 2092, amount: 398 }],
    net: 2092,
    tax: 398,
    total: 2490,
  });
  const page = (text: string) =>
    invoicePage({
      kind: 'invoice',
      number: 'R-000001',
      content: content(text),
      issuedAt: '2026-11-02T23:30:00Z',
      timeZone: 'Europe/Berlin',
    });

  it('[BILL-5] speaks the order’s language and the shop’s days', () => {
    const html = page('Ada');
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('<h1>Rechnung</h1>');
    expect(html).toContain('3. November 2026');
    expect(html).toContain('24,90\u00a0€');
  });

  it('[BILL-13] names taxes and the seller’s country in the order’s language, and writes rates so', () => {
    const inLocale = (locale: string) =>
      invoicePage({
        kind: 'invoice',
        number: 'R-000001',
        content: {
          ...content('Ada'),
          locale,
          seller: { ...seller, country: 'DE', taxId: '21/815/08150' },
          lines: [{ name: 'Jar', options: '', sku: 'J', quantity: 1, amount: 2000, rates: ['8.1'] }],
          taxes: [{ name: 'VAT', rate: '8.1', taxable: 2092, amount: 398 }],
        },
        issuedAt: '2026-11-02T23:30:00Z',
        timeZone: 'Europe/Berlin',
      });
    const german = inLocale('de');
    for (const said of ['USt. 8,1 % auf', '>8,1 %<', '24999 Ostrand<br>Deutschland<br>Steuernummer 21/'])
      expect(german).toContain(said);
    expect(german).not.toMatch(/VAT|Germany|8\.1/);
    const english = inLocale('en');
    for (const said of ['VAT 8.1 % on', '24999 Ostrand<br>Germany<br>Tax number 21/'])
      expect(english).toContain(said);
    expect(inLocale('de-CH')).toContain('MWST 8.1 % auf');
  });

  it('[BILL-5] nothing that somebody wrote becomes markup', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 's', '/'), minLength: 1 }),
        (nasty) => {
          const tags = page(nasty).match(/<[^>]*>/g)!;
          expect(tags).toEqual(page('Ada').match(/<[^>]*>/g));
        },
      ),
    );
  });
});
