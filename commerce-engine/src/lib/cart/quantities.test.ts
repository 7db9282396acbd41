import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { type FilledShop, openFilledShop, testVariant } from '../testing/filled-shop.ts';

describeOnEachEngine('quantities that are ordered', { migrations: [commerceMigrations] }, (database) => {
  let shop: FilledShop;
  let variantId: string;
  beforeAll(async () => {
    shop = await openFilledShop(database());
    expect(await save({ multiple: 6, max: 1_200 })).toMatchObject([{ kind: 'created' }]);
    variantId = (await shop.variantIds('bottles'))[0]!;
  });

  const save = (quantities: object | null) =>
    shop.engine.catalog.importProducts(shop.command(), [
      {
        handle: 'bottles',
        name: { en: 'Bottles' },
        variants: [{ ...testVariant({}, { EUR: 500 }, 5_000), quantities }],
      },
    ]);
  const add = (quantity: number, cartId: string = crypto.randomUUID()) =>
    shop.engine.cart.addLine(shop.asGuest(), shop.en, { cartId, variantId, quantity });

  it('[CART-32] [CAT-32] only so many pieces together are taken, up to far more than 99', async () => {
    expect(await add(1)).toMatchObject({ kind: 'bad-quantity', min: 6, multiple: 6, max: 1_200 });
    expect(await add(1_206)).toMatchObject({ kind: 'bad-quantity' });
    expect(await add(1_200)).toMatchObject({
      kind: 'changed',
      cart: {
        lines: [{ quantity: 1_200, minQuantity: 6, multiple: 6, maxQuantity: 1_200 }],
        total: { amount: 600_000 },
      },
    });
  });

  it('[CART-32] [CAT-32] a line follows a rule that changes, and is told so', async () => {
    const cartId = crypto.randomUUID();
    await add(18, cartId);
    expect(await save({ min: 24, multiple: 8 })).toMatchObject([{ kind: 'changed' }]);
    expect(await shop.engine.cart.get(shop.en, cartId)).toMatchObject({
      lines: [{ quantity: 24 }],
      notices: [{ kind: 'raised', name: 'Bottles' }],
    });
    expect(await save(null)).toMatchObject([{ kind: 'changed' }]);
    expect(await add(1)).toMatchObject({ kind: 'changed', cart: { lines: [{ quantity: 1 }] } });
    expect(await save({ multiple: 6, max: 1_200 })).toMatchObject([{ kind: 'changed' }]);
  });

  it('[CAT-32] shoppers and staff read it, a rule that leaves nothing to order is refused', async () => {
    const [product] = await shop.engine.catalog.productsBySlug(shop.en, ['bottles']);
    expect(product!.variants[0]).toMatchObject({ quantities: { multiple: 6, max: 1_200 } });
    expect(await save({ multiple: 10, max: 9 })).toMatchObject([{ kind: 'refused' }]);
  });
});
