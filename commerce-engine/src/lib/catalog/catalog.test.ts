import { openDatabase } from '@vitrine/database';
import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createEngine } from '../engine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { countStatements, openTestShop, type TestShop } from '../testing/test-shop.ts';
import type { CategoryInput, ProductInput } from './product-import.ts';

const mug: ProductInput = {
  handle: 'tea-mug',
  name: { en: 'Tea mug', de: 'Teebecher' },
  slug: { en: 'tea-mug', de: 'teebecher' },
  description: { en: '<p>Holds <b>tea</b>.</p>' },
  brand: 'Ostrand',
  categories: ['mugs'],
  tags: ['stoneware'],
  attributes: { height: { en: '9.5' }, material: { en: 'Stoneware', de: 'Steinzeug' } },
  media: [
    { src: 'demo/mug.svg', alt: { en: 'A mug' }, width: 800, height: 800 },
    { src: 'demo/mug-ochre.svg', width: 800, height: 800, shows: { colour: 'ochre' } },
  ],
  options: [
    {
      key: 'colour',
      label: { en: 'Colour', de: 'Farbe' },
      values: [
        { key: 'ochre', label: { en: 'Ochre', de: 'Ocker' }, swatch: '#c8963d' },
        { key: 'slate', label: { en: 'Slate', de: 'Schiefer' }, swatch: '#556' },
        { key: 'moss', label: { en: 'Moss', de: 'Moos' }, swatch: '#575' },
      ],
    },
    {
      key: 'size',
      label: { en: 'Size', de: 'Größe' },
      values: [
        { key: 's', label: { en: 'Small', de: 'Klein' } },
        { key: 'l', label: { en: 'Large', de: 'Groß' } },
      ],
    },
  ],
  variants: [
    {
      options: { colour: 'ochre', size: 's' },
      sku: 'MUG-O-S',
      weight: 300,
      prices: [{ price: { amount: 1800, currency: 'EUR' } }, { price: { amount: 1600, currency: 'GBP' } }],
      stock: { warehouse: 40, 'store-harbour': 2 },
    },
    {
      options: { colour: 'slate', size: 'l' },
      prices: [{ price: { amount: 1500, currency: 'EUR' }, regular: { amount: 2200, currency: 'EUR' } }],
      stock: { warehouse: 0 },
    },
  ],
  related: ['tea-pot'],
  publishedAt: '2026-11-20',
};

describeOnEachEngine('the catalogue', { migrations: [commerceMigrations] }, (open) => {
  let shop: TestShop;
  let catalog: TestShop['engine']['catalog'];

  const importOne = async (input: ProductInput) =>
    (await catalog.importProducts(shop.command(), [input]))[0]!;
  const readMug = async () => (await catalog.productsBySlug(shop.en, ['tea-mug']))[0];

  beforeAll(async () => {
    shop = await openTestShop(open());
    ({ catalog } = shop.engine);
    await catalog.importAttributes(shop.command(), [
      { key: 'height', label: { en: 'Height', de: 'Höhe' }, type: 'number', unit: 'cm', facet: true },
    ]);
    await catalog.importCategories(shop.command(), [
      { handle: 'mugs', parent: 'table', name: { en: 'Mugs', de: 'Becher' }, slug: { de: 'becher' } },
      { handle: 'table', name: { en: 'Table', de: 'Tisch' } },
      { handle: 'garden', name: { en: 'Garden' } },
    ]);
  });

  beforeEach(async () => {
    shop.now = new Date('2026-11-23T09:00:00.000Z');
    await importOne(mug);
    await shop.takeEvents();
  });

  test('[CAT-7] a product is read with its price and its stock', async () => {
    const product = (await readMug())!;
    const [small, large] = product.variants;
    expect(product).toMatchObject({
      name: 'Tea mug',
      brand: 'Ostrand',
      description: '<p>Holds <b>tea</b>.</p>',
      breadcrumb: [{ name: 'Table' }, { name: 'Mugs', slug: 'mugs' }],
      slugs: { en: 'tea-mug', de: 'teebecher' },
      badges: ['new'],
    });
    expect(await shop.engine.pricing.variantPrices(shop.en, [small!.id, large!.id])).toMatchObject([
      { price: { amount: 1800 }, onSale: false },
      { price: { amount: 1500 }, regular: { amount: 2200 }, onSale: true },
    ]);
    expect(await shop.engine.inventory.availability(shop.en, [small!.id, large!.id])).toEqual([
      { variantId: small!.id, class: 'in-stock' },
      { variantId: large!.id, class: 'sold-out' },
    ]);
  });

  test('[CAT-6] a product is new for 30 days after it was published', async () => {
    shop.now = new Date('2026-12-19T23:00:00.000Z');
    expect((await readMug())!.badges).toEqual(['new']);
    shop.now = new Date('2026-12-20T01:00:00.000Z');
    expect((await readMug())!.badges).toEqual([]);
  });

  test('[CAT-7] the breadcrumb follows the first category that is named', async () => {
    const first = async () => (await readMug())!.breadcrumb.map(({ name }) => name);
    await importOne({ ...mug, categories: ['garden', 'mugs'] });
    expect(await first()).toEqual(['Garden']);
    await importOne({ ...mug, categories: ['mugs', 'garden'] });
    expect(await first()).toEqual(['Table', 'Mugs']);
  });

  test('[CAT-14] an attribute nobody defined is defined with its key as label, and is no facet', async () => {
    await importOne({ ...mug, attributes: { ...mug.attributes, glaze: { en: 'Matt' } } });
    const { rows } = await open().execute(`select facet from catalog_attribute where key = 'glaze'`);
    expect(rows).toMatchObject([{ facet: false }]);
    expect((await readMug())!.attributes).toContainEqual(
      expect.objectContaining({ label: 'Glaze', value: 'Matt' }),
    );
    await importOne(mug);
  });

  test('[CAT-2] every text falls back on its own', async () => {
    const [german] = await catalog.productsBySlug(shop.de, ['teebecher']);
    expect(german).toMatchObject({
      name: 'Teebecher',
      description: '<p>Holds <b>tea</b>.</p>',
      attributes: [
        { key: 'height', label: 'Höhe', value: '9,5\u00a0cm' },
        { key: 'material', label: 'Material', value: 'Steinzeug' },
      ],
    });
    const austrian = { ...shop.de, locale: 'de-AT' };
    expect((await catalog.productsBySlug(austrian, ['teebecher']))[0]!.name).toBe('Teebecher');
  });

  test('[CAT-3] a product without a slug of the locale is found by the one it falls back to', async () => {
    expect((await catalog.productsBySlug(shop.de, ['tea-mug']))[0]!.slug).toBe('teebecher');
    expect((await catalog.productsBySlug(shop.en, ['teebecher']))[0]).toBeUndefined();
    const french = { ...shop.en, locale: 'fr' };
    expect((await catalog.productsBySlug(french, ['tea-mug']))[0]!.slug).toBe('tea-mug');
  });

  test('[CAT-3] a taken slug is refused by name, one made from the handle gets a suffix', async () => {
    const bowl: ProductInput = { handle: 'bowl', name: { en: 'Bowl' }, variants: [{ options: {} }] };
    expect(await importOne({ ...bowl, slug: { en: 'tea-mug' } })).toEqual({
      handle: 'bowl',
      kind: 'refused',
      changes: [],
      problems: ['The slug "tea-mug" (en) belongs to product "tea-mug". Choose another one.'],
    });
    await importOne({ ...bowl, handle: 'other', slug: { en: 'vase' } });
    await importOne({ ...bowl, handle: 'vase' });
    const [second] = await catalog.productsBySlug(shop.en, ['vase-2']);
    expect(second).toMatchObject({ name: 'Bowl', slugs: { en: 'vase-2', de: 'vase' } });
  });

  test('[CAT-4] answers come in the order of the inputs, by the same number of statements', async () => {
    const id = (await readMug())!.id;
    const one = countStatements(open());
    await catalog.productsById(shop.en, [id], { on: one.on });
    const many = countStatements(open());
    const ids = ['nothing', id, ...Array.from({ length: 30 }, (_, index) => `no-${index}`)];
    const answers = await catalog.productsById(shop.en, ids, { on: many.on });
    expect(answers.map((answer) => answer?.id)).toEqual(ids.map((each) => (each === id ? id : undefined)));
    expect(many.count()).toBe(one.count());
    expect(many.count()).toBeLessThanOrEqual(2);
  });

  test('[CAT-4] cards and categories too need a fixed number of statements', async () => {
    const id = (await readMug())!.id;
    const cards = countStatements(open());
    await catalog.productCards(shop.en, [id, id, 'x'], { on: cards.on });
    expect(cards.count()).toBe(1);
    const categories = countStatements(open());
    const found = await catalog.categoriesBySlug(shop.de, ['becher', 'table', 'none'], { on: categories.on });
    expect(found.map((each) => each?.name)).toEqual(['Becher', 'Tisch', undefined]);
    expect(categories.count()).toBeLessThanOrEqual(1);
  });

  test('[CAT-5] options show only values that variants on sale have', async () => {
    const product = (await readMug())!;
    expect(product.options.map((option) => option.values.map((value) => value.key))).toEqual([
      ['ochre', 'slate'],
      ['s', 'l'],
    ]);
    expect(product.swatches.map((swatch) => swatch.label)).toEqual(['Ochre', 'Slate']);
  });

  test('[CAT-1] what is not published or not in the assortment does not exist for shoppers', async () => {
    await importOne({ ...mug, published: false });
    expect(await readMug()).toBeUndefined();
    await importOne({
      ...mug,
      published: true,
      assortments: [{ channel: 'online', from: '2026-12-01T00:00:00Z', to: '2026-12-24T00:00:00Z' }],
    });
    expect(await readMug()).toBeUndefined();
    shop.now = new Date('2026-12-01T00:00:00.000Z');
    expect((await readMug())?.name).toBe('Tea mug');
    const harbour = { ...shop.en, channel: 'harbour' };
    expect(await catalog.productsBySlug(harbour, ['tea-mug'])).toEqual([undefined]);
    shop.now = new Date('2026-12-24T00:00:00.000Z');
    expect(await readMug()).toBeUndefined();
    await importOne({ ...mug, assortments: [] });
    expect((await readMug())?.badges).toEqual([]);
  });

  test('[CAT-8] related products keep their order and leave out what cannot be seen', async () => {
    const pot: ProductInput = { handle: 'tea-pot', name: { en: 'Tea pot' }, variants: [{ options: {} }] };
    await importOne({ ...pot, handle: 'tea-bowl' });
    await importOne({ ...mug, related: ['tea-pot', 'never-was', 'tea-bowl'] });
    const [bowl] = await catalog.productsBySlug(shop.en, ['tea-bowl']);
    expect((await readMug())!.relatedIds).toEqual([bowl!.id]);
    await importOne(pot);
    const [teapot] = await catalog.productsBySlug(shop.en, ['tea-pot']);
    expect((await readMug())!.relatedIds).toEqual([teapot!.id, bowl!.id]);
  });

  test('[CAT-9] importing the same again writes nothing and tells nobody', async () => {
    const snapshot = async () =>
      JSON.stringify(
        await open()
          .tables<{ catalog_product: object }>()
          .selectFrom('catalog_product')
          .selectAll()
          .execute(),
      );
    const before = await snapshot();
    shop.now = new Date('2026-11-23T10:00:00.000Z');
    expect(await importOne(mug)).toEqual({ handle: 'tea-mug', kind: 'unchanged', changes: [], problems: [] });
    expect(await snapshot()).toBe(before);
    expect(await shop.takeEvents()).toEqual([]);
  });

  test('[CAT-17] a changed price and count say so in sentences and events, the product itself stays', async () => {
    const product = (await readMug())!;
    const [small, large] = mug.variants;
    const outcome = await importOne({
      ...mug,
      variants: [
        { ...small!, prices: [{ price: { amount: 1900, currency: 'EUR' } }], stock: { warehouse: 3 } },
        large!,
      ],
    });
    expect(outcome).toMatchObject({
      kind: 'changed',
      changes: ['Price of MUG-O-S: 18.00 → 19.00 EUR.', 'Stock of MUG-O-S at warehouse: 40 → 3.'],
    });
    const ids = { productIds: [product.id], variantIds: [product.variants[0]!.id] };
    expect(await shop.takeEvents()).toEqual([
      { kind: 'price.changed', payload: ids },
      { kind: 'stock.class-changed', payload: ids },
    ]);
  });

  test('[CAT-17] a changed slug drops the old address and the lists above the product', async () => {
    const { id } = (await readMug())!;
    await importOne({ ...mug, slug: { en: 'tea-mug', de: 'tasse' } });
    const tree = await catalog.categoryTree(shop.en);
    const table = tree.find((node) => node.name === 'Table')!;
    expect(await shop.takeEvents()).toEqual([
      {
        kind: 'product.changed',
        payload: { productIds: [id], slugs: expect.arrayContaining(['tea-mug', 'teebecher', 'tasse']) },
      },
    ]);
    await importOne({ ...mug, categories: ['garden'] });
    const garden = tree.find((node) => node.name === 'Garden')!;
    const events = await shop.takeEvents();
    expect(events.find(({ kind }) => kind === 'list.changed')?.payload).toEqual({
      categoryIds: expect.arrayContaining([table.id, table.children[0]!.id, garden.id]),
    });
  });

  test('[CAT-10] [CAT-14] [CAT-15] a bad product is refused with sentences and does not stop the others', async () => {
    const outcomes = await catalog.importProducts(shop.command(), [
      { ...mug, handle: 'Bad Handle' },
      {
        ...mug,
        handle: 'no-such',
        slug: undefined,
        categories: ['cellar'],
        variants: [{ options: { colour: 'pink' } }],
      },
      { handle: 'fine', name: { en: 'Fine' }, variants: [{ options: {} }] },
      { handle: 'fine', name: { en: 'Fine again' }, variants: [{ options: {} }] },
      { handle: 'empty', name: { de: 'Leer' }, variants: [] },
      { handle: 'nul', name: { en: 'N\u0000L' }, variants: [{ options: {} }] },
      { handle: 'german', name: { de: 'Nur deutsch' }, variants: [{ options: {}, stock: { moon: 1 } }] },
    ]);
    expect(outcomes.map(({ kind, problems }) => [kind, ...problems])).toEqual([
      ['refused', expect.stringContaining('handle: expected a handle of a-z')],
      [
        'refused',
        'Unknown category "cellar". Known: table, mugs, garden.',
        'Variant 1 has no value for option "size".',
        'Variant 1 names colour "pink", which is not among the options.',
      ],
      ['created'],
      ['refused', '"fine" is twice in this import.'],
      ['refused', 'variants: expected at least one variant'],
      ['refused', expect.stringContaining('was it read in the wrong encoding?')],
      [
        'refused',
        'Expected a name in "en", the first locale of a channel; got de.',
        'Unknown location "moon". Known: warehouse, store-harbour, store-north.',
      ],
    ]);
  });

  test('[CAT-10] a count below what is reserved refuses the product, and nothing of it is written', async () => {
    const variantId = (await readMug())!.variants[0]!.id;
    const by = { actor: 'test', at: shop.now };
    const reserve = { variantId, locationId: 'warehouse', onHand: 0, reason: 'order' };
    const { book } = shop.engine.inventory.inTransaction;
    await open().transaction((tx) => book(tx, [{ ...reserve, reserved: 5 }], by));
    const [small, large] = mug.variants;
    const outcome = await importOne({
      ...mug,
      name: { en: 'Renamed' },
      variants: [{ ...small!, stock: { warehouse: 4 } }, large!],
    });
    expect(outcome).toMatchObject({
      kind: 'refused',
      problems: ['Stock of MUG-O-S at warehouse cannot be 4: 5 are reserved for orders.'],
    });
    expect((await readMug())!.name).toBe('Tea mug');
    await open().transaction((tx) => book(tx, [{ ...reserve, reserved: -5 }], by));
  });

  test('[CAT-11] variants that are not named retire, and return with their id', async () => {
    const before = (await readMug())!;
    const retired = before.variants[1]!.id;
    const outcome = await importOne({ ...mug, variants: [mug.variants[0]!] });
    expect(outcome.changes).toEqual(['Variant tea-mug-slate-l retired.']);
    expect((await readMug())!.variants.map((variant) => variant.id)).toEqual([before.variants[0]!.id]);
    expect(await shop.engine.pricing.variantPrices(shop.en, [retired])).toEqual([undefined]);
    await importOne(mug);
    expect((await readMug())!.variants[1]!.id).toBe(retired);
  });

  test('[CAT-11] absent optional parts stay as they are', async () => {
    const before = await readMug();
    const outcome = await importOne({
      handle: 'tea-mug',
      name: mug.name,
      variants: mug.variants.map(({ options }) => ({ options })),
    });
    expect(outcome.kind).toBe('unchanged');
    expect(await readMug()).toEqual(before);
  });

  test('[CAT-21] an import in one language leaves the others as they are', async () => {
    const german = {
      ...mug,
      description: { en: '<p>Holds <b>tea</b>.</p>', de: '<p>Für Tee.</p>' },
      seo: { title: { en: 'Mug', de: 'Becher' }, description: { de: 'Becher für Tee' } },
      media: [{ ...mug.media![0]!, alt: { en: 'A mug', de: 'Ein Becher' } }],
    };
    await importOne(german);
    const english: ProductInput = {
      ...mug,
      name: { en: 'Big tea mug' },
      slug: { en: 'big-tea-mug' },
      description: { en: '<p>Holds more.</p>' },
      seo: { title: { en: 'Big mug' } },
      attributes: { height: { de: '11.5' }, material: { en: 'Clay' } },
      media: [{ src: 'demo/mug.svg', alt: { en: 'A big mug' } }],
      options: mug.options!.map((option) => ({
        key: option.key,
        label: { en: option.label.en! },
        values: option.values.map((value) => ({ key: value.key, label: { en: `${value.label.en} one` } })),
      })),
    };
    expect((await importOne(english)).kind).toBe('changed');
    expect(await importOne(english)).toMatchObject({ kind: 'unchanged' });
    const [inGerman] = await catalog.productsBySlug(shop.de, ['teebecher']);
    expect(inGerman).toMatchObject({
      name: 'Teebecher',
      description: '<p>Für Tee.</p>',
      seo: { title: 'Becher', description: 'Becher für Tee' },
      media: [{ alt: 'Ein Becher' }],
      attributes: [{ value: '11,5\u00a0cm' }, { value: 'Steinzeug' }],
    });
    expect(inGerman!.options.map(({ label, values }) => [label, values[0]!.label])).toEqual([
      ['Farbe', 'Ocker'],
      ['Größe', 'Klein'],
    ]);
    expect((await catalog.productsBySlug(shop.en, ['big-tea-mug']))[0]).toMatchObject({
      name: 'Big tea mug',
      attributes: [{ value: '11.5\u00a0cm' }, { value: 'Clay' }],
      options: [{ values: [{ label: 'Ochre one' }, { label: 'Slate one' }] }, { values: [{}, {}] }],
    });
  });

  test('[CAT-21] an empty text takes its locale away, but for the name shoppers fall back to', async () => {
    expect((await importOne({ ...mug, name: { en: 'Tea mug', de: '' } })).changes).toEqual(['Name changed.']);
    expect((await catalog.productsBySlug(shop.de, ['teebecher']))[0]!.name).toBe('Tea mug');
    expect(await importOne({ ...mug, name: { en: ' ', de: 'Teebecher' } })).toMatchObject({
      kind: 'refused',
      problems: ['Expected a name in "en", the first locale of a channel; got de.'],
    });
    expect(await importOne({ ...mug, name: { de: 'Teebecher' } })).toMatchObject({ kind: 'changed' });
  });

  test('[CAT-21] categories and attributes keep what they are called in other languages', async () => {
    const shelf = (texts: Pick<CategoryInput, 'name' | 'description' | 'seo' | 'image'>) =>
      catalog.importCategories(shop.command(), [{ handle: 'rack', hierarchy: 'fittings', ...texts }]);
    await shelf({
      name: { en: 'Rack', de: 'Gestell' },
      description: { de: '<p>Stabil.</p>' },
      seo: { title: { de: 'Gestelle' } },
      image: { src: 'demo/rack.svg', alt: { de: 'Ein Gestell' } },
    });
    const english = {
      name: { en: 'Racks' },
      description: { en: '<p>Sturdy.</p>' },
      seo: { title: { en: 'Racks' } },
      image: { src: 'demo/rack.svg', alt: { en: 'A rack' } },
    };
    expect(await shelf(english)).toMatchObject([{ kind: 'changed' }]);
    expect(await shelf(english)).toMatchObject([{ kind: 'unchanged' }]);
    expect((await catalog.categoriesBySlug(shop.de, ['rack']))[0]).toMatchObject({
      name: 'Gestell',
      description: '<p>Stabil.</p>',
      seo: { title: 'Gestelle' },
      image: { alt: 'Ein Gestell' },
    });
    await catalog.importAttributes(shop.command(), [{ key: 'height', label: { en: 'Height' } }]);
    const [product] = await catalog.productsBySlug(shop.de, ['teebecher']);
    expect(product!.attributes[0]!.label).toBe('Höhe');
  });

  test('[CAT-12] variants may swap their SKUs, and a taken SKU is refused by name', async () => {
    const [small, large] = mug.variants;
    await importOne({
      ...mug,
      variants: [
        { ...small!, sku: 'A' },
        { ...large!, sku: 'B' },
      ],
    });
    const swapped = await importOne({
      ...mug,
      variants: [
        { ...small!, sku: 'B' },
        { ...large!, sku: 'A' },
      ],
    });
    expect(swapped.changes).toEqual(['Variant B changed.', 'Variant A changed.']);
    const thief = await importOne({
      handle: 'thief',
      name: { en: 'Thief' },
      variants: [{ options: {}, sku: 'A' }],
    });
    expect(thief.problems).toEqual(['The SKU "A" belongs to product "tea-mug".']);
    await importOne({ ...mug, variants: [small!, { ...large!, sku: 'tea-mug-slate-l' }] });
  });

  test('[CAT-13] HTML is cleaned before it is stored', async () => {
    await importOne({
      ...mug,
      description: {
        en: '<h1 onclick="x()">Mug</h1><script>steal()</script><a href="javascript:x()">a</a><img src=x onerror=x()><p style="position:fixed">p</p>',
      },
    });
    expect((await readMug())!.description).toBe('<h2>Mug</h2><a>a</a><p>p</p>');
  });

  test('[CAT-16] a dry run tells the same and leaves nothing behind', async () => {
    const inputs = [
      { ...mug, brand: 'Else' },
      { ...mug, handle: 'dry', slug: undefined, variants: [{ options: { colour: 'moss', size: 's' } }] },
    ];
    const rehearsed = await catalog.importProducts(shop.command(), inputs, { dryRun: true });
    expect(await catalog.productsBySlug(shop.en, ['dry'])).toEqual([undefined]);
    expect((await readMug())!.brand).toBe('Ostrand');
    expect(await shop.takeEvents()).toEqual([]);
    expect(rehearsed).toEqual(await catalog.importProducts(shop.command(), inputs));
  });

  test('[CAT-18] categories come in any order, in trees without rings', async () => {
    const outcomes = await catalog.importCategories(shop.command(), [
      { handle: 'x', parent: 'y', name: { en: 'X' } },
      { handle: 'y', parent: 'x', name: { en: 'Y' } },
      { handle: 'table', parent: 'mugs', name: { en: 'Table', de: 'Tisch' } },
      { handle: 'summer', hierarchy: 'campaigns', name: { en: 'Summer' } },
      { handle: 'beach', parent: 'summer', name: { en: 'Beach' } },
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused', 'created', 'refused']);
    expect(outcomes[2]!.problems).toEqual(['It cannot be below "mugs", which is below it.']);
    const main = await catalog.categoryTree(shop.en);
    expect(main.map((node) => node.name)).toEqual(['Table', 'Garden']);
    expect(await catalog.categoryTree(shop.de, { hierarchy: 'campaigns' })).toMatchObject([
      { name: 'Summer' },
    ]);
  });

  test('[CAT-9] importing a category again changes nothing, moving it tells about both places', async () => {
    const mugs = { handle: 'mugs', parent: 'table', name: { en: 'Mugs', de: 'Becher' } };
    expect(await catalog.importCategories(shop.command(), [mugs])).toMatchObject([{ kind: 'unchanged' }]);
    expect(await shop.takeEvents()).toEqual([]);
    const moved = await catalog.importCategories(shop.command(), [{ ...mugs, parent: null }]);
    expect(moved).toMatchObject([{ kind: 'changed', changes: ['Parent changed.', 'Position changed.'] }]);
    expect((await shop.takeEvents()).map(({ kind }) => kind)).toEqual(['category.changed', 'list.changed']);
    await catalog.importCategories(shop.command(), [{ ...mugs, position: 0 }]);
  });

  test('[CAT-20] a category keeps the order made by hand', async () => {
    await catalog.importCategories(shop.command(), [{ handle: 'shelf', name: { en: 'Shelf' } }]);
    const jar = (handle: string): ProductInput => ({
      handle,
      name: { en: handle },
      categories: ['shelf'],
      variants: [{ options: {} }],
      publishedAt: handle === 'jar-c' ? '2026-11-02' : '2026-11-01',
    });
    await catalog.importProducts(shop.command(), ['jar-a', 'jar-b', 'jar-c', 'jar-d'].map(jar));
    const shelf = (await catalog.categoriesBySlug(shop.en, ['shelf']))[0]!.id;
    const slugs = async () => {
      const ids = await catalog.arrangedProductIds(shop.en, shelf);
      return (await catalog.productCards(shop.en, ids)).map((card) => card?.slug);
    };
    expect((await slugs())[0]).toBe('jar-c');
    const order = { category: 'shelf', products: ['jar-d', 'jar-b'] };
    await shop.takeEvents();
    expect(await catalog.arrangeCategory(shop.command(), order)).toEqual({ kind: 'changed' });
    expect(await shop.takeEvents()).toEqual([{ kind: 'list.changed', payload: { categoryIds: [shelf] } }]);
    await importOne({ ...jar('jar-d'), tags: ['blue'] });
    expect(await slugs()).toEqual(['jar-d', 'jar-b', 'jar-c', 'jar-a']);
    expect(await catalog.arrangeCategory(shop.command(), order)).toEqual({ kind: 'unchanged' });
    const stranger = { category: 'shelf', products: ['jar-a', 'tea-mug'] };
    expect(await catalog.arrangeCategory(shop.command(), stranger)).toEqual({
      kind: 'not-members',
      products: ['tea-mug'],
    });
  });

  test('[CAT-19] the same key gives the stored outcomes, another body is refused', async () => {
    const command = shop.command();
    const changed = { ...mug, brand: 'Changed' };
    const first = await catalog.importProducts(command, [changed]);
    await importOne(mug);
    expect(await catalog.importProducts(command, [changed])).toEqual(first);
    expect((await readMug())!.brand).toBe('Ostrand');
    await expect(catalog.importProducts(command, [mug])).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
  });

  test('a cart line shows the picture of its variant', async () => {
    const [small, large] = (await readMug())!.variants;
    const lines = await catalog.variantLines(shop.de, [large!.id, small!.id, 'nothing']);
    expect(lines).toMatchObject([
      {
        name: 'Teebecher',
        options: 'Schiefer · Groß',
        productSlug: 'teebecher',
        media: { src: 'demo/mug.svg' },
      },
      { options: 'Ocker · Klein', sku: 'MUG-O-S' },
      undefined,
    ]);
  });

  test('what no database can hold is answered like what does not exist', async () => {
    const odd = ['a\u0000b', '\ud800', "';--", ''];
    const nothing = odd.map(() => undefined);
    expect(await catalog.productsBySlug(shop.en, odd)).toEqual(nothing);
    expect(await catalog.productsById(shop.en, odd)).toEqual(nothing);
    expect(await catalog.productCards(shop.en, odd)).toEqual(nothing);
    expect(await catalog.categoriesBySlug(shop.en, odd)).toEqual(nothing);
    expect(await catalog.categoriesById(shop.en, odd)).toEqual(nothing);
    expect(await catalog.variantLines(shop.en, odd)).toEqual(nothing);
    expect(await shop.engine.pricing.variantPrices(shop.en, odd)).toEqual(nothing);
    expect(await shop.engine.pricing.productPrices(shop.en, odd)).toEqual(nothing);
    expect(await shop.engine.inventory.availability(shop.en, odd)).toEqual(nothing);
    const nowhere = { ...shop.en, locale: 'not a locale!' };
    expect((await catalog.productsBySlug(nowhere, ['tea-mug']))[0]!.name).toBe('Tea mug');
  });

  test('an attribute keeps its type', async () => {
    const [outcome] = await catalog.importAttributes(shop.command(), [
      { key: 'height', label: { en: 'Height', de: 'Höhe' }, type: 'date' },
    ]);
    expect(outcome).toMatchObject({
      kind: 'refused',
      problems: [expect.stringContaining('cannot become a date')],
    });
  });

  test('guests and staff without the capability may not import', async () => {
    const guest = { actor: { kind: 'guest' }, idempotencyKey: 'k' } as const;
    await expect(catalog.importProducts(guest, [mug])).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('an unknown channel is named with those there are', async () => {
    const market = { ...shop.en, channel: 'moon' };
    await expect(catalog.productsBySlug(market, ['x'])).rejects.toThrow(
      'There is no channel "moon". Channels: online, harbour.',
    );
  });

  test.skipIf(!process.env.TEST_DATABASE_URL)(
    '[CAT-4] a category that another process renames is renamed in breadcrumbs',
    async () => {
      const { url } = open();
      if (!url) return;
      const second = await openDatabase({ url, migrations: [commerceMigrations] });
      const secret = 'a secret for tests, 32 letters long';
      const other = createEngine({ database: second, secret, clock: () => shop.now });
      const rename = (name: string) =>
        other.catalog.importCategories(shop.command(), [{ handle: 'mugs', name: { en: name } }]);
      const last = async () => (await readMug())!.breadcrumb.at(-1)!.name;
      expect(await last()).toBe('Mugs');
      await rename('Cups');
      await vi.waitFor(async () => expect(await last()).toBe('Cups'), 5_000);
      await rename('Mugs');
      await vi.waitFor(async () => expect(await last()).toBe('Mugs'), 5_000);
      other.search.stop();
      await second.close();
    },
  );

  test('[CAT-22] staff change what they looked at, never what somebody else changed meanwhile', async () => {
    const { actor } = shop.command();
    const { id } = (await readMug())!;
    const seen = (await catalog.forStaff.get(actor, id))!;
    expect(seen).toMatchObject({ categories: [{ handle: 'mugs' }], texts: { name: mug.name } });
    const change = { id, version: seen.version, name: { en: 'Tea mug XL' }, categories: ['garden'] };
    const outcomes = await Promise.all([
      catalog.changeProduct(shop.command(), change),
      catalog.changeProduct(shop.command(), { id, version: seen.version, brand: 'Other' }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'changed-meanwhile']);
    const now = (await catalog.forStaff.get(actor, id))!;
    expect(now.onSale).toEqual(seen.onSale);
    const script = { en: '<p>Fine</p><script>alert(1)</script>' };
    const again = { id, version: now.version, description: script, published: false };
    expect(await catalog.changeProduct(shop.command(), again)).toMatchObject({ kind: 'changed' });
    expect((await catalog.forStaff.get(actor, id))!.texts.description).toMatchObject({ en: '<p>Fine</p>' });
    expect(await readMug()).toBeUndefined();
    const { version } = (await catalog.forStaff.get(actor, id))!;
    expect(await catalog.changeProduct(shop.command(), { id, version, published: false })).toEqual({
      kind: 'unchanged',
      version,
    });
    const refused = { id, version, categories: ['nowhere'] };
    expect(await catalog.changeProduct(shop.command(), refused)).toMatchObject({ kind: 'refused' });
    const nothing = { id: 'nothing', version: 1, brand: 'x' };
    expect(await catalog.changeProduct(shop.command(), nothing)).toEqual({ kind: 'unknown' });
    await importOne({ ...mug, published: true });
  });

  test('[CAT-23] staff find products and variants, published or not', async () => {
    const { actor } = shop.command();
    await importOne({
      ...mug,
      handle: 'hidden-jug',
      name: { en: 'Hidden jug', de: 'Krug' },
      slug: {},
      published: false,
      categories: ['table'],
      variants: [{ options: { colour: 'moss', size: 's' }, sku: 'JUG-1', barcode: '4006381333931' }],
    });
    const handles = async (query: Parameters<typeof catalog.forStaff.list>[1]) =>
      (await catalog.forStaff.list(actor, query)).products.map(({ handle }) => handle);
    const table = (await catalog.categoriesBySlug(shop.en, ['table']))[0]!.id;
    expect(await handles({ q: 'KRUG' })).toEqual(['hidden-jug']);
    expect(await handles({ q: 'jug-1' })).toEqual(['hidden-jug']);
    expect(await handles({ category: table })).toEqual(expect.arrayContaining(['hidden-jug', 'tea-mug']));
    expect(await handles({ category: table, published: false })).toEqual(['hidden-jug']);
    expect(await handles({ brand: 'Nobody' })).toEqual([]);
    const first = await catalog.forStaff.list(actor, { category: table, limit: 1 });
    expect(await handles({ category: table, limit: 9, after: first.next })).not.toContain(
      first.products[0]!.handle,
    );
    const choices = await catalog.forStaff.choices(actor);
    expect(choices.categories.map(({ handle, depth }) => [handle, depth])).toEqual(
      expect.arrayContaining([
        ['table', 0],
        ['mugs', 1],
      ]),
    );
    expect(choices.brands.map(({ brand }) => brand)).toContain('Ostrand');
    const jug = await catalog.forStaff.findVariants(actor, { q: '4006381333931' });
    expect(jug).toMatchObject([{ sku: 'JUG-1', name: 'Hidden jug, Moss · Small' }]);
    const called = (code: string) => catalog.forStaff.findVariants(actor, { code });
    expect(await called(' 4006381333931 ')).toEqual(jug);
    expect(await called('jug-1')).toEqual(jug);
    expect(await called('JUG')).toEqual([]);
    expect(await called('Hidden jug')).toEqual([]);
    const byId = await catalog.forStaff.findVariants(actor, { ids: [jug[0]!.variantId, 'x'] });
    expect(byId).toEqual(jug);
    const mugs = await catalog.forStaff.findVariants(actor, { q: 'tea-mug' });
    expect(mugs.find(({ name }) => name.includes('Ochre'))?.picture?.src).toContain('mug-ochre');
    await expect(catalog.forStaff.list({ kind: 'guest' }, {})).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('[CAT-30] a whole number finds the variant that has it and not its siblings, page by page', async () => {
    const { actor } = shop.command();
    const sizes = ['s', 'l'];
    await importOne({
      ...mug,
      handle: 'numbered-jug',
      name: { en: 'NJ-1 has a jug', de: 'Kanne' },
      slug: {},
      variants: ['moss', 'ochre'].flatMap((colour, at) =>
        sizes.map((size, by) => ({
          options: { colour, size },
          sku: ['NR-1', 'NR-10', 'NR-11', 'NJ-1'][2 * at + by],
        })),
      ),
    });
    const skus = async (query: Parameters<typeof catalog.forStaff.findVariants>[1]) =>
      (await catalog.forStaff.findVariants(actor, query)).map(({ sku }) => sku);
    expect(await skus({ q: 'nr-1' })).toEqual(['NR-1']);
    expect(await skus({ q: ' NR-10 ' })).toEqual(['NR-10']);
    expect(await skus({ q: 'nr-' })).toEqual(['NR-1', 'NR-10', 'NR-11']);
    // What is called like a number is found as well, after what has it.
    const named = await catalog.forStaff.findVariants(actor, { q: 'nj-1' });
    expect(named.map(({ sku }) => sku)).toEqual(['NJ-1', 'NR-1', 'NR-10', 'NR-11']);
    expect(await skus({ q: 'nj-1', after: named[0]!.variantId, limit: 2 })).toEqual(['NR-1', 'NR-10']);
    const products = async (q: string) =>
      (await catalog.forStaff.list(actor, { q })).products.map(({ handle }) => handle);
    expect(await products('NR-1')).toEqual(['numbered-jug']);
    expect(await products('nr-')).toEqual(['numbered-jug']);
  });
});
