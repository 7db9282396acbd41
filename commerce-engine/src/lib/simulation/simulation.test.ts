import { describeOnEachEngine } from '@vitrine/database/testing';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { percent, simple } from '../promotions/promotion-fixtures.ts';
import { type FilledShop, openFilledShop } from '../testing/filled-shop.ts';
import type { SimulationInput } from './simulation-input.ts';

describeOnEachEngine('Price simulation', { migrations: [commerceMigrations] }, (database) => {
  let shop: FilledShop;
  let variants: string[];
  const eur = (amount: number) => ({ amount, currency: 'EUR' });
  const staff = { kind: 'system', reason: 'test' } as const;

  beforeAll(async () => {
    shop = await openFilledShop(database());
    variants = [
      ...(await shop.variantIds('stoneware-mug')),
      ...(await shop.variantIds('stoneware-bowl')),
      ...(await shop.variantIds('desk-lamp')),
    ];
    const { pricing, promotions } = shop.engine;
    await pricing.importPriceLists(shop.command(), [
      { id: 'trade-eur', name: 'Trade', currency: 'EUR', customerGroup: 'trade', priority: 5 },
    ]);
    await pricing.setPrices(shop.command(), [
      { variantId: variants[0]!, minQuantity: 3, price: eur(1500) },
      { variantId: variants[0]!, list: 'trade-eur', price: eur(1200) },
    ]);
    const everything = { include: [{ kind: 'everything' as const }] };
    const all = [
      { ...simple('ten', percent(10)), name: { en: 'Ten off' } },
      { ...simple('five', percent(5)), name: { en: 'Five off' } },
      { ...simple('code', percent(20), { coupon: true }), name: { en: 'With a code' } },
      {
        ...simple('big', percent(1)),
        name: { en: 'Big baskets' },
        currency: 'EUR',
        effect: {
          kind: 'threshold' as const,
          lines: everything,
          tiers: [{ from: 1_000_000, cut: { kind: 'percent' as const, basisPoints: 5_000 } }],
        },
      },
      { ...simple('planned', percent(90)), name: { en: 'Planned' } },
    ];
    for (const each of all) {
      await promotions.save(shop.command(), { ...each, mode: 'best-price' });
      if (each.id === 'planned') continue;
      expect(await promotions.enable(shop.command(), each.id)).toEqual({ kind: 'enabled' });
    }
    await promotions.saveCoupon(shop.command(), { id: 'code', promotionId: 'code', limit: 1 });
    await promotions.addCodes(shop.command(), { couponId: 'code', codes: [{ code: 'MAY' }] });
  });

  const simulate = (change: Partial<SimulationInput> = {}) =>
    shop.engine.simulation.simulate(staff, {
      channel: 'online',
      locale: 'en',
      currency: 'EUR',
      lines: [{ variantId: variants[0]!, quantity: 2 }],
      ...change,
    });
  const verdictOf = ({ promotions }: Awaited<ReturnType<typeof simulate>>, id: string) =>
    promotions.find(({ promotionId }) => promotionId === id)?.verdict;

  it('[SIM-1] says of any basket what a cart costs', async () => {
    const basket = fc.uniqueArray(
      fc.record({ variantId: fc.constantFrom(...variants), quantity: fc.integer({ min: 1, max: 6 }) }),
      { minLength: 1, maxLength: 4, selector: ({ variantId }) => variantId },
    );
    await fc.assert(
      fc.asyncProperty(basket, fc.boolean(), async (lines, withCode) => {
        const cartId = crypto.randomUUID();
        let fits = true;
        for (const line of lines) {
          const outcome = await shop.engine.cart.addLine(shop.asGuest(), shop.en, { cartId, ...line });
          fits &&= outcome.kind === 'changed';
        }
        fc.pre(fits);
        if (withCode) await shop.engine.cart.addCoupon(shop.asGuest(), shop.en, { cartId, code: 'may' });
        const cart = (await shop.engine.cart.get(shop.en, cartId))!;
        const told = await simulate({ lines, codes: withCode ? ['may'] : [] });
        expect(told.total).toEqual(cart.total);
        expect(told.lines).toMatchObject(
          cart.lines.map(({ variantId, unitPrice, total }) => ({ variantId, unitPrice, total })),
        );
      }),
      { numRuns: 12 },
    );
  });

  it('[SIM-2] tells every price row and every promotion, with the reason', async () => {
    const told = await simulate({ codes: ['MAY', 'nothing'] });
    expect(told.lines[0]).toMatchObject({
      unitPrice: eur(1800),
      prices: expect.arrayContaining([
        expect.objectContaining({ listId: 'everyone-eur', minQuantity: 1, verdict: 'holds' }),
        expect.objectContaining({ minQuantity: 3, verdict: 'needs-more-pieces' }),
      ]),
      discounts: [{ name: 'With a code', code: 'MAY', amount: eur(720) }],
    });
    expect(told.codes).toEqual([
      { code: 'MAY', state: 'unlocks' },
      { code: 'nothing', state: 'unknown' },
    ]);
    expect(verdictOf(told, 'ten')).toEqual({ kind: 'another-is-better', by: 'code' });
    expect(verdictOf(told, 'big')).toEqual({ kind: 'below-threshold', missing: 1_000_000 - 2880 });
    expect(verdictOf(await simulate(), 'code')).toEqual({ kind: 'needs-coupon' });
    const more = await simulate({ lines: [{ variantId: variants[0]!, quantity: 3 }] });
    expect(more.lines[0]).toMatchObject({ unitPrice: eur(1500) });
    const trade = await simulate({ customerGroup: 'trade' });
    const groups = ['trade', ...Array.from({ length: 19 }, (_, at) => `${'g'.repeat(61)}${at + 10}`)];
    expect(await simulate({ customerGroup: groups.join(',') })).toEqual(trade);
    expect(trade.lines[0]).toMatchObject({
      unitPrice: eur(1200),
      prices: expect.arrayContaining([
        expect.objectContaining({ listName: 'Trade', verdict: 'holds' }),
        expect.objectContaining({ listId: 'everyone-eur', minQuantity: 1, verdict: 'list-outranked' }),
      ]),
    });
  });

  it('[SIM-2] says at which hours of the week a promotion holds', async () => {
    const hours = { zone: 'Europe/Berlin', windows: [{ days: [6], from: '03:00', to: '03:01' }] };
    await shop.engine.promotions.save(shop.command(), {
      ...simple('night', percent(10), { hours }),
      name: { en: 'Night' },
      mode: 'best-price',
    });
    const told = await simulate({ trials: ['night'] });
    expect(told.promotions.find(({ promotionId }) => promotionId === 'night')).toMatchObject({
      hours,
      verdict: { kind: 'outside-hours' },
    });
  });

  it('[SIM-3] [SIM-4] tries what is not enabled, and leaves nothing behind', async () => {
    await shop.takeEvents();
    const told = await simulate({ trials: ['planned', 'nobody'] });
    expect(told.promotions.find(({ promotionId }) => promotionId === 'planned')).toMatchObject({
      isTrial: true,
      verdict: { kind: 'applied', amount: 3240 },
    });
    const empty = await simulate({ lines: [], trials: ['planned'] });
    expect(verdictOf(empty, 'planned')).toEqual({ kind: 'no-line' });
    expect(await shop.engine.promotions.get('planned')).toMatchObject({ enabled: false });
    expect(verdictOf(await simulate(), 'planned')).toBeUndefined();
    for (let use = 0; use < 3; use += 1) {
      expect((await simulate({ codes: ['MAY'] })).codes).toEqual([{ code: 'MAY', state: 'unlocks' }]);
    }
    expect(await shop.takeEvents()).toEqual([]);
    const guest = shop.engine.simulation.simulate(
      { kind: 'guest' },
      { channel: 'online', locale: 'en', currency: 'EUR', lines: [] },
    );
    await expect(guest).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('[SIM-5] prices the rest when something is not sold, and at another time', async () => {
    const lines = [
      { variantId: 'nothing', quantity: 1 },
      { variantId: variants[0]!, quantity: 1 },
    ];
    const told = await simulate({ lines });
    expect(told.lines).toMatchObject([{ kind: 'not-sold' }, { kind: 'priced' }]);
    expect(told.total).toEqual(eur(1620));
    const later = new Date(shop.now.getTime() + 3 * 86_400_000);
    await shop.engine.pricing.scheduleSale(shop.command(), {
      name: 'Next week',
      from: new Date(later.getTime() - 1000).toISOString(),
      to: new Date(later.getTime() + 1000).toISOString(),
      prices: [{ variantId: variants[0]!, price: eur(1000) }],
    });
    const delivery = { method: 'standard', amount: 490 };
    const then = await simulate({ lines, at: later.toISOString(), delivery });
    expect(then).toMatchObject({
      at: later.toISOString(),
      total: eur(900 + 490),
      delivery: { total: eur(490) },
    });
    const bad = simulate({ currency: 'JPY' });
    await expect(bad).rejects.toMatchObject({ code: 'bad_input' });
  });
});
