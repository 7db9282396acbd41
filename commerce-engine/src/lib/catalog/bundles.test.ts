import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { type FilledShop, openFilledShop, testVariant } from '../testing/filled-shop.ts';
import type { ProductInput, VariantInput } from './product-import.ts';

describeOnEachEngine('bundles in the catalogue', { migrations: [commerceMigrations] }, (database) => {
  let shop: FilledShop;
  beforeAll(async () => {
    shop = await openFilledShop(database());
  });

  const { stock: _, ...noStock } = testVariant({}, { EUR: 9900 }, 0);
  const of = (sku: string, quantity: number) => ({ sku, quantity });
  const single = (handle: string, more: Partial<ProductInput> = {}): ProductInput => ({
    handle,
    name: { en: handle, de: handle },
    variants: [{ ...testVariant({}, { EUR: 1000 }, 9), weight: 100 }],
    ...more,
  });
  const bundle = (
    handle: string,
    components: VariantInput['components'],
    more: Partial<VariantInput> = {},
  ): ProductInput => ({ ...single(handle), variants: [{ ...noStock, components, ...more }] });
  const pack = {
    key: 'pack',
    label: { en: 'Pack' },
    values: ['one', 'six', 'dozen'].map((key) => ({ key, label: { en: key } })),
  };
  const piece = (key: string, more: Partial<VariantInput> = {}): VariantInput => ({
    ...testVariant({ pack: key }, { EUR: 300 }, 13),
    ...more,
  });
  const packOf = (key: string, components: VariantInput['components']): VariantInput => ({
    ...noStock,
    options: { pack: key },
    components,
  });
  const packed = (handle: string, ...variants: readonly VariantInput[]) =>
    single(handle, { options: [pack], variants });
  const load = (products: readonly ProductInput[], dryRun = false) =>
    shop.engine.catalog.importProducts(shop.command(), products, { dryRun });
  const told = (outcomes: Awaited<ReturnType<typeof load>>) =>
    outcomes.map(({ kind, problems }) => [kind, ...problems]);

  test('[CAT-26] it has a price and pictures of its own, and tells what it holds', async () => {
    expect(told(await load([bundle('table-set', [of('stoneware-mug-sea', 2), of('desk-lamp', 1)])]))).toEqual(
      [['created']],
    );
    const [product] = await shop.engine.catalog.productsBySlug(shop.de, ['table-set']);
    const [mug, lamp] = product!.variants[0]!.components!;
    expect(mug).toMatchObject({
      name: 'Becher aus Steinzeug',
      options: 'Meer',
      sku: 'stoneware-mug-sea',
      quantity: 2,
      productSlug: 'steinzeug-becher',
    });
    expect(lamp).toMatchObject({ name: 'Schreibtischlampe', options: '', quantity: 1 });
    const [line] = await shop.engine.catalog.variantLines(shop.en, [product!.variants[0]!.id]);
    expect(line!.components!.map(({ name }) => name)).toEqual(['Stoneware mug', 'Desk lamp']);
    const [availability] = await shop.engine.inventory.availability(shop.en, [product!.variants[0]!.id]);
    expect(availability).toMatchObject({ class: 'low-stock', left: 1 });
    const staff = await shop.engine.catalog.forStaff.get(shop.command().actor, product!.id);
    expect(staff!.onSale[0]!.components).toMatchObject([{ quantity: 2 }, { sku: 'desk-lamp' }]);
    const { actor } = shop.command();
    const holding = (variantId: string) => shop.engine.catalog.forStaff.bundlesWith(actor, variantId);
    expect(await holding(mug!.variantId)).toEqual([
      { variantId: product!.variants[0]!.id, name: 'table-set' },
    ]);
    expect(await holding(product!.variants[0]!.id)).toEqual([]);
  });

  test('[CAT-26] several pieces of a variant of the same product, which may come with it', async () => {
    const candles = single('candles', {
      options: [pack],
      variants: [
        { ...noStock, options: { pack: 'six' }, components: [of('candles-one', 6)] },
        { ...testVariant({ pack: 'one' }, { EUR: 300 }, 13), weight: 50 },
      ],
    });
    expect(told(await load([candles]))).toEqual([['created']]);
    expect(told(await load([candles]))).toEqual([['unchanged']]);
    const [product] = await shop.engine.catalog.productsBySlug(shop.en, ['candles']);
    const [six] = product!.variants;
    expect(six).toMatchObject({ weight: 300, components: [{ sku: 'candles-one', quantity: 6 }] });
    expect(await shop.engine.inventory.orderable(shop.en, [six!.id])).toMatchObject([{ available: 2 }]);
  });

  test('[CAT-26] [CAT-27] what cannot be made is refused in a sentence', async () => {
    await load([single('plate'), single('knife'), bundle('cover', [of('plate', 1), of('knife', 1)])]);
    const refused = async (product: ProductInput, problem: string) =>
      expect(await load([product])).toMatchObject([
        { kind: 'refused', problems: [expect.stringContaining(problem)] },
      ]);
    await refused(bundle('b1', [of('plate', 1), of('fork', 1)]), 'no variant on sale has this SKU');
    await refused(bundle('b1', [of('cover', 2)]), '"cover", which is a bundle itself');
    await refused(bundle('b1', [of('b1', 2)]), 'cannot be made of itself');
    await refused(bundle('b1', [of('plate', 1)]), 'several components, or several pieces of one');
    await refused(bundle('b1', [of('plate', 1), of('plate', 2)]), 'each component once');
    await refused(bundle('b1', [of('plate', 100), of('knife', 1)]), 'components.0.quantity');
    const twoPlates = [of('plate', 2)];
    await refused(bundle('b1', twoPlates, { stock: { warehouse: 1 } }), 'no stock of its own');
    await refused(bundle('b1', twoPlates, { backorder: true }), 'no stock of its own');
    await refused(bundle('b1', twoPlates, { preorder: { shipsFrom: '2027-01-01' } }), 'no stock of its own');
    await refused(bundle('knife', twoPlates), 'has stock of its own and cannot become a bundle');
    await refused(bundle('cover', twoPlates), 'What cover is made of cannot change');
    await refused(bundle('cover', undefined, { stock: { warehouse: 3 } }), 'no stock of its own');
    expect(await examineShop(database())).toEqual([]);
  });

  test('[CAT-27] the same again changes nothing, in another order, without saying it, and when a component is ended', async () => {
    const parts = [of('cup-a', 1), of('cup-b', 3)];
    await load([single('cup-a'), single('cup-b'), bundle('cups', parts)]);
    expect(told(await load([bundle('cups', parts.toReversed())]))).toEqual([['unchanged']]);
    expect(told(await load([bundle('cups', undefined)]))).toEqual([['unchanged']]);
    await load([single('cup-a', { variants: [{ ...testVariant({}, { EUR: 900 }, 9), sku: 'cup-new' }] })]);
    await load([
      single('cup-b', {
        options: [{ key: 'size', label: { en: 'Size' }, values: [{ key: 'l', label: { en: 'Large' } }] }],
        variants: [testVariant({ size: 'l' }, { EUR: 900 }, 9)],
      }),
    ]);
    expect(told(await load([bundle('cups', [of('cup-new', 1), of('cup-b', 3)])]))).toEqual([['unchanged']]);
    await expect(
      database().execute(`update catalog_variant set components = '[]' where sku = 'cups'`),
    ).rejects.toThrow('never changes');
  });

  test('[CAT-27] staff make bundles too, and cannot make another of one', async () => {
    await load([single('tray', { options: [] })]);
    const id = await shop.productId('tray');
    const staff = await shop.engine.catalog.forStaff.get(shop.command().actor, id);
    const [own] = staff!.onSale;
    const pack = {
      key: 'pack',
      label: { en: 'Pack' },
      values: ['one', 'two'].map((key) => ({ key, label: { en: key } })),
    };
    const change = (version: number, components: VariantInput['components']) =>
      shop.engine.catalog.changeProduct(shop.command(), {
        id,
        version,
        options: [pack],
        variants: [
          { id: own!.id, options: { pack: 'one' } },
          { options: { pack: 'two' }, sku: 'tray-pair', ...(components && { components: [...components] }) },
        ],
      });
    const made = await change(staff!.version, [of('tray', 2)]);
    expect(made).toMatchObject({ kind: 'changed' });
    const version = 'version' in made ? made.version : 0;
    expect(await change(version, [of('tray', 2)])).toMatchObject({ kind: 'unchanged' });
    expect(await change(version, undefined)).toMatchObject({ kind: 'unchanged' });
    expect(await change(version, [of('tray', 3)])).toMatchObject({
      kind: 'refused',
      problems: [expect.stringContaining('What tray-pair is made of cannot change')],
    });
  });

  test('[CAT-28] a file holds bundles and what they are made of in any order, and a dry run knows', async () => {
    const file = [bundle('hamper', [of('jam', 2), of('bread', 1)]), single('jam'), single('bread')];
    const kinds = ['created', 'created', 'created'];
    expect((await load(file, true)).map(({ kind }) => kind)).toEqual(kinds);
    expect((await load(file)).map(({ kind }) => kind)).toEqual(kinds);
    expect((await load(file)).map(({ kind }) => kind)).toEqual(kinds.map(() => 'unchanged'));
  });

  test.each([true, false])(
    '[CAT-28] in any order too when a component comes with a bundle of its own, dry: %s',
    async (dryRun) => {
      const file = [
        bundle('box', [of('wick-one', 2), of('oil-one', 1)]),
        packed('wick', piece('one'), packOf('six', [of('oil-one', 6)])),
        packed('oil', piece('one'), packOf('six', [of('oil-one', 6)])),
      ];
      expect(told(await load(file, dryRun))).toEqual([['created'], ['created'], ['created']]);
    },
  );

  test.each([true, false])(
    '[CAT-28] products that need each other are refused, what else there is comes in, dry: %s',
    async (dryRun) => {
      const file = [
        bundle('ring-box', [of('ring-a-one', 2)]),
        packed('ring-a', piece('one'), packOf('six', [of('ring-b-one', 6)])),
        packed('ring-b', piece('one'), packOf('six', [of('ring-a-one', 6)])),
        packed('ring-c', piece('one'), packOf('six', [of('ring-c-one', 6)])),
      ];
      const missing = (bundleSku: string, sku: string) => [
        'refused',
        `${bundleSku} cannot be made of "${sku}": no variant on sale has this SKU.`,
      ];
      expect(told(await load(file, dryRun))).toEqual([
        missing('ring-box', 'ring-a-one'),
        missing('ring-a-six', 'ring-b-one'),
        missing('ring-b-six', 'ring-a-one'),
        ['created'],
      ]);
    },
  );

  test('[CAT-26] a component that the same import renames or takes off sale is refused', async () => {
    await load([packed('soap', piece('one', { sku: 'soap-old' }))]);
    const gone = [['refused', expect.stringContaining('"soap-old": no variant on sale has this SKU')]];
    const renamed = piece('one', { sku: 'soap-new' });
    const both = [of('soap-old', 1), of('soap-new', 2)];
    expect(told(await load([packed('soap', renamed, packOf('six', both))]))).toEqual(gone);
    expect(told(await load([packed('soap', renamed, packOf('six', [of('soap-old', 6)]))]))).toEqual(gone);
    expect(told(await load([packed('soap', packOf('six', [of('soap-old', 6)]))]))).toEqual(gone);
    expect(told(await load([packed('soap', renamed, packOf('six', [of('soap-new', 6)]))]))).toEqual([
      ['changed'],
    ]);
  });

  test('[CAT-27] a component of the same product is known by the SKU it had, and stands in a bundle once', async () => {
    const six = (...components: NonNullable<VariantInput['components']>) => packOf('six', components);
    const dozen = piece('dozen');
    const before = packed('tea', piece('one'), dozen, six(of('tea-one', 2), of('tea-dozen', 2)));
    await load([before]);
    const renamed = piece('one', { sku: 'tea-new' });
    expect(
      told(await load([packed('tea', renamed, dozen, six(of('tea-one', 2), of('tea-new', 2)))])),
    ).toEqual([['refused', expect.stringContaining('"tea-one" and "tea-new" are one variant')]]);
    const after = packed('tea', renamed, dozen, six(of('tea-one', 2), of('tea-dozen', 2)));
    expect(told(await load([after]))).toEqual([['changed']]);
    const ended = packed('tea', renamed, six(of('tea-new', 2), of('tea-dozen', 2)));
    expect(told(await load([ended]))).toEqual([['changed']]);
    expect(told(await load([ended]))).toEqual([['unchanged']]);
  });

  test('[CAT-28] a dry run knows what the file renames, takes off sale and takes for itself', async () => {
    const cup = (sku: string) => single('mug', { variants: [{ ...testVariant({}, { EUR: 300 }, 13), sku }] });
    await load([cup('mug-old'), packed('salt', piece('one'), piece('six'))]);
    const file = [
      cup('mug-new'),
      bundle('mugs-old', [of('mug-old', 2)]),
      bundle('mugs-new', [of('mug-new', 2)]),
      packed('salt', piece('one')),
      bundle('salts', [of('salt-six', 2)]),
      bundle('pair', [of('salt-one', 2)], { sku: 'taken' }),
      bundle('trio', [of('salt-one', 3)], { sku: 'taken' }),
    ];
    const dry = told(await load(file, true));
    const kinds = ['changed', 'refused', 'created', 'changed', 'refused', 'created', 'refused'];
    expect(dry.map(([kind]) => kind)).toEqual(kinds);
    expect(told(await load(file))).toEqual(dry);
  });

  test('[CAT-29] [BUN-9] what a component is called now is read, and its bundles are told of; hidden, it is sold in them still', async () => {
    await load([single('vase'), single('rose'), bundle('bouquet', [of('vase', 1), of('rose', 5)])]);
    const [id, rose] = [await shop.productId('bouquet'), await shop.productId('rose')];
    await shop.takeEvents();
    await load([single('rose', { name: { en: 'White rose' }, published: false })]);
    const events = (await shop.takeEvents()).filter(({ kind }) => kind === 'product.changed');
    expect(events.flatMap(({ payload }) => payload.productIds)).toEqual([rose, id]);
    const [product] = await shop.engine.catalog.productsById(shop.en, [id]);
    const [, component] = product!.variants[0]!.components!;
    expect(component).toMatchObject({ name: 'White rose', quantity: 5 });
    expect(component).not.toHaveProperty('productSlug');
    const variantId = product!.variants[0]!.id;
    expect(await shop.engine.inventory.availability(shop.en, [variantId])).toMatchObject([
      { class: 'low-stock', left: 1 },
    ]);
    await load([single('rose', { variants: [testVariant({}, { EUR: 1000 }, 4)] })]);
    expect(await shop.engine.inventory.availability(shop.en, [variantId])).toMatchObject([
      { class: 'sold-out' },
    ]);
  });
});
