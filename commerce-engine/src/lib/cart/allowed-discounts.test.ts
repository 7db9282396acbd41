import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import type { AllowedDiscounts } from '../catalog/allowed-discounts.rules.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { type FilledShop, openFilledShop, testVariant } from '../testing/filled-shop.ts';
import { runPromotion } from '../testing/run-promotion.ts';

describeOnEachEngine('goods that forbid discounts', { migrations: [commerceMigrations] }, (database) => {
  let shop: FilledShop;
  let book: string;
  let mug: string;
  let tenOff: string;
  let bigBasket: string;
  const everything = { include: [{ kind: 'everything' as const }] };

  beforeAll(async () => {
    shop = await openFilledShop(database());
    expect(await save('no-discounts')).toMatchObject([{ kind: 'created' }]);
    book = (await shop.variantIds('book'))[0]!;
    mug = (await shop.variantIds('stoneware-mug'))[0]!;
    tenOff = await runPromotion(
      shop,
      { kind: 'simple', lines: everything, cut: { kind: 'percent', basisPoints: 1_000 } },
      { mode: 'compound' },
    );
    bigBasket = await runPromotion(
      shop,
      {
        kind: 'threshold',
        lines: everything,
        tiers: [{ from: 5_000, cut: { kind: 'amount', amount: 500 } }],
      },
      { mode: 'compound', currency: 'EUR' },
    );
  });

  const save = (discounts?: AllowedDiscounts) =>
    shop.engine.catalog.importProducts(shop.command(), [
      {
        handle: 'book',
        name: { en: 'Book' },
        variants: [testVariant({}, { EUR: 4_000 }, 50)],
        ...(discounts && { discounts }),
      },
    ]);
  const cartWith = async (...lines: readonly [variantId: string, quantity: number][]) => {
    const cartId = crypto.randomUUID();
    for (const [variantId, quantity] of lines)
      await shop.engine.cart.addLine(shop.asGuest(), shop.en, { cartId, variantId, quantity });
    return (await shop.engine.cart.get(shop.en, cartId))!;
  };
  const simulate = (variantId: string) =>
    shop.engine.simulation.simulate(shop.command().actor, {
      channel: 'online',
      locale: 'en',
      currency: 'EUR',
      lines: [{ variantId, quantity: 1 }],
    });

  it('[CAT-33] [PROMO-6] they get none and count for no threshold', async () => {
    // 40.00 of books and 18.00 of mugs would reach 50.00 together.
    const cart = await cartWith([book, 1], [mug, 1]);
    expect(cart.lines).toMatchObject([
      { variantId: book, discounts: [], total: { amount: 4_000 } },
      { variantId: mug, total: { amount: 1_620 } },
    ]);
    expect(cart.discounts).toMatchObject([{ promotionId: tenOff, amount: { amount: 180 } }]);
    // Nothing of them is missing for a promotion that is near either.
    expect((await cartWith([book, 1])).nearPromotion).toBeUndefined();
  });

  it('[SIM-6] why nothing was given is told', async () => {
    const told = await simulate(book);
    expect(told.lines).toMatchObject([{ allows: 'no-discounts', discounts: [], total: { amount: 4_000 } }]);
    const verdicts = new Map(told.promotions.map(({ promotionId, verdict }) => [promotionId, verdict]));
    expect(verdicts.get(tenOff)).toEqual({ kind: 'excluded-line' });
    expect(verdicts.get(bigBasket)).toEqual({ kind: 'excluded-line' });
    expect((await simulate(mug)).lines).toMatchObject([{ allows: 'everything' }]);
  });

  it('[CAT-33] staff change it, an import that does not name it leaves it, and what changed is told', async () => {
    const cart = await cartWith([book, 1]);
    const id = await shop.productId('book');
    const staff = { kind: 'system', reason: 'test' } as const;
    const { version } = (await shop.engine.catalog.forStaff.get(staff, id))!;
    const change = { id, version, discounts: 'no-manual' as const };
    expect(await shop.engine.catalog.changeProduct(shop.command(), change)).toMatchObject({
      kind: 'changed',
    });
    expect((await shop.engine.cart.get(shop.en, cart.id))!.total).toMatchObject({ amount: 3_600 });
    expect(await save()).toMatchObject([{ kind: 'unchanged' }]);
    expect(await shop.engine.catalog.forStaff.get(staff, id)).toMatchObject({ discounts: 'no-manual' });
    expect(await save('everything')).toMatchObject([
      { kind: 'changed', changes: ['Promotions and discounts by hand are allowed.'] },
    ]);
    await save('no-discounts');
  });
});
