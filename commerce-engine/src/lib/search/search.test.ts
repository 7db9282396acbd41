import { openDatabase } from '@vitrine/database';
import { describeOnEachEngine } from '@vitrine/database/testing';
import { sql } from 'kysely';
import { beforeAll, expect, it, vi } from 'vitest';
import { createEngine } from '../engine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { type FilledShop, openFilledShop, type TEST_PRODUCTS, testVariant } from '../testing/filled-shop.ts';
import { countStatements } from '../testing/test-shop.ts';
import { keepStatistics } from './index-statistics.ts';
import { searchIndex } from './search.queries.ts';
import type { SearchQuery, SearchResultView } from './search.views.ts';
import { createSearchMemory } from './search-memory.ts';
import { suggestFromIndex } from './suggest.queries.ts';

const HOSTILE = [
  "'",
  '"',
  '%',
  '_',
  '\\',
  ':*&|!()<->',
  "mug'); drop table search_item; --",
  '😀 👩‍👩‍👧',
  'mug\0',
  '\ud800',
  'a'.repeat(10_000),
  'wool '.repeat(2_000),
  'ﬁ ½ ① ß İ',
  '<script>alert(1)</script>',
  '\u202e\u0301',
];

describeOnEachEngine('Search', { migrations: [commerceMigrations] }, (database) => {
  let shop: FilledShop;
  beforeAll(async () => {
    shop = await openFilledShop(database());
  });

  const search = (query: SearchQuery, market = shop.en) => shop.engine.search.search(market, query);
  const handlesOf = async (result: SearchResultView) => {
    const cards = await shop.engine.catalog.productCards(shop.en, result.productIds);
    return cards.map((card) => card!.slug);
  };
  const find = async (query: SearchQuery, market = shop.en) => handlesOf(await search(query, market));
  const facet = (result: SearchResultView, key: string) =>
    Object.fromEntries(
      result.facets.find((each) => each.key === key)?.values.map((value) => [value.key, value.count]) ?? [],
    );
  const categoryId = async (slug: string) =>
    (await shop.engine.catalog.categoriesBySlug(shop.en, [slug]))[0]!.id;
  const importProduct = (product: object) =>
    shop.engine.catalog.importProducts(shop.command(), [product as (typeof TEST_PRODUCTS)[number]]);
  const scope = () => ({ ...shop.en, fallbackLocale: 'en', now: shop.now });

  it('[SEARCH-1] [SEARCH-3] a product is found when its import returns, and gone when it is taken down', async () => {
    const product = {
      handle: 'otter-flask',
      name: { en: 'Otter flask', de: 'Otterflasche' },
      variants: [testVariant({}, { EUR: 900 }, 1)],
    };
    await importProduct(product);
    expect(await find({ text: 'otter' })).toEqual(['otter-flask']);
    await importProduct({ ...product, name: { en: 'Badger flask', de: 'Dachsflasche' } });
    expect(await find({ text: 'badger' })).toEqual(['otter-flask']);
    expect(await find({ text: 'otter flask', sort: 'name' })).toEqual(['otter-flask']);
    await importProduct({ ...product, published: false });
    expect((await search({ text: 'badger' })).total).toBe(0);
  });

  it('[SEARCH-1] a renamed category renames its facet and what is found by it', async () => {
    const rename = (en: string) =>
      shop.engine.catalog.importCategories(shop.command(), [
        { handle: 'lamps', parent: 'home', name: { en, de: 'Lampen' }, position: 1 },
      ]);
    await rename('Luminaires');
    const result = await search({ text: 'luminaires' });
    expect(result.total).toBe(2);
    const inHome = await search({ categoryId: await categoryId('home') });
    expect(inHome.facets[0]?.values.map(({ label }) => label)).toEqual(['Tableware', 'Luminaires']);
    await rename('Lamps');
    expect((await search({ text: 'luminaires' })).total).toBe(0);
  });

  it('[SEARCH-1] [SEARCH-5] a price and a stock class are in the index when the change returns', async () => {
    const [variantId] = await shop.variantIds('reading-lamp');
    const setPrice = (amount: number) =>
      shop.engine.pricing.setPrices(shop.command(), [
        { variantId: variantId!, price: { amount, currency: 'EUR' } },
      ]);
    await setPrice(100);
    expect((await find({ sort: 'price-asc' }))[0]).toBe('reading-lamp');
    await setPrice(9900);
    const count = (onHand: number) =>
      shop.engine.inventory.setOnHand(shop.command(), {
        variantId: variantId!,
        locationId: 'warehouse',
        onHand,
        reason: 'count',
      });
    const soldOut = { text: 'reading lamp', filters: { availability: ['sold-out'] } };
    expect((await search(soldOut)).total).toBe(1);
    await count(4);
    expect((await search(soldOut)).total).toBe(0);
    await count(0);
    expect((await search(soldOut)).total).toBe(1);
  });

  it('[SEARCH-2] [SEARCH-4] making the whole index again changes nothing', async () => {
    const before = await search({});
    await shop.engine.search.rebuild();
    expect(await search({})).toEqual(before);
  });

  it('[SEARCH-3] an assortment that begins or ends by the clock needs no event', async () => {
    const before = shop.now;
    const day = (days: number) => new Date(before.getTime() + days * 24 * 60 * 60 * 1000);
    await importProduct({
      handle: 'winter-cape',
      name: { en: 'Winter cape' },
      assortments: [{ channel: 'online', from: day(1).toISOString(), to: day(3).toISOString() }],
      variants: [testVariant({}, { EUR: 100 }, 1)],
    });
    expect((await search({ text: 'cape' })).total).toBe(0);
    shop.now = day(2);
    expect((await search({ text: 'cape' })).total).toBe(1);
    shop.now = day(4);
    expect((await search({ text: 'cape' })).total).toBe(0);
    shop.now = before;
  });

  it('[SEARCH-5] a sale that begins and ends by the clock needs no event', async () => {
    const before = shop.now;
    const hours = (count: number) => new Date(before.getTime() + count * 60 * 60 * 1000);
    const [variantId] = await shop.variantIds('wool-hat');
    await shop.engine.pricing.scheduleSale(shop.command(), {
      name: 'night-sale',
      from: hours(1).toISOString(),
      to: hours(3).toISOString(),
      prices: [{ variantId: variantId!, price: { amount: 50, currency: 'EUR' } }],
    });
    expect((await find({ sort: 'price-asc' }))[0]).not.toBe('wool-hat');
    shop.now = hours(2);
    expect((await find({ sort: 'price-asc' }))[0]).toBe('wool-hat');
    expect(await find({ filters: { offer: ['sale'] } })).toContain('wool-hat');
    shop.now = hours(4);
    expect((await find({ sort: 'price-asc' }))[0]).not.toBe('wool-hat');
    shop.now = before;
  });

  it('[SEARCH-5] the prices of a list are those that pricing tells, sales included', async () => {
    const before = shop.now;
    const hours = (count: number) => new Date(before.getTime() + count * 60 * 60 * 1000);
    const [variantId] = await shop.variantIds('wool-hat');
    await shop.engine.pricing.scheduleSale(shop.command(), {
      name: 'hat-sale',
      from: hours(10).toISOString(),
      to: hours(12).toISOString(),
      prices: [{ variantId: variantId!, price: { amount: 75, currency: 'EUR' } }],
    });
    shop.now = hours(11);
    for (const query of [{}, { sort: 'price-asc', pageSize: 2, page: 2 }, { page: 1 }] as const) {
      const { found, prices } = await shop.engine.search.list(shop.en, query);
      expect(found).toEqual(await search(query));
      expect(prices).toEqual(await shop.engine.pricing.productPrices(shop.en, found.productIds));
    }
    const { prices } = await shop.engine.search.list(shop.en, { text: 'wool hat' });
    expect(prices[0]).toMatchObject({
      from: { amount: 75 },
      onSale: true,
      validUntil: hours(12).toISOString(),
    });
    shop.now = before;
  });

  it('[SEARCH-6] a customer group nobody asked for before is priced at its first search', async () => {
    const [variantId] = await shop.variantIds('stoneware-bowl');
    await shop.engine.pricing.importPriceLists(shop.command(), [
      { id: 'friends-eur', name: 'Friends', currency: 'EUR', customerGroup: 'friends' },
    ]);
    await shop.engine.pricing.setPrices(shop.command(), [
      { variantId: variantId!, list: 'friends-eur', price: { amount: 1750, currency: 'EUR' } },
    ]);
    const market = { ...shop.en, customerGroup: 'friends' };
    expect((await search({}, market)).priceRange?.from.amount).toBe(1750);
  });

  it('[SEARCH-7] what has no price in the market is found, and last by price', async () => {
    await importProduct({
      handle: 'gift-of-nature',
      name: { en: 'Pebble' },
      variants: [testVariant({}, { EUR: 1 }, 1)],
    });
    const pounds = { ...shop.en, currency: 'GBP' };
    expect((await find({ sort: 'price-asc' }, pounds)).at(-1)).toBe('gift-of-nature');
    expect((await find({ sort: 'price-desc' }, pounds)).at(-1)).toBe('gift-of-nature');
  });

  it('[SEARCH-8] a word in the name is worth more than one in the description', async () => {
    await importProduct({
      handle: 'tea-tray',
      name: { en: 'Tray' },
      description: { en: 'Carries your lamp, your mug and more' },
      variants: [testVariant({}, { EUR: 3000 }, 1)],
    });
    expect((await find({ text: 'lamp' })).at(-1)).toBe('tea-tray');
    expect(await find({ text: 'lamps' })).toHaveLength(3);
  });

  it('[SEARCH-8] a product called what was typed comes before one that mentions it often', async () => {
    const variants = [testVariant({}, { EUR: 3000 }, 1)];
    await importProduct({ handle: 'tide-kettle', name: { en: 'Tide kettle' }, variants });
    await importProduct({
      handle: 'harbour-pot',
      name: { en: 'Harbour kettle' },
      brand: 'Tide',
      tags: ['tide', 'kettle', 'tide kettle'],
      description: { en: 'A kettle like the tide kettle: tide after tide, kettle after kettle.' },
      variants,
    });
    expect(await find({ text: 'tide kettle' })).toEqual(['tide-kettle', 'harbour-pot']);
  });

  it('[SEARCH-8] an article number finds its product, whole or in part', async () => {
    await importProduct({
      handle: 'numbered',
      name: { en: 'Numbered' },
      variants: [{ ...testVariant({}, { EUR: 3000 }, 1), sku: 'OS-1108-MOSS' }],
    });
    for (const text of ['OS-1108-MOSS', 'os-1108', '1108'])
      expect(await find({ text })).toContain('numbered');
  });

  it('[SEARCH-9] neither case nor accents matter, in either language', async () => {
    expect(await find({ text: 'cafe NORD' })).toHaveLength(2);
    expect(await find({ text: 'Café nörd' })).toHaveLength(2);
    expect(await find({ text: 'wollmutze' }, shop.de)).toEqual(['wool-hat']);
    expect(await find({ text: 'WOLLMÜTZEN' }, shop.de)).toEqual(['wool-hat']);
    expect(await find({ text: 'grosse kaffees' }, shop.de)).toEqual(['stoneware-mug']);
  });

  it('[SEARCH-10] all words must match, the last one also as a beginning', async () => {
    expect(await find({ text: 'stoneware mu' })).toEqual(['stoneware-mug']);
    expect((await search({ text: 'ston mug' })).corrected).toBeUndefined();
    expect(await find({ text: 'wool sweat' })).toEqual(['wool-sweater']);
    expect(await find({ text: 'tableware' })).toHaveLength(2);
  });

  it('[SEARCH-10] words the language leaves out do not narrow, and alone they are an empty query', async () => {
    expect(await find({ text: 'the stoneware mug' })).toEqual(['stoneware-mug']);
    expect(await find({ text: 'für kaffees' }, shop.de)).toEqual(['stoneware-mug']);
    const everything = (await search({})).total;
    const totals = await Promise.all(['the', 'the and', '', '   ', '?!'].map((text) => search({ text })));
    expect(totals.map(({ total }) => total)).toEqual(totals.map(() => everything));
  });

  it.each([
    ['stonware', 'stoneware', 2],
    ['swaeter', 'sweater', 1],
    ['stonewear bowl', 'stoneware bowl', 1],
    ['wolo hat', 'wool hat', 1],
    ['ostrnad', 'ostrand', 4],
  ])('[SEARCH-11] "%s" is read as "%s"', async (typed, meant, total) => {
    expect(await search({ text: typed })).toMatchObject({ corrected: meant, total });
  });

  it('[SEARCH-11] what is near nothing finds nothing, uncorrected', async () => {
    const result = await search({ text: 'xylophonist' });
    expect(result).toMatchObject({ total: 0, productIds: [], page: 1 });
    expect(result.corrected).toBeUndefined();
  });

  it('[SEARCH-12] synonyms widen a word, per locale, until they are forgotten', async () => {
    const set = (also: string[]) =>
      shop.engine.search.setSynonyms(shop.command(), [{ locale: 'en', word: 'Jumper', also }]);
    expect((await search({ text: 'jumper' })).total).toBe(0);
    await set(['sweater']);
    expect(await find({ text: 'wool jumper' })).toEqual(['wool-sweater']);
    expect((await search({ text: 'jumper' }, shop.de)).total).toBe(0);
    await set([]);
    expect((await search({ text: 'jumper' })).total).toBe(0);
  });

  it('[SEARCH-12] a word that took the place of a slip is widened, too', async () => {
    const set = (also: string[]) =>
      shop.engine.search.setSynonyms(shop.command(), [{ locale: 'en', word: 'sweater', also }]);
    const before = await find({ text: 'swaeter' });
    await set(['mug']);
    expect(await find({ text: 'swaeter' })).toEqual(expect.arrayContaining([...before, 'stoneware-mug']));
    expect((await search({ text: 'swaeter' })).corrected).toBe('sweater');
    await set([]);
    expect(await find({ text: 'swaeter' })).toEqual(before);
  });

  it('[SEARCH-29] synonyms are listed, of one word each, and go both ways where that is said', async () => {
    const { engine } = shop;
    const set = (...synonyms: Parameters<typeof engine.search.setSynonyms>[1]) =>
      engine.search.setSynonyms(shop.command(), synonyms);
    const listed = () => engine.search.synonyms(shop.command().actor);
    await set({ locale: 'en', word: 'settee', also: ['bench'] });
    await set({ locale: 'en', word: 'Sofa', also: ['Settee', 'day bed', 'sofa'], bothWays: true });
    expect(await listed()).toEqual([
      { locale: 'en', word: 'settee', also: ['bench', 'sofa'] },
      { locale: 'en', word: 'sofa', also: ['Settee', 'day bed', 'sofa'] },
    ]);
    await expect(set({ locale: 'en', word: 'day bed', also: ['sofa'] })).rejects.toThrow(/expected one word/);
    await set(...['sofa', 'settee'].map((word) => ({ locale: 'en', word, also: [] })));
    expect(await listed()).toEqual([]);
    await expect(engine.search.synonyms({ kind: 'guest' })).rejects.toThrow(/catalog\.read/);
  });

  it.each(HOSTILE)('[SEARCH-13] %j is not an error anywhere', async (text) => {
    const query = { text, categoryId: text, filters: { [text]: [text], colour: [text] } };
    expect((await search(query)).total).toBeGreaterThanOrEqual(0);
    expect((await search({ text })).total).toBeGreaterThanOrEqual(0);
    expect(Array.isArray(await shop.engine.search.suggest(shop.en, text))).toBe(true);
  });

  it('[SEARCH-14] a category means everything below it, and shows its children', async () => {
    const home = await search({ categoryId: await categoryId('home') });
    expect(home.total).toBe(4);
    expect(home.facets[0]).toMatchObject({
      key: 'category',
      label: 'Category',
      values: [
        { label: 'Tableware', count: 2 },
        { label: 'Lamps', count: 2 },
      ],
    });
    expect((await search({ categoryId: 'nowhere' })).total).toBe(0);
    const filtered = await search({ filters: { category: [await categoryId('lamps')] } });
    expect(filtered.total).toBe(2);
  });

  it('[SEARCH-15] [SEARCH-16] counts ignore the choices of their own facet and respect the others', async () => {
    const sea = await search({ filters: { colour: ['ochre'], material: ['stoneware'] } });
    expect(await handlesOf(sea)).toEqual(['stoneware-mug']);
    expect(facet(sea, 'colour')).toEqual({ ochre: 1, sea: 2 });
    expect(facet(sea, 'material')).toEqual({ stoneware: 1 });
    const both = await search({ filters: { colour: ['ochre', 'sea'], material: ['stoneware'] } });
    expect(both.total).toBe(2);
    const none = await search({ filters: { colour: ['ochre'], brand: ['cafe-nord'] } });
    expect(none.total).toBe(0);
    expect(none.facets.find(({ key }) => key === 'colour')?.values).toEqual([
      expect.objectContaining({ key: 'ochre', count: 0, selected: true, swatch: '#c8892b' }),
    ]);
    expect((await search({ filters: { colour: ['no-such-colour'] } })).total).toBe(0);
  });

  it('[SEARCH-16] choosing a value gives as many products as its count said', async () => {
    const start = await search({ categoryId: await categoryId('home') });
    const choices = start.facets.flatMap(({ key, values }) =>
      values.map((value) => ({ key, value: value.key, count: value.count })),
    );
    for (const { key, value, count } of choices) {
      const chosen = await search({ categoryId: await categoryId('home'), filters: { [key]: [value] } });
      expect({ key, value, total: chosen.total }).toEqual({ key, value, total: count });
    }
  });

  it('[SEARCH-17] labels are in the language of the market', async () => {
    const { facets } = await search({ categoryId: await categoryId('tableware') }, shop.de);
    expect(facets.map(({ label }) => label)).toEqual(['Farbe', 'Material', 'Marke', 'Verfügbarkeit']);
    expect(facets[0]?.values.map(({ label }) => label)).toEqual(['Meer', 'Ocker']);
  });

  it('[SEARCH-24] values come in an order people know, whichever product was written last', async () => {
    const option = (key: string, values: readonly string[]) => ({
      key,
      label: { en: key },
      values: values.map((label) => ({ key: label.toLowerCase().replace('/', '-'), label: { en: label } })),
    });
    const shirt = (handle: string, sizes: readonly string[], finishes: readonly string[]) => {
      const options = [option('shirt-size', sizes), option('finish', finishes)];
      const keys = options.map(({ values }) => values.map(({ key }) => key));
      return {
        handle,
        name: { en: `Ordered ${handle}` },
        options,
        variants: keys[0]!.flatMap((size) =>
          keys[1]!.map((finish) => testVariant({ 'shirt-size': size, finish }, { EUR: 100 }, 1)),
        ),
      };
    };
    await importProduct(shirt('smock', ['XS', 'S', 'M', 'L', 'XL'], ['Matt', 'Satin', 'Gloss']));
    await importProduct(shirt('tunic', ['S/M', 'L/XL'], ['Satin']));
    await importProduct(shirt('jacket', ['L', 'XL'], ['Satin', 'Gloss']));
    const { facets } = await search({ text: 'ordered' });
    const labels = (key: string) => facets.find((each) => each.key === key)?.values.map(({ label }) => label);
    expect(labels('shirt-size')).toEqual(['XS', 'S', 'S/M', 'M', 'L', 'L/XL', 'XL']);
    expect(labels('finish')).toEqual(['Matt', 'Satin', 'Gloss']);
    await shop.engine.search.rebuild();
    expect((await search({ text: 'ordered' })).facets).toEqual(facets);
  });

  it('[SEARCH-17] tags can be filtered by', async () => {
    const result = await search({ filters: { tag: ['gift'] } });
    expect(await handlesOf(result)).toEqual(['stoneware-mug']);
    expect(result.facets.map(({ key }) => key)).not.toContain('tag');
  });

  it('[SEARCH-16] [SEARCH-18] a price filter keeps what it touches, and the range ignores it', async () => {
    const lamps = { categoryId: await categoryId('lamps') };
    const cheap = await search({ ...lamps, priceFrom: 5900, priceTo: 5900 });
    expect(await handlesOf(cheap)).toEqual(['desk-lamp']);
    expect(cheap.priceRange).toEqual({
      from: { amount: 5900, currency: 'EUR' },
      to: { amount: 9900, currency: 'EUR' },
    });
    expect((await search({ ...lamps, priceTo: 9900, priceFrom: 9000 })).total).toBe(1);
    expect((await search({ ...lamps, priceFrom: 9_000, priceTo: 0 })).total).toBe(1);
  });

  it('[SEARCH-19] sorts by price, age and name', async () => {
    const home = await categoryId('home');
    const by = (sort: SearchQuery['sort']) => find({ categoryId: home, sort });
    expect(await by('price-asc')).toEqual(['stoneware-mug', 'stoneware-bowl', 'desk-lamp', 'reading-lamp']);
    expect(await by('price-desc')).toEqual(['reading-lamp', 'desk-lamp', 'stoneware-bowl', 'stoneware-mug']);
    expect(await by('newest')).toEqual(['desk-lamp', 'reading-lamp', 'stoneware-bowl', 'stoneware-mug']);
    expect(await by('name')).toEqual(['desk-lamp', 'reading-lamp', 'stoneware-bowl', 'stoneware-mug']);
    expect(await by(undefined)).toEqual(await by('newest'));
  });

  it('[SEARCH-20] pages follow one another, and absurd ones are the last or the first', async () => {
    const home = await categoryId('home');
    const page = (number: number) => search({ categoryId: home, pageSize: 3, page: number });
    const [first, second] = [await page(1), await page(2)];
    expect([first.productIds.length, second.productIds.length]).toEqual([3, 1]);
    expect(new Set([...first.productIds, ...second.productIds]).size).toBe(4);
    expect(await page(1e9)).toEqual(second);
    expect(await page(Number.POSITIVE_INFINITY)).toEqual(second);
    for (const odd of [0, -7, Number.NaN]) expect(await page(odd)).toEqual(first);
  });

  it('[SEARCH-21] suggests terms, categories and products that a search finds', async () => {
    const suggestions = await shop.engine.search.suggest(shop.en, 'lam');
    expect(suggestions.map(({ kind, text }) => [kind, text])).toEqual([
      ['term', 'lamp'],
      ['term', 'lamps'],
      ['category', 'Lamps'],
      ['product', 'Desk lamp'],
      ['product', 'Reading lamp'],
    ]);
    expect(suggestions[2]?.slug).toBe('lamps');
    const german = await shop.engine.search.suggest(shop.de, 'stein');
    expect(german.find(({ kind }) => kind === 'product')).toMatchObject({ slug: 'steinzeug-becher' });
    expect(await shop.engine.search.suggest(shop.en, ' ')).toEqual([]);
    const longer = await shop.engine.search.suggest(shop.en, 'wool sw');
    expect(longer[0]).toEqual({ kind: 'term', text: 'wool sweater' });
  });

  it('[SEARCH-25] without facets the products and the total are the same', async () => {
    const queries: readonly SearchQuery[] = [
      {},
      { text: 'mug' },
      { text: 'stonware' },
      { filters: { colour: ['sea'], availability: ['available'] }, priceFrom: 1000 },
      { categoryId: await categoryId('home'), sort: 'name', pageSize: 1, page: 2 },
      { filters: { offer: ['sale'], brand: ['nobody'] } },
    ];
    for (const query of queries) {
      const bare = await search({ ...query, facets: false });
      const { facets, priceRange, ...rest } = await search(query);
      expect(bare).toEqual({ ...rest, facets: [] });
      expect(await search({ ...query, facets: false })).toEqual(bare);
      expect(await search(query)).toEqual({ ...rest, facets, ...(priceRange && { priceRange }) });
    }
  });

  it('[SEARCH-26] counts that were asked before follow price, stock, category and clock', async () => {
    const before = shop.now;
    const [variantId] = await shop.variantIds('reading-lamp');
    const offers = async () => facet(await search({ text: 'reading' }), 'offer');
    const available = async () => facet(await search({ text: 'reading' }), 'availability');
    const setOnHand = (onHand: number) =>
      shop.engine.inventory.setOnHand(shop.command(), {
        variantId: variantId!,
        locationId: 'warehouse',
        onHand,
        reason: 'count',
      });
    expect([await offers(), await available()]).toEqual([{}, { 'sold-out': 1 }]);
    await setOnHand(3);
    expect(await available()).toEqual({ available: 1 });
    await setOnHand(0);
    expect(await available()).toEqual({ 'sold-out': 1 });
    const hours = (count: number) => new Date(before.getTime() + count * 60 * 60 * 1000);
    await shop.engine.pricing.scheduleSale(shop.command(), {
      name: 'lamp-sale',
      from: hours(1).toISOString(),
      to: hours(2).toISOString(),
      prices: [{ variantId: variantId!, price: { amount: 50, currency: 'EUR' } }],
    });
    expect(await offers()).toEqual({});
    shop.now = hours(1);
    expect(await offers()).toEqual({ sale: 1 });
    expect((await search({ text: 'reading' })).priceRange?.from.amount).toBe(50);
    shop.now = hours(3);
    expect(await offers()).toEqual({});
    shop.now = before;
  });

  it('[SEARCH-26] what was read while the index changed is not remembered', async () => {
    const memory = createSearchMemory(database());
    const survey = {
      terms: { words: [], categoryToken: undefined, filters: [] },
      total: 1,
      until: new Date(shop.now.getTime() + 1),
    };
    const recall = (at = shop.now, facets = false) => memory.recall('lamps', { facets, at });
    const keep = memory.beginReading();
    await database().transaction((tx) => tx.emit({ kind: 'search.indexed', payload: {} }));
    keep('lamps', survey);
    expect(recall()).toBeUndefined();
    memory.beginReading()('lamps', survey);
    expect(recall()).toBe(survey);
    expect([recall(survey.until), recall(shop.now, true)]).toEqual([undefined, undefined]);
    memory.stop();
    memory.beginReading()('lamps', survey);
    expect(recall()).toBeUndefined();
  });

  it('[SEARCH-27] the planner learns how large the index has become', async () => {
    const believed = async () => {
      const { rows } = await sql<{ rows: number }>`
        select reltuples::int as rows from pg_class where oid = 'search_price'::regclass`.execute(
        database().tables(),
      );
      return rows[0]!.rows;
    };
    await sql`insert into search_price
      select 'nowhere', 'EUR', 'anyone', 'p' || n, n, n, false, null, n from generate_series(1, 2000) as n`.execute(
      database().tables(),
    );
    await keepStatistics(database());
    expect(await believed()).toBeGreaterThanOrEqual(2000);
    await sql`delete from search_price where channel = 'nowhere'`.execute(database().tables());
  });

  it('[SEARCH-22] asks few statements', async () => {
    const cost = async (query: SearchQuery) => {
      const { on, count } = countStatements(database());
      await searchIndex(on, scope(), query);
      return count();
    };
    expect(await cost({})).toBe(1);
    expect(await cost({ text: 'mug', filters: { colour: ['sea'] }, sort: 'price-asc' })).toBe(2);
    expect(await cost({ text: 'stonware' })).toBe(3);
    const memory = createSearchMemory(database());
    const costAgain = async (query: SearchQuery) => {
      await searchIndex(database(), scope(), query, memory);
      const { on, count } = countStatements(database());
      await searchIndex(on, scope(), { ...query, page: 2, pageSize: 1, sort: 'name' }, memory);
      return count();
    };
    expect(await costAgain({ text: 'mug', filters: { colour: ['sea'] } })).toBe(1);
    expect(await costAgain({ text: 'stonware', facets: false })).toBe(1);
    memory.stop();
    const { on, count } = countStatements(database());
    await suggestFromIndex(on, scope(), 'sto');
    expect(count()).toBe(1);
  });

  it('[SEARCH-23] text, categories and corrections are answered from indexes', async () => {
    // A small table is read faster without any index: here the others are put out of sight.
    const planOf = async (condition: string) => {
      const explain = sql<{ 'QUERY PLAN': string }>`explain ${sql.raw(condition)}`;
      const lines = await database().transaction(async (tx) => {
        await sql`set local enable_seqscan = off`.execute(tx.tables());
        await sql`drop index search_word_beginnings`.execute(tx.tables());
        await sql`alter table search_word drop constraint search_word_pkey`.execute(tx.tables());
        const { rows } = await explain.execute(tx.tables());
        await sql`create index search_word_beginnings on search_word (channel, locale, word text_pattern_ops)`.execute(
          tx.tables(),
        );
        await sql`alter table search_word add primary key (channel, locale, word)`.execute(tx.tables());
        return rows;
      });
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    };
    const text = `select 1 from search_text where vector @@ plainto_tsquery('english', 'wool mug')`;
    expect(await planOf(text)).toContain('search_text_vector');
    const category = 'select 1 from search_item where tokens @> array[7]';
    expect(await planOf(category)).toContain('search_item_tokens');
    const near = `select 1 from search_word where word % 'stonware'`;
    expect(await planOf(near)).toContain('search_word_trigrams');
  });

  it.skipIf(!process.env.TEST_DATABASE_URL)(
    '[SEARCH-1] [SEARCH-26] a change of another process is found and counted',
    async () => {
      const { url } = database();
      if (!url) return;
      const second = await openDatabase({ url, migrations: [commerceMigrations] });
      const secret = 'a secret for tests, 32 letters long';
      const other = createEngine({ database: second, secret, clock: () => shop.now });
      const product = {
        handle: 'far-away-thing',
        name: { en: 'Seagull whistle' },
        variants: [testVariant({}, { EUR: 100 }, 1)],
      };
      await other.catalog.importProducts(shop.command(), [product]);
      await vi.waitFor(
        async () => expect(await find({ text: 'seagull' })).toEqual(['far-away-thing']),
        5_000,
      );
      const brands = async () => facet(await search({ text: 'seagull' }), 'brand');
      expect(await brands()).toEqual({});
      await other.catalog.importProducts(shop.command(), [{ ...product, brand: 'Coast' }]);
      await vi.waitFor(async () => expect(await brands()).toEqual({ coast: 1 }), 5_000);
      other.search.stop();
      await second.close();
    },
  );
});
