import { describe, expect, it } from 'vitest';
import { demoAttributes, demoCategories, demoProducts, demoSets } from './catalog/index.ts';
import { locationIds } from './catalog/stock.ts';
import { pictureIds } from './pictures/index.ts';
import { demoLocations } from './stores.ts';

const variants = demoProducts.flatMap((product) => product.variants);
const categoryHandles = new Set(demoCategories.map(({ handle }) => handle));

describe('the demo catalogue', () => {
  it('has at least 60 products and 200 variants', () => {
    expect(demoProducts.length).toBeGreaterThanOrEqual(60);
    expect(variants.length).toBeGreaterThanOrEqual(200);
  });

  it('has categories in three levels, parents first', () => {
    const depth = new Map<string, number>();
    for (const { handle, parent } of demoCategories) depth.set(handle, parent ? depth.get(parent)! + 1 : 1);
    expect(Math.max(...depth.values())).toBe(3);
    expect([...depth.values()].every(Number.isInteger)).toBe(true);
  });

  it('gives every category without children at least two products', () => {
    const parents = new Set(demoCategories.map(({ parent }) => parent));
    const few = demoCategories
      .filter(({ handle }) => !parents.has(handle))
      .filter(
        ({ handle }) => demoProducts.filter(({ categories }) => categories?.includes(handle)).length < 2,
      );
    expect(few.map(({ handle }) => handle)).toEqual([]);
  });

  it('names every product, slug, article number and barcode once', () => {
    expect(repeated(demoProducts.map(({ handle }) => handle))).toEqual([]);
    expect(repeated(demoProducts.map(({ slug }) => slug!.en!))).toEqual([]);
    expect(repeated(demoProducts.map(({ slug }) => slug!.de!))).toEqual([]);
    expect(repeated(demoCategories.map(({ slug }) => slug!.en!))).toEqual([]);
    expect(repeated(demoCategories.map(({ slug }) => slug!.de!))).toEqual([]);
    expect(repeated(variants.map(({ sku }) => sku!))).toEqual([]);
    expect(repeated(variants.map(({ barcode }) => barcode!))).toEqual([]);
  });

  it('refers only to categories, products and pictures there are', () => {
    const handles = new Set(demoProducts.map(({ handle }) => handle));
    const pictures = new Set(pictureIds().map((id) => `demo/${id}.svg`));
    expect(
      demoProducts.flatMap(({ categories }) => categories!).filter((each) => !categoryHandles.has(each)),
    ).toEqual([]);
    expect(demoProducts.flatMap(({ related }) => related!).filter((each) => !handles.has(each))).toEqual([]);
    const shown = [
      ...demoProducts.flatMap(({ media }) => media!),
      ...demoCategories.map(({ image }) => image!),
    ];
    expect(shown.map(({ src }) => src).filter((src) => !pictures.has(src))).toEqual([]);
  });

  it('never relates a product to itself', () => {
    expect(demoProducts.filter(({ handle, related }) => related!.includes(handle))).toEqual([]);
  });

  it('says everything in English and German', () => {
    const missing = texts().filter(({ text }) => !text.en?.trim() || !text.de?.trim());
    expect(missing.map(({ where }) => where)).toEqual([]);
    const slugs = [...demoProducts, ...demoCategories].map(({ slug }) => slug!);
    expect(
      slugs.filter(({ en, de }) => ![en, de].every((each) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(each!))),
    ).toEqual([]);
  });

  it('writes German with umlauts', () => {
    const spelledOut =
      /\b(fuer|ueber|koennen|groesse|schoen|waere|muessen|natuerlich|kueche|hoehe|laenge|tuer|oel)\w*/i;
    const wrong = texts().filter(({ text }) => spelledOut.test(text.de!));
    expect(wrong.map(({ where }) => where)).toEqual([]);
    expect(
      demoProducts.filter(({ description }) => !/[äöüß]/i.test(description!.de!)).map(({ handle }) => handle),
    ).toEqual([]);
  });

  it('prices every variant in euro and pounds, in whole minor units, sale prices below regular ones', () => {
    const currencies = variants.map(({ prices }) => prices!.map(({ price }) => price.currency).join());
    expect(new Set(currencies)).toEqual(new Set(['EUR,GBP']));
    const prices = variants.flatMap((variant) => variant.prices!);
    expect(prices.every(({ price }) => Number.isSafeInteger(price.amount) && price.amount > 0)).toBe(true);
    expect(prices.filter(({ price, regular }) => regular && regular.amount <= price.amount)).toEqual([]);
    expect(prices.some(({ regular }) => regular)).toBe(true);
  });

  it('counts stock at the warehouse and at every store', () => {
    expect(demoLocations.map(({ id }) => id)).toEqual([...locationIds]);
    expect(variants.filter(({ stock }) => Object.keys(stock!).join() !== locationIds.join())).toEqual([]);
  });

  it('has sold-out, low-stock, backorder and store-only variants, and a product sold out in one size only', () => {
    const online = variants.map(({ stock, backorder }) => ({
      stock: stock!,
      left: stock!.warehouse!,
      backorder,
    }));
    expect(online.some(({ left, backorder }) => left === 0 && !backorder)).toBe(true);
    expect(online.some(({ left }) => left > 0 && left < 4)).toBe(true);
    expect(online.some(({ left, backorder }) => left === 0 && backorder)).toBe(true);
    expect(
      online.some(({ stock }) => stock.warehouse === 0 && Object.values(stock).some((count) => count > 0)),
    ).toBe(true);
    const jumper = demoProducts.find(({ handle }) => handle === 'fisher-jumper')!;
    const oat = jumper.variants.filter(({ options }) => options.colour === 'oat');
    expect(oat.filter(({ stock }) => stock!.warehouse === 0).map(({ options }) => options.size)).toEqual([
      'm',
    ]);
  });

  it('has a product with one variant and one with three options', () => {
    expect(
      demoProducts.some((product) => product.variants.length === 1 && product.options!.length === 0),
    ).toBe(true);
    expect(demoProducts.some(({ options }) => options!.length === 3)).toBe(true);
  });

  it('gives every variant one value of each option, and every colour its own pictures', () => {
    for (const { options, variants: all, media, handle } of demoProducts) {
      const keys = options!.map(({ key }) => key).join();
      expect(
        all.filter((variant) => Object.keys(variant.options).join() !== keys),
        handle,
      ).toEqual([]);
      const colours = options!.find(({ key }) => key === 'colour')?.values ?? [];
      expect(
        colours.filter(({ swatch }) => !/^#[0-9a-f]{6}$/.test(swatch!)),
        handle,
      ).toEqual([]);
      expect(
        colours.filter(({ key }) => media!.filter(({ shows }) => shows?.colour === key).length < 3),
        handle,
      ).toEqual([]);
      expect(media!.length, handle).toBeGreaterThanOrEqual(3);
    }
  });

  it('uses only attributes it describes, and filters by material', () => {
    const known = demoAttributes.map(({ key }) => key);
    expect(
      demoProducts
        .flatMap(({ attributes }) => Object.keys(attributes!))
        .filter((key) => !known.includes(key)),
    ).toEqual([]);
    expect(demoAttributes.filter(({ facet }) => facet).map(({ key }) => key)).toEqual(['material']);
  });

  it('was published on real days', () => {
    expect(demoProducts.filter(({ publishedAt }) => !/^20\d\d-[01]\d-[0-3]\d$/.test(publishedAt!))).toEqual(
      [],
    );
  });
});

function texts() {
  const ofProducts = demoProducts.flatMap((product) => [
    { where: `${product.handle} name`, text: product.name },
    { where: `${product.handle} description`, text: product.description! },
    { where: `${product.handle} title`, text: product.seo!.title! },
    { where: `${product.handle} summary`, text: product.seo!.description! },
    ...Object.entries(product.attributes!).map(([key, text]) => ({
      where: `${product.handle} ${key}`,
      text,
    })),
    ...product.media!.map(({ src, alt }) => ({ where: src, text: alt! })),
    ...product
      .options!.flatMap((option) => [option, ...option.values])
      .map(({ key, label }) => ({ where: `${product.handle} ${key}`, text: label })),
  ]);
  const ofCategories = demoCategories.flatMap(({ handle, name, description, image }) =>
    [name, description!, image!.alt!].map((text) => ({ where: handle, text })),
  );
  return [...ofProducts, ...ofCategories];
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the demo sets', () => {
  const bySku = new Map(variants.map((variant) => [variant.sku, variant]));

  it('are made of goods there are, and cost less than these', () => {
    const made = demoSets.flatMap((product) => product.variants);
    expect(made.flatMap(({ components }) => components!).filter(({ sku }) => !bySku.has(sku))).toEqual([]);
    for (const { components, prices } of made)
      for (const { price } of prices!) {
        const one = (sku: string) =>
          bySku.get(sku)!.prices!.find((each) => each.price.currency === price.currency)!.price.amount;
        const separately = components!.reduce((sum, { sku, quantity }) => sum + one(sku) * quantity, 0);
        expect(price.amount).toBeLessThan(separately);
        expect(price.amount).toBeGreaterThan(separately * 0.8);
      }
  });

  it('show pictures there are, in categories there are, in both languages', () => {
    const pictures = new Set(pictureIds().map((id) => `demo/${id}.svg`));
    const media = demoSets.flatMap((product) => product.media!);
    expect(media.filter(({ src }) => !pictures.has(src))).toEqual([]);
    const categories = demoSets.flatMap((product) => product.categories!);
    expect(categories.filter((handle) => !categoryHandles.has(handle))).toEqual([]);
    const texts = demoSets.flatMap(({ name, slug, description }) => [name, slug!, description!]);
    expect(texts.filter(({ en, de }) => !en || !de)).toEqual([]);
  });
});
