import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { readProductDelivery } from '../delivery/delivery.queries.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openTestShop, type TestShop } from '../testing/test-shop.ts';

describeOnEachEngine('making products by hand', { migrations: [commerceMigrations] }, (open) => {
  let shop: TestShop;
  let catalog: TestShop['engine']['catalog'];
  const actor = { kind: 'system', reason: 'test' } as const;

  beforeAll(async () => {
    shop = await openTestShop(open());
    ({ catalog } = shop.engine);
    await catalog.importCategories(shop.command(), [{ handle: 'cups', name: { en: 'Cups', de: 'Tassen' } }]);
    await shop.engine.tax.importTaxTables(shop.command(), { classes: [{ id: 'reduced', name: 'Reduced' }] });
  });
  const create = (product: Parameters<typeof catalog.createProduct>[1]) =>
    catalog.createProduct(shop.command(), product);
  const made = async (product: Parameters<typeof catalog.createProduct>[1]) => {
    const outcome = await create(product);
    if (outcome.kind !== 'created') throw new Error(JSON.stringify(outcome));
    return (await catalog.forStaff.get(actor, outcome.id))!;
  };

  test('[CAT-34] a product is made of its name, hidden, with one variant and addresses in each language', async () => {
    await shop.takeEvents();
    const first = await made({
      name: { en: 'Tea Bowl', de: 'Schüssel für Tee' },
      categories: ['cups'],
      taxClass: 'reduced',
      variants: [{ options: {}, sku: 'BOWL-1' }],
    });
    expect(first).toMatchObject({
      handle: 'tea-bowl',
      published: false,
      version: 1,
      texts: { slug: { en: 'tea-bowl', de: 'schuessel-fuer-tee' } },
      categories: [{ handle: 'cups' }],
      onSale: [{ sku: 'BOWL-1', chosen: {} }],
    });
    expect(await shop.engine.tax.productClasses([first.id])).toEqual(['reduced']);
    expect((await shop.takeEvents()).map(({ kind }) => kind)).toContain('product.changed');
    expect(await catalog.productsById(shop.en, [first.id])).toEqual([undefined]);
    const { entries } = await shop.engine.identity.auditLog(actor, { subject: `product:${first.id}` });
    expect(entries).toMatchObject([{ action: 'catalog.createProduct', detail: { handle: 'tea-bowl' } }]);

    // What has no name of its own gets the next one; the number is made of the handle.
    const second = await made({ name: { en: 'Tea bowl', de: 'Schüssel für Tee' } });
    expect(second).toMatchObject({
      handle: 'tea-bowl-2',
      texts: { slug: { en: 'tea-bowl-2', de: 'schuessel-fuer-tee-2' } },
      onSale: [{ sku: 'tea-bowl-2' }],
    });
    expect(await shop.engine.tax.productClasses([second.id])).toEqual(['standard']);

    const published = await made({ name: { en: '茶杯' }, published: true });
    expect(published.handle).toBe('product');
    expect((await catalog.productsById(shop.en, [published.id]))[0]).toMatchObject({ slug: '茶杯' });

    const key = shop.command();
    const input = { name: { en: 'Once' } };
    const answers = [await catalog.createProduct(key, input), await catalog.createProduct(key, input)];
    expect(answers[0]).toEqual(answers[1]);
    expect((await catalog.forStaff.list(actor, { q: 'once' })).products).toHaveLength(1);
  });

  test('[CAT-34] two who make products of one name at once get two', async () => {
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => create({ name: { en: 'Rush' } })));
    const handles = outcomes.map((outcome) => (outcome.kind === 'created' ? outcome.handle : outcome));
    expect(handles.toSorted()).toEqual(['rush', 'rush-2', 'rush-3', 'rush-4']);
  });

  test('[CAT-35] what somebody else has is told at its field, and nothing is made', async () => {
    await made({
      name: { en: 'Owner' },
      slug: { de: 'besitzer' },
      variants: [{ options: {}, sku: 'OWN-1', barcode: '4711' }],
    });
    const outcome = await create({
      name: { en: 'Rival', de: 'Rivale' },
      handle: 'owner',
      slug: { en: 'owner', de: 'besitzer' },
      variants: [{ options: {}, sku: 'OWN-1', barcode: '4711' }],
    });
    expect(outcome).toMatchObject({
      kind: 'refused',
      problems: [
        { path: 'handle', problem: expect.stringContaining('a product "owner" already') },
        { path: 'slug.en', problem: expect.stringContaining('"owner" (en) belongs to product "owner"') },
        { path: 'slug.de', problem: expect.stringContaining('"besitzer" (de)') },
        { path: 'variants.0.sku', problem: expect.stringContaining('"OWN-1" belongs to product "owner"') },
        { path: 'variants.0.barcode', problem: expect.stringContaining('"4711"') },
      ],
    });
    expect((await catalog.forStaff.list(actor, { q: 'rival' })).products).toEqual([]);
    expect(await create({ name: { de: 'Nur deutsch' } })).toMatchObject({
      problems: [{ path: 'name.en', problem: expect.stringContaining('first language of a channel') }],
    });
    expect(await create({ name: { en: 'Lost' }, categories: ['no-such'] })).toMatchObject({
      problems: [{ path: '', problem: expect.stringContaining('Unknown category "no-such"') }],
    });
    await expect(create({ name: { en: 'Untaxed' }, taxClass: 'none' })).rejects.toThrow(
      'no tax class "none"',
    );
    expect((await catalog.forStaff.list(actor, { q: 'untaxed' })).products).toEqual([]);
    await expect(create({ name: { en: ' ' } })).rejects.toThrow('at least one locale');
    const clerk = { kind: 'staff', id: 'c', name: 'C', email: 'c@example.com', roles: [] } as const;
    const asClerk = { ...shop.command(), actor: { ...clerk, capabilities: ['catalog.read' as const] } };
    await expect(catalog.createProduct(asClerk, { name: { en: 'Clerk’s' } })).rejects.toThrow(
      'catalog.write',
    );
  });

  test('[CAT-36] a duplicate says and offers the same under another name; numbers, prices and stock are its own', async () => {
    const size = {
      key: 'size',
      label: { en: 'Size', de: 'Größe' },
      values: ['s', 'l'].map((key) => ({ key, label: { en: key } })),
    };
    const variant = (key: string) => ({
      options: { size: key },
      sku: `POT-${key}`,
      barcode: `88${key}`,
      weight: 700,
      prices: [{ price: { amount: 1200, currency: 'EUR' as const } }],
      stock: { warehouse: 3 },
    });
    await catalog.importProducts(shop.command(), [
      {
        handle: 'pot',
        name: { en: 'Pot', de: 'Topf' },
        slug: { en: 'the-pot' },
        description: { en: '<p>Round.</p>' },
        brand: 'Kiln',
        categories: ['cups'],
        attributes: { glaze: { en: 'Ash' } },
        media: [{ src: 'demo/pot.svg', alt: { en: 'A pot' }, shows: { size: 's' } }],
        options: [size],
        variants: [variant('s'), variant('l')],
      },
      {
        handle: 'pot-pair',
        name: { en: 'Pair of pots' },
        variants: [{ options: {}, components: [{ sku: 'POT-s', quantity: 2 }] }],
      },
    ]);
    const { products } = await catalog.forStaff.list(actor, { q: 'pot' });
    const idOf = (handle: string) => products.find((each) => each.handle === handle)!.id;
    const pot = (await catalog.forStaff.get(actor, idOf('pot')))!;
    await shop.engine.tax.setProductClasses(shop.command(), [{ productId: pot.id, class: 'reduced' }]);
    const ways = { ship: false, pickup: false, electronic: true };
    await shop.engine.delivery.setProductDelivery(shop.command(), [{ productId: pot.id, ...ways }]);
    const duplicate = async (id: string, name: string) => {
      const outcome = await catalog.duplicateProduct(shop.command(), { id, name: { en: name } });
      if (outcome.kind !== 'created') throw new Error(JSON.stringify(outcome));
      return (await catalog.forStaff.get(actor, outcome.id))!;
    };
    const copy = await duplicate(pot.id, 'Second pot');
    expect(copy).toMatchObject({
      handle: 'second-pot',
      published: false,
      brand: 'Kiln',
      texts: { name: { en: 'Second pot' }, slug: { en: 'second-pot' }, description: { en: '<p>Round.</p>' } },
      categories: [{ handle: 'cups' }],
      attributes: [{ key: 'glaze', value: { en: 'Ash' } }],
      kept: pot.kept,
      onSale: [
        { sku: 'second-pot-s', chosen: { size: 's' }, weight: 700 },
        { sku: 'second-pot-l', chosen: { size: 'l' }, weight: 700 },
      ],
    });
    expect(copy.onSale.map(({ barcode }) => barcode)).toEqual([undefined, undefined]);
    expect(await shop.engine.tax.productClasses([copy.id])).toEqual(['reduced']);
    expect(await readProductDelivery(open(), [copy.id])).toEqual([{ productId: copy.id, ...ways }]);
    expect(await shop.engine.pricing.productPrices(shop.en, [copy.id])).toEqual([undefined]);
    const rows = await shop.engine.pricing.forStaff.ofProduct(actor, { productId: copy.id, market: shop.en });
    expect(rows.rows).toEqual([]);
    const pair = await duplicate(idOf('pot-pair'), 'Second pair');
    expect(pair.onSale[0]!.components).toMatchObject([{ sku: 'POT-s', quantity: 2 }]);
    const nobody = { id: 'none', name: { en: 'Nobody' } };
    expect(await catalog.duplicateProduct(shop.command(), nobody)).toEqual({ kind: 'unknown' });
  });
});
