import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExport } from './parse-export.ts';
import { slugOf, toProductInput } from './to-product-input.ts';

const columns = [
  'Handle',
  'Title',
  'Type',
  'Tags',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Inventory Tracker',
  'Variant Inventory Qty',
  'Variant Inventory Policy',
  'Image Src',
  'SEO Title',
];
const conversion = {
  locale: 'en',
  currency: 'EUR',
  location: 'warehouse',
  pictures: new Map(),
};

function convert(cells: Partial<Record<string, string>>, change: Partial<typeof conversion> = {}) {
  const row = {
    Handle: 'mug',
    Title: 'Mug',
    'Option1 Name': 'Title',
    'Option1 Value': 'Default Title',
    'Variant Price': '9.90',
    ...cells,
  };
  const text = `${columns.join(',')}\n${columns.map((name) => `"${(row as Record<string, string>)[name] ?? ''}"`).join(',')}\n`;
  return toProductInput(parseExport(text)[0]!, { ...conversion, ...change });
}

function product(cells: Partial<Record<string, string>>, change: Partial<typeof conversion> = {}) {
  const converted = convert(cells, change);
  if (converted.kind !== 'product') throw new Error(converted.problems.join('\n'));
  return converted;
}

describe('turning an exported product into the engine’s input', () => {
  it('has no options when the only option is Shopify’s "Default Title"', () => {
    expect(product({}).product.options).toEqual([]);
    expect(product({}).product.variants[0]?.options).toEqual({});
  });

  it('takes the price as it stands and the compare-at price as the regular one only when it is higher', () => {
    const prices = (cells: Partial<Record<string, string>>) =>
      product(cells).product.variants[0]?.prices?.[0];
    expect(prices({ 'Variant Price': '9.9' })).toEqual({ price: { amount: 990, currency: 'EUR' } });
    expect(prices({ 'Variant Compare At Price': '12' })?.regular).toEqual({ amount: 1200, currency: 'EUR' });
    expect(prices({ 'Variant Compare At Price': '5' })?.regular).toBeUndefined();
  });

  it('reads amounts exactly for currencies with other minor units', () => {
    expect(
      product({ 'Variant Price': '1200' }, { currency: 'JPY' }).product.variants[0]?.prices?.[0]?.price
        .amount,
    ).toBe(1200);
    expect(convert({ 'Variant Price': '12.5' }, { currency: 'JPY' })).toMatchObject({
      kind: 'refused',
    });
  });

  it('never loses a cent of any amount with two digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        expect(product({ 'Variant Price': text }).product.variants[0]?.prices?.[0]?.price.amount).toBe(cents);
      }),
    );
  });

  it.each(['', '-1', '1,50', '1e3', 'abc', '9.999', 'NaN'])(
    'refuses the price "%s" by line and column',
    (price) => {
      const converted = convert({ 'Variant Price': price });
      expect(converted).toMatchObject({ kind: 'refused', handle: 'mug' });
      expect(converted.kind === 'refused' && converted.problems[0]).toContain('line 2: Variant Price');
    },
  );

  it('refuses a stock count that is no whole number', () => {
    expect(convert({ 'Variant Inventory Qty': '1.5' })).toMatchObject({ kind: 'refused' });
  });

  it('may be sold beyond its count when it is not tracked or the policy says continue', () => {
    const backorder = (cells: Partial<Record<string, string>>) =>
      product(cells).product.variants[0]?.backorder;
    expect(backorder({})).toBe(true);
    expect(backorder({ 'Variant Inventory Tracker': 'shopify', 'Variant Inventory Policy': 'deny' })).toBe(
      false,
    );
    expect(
      backorder({ 'Variant Inventory Tracker': 'shopify', 'Variant Inventory Policy': 'continue' }),
    ).toBe(true);
  });

  it('counts in the minor units that the engine counts in', () => {
    const amount = (currency: string, price: string) =>
      product({ 'Variant Price': price }, { currency }).product.variants[0]?.prices?.[0]?.price.amount;
    expect([amount('HUF', '1200'), amount('IQD', '1.5'), amount('COP', '9.9')]).toEqual([120_000, 1500, 990]);
  });

  it('names pictures only when all of them are at hand', () => {
    const pictures = new Map([['https://example.com/a.jpg', { src: 'import/a.jpg' }]]);
    const known = { src: 'import/a.jpg', alt: { en: 'Mug' } };
    const one = product({ 'Image Src': 'https://example.com/a.jpg' }, { pictures });
    expect([one.product.media, one.somePictures]).toEqual([[known], undefined]);
    const none = product({ 'Image Src': 'https://example.com/b.jpg' }, { pictures });
    expect([none.product.media, none.somePictures]).toEqual([undefined, undefined]);
    const two = toProductInput(
      parseExport(
        `${columns.join(',')}\nmug,Mug,,,,Title,Default Title,9,,,,,https://example.com/a.jpg,\nmug,,,,,,,,,,,,https://example.com/b.jpg,\n`,
      )[0]!,
      { ...conversion, pictures },
    );
    expect(two).toMatchObject({ product: { media: undefined }, somePictures: [known] });
    expect(product({}).product.media).toBeUndefined();
  });

  it('finds a category from the type, else the first tag, unless one is named', () => {
    expect(product({ Type: 'Tea pots', Tags: 'sale' }).category).toEqual({
      handle: 'tea-pots',
      name: 'Tea pots',
    });
    expect(product({ Tags: 'women, summer' }).product.categories).toEqual(['women']);
    expect(product({ Tags: 'women' }, { category: 'wear' } as never).product.categories).toEqual(['wear']);
  });
});

describe('slugs', () => {
  it('hold only a-z, 0-9 and single dashes for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(slugOf(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      }),
    );
    expect(slugOf('Größe XL – Weiß')).toBe('groesse-xl-weiss');
  });
});
