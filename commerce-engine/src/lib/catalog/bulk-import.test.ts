import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openTestShop, type TestShop } from '../testing/test-shop.ts';
import type { ProductInput } from './product-import.ts';

const SIZES = ['s', 'l'];

function shirt(index: number): ProductInput {
  return {
    handle: `shirt-${index}`,
    name: { en: `Shirt ${index}` },
    categories: ['shirts'],
    options: [
      { key: 'size', label: { en: 'Size' }, values: SIZES.map((key) => ({ key, label: { en: key } })) },
    ],
    variants: SIZES.map((size) => ({
      options: { size },
      prices: [{ price: { amount: 2000 + index, currency: 'EUR' } }],
      stock: { warehouse: index },
    })),
  };
}

describeOnEachEngine('a large import', { migrations: [commerceMigrations] }, (open) => {
  const products = Array.from({ length: 105 }, (_, index) => shirt(index));
  let shop: TestShop;
  let catalog: TestShop['engine']['catalog'];

  beforeAll(async () => {
    shop = await openTestShop(open());
    ({ catalog } = shop.engine);
    await catalog.importCategories(shop.command(), [{ handle: 'shirts', name: { en: 'Shirts' } }]);
  });

  test('[CAT-9] everything is made once; again, only what differs is touched', async () => {
    const kinds = async (inputs: readonly ProductInput[]) => {
      const outcomes = await catalog.importProducts(shop.command(), inputs);
      return Object.fromEntries(
        [...Map.groupBy(outcomes, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
      );
    };
    expect(await kinds(products)).toEqual({ created: 105 });
    await shop.takeEvents();
    expect(await kinds(products)).toEqual({ unchanged: 105 });
    expect(await shop.takeEvents()).toEqual([]);
    const corrected = products.map((product) =>
      product.handle === 'shirt-104' ? { ...product, brand: 'Ostrand' } : product,
    );
    expect(await kinds(corrected)).toEqual({ unchanged: 104, changed: 1 });
  });

  test('[CAT-10] two imports of the same products at once make each of them once', async () => {
    const twins = Array.from({ length: 12 }, (_, index) => shirt(1000 + index));
    const runs = await Promise.all([
      catalog.importProducts(shop.command(), twins),
      catalog.importProducts(shop.command(), twins.toReversed()),
    ]);
    const kinds = runs.flat().map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'created')).toHaveLength(12);
    expect(kinds.filter((kind) => kind === 'unchanged')).toHaveLength(12);
    expect(await shop.engine.inventory.discrepancies()).toEqual([]);
  });

  test('[CAT-3] two products that want one slug at once do not both get it', async () => {
    const rivals = ['left', 'right'].map((handle) => ({
      ...shirt(1),
      handle: `rival-${handle}`,
      slug: { en: 'the-one', de: `rival-${handle}` },
    }));
    const runs = await Promise.all(rivals.map((rival) => catalog.importProducts(shop.command(), [rival])));
    expect(
      runs
        .flat()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['created', 'refused']);
  });
});
