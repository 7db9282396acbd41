import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createEngine } from '../engine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { countStatements, openTestShop, type TestShop } from '../testing/test-shop.ts';
import { defaultTaxTables } from './default-tax-tables.ts';
import type { TaxProvider, TaxQuote, TaxRequest } from './tax-provider.ts';
import type { TaxQuestionLine } from './tax-question.ts';

const line = (changes: Partial<TaxQuestionLine> = {}): TaxQuestionLine => ({
  id: 'a',
  kind: 'product',
  amount: 11_900,
  quantity: 1,
  ...changes,
});

describeOnEachEngine('tax', { migrations: [commerceMigrations] }, (open) => {
  let shop: TestShop;
  let tax: TestShop['engine']['tax'];

  beforeAll(async () => {
    shop = await openTestShop(open());
    ({ tax } = shop.engine);
    await tax.importTaxTables(shop.command(), defaultTaxTables);
  });

  beforeEach(async () => {
    await shop.takeEvents();
  });

  const shipTo = (country: string) => ({ shipTo: { country } });
  const withProvider = (provider: TaxProvider) =>
    createEngine({
      database: open(),
      clock: () => shop.now,
      secret: 'a secret for tests, 32 letters long',
      taxProvider: provider,
    }).tax;

  test('[TAX-16] a sale is taxed where it goes to, or at home while nobody knows', async () => {
    const asked = (country?: string) =>
      tax.quote(shop.en, { ...(country && shipTo(country)), lines: [line()] });
    const quotes = await Promise.all([asked(), asked('FR'), asked('US')]);
    expect(quotes.map((quote) => [quote.net, quote.tax, quote.provider])).toEqual([
      [10_000, 1_900, 'tables'],
      [9_917, 1_983, 'tables'],
      [11_900, 0, 'tables'],
    ]);
    expect(quotes.map(({ lines }) => lines[0]!.treatment)).toEqual(['taxed', 'taxed', 'untaxed']);
  });

  test('[TAX-26] a number that nobody has seen to be in use frees of nothing, unless the channel lets it', async () => {
    const quoteWith = (vatId: string, isUnverified?: true) =>
      tax.quote(shop.en, {
        ...shipTo('FR'),
        exemptions: [{ kind: 'vat-id', vatId, ...(isUnverified && { isUnverified }) }],
        lines: [line()],
      });
    const french = 'FR40303265045';
    expect(await quoteWith(french, true)).toMatchObject({ tax: 1_983, reliefs: [], isUnproven: true });
    expect(await quoteWith('DE136695976', true)).toMatchObject({ tax: 1_983, isUnproven: false });
    expect(await quoteWith(french)).toMatchObject({ tax: 0, gross: 9_917, isUnproven: false });
    const { vatNumbers: _, ...settings } = await tax.settings('online');
    await tax.setChannelTax(shop.command(), { channel: 'online', ...settings, vatNumbers: 'as-typed' });
    expect(await quoteWith(french, true)).toMatchObject({ tax: 0, isUnproven: false });
    await tax.setChannelTax(shop.command(), { channel: 'online', ...settings });
    expect(await quoteWith(french, true)).toMatchObject({ tax: 1_983 });
  });

  test('[TAX-28] a quote names what freed it of taxes', async () => {
    const vat = { kind: 'vat-id', vatId: 'FR40303265045' } as const;
    const certificate = (number: string, more: object = {}) =>
      ({ kind: 'certificate', number, ...more }) as const;
    const exemptions = [
      vat,
      certificate('of-de', { jurisdictions: ['DE'] }),
      certificate('of-us', { jurisdictions: ['US'] }),
      certificate('for-books', { classes: ['books'] }),
      certificate('over', { to: '2020-01-01T00:00:00.000Z' }),
    ];
    const reliefs = async (country: string) =>
      (await tax.quote(shop.en, { ...shipTo(country), exemptions, lines: [line()] })).reliefs;
    expect(await reliefs('FR')).toEqual([{ kind: 'reverse-charge', vatId: vat.vatId }]);
    expect(await reliefs('DE')).toEqual([{ kind: 'certificate', number: 'of-de' }]);
    expect(await reliefs('US')).toEqual([]);
  });

  test('[TAX-16] what is picked up is taxed at the store, whatever the address', async () => {
    const [, harbour] = await shop.engine.stores.locations();
    const address = { street: 'Hovedgaden 1', postalCode: '1000', city: 'Copenhagen', country: 'DK' };
    await shop.engine.stores.importLocations(shop.command(), [{ ...harbour!, address }]);
    const delivery = { kind: 'pickup', locationId: 'store-harbour' } as const;
    const quote = await tax.quote(shop.en, { ...shipTo('FR'), lines: [line({ delivery })] });
    expect(quote.rates).toMatchObject([{ rate: '25', jurisdiction: 'DK' }]);
    const carried = await tax.quote(
      { ...shop.en, channel: 'harbour' },
      { lines: [line({ delivery: { kind: 'carry-out' } })] },
    );
    expect(carried.rates).toMatchObject([{ rate: '25', jurisdiction: 'DK' }]);
    const nowhere = { lines: [line({ delivery: { kind: 'pickup', locationId: 'moon' } })] };
    await expect(tax.quote(shop.en, nowhere)).rejects.toMatchObject({ code: 'unknown_location' });
    await shop.engine.stores.importLocations(shop.command(), [harbour!]);
  });

  test('[TAX-23] [TAX-24] states are found by code or name, of an address as of the store that goods are picked up at', async () => {
    const zone = (id: string, region: string) => ({ id, name: id, country: 'US', regions: [region] });
    const rate = (zoneId: string, percent: string) => ({
      id: zoneId,
      zone: zoneId,
      class: 'standard',
      name: 'Sales tax',
      rate: percent,
      jurisdiction: `US-${zoneId}`,
      compound: false,
      order: 0,
    });
    await tax.importTaxTables(shop.command(), {
      zones: [zone('us-ca', 'California'), zone('us-wa', 'WA')],
      rates: [rate('us-ca', '7.25'), rate('us-wa', '6.5')],
    });
    const [, harbour] = await shop.engine.stores.locations();
    const address = {
      street: '1 Pike',
      postalCode: '98101',
      city: 'Seattle',
      region: 'Washington',
      country: 'US',
    };
    await shop.engine.stores.importLocations(shop.command(), [{ ...harbour!, address }]);
    const rateOf = async (question: Parameters<typeof tax.quote>[1]) =>
      (await tax.quote(shop.en, question)).rates.map((each) => each.rate);
    const shipped = { shipTo: { country: 'US', region: 'CA' }, lines: [line()] };
    expect(await rateOf(shipped)).toEqual(['7.25']);
    const delivery = { kind: 'pickup', locationId: 'store-harbour' } as const;
    expect(await rateOf({ lines: [line({ delivery })] })).toEqual(['6.5']);
    await shop.engine.stores.importLocations(shop.command(), [harbour!]);
  });

  test('[TAX-15] a business across a border pays the net price of an inclusive channel', async () => {
    const exemptions = [{ kind: 'vat-id', vatId: 'FR40303265045' }] as const;
    const quote = await tax.quote(shop.en, {
      ...shipTo('FR'),
      exemptions,
      lines: [line({ amount: 12_000 })],
    });
    expect(quote).toMatchObject({ net: 10_000, tax: 0, gross: 10_000, rates: [] });
    expect(quote.lines[0]).toMatchObject({ treatment: 'reverse-charge', waived: 2_000 });
  });

  test('[TAX-15] a business that picks its goods up in a store abroad is taxed there', async () => {
    const exemptions = [{ kind: 'vat-id', vatId: 'FR40303265045' }] as const;
    const [, harbour] = await shop.engine.stores.locations();
    const address = { street: 'Hovedgaden 1', postalCode: '1000', city: 'Copenhagen', country: 'DK' };
    await shop.engine.stores.importLocations(shop.command(), [{ ...harbour!, address }]);
    const delivery = { kind: 'pickup', locationId: 'store-harbour' } as const;
    const lines = [line({ amount: 12_500, delivery })];
    const quote = await tax.quote(shop.en, { ...shipTo('FR'), exemptions, lines });
    await shop.engine.stores.importLocations(shop.command(), [harbour!]);
    expect(quote).toMatchObject({ net: 10_000, tax: 2_500, reliefs: [], isUnproven: false });
    expect(quote.lines[0]).toMatchObject({ treatment: 'taxed' });
  });

  test('[TAX-19] products are standard until they are given another class', async () => {
    const productId = crypto.randomUUID();
    expect(await tax.productClasses([productId])).toEqual(['standard']);
    const reduced = [{ productId, class: 'reduced' }];
    expect(await tax.setProductClasses(shop.command(), reduced)).toEqual({ changed: 1 });
    expect(await tax.setProductClasses(shop.command(), reduced)).toEqual({ changed: 0 });
    expect(await shop.takeEvents()).toEqual([{ kind: 'tax.changed', payload: { productIds: [productId] } }]);
    const quote = await tax.quote(shop.en, { lines: [line({ productId, amount: 10_700 })] });
    expect(quote.rates).toMatchObject([{ rate: '7', amount: 700 }]);
    const wrong = [{ productId, class: 'luxury' }];
    await expect(tax.setProductClasses(shop.command(), wrong)).rejects.toThrow('no tax class "luxury"');
  });

  test('[TAX-17] shipping goes with the goods, in parts or by the highest, or by a class', async () => {
    const lines = [
      line({ id: 'lamp', amount: 3_000 }),
      line({ id: 'book', amount: 1_000, taxClass: 'reduced' }),
      line({ id: 'shipping', kind: 'shipping', amount: 400 }),
    ];
    const shipping = async () => (await tax.quote(shop.en, { lines })).lines[2]!;
    expect(await shipping()).toMatchObject({ gross: 400, tax: 55, parts: [{ amount: 7 }, { amount: 48 }] });
    const settings = await tax.settings('online');
    const set = (way: typeof settings.shipping) =>
      tax.setChannelTax(shop.command(), { channel: 'online', ...settings, shipping: way });
    await set({ kind: 'as-goods', by: 'highest' });
    expect(await shipping()).toMatchObject({ gross: 400, tax: 64 });
    await set({ kind: 'class', class: 'reduced' });
    // A class of its own is the rule's, so the goods do not matter.
    expect(await shipping()).toMatchObject({ gross: 400, tax: 26 });
    await set(settings.shipping);
  });

  test('[TAX-4] a channel rounds as it was set up, and is told once', async () => {
    const before = await tax.settings('online');
    const wanted = { ...before, rounding: { mode: 'half-up', level: 'order' } } as const;
    await tax.setChannelTax(shop.command(), { channel: 'online', ...wanted });
    await tax.setChannelTax(shop.command(), { channel: 'online', ...wanted });
    expect(await shop.takeEvents()).toEqual([{ kind: 'tax.changed', payload: { channelIds: ['online'] } }]);
    expect(await tax.settings('online')).toEqual(wanted);
    const lines = ['a', 'b', 'c'].map((id) => line({ id, amount: 99 }));
    expect((await tax.quote(shop.en, { lines })).tax).toBe(47);
    await tax.setChannelTax(shop.command(), { channel: 'online', ...before });
    expect((await tax.quote(shop.en, { lines })).tax).toBe(48);
    const nowhere = { channel: 'nowhere', ...before };
    await expect(tax.setChannelTax(shop.command(), nowhere)).rejects.toMatchObject({
      code: 'unknown_channel',
    });
  });

  test('[TAX-18] the same tables again change nothing; what is unknown is refused whole', async () => {
    const again = await tax.importTaxTables(shop.command(), defaultTaxTables);
    expect(again).toMatchObject({ created: 0, changed: 0 });
    expect(await shop.takeEvents()).toEqual([]);
    const rate = defaultTaxTables.rates!.find(({ id }) => id === 'NL-standard')!;
    const wrong = {
      rates: [
        { ...rate, id: 'NL-x', rate: '9' },
        { ...rate, id: 'NL-y', zone: 'Atlantis' },
      ],
    };
    await expect(tax.importTaxTables(shop.command(), wrong)).rejects.toThrow(
      'There is no tax zone "Atlantis"',
    );
    await expect(
      tax.importTaxTables(shop.command(), { rates: [{ ...rate, rate: '7,5' }] }),
    ).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ path: 'rates.0.rate', problem: 'expected a percentage such as "19" or "8.875"' }],
    });
    expect((await tax.table()).rates.some(({ id }) => id === 'NL-x')).toBe(false);
  });

  test('[TAX-13] [TAX-20] a rate that changes on a day holds from its first moment, without a restart', async () => {
    const rate = defaultTaxTables.rates!.find(({ id }) => id === 'SI-standard')!;
    const change = '2027-01-01T00:00:00+01:00';
    const asked = (at: string) =>
      tax.quote(shop.en, { ...shipTo('SI'), lines: [line()] }, { at: new Date(at) });
    expect((await asked('2027-01-01T00:00:00+01:00')).rates).toMatchObject([{ rate: '22' }]);
    await tax.importTaxTables(shop.command(), {
      rates: [
        { ...rate, to: change },
        { ...rate, id: 'SI-standard-2027', rate: '23', from: change },
      ],
    });
    expect((await asked('2026-12-31T23:59:59+01:00')).rates).toMatchObject([{ rate: '22' }]);
    expect((await asked(change)).rates).toMatchObject([{ rate: '23' }]);
  });

  test('[TAX-20] a quote costs one statement at most, and can be had inside a transaction', async () => {
    const lines = ['a', 'b'].map((id) => line({ id, productId: id }));
    await tax.quote(shop.en, { lines: [line()] });
    const counted = countStatements(open());
    await tax.quote(shop.en, { lines }, { on: counted.on });
    await tax.quote(shop.en, { lines: [line()] }, { on: counted.on });
    await tax.quote(shop.en, { lines }, { on: counted.on });
    // Few products are in a class of their own: all of those are known.
    expect(counted.count()).toBe(0);
    await tax.setProductClasses(shop.command(), [{ productId: crypto.randomUUID(), class: 'zero' }]);
    const inside = await open().transaction((tx) => tax.quote(shop.en, { lines }, { on: tx }));
    expect(inside.tax).toBe(3_800);
  });

  test('[TAX-21] another provider answers', async () => {
    const asked: TaxRequest[] = [];
    const other = withProvider({
      id: 'service',
      quote: async (request) => {
        asked.push(request);
        return quoteOf(request, 1);
      },
    });
    const quote = await other.quote(shop.en, { ...shipTo('FR'), lines: [line()] });
    expect(quote).toMatchObject({ provider: 'service', net: 11_899, tax: 1 });
    expect(quote.fallback).toBeUndefined();
    expect(asked[0]).toMatchObject({
      prices: 'inclusive',
      lines: [{ taxClass: 'standard', place: { country: 'FR' } }],
    });
  });

  test('[TAX-21] when it cannot, the tables answer and say so', async () => {
    const down = withProvider({
      id: 'service',
      quote: () => Promise.reject(new Error('connection refused')),
    });
    const slow = withProvider({ id: 'service', answersWithin: 5, quote: () => new Promise(() => {}) });
    const wrong = withProvider({
      id: 'service',
      quote: async (request) => ({ ...quoteOf(request, 1), tax: 2 }),
    });
    const quotes = await Promise.all(
      [down, slow, wrong].map((each) => each.quote(shop.en, { lines: [line()] })),
    );
    expect(quotes.map(({ provider, tax: due, fallback }) => [provider, due, fallback?.reason])).toEqual([
      ['tables', 1_900, 'failed'],
      ['tables', 1_900, 'late'],
      ['tables', 1_900, 'unsound'],
    ]);
    expect(quotes[0]!.fallback).toEqual({
      provider: 'service',
      reason: 'failed',
      detail: 'connection refused',
    });
  });

  test('only who may change settings changes tax', async () => {
    const guest = { actor: { kind: 'guest' }, idempotencyKey: 'guest' } as const;
    await expect(tax.importTaxTables(guest, {})).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

/** A quote that adds up. */
function quoteOf(request: TaxRequest, tax: number): TaxQuote {
  const [first] = request.lines;
  const net = first!.amount - tax;
  return {
    currency: request.currency,
    provider: 'whatever it says',
    lines: [
      {
        id: first!.id,
        net,
        tax,
        gross: net + tax,
        waived: 0,
        parts: [{ rateId: 'service', taxable: net, amount: tax }],
        treatment: 'taxed',
      },
    ],
    rates: [{ rateId: 'service', name: 'Tax', rate: '0.01', jurisdiction: 'FR', taxable: net, amount: tax }],
    net,
    tax,
    gross: net + tax,
  };
}
