import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
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
});
