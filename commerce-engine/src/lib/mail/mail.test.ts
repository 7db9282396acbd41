import { describeOnEachEngine } from '@vitrine/database/testing';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { placedLetter } from '../letters/placed-letter.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { OrderView } from '../orders/orders.views.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import type { MailTransport } from './mail.ts';

describeOnEachEngine('mail', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  let sent: Parameters<MailTransport['send']>[0][] = [];
  const inbox: MailTransport = {
    send: async (mail) => {
      sent.push(mail);
    },
  };
  beforeAll(async () => {
    shop = await openPayingShop(database());
  });
  const buy = async (email: string) => {
    const line = { variantId: await shop.product(5, 2000), quantity: 2 };
    const outcome = await shop.pay(await shop.ready([line], { contact: { email } }), 'sim-approve');
    if (outcome.kind !== 'placed') throw new Error(`Not placed: ${outcome.kind}`);
    return outcome.order;
  };
  const deliver = async (transport = inbox) => {
    sent = [];
    const count = await shop.engine.mail.deliver(transport);
    return { count, sent };
  };

  test('[MAIL-1] an order is confirmed once, an attempt that was declined is not', async () => {
    await deliver();
    const order = await buy('ada@example.com');
    await shop.pay(await shop.ready([{ variantId: await shop.product(5), quantity: 1 }]), 'sim-decline');
    const { count, sent } = await deliver();
    expect(count).toBe(1);
    expect(sent).toMatchObject([{ to: 'ada@example.com', subject: `Your order ${order.number}` }]);
    expect(sent[0]!.text).toContain('€44.90');
    expect((await deliver()).count).toBe(0);
    expect((await shop.engine.mail.newest(1))[0]).toMatchObject({ state: 'sent', to: 'ada@example.com' });
  });

  test('[MAIL-3] troubles are tried again under the same Message-ID, and left to people in the end', async () => {
    await buy('grace@example.com');
    const ids = new Set<string>();
    const broken: MailTransport = {
      async send({ messageId }) {
        ids.add(messageId);
        throw new Error('The mail server is away.');
      },
    };
    const before = shop.now;
    await deliver(broken);
    expect((await deliver()).count).toBe(0);
    expect((await shop.engine.mail.newest(1))[0]).toMatchObject({
      state: 'due',
      problem: 'The mail server is away.',
    });
    for (let tries = 0; tries < 20; tries += 1) {
      shop.now = new Date(shop.now.getTime() + 7 * 60 * 60_000);
      await deliver(broken);
    }
    expect(ids.size).toBe(1);
    expect((await shop.engine.mail.newest(1))[0]).toMatchObject({ state: 'failed' });
    shop.now = before;
  });

  test('[MAIL-4] several who send at once send each mail once', async () => {
    await deliver();
    for (const name of ['a', 'b', 'c', 'd']) await buy(`${name}@example.com`);
    sent = [];
    const counts = await Promise.all([1, 2, 3].map(() => shop.engine.mail.deliver(inbox)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(new Set(sent.map(({ to }) => to))).toEqual(
      new Set(['a', 'b', 'c', 'd'].map((name) => `${name}@example.com`)),
    );
  });
});

describe('the confirmation of an order', () => {
  const cash = (amount: number) => ({ amount, currency: 'EUR' });
  const order = (name: string): OrderView => ({
    id: 'o',
    number: '100001',
    state: 'placed',
    channel: 'online',
    placedAt: '2026-11-28T12:00:00Z',
    total: cash(1490),
    owed: cash(1490),
    paid: cash(1490),
    refunded: cash(0),
    fulfilment: 'open',
    locale: 'de',
    currency: 'EUR',
    prices: 'inclusive',
    contact: { email: 'ada@example.com', name },
    lines: [
      {
        id: 'l',
        deliveryId: 'd',
        variantId: 'v',
        productId: 'p',
        productSlug: 'becher',
        sku: 'B-1',
        name,
        options: name,
        quantity: 1,
        unitPrice: cash(1000),
        unitRegular: cash(1000),
        discount: cash(0),
        allowance: cash(0),
        total: cash(1000),
        fulfilled: 0,
        cancelled: 0,
        returned: 0,
      },
    ],
    deliveries: [
      {
        id: 'd',
        kind: 'ship',
        methodId: 'parcel',
        name: 'Paket',
        address: { name, street: 'Kai 1', postalCode: '24103', city: 'Kiel', country: 'DE' },
        price: cash(490),
        discount: cash(0),
        total: cash(490),
        givenBack: cash(0),
      },
    ],
    discounts: [],
    goods: cash(1000),
    delivery: cash(490),
    discount: cash(0),
    tax: cash(238),
    taxes: [],
    payments: [],
    statement: { rows: [], tax: cash(190), ...{ deliveryKept: cash(0), toPay: cash(0), toGoBack: cash(0) } },
  });

  test('[MAIL-2] speaks the language of the order', () => {
    const { subject, text, html } = placedLetter(order('Ada'), {
      link: 'https://shop.example/o?a=1&b=2',
      locations: [],
    });
    expect(text).not.toContain('Vorbestellt');
    expect(subject).toBe('Ihre Bestellung 100001');
    expect(text).toMatch(/Summe {2}14,90\s€/);
    expect(html).toContain('href="https://shop.example/o?a=1&amp;b=2"');
  });

  test('[LETTER-5] a confirmation that is written again tells what is left of a delivery, and what was cancelled', () => {
    const placed = order('Ada');
    const [line] = placed.lines;
    const [delivery] = placed.deliveries;
    const { text } = placedLetter(
      {
        ...placed,
        locale: 'en',
        lines: [
          { ...line!, name: 'Mug', options: '', quantity: 3, cancelled: 1 },
          { ...line!, id: 'l2', name: 'Rug', options: '', cancelled: 1 },
        ],
        deliveries: [delivery!, { ...delivery!, id: 'd2' }],
      },
      { link: undefined, locations: [] },
    );
    expect(text).toContain('3 × Mug  €10.00\n    1 cancelled');
    expect(text).toContain('2 × Mug (1 cancelled)\nRug (1 cancelled)');
  });

  test('[LETTER-8] it adds up, and tells below the total what is in it or off it already', () => {
    const placed = order('Ada');
    const reduced: OrderView = {
      ...placed,
      lines: [{ ...placed.lines[0]!, discount: cash(100), total: cash(900) }],
      discounts: [{ promotionId: 'p', name: 'Willkommen', code: 'AHOI', amount: cash(100) }],
      discount: cash(100),
      goods: cash(900),
      total: cash(1390),
    };
    const rows = (letter: OrderView) =>
      placedLetter(letter, { link: undefined, locations: [] })
        .text.split('\n')
        .filter((row) => /\d,\d\d\s€$/.test(row))
        .map((row) => row.replaceAll('\u00a0', ' '));
    expect(rows(reduced)).toEqual([
      '1 × Ada (Ada)  9,00 €',
      'Waren  9,00 €',
      'Paket  4,90 €',
      'Summe  13,90 €',
      'Enthaltene Steuern  2,38 €',
      'Schon abgezogen: Willkommen (AHOI)  1,00 €',
    ]);
    expect(rows({ ...reduced, prices: 'exclusive', total: cash(1628) }).slice(1)).toEqual([
      'Waren  9,00 €',
      'Paket  4,90 €',
      'Steuern  2,38 €',
      'Summe  16,28 €',
      'Schon abgezogen: Willkommen (AHOI)  1,00 €',
    ]);
  });

  test('[MAIL-5] nothing that was typed becomes markup or a header', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const nasty = `${typed}<script>alert(1)</script>"'\r\nBcc: all@example.com`;
        const { html, subject } = placedLetter(order(nasty), { link: undefined, locations: [] });
        expect(html).not.toContain('<script');
        expect(html.match(/<table/g)).toHaveLength(1);
        expect(subject).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
