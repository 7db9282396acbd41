import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { countStatements, openTestShop, type TestShop } from '../testing/test-shop.ts';
import { DEFAULT_PROMOTION_SETTINGS } from './promotion.rules.ts';
import { cartOf, line, lines, percent, promotion, simple, total } from './promotion-fixtures.ts';
import type { PromotionInput } from './promotion-input.ts';
import { applyPromotions } from './promotions.rules.ts';

const START = new Date('2026-11-23T09:00:00.000Z');
const day = (offset: number) => new Date(START.getTime() + offset * 86_400_000);

describeOnEachEngine('promotions and coupons', { migrations: [commerceMigrations] }, (open) => {
  let shop: TestShop;
  let promotions: TestShop['engine']['promotions'];
  let id: string;

  beforeAll(async () => {
    shop = await openTestShop(open());
    ({ promotions } = shop.engine);
  });

  // Ids of its own for each test; what an earlier one enabled is disabled again.
  beforeEach(async () => {
    shop.now = START;
    id = `p-${crypto.randomUUID()}`;
    const enabled = (await promotions.list()).filter((each) => each.enabled);
    await Promise.all(enabled.map((each) => promotions.disable(shop.command(), each.id)));
    await shop.takeEvents();
  });

  const ten = (changes: Partial<PromotionInput> = {}): PromotionInput => ({
    ...simple(id, percent(10)),
    name: { en: 'Ten off' },
    ...changes,
  });
  const offHundred = async () => {
    const { index } = await promotions.current();
    return total(applyPromotions(index, cartOf([line('lamp', 10_000)], { at: shop.now })));
  };
  const refusalOf = (work: Promise<unknown>) =>
    work.then(
      () => 'went through',
      (error: { code?: string; message: string }) => `${error.code}: ${error.message}`,
    );

  /** A coupon with one code for the promotion of the test, which is enabled. */
  const withCoupon = async (
    limits: Partial<Parameters<typeof promotions.saveCoupon>[1]> = {},
    code: Parameters<typeof promotions.addCodes>[1]['codes'][number] = { code: `CODE-${id}` },
  ) => {
    await promotions.save(shop.command(), ten({ coupon: true }));
    await promotions.enable(shop.command(), id);
    await promotions.saveCoupon(shop.command(), { id, promotionId: id, ...limits });
    await promotions.addCodes(shop.command(), { couponId: id, codes: [code] });
    return code.code;
  };
  const take = (owner: string, code: string, customer?: string) =>
    open().transaction((tx) =>
      promotions.inTransaction.takeUses(tx, { owner, customer, uses: [{ promotionId: id, code }] }),
    );
  const giveBack = (owner: string) =>
    open().transaction((tx) => promotions.inTransaction.giveBack(tx, owner));
  const stateOf = async (code: string, customer?: string) =>
    (await promotions.lookUpCodes(open(), [code], { at: shop.now, customer }))[0]!.kind;

  test('[PROMO-29] a promotion holds from when it is enabled until it is disabled, and only then is told', async () => {
    expect(await promotions.save(shop.command(), ten())).toEqual({ kind: 'saved' });
    expect(await offHundred()).toBe(0);
    expect(await shop.takeEvents()).toEqual([]);
    expect(await promotions.enable(shop.command(), id)).toEqual({ kind: 'enabled' });
    expect(await offHundred()).toBe(1_000);
    expect(await promotions.disable(shop.command(), id)).toEqual({ kind: 'disabled' });
    expect(await offHundred()).toBe(0);
    expect(await shop.takeEvents()).toEqual([
      { kind: 'promotions.changed', payload: { promotionIds: [id] } },
      { kind: 'promotions.changed', payload: { promotionIds: [id] } },
    ]);
    expect(await promotions.enable(shop.command(), 'nobody')).toEqual({ kind: 'unknown' });
    expect(await promotions.disable(shop.command(), 'nobody')).toEqual({ kind: 'unknown' });
  });

  test('[PROMO-29] what is enabled is changed only after it was disabled', async () => {
    await promotions.save(shop.command(), ten());
    await promotions.enable(shop.command(), id);
    const changed = ten({ priority: 7 });
    expect(await promotions.save(shop.command(), changed)).toEqual({ kind: 'is-enabled' });
    expect((await promotions.get(id))?.priority).toBe(0);
    await promotions.disable(shop.command(), id);
    expect(await promotions.save(shop.command(), changed)).toEqual({ kind: 'saved' });
    expect(await promotions.get(id)).toMatchObject({ priority: 7, enabled: false, name: { en: 'Ten off' } });
    expect(await promotions.get('nobody')).toBeUndefined();
  });

  test('[PROMO-30] what is not complete is not enabled, and told what is missing', async () => {
    await promotions.save(
      shop.command(),
      ten({ effect: { kind: 'simple', lines: { include: [] }, cut: { kind: 'amount', amount: 0 } } }),
    );
    const outcome = await promotions.enable(shop.command(), id);
    expect(outcome).toEqual({
      kind: 'not-ready',
      problems: [
        { path: 'effect.lines.0', problem: 'expected a product, variant, category or everything' },
        { path: 'effect.cut', problem: 'expected an amount above 0' },
        { path: 'currency', problem: 'expected the currency of its amounts' },
      ],
    });
    expect(await offHundred()).toBe(0);
  });

  test('[PROMO-30] what is no promotion at all is not saved', async () => {
    const half = ten({ effect: { kind: 'simple', lines: lines(), cut: percent(100.5) } });
    expect(await refusalOf(promotions.save(shop.command(), half))).toMatch(/^bad_input/);
    const zone = ten({ hours: { zone: 'Mars/Base', windows: [] } });
    expect(await refusalOf(promotions.save(shop.command(), zone))).toContain('expected a time zone');
  });

  test('[PROMO-31] nothing is asked of the database for promotions while nothing changes', async () => {
    await promotions.save(shop.command(), ten());
    await promotions.enable(shop.command(), id);
    const counted = countStatements(open());
    const first = await promotions.current(counted.on);
    expect(counted.count()).toBe(2);
    expect(await promotions.current(counted.on)).toBe(first);
    expect(counted.count()).toBe(2);
    expect(first.names.get(id)).toEqual({ en: 'Ten off' });
  });

  test('[PROMO-31] a transaction does not wait for a reading that waits for it', async () => {
    await promotions.save(shop.command(), ten());
    await promotions.enable(shop.command(), id);
    let begin = () => {};
    let goOn = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const asked = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const inside = open().transaction(async (tx) => {
      begin();
      await asked;
      return promotions.current(tx);
    });
    await begun;
    const outside = promotions.current();
    goOn();
    const both = await Promise.all([inside, outside]);
    expect(both.map(({ names }) => names.has(id))).toEqual([true, true]);
  });

  test('[PROMO-31] how promotions work together is kept, and holds at once', async () => {
    expect(await promotions.settings()).toEqual(DEFAULT_PROMOTION_SETTINGS);
    const settings = { ...DEFAULT_PROMOTION_SETTINGS, control: 'across-priorities' as const };
    await promotions.changeSettings(shop.command(), settings);
    expect((await promotions.current()).index.settings).toEqual(settings);
    await promotions.changeSettings(shop.command(), DEFAULT_PROMOTION_SETTINGS);
    expect(await promotions.settings()).toEqual(DEFAULT_PROMOTION_SETTINGS);
  });

  test('[PROMO-32] a code unlocks its promotion, however it is written', async () => {
    const code = await withCoupon();
    const states = await promotions.lookUpCodes(
      open(),
      ['never heard of', ` ${code.toLowerCase()} `, '\u0000'],
      {
        at: shop.now,
      },
    );
    expect(states).toEqual([{ kind: 'unknown' }, { kind: 'unlocks', promotionId: id }, { kind: 'unknown' }]);
  });

  test('[PROMO-32] a code tells why it does not unlock', async () => {
    const code = await withCoupon(
      {},
      {
        code: `DATED-${id}`,
        from: day(1).toISOString(),
        to: day(2).toISOString(),
        customer: 'Ada@example.com',
      },
    );
    expect(await stateOf(code)).toBe('not-begun');
    shop.now = day(2);
    expect(await stateOf(code)).toBe('over');
    shop.now = day(1);
    expect(await stateOf(code)).toBe('personal');
    expect(await stateOf(code, 'bob@example.com')).toBe('other-customer');
    expect(await stateOf(code, 'ada@example.com')).toBe('unlocks');
    await promotions.enableCodes(shop.command(), { codes: [code], enabled: false });
    expect(await stateOf(code, 'ada@example.com')).toBe('disabled');
    await promotions.enableCodes(shop.command(), { codes: [code], enabled: true });
    await promotions.disable(shop.command(), id);
    expect(await stateOf(code, 'ada@example.com')).toBe('disabled');
  });

  test('[PROMO-32] a code belongs to one coupon, a coupon to one promotion', async () => {
    const code = await withCoupon();
    expect(await promotions.saveCoupon(shop.command(), { id: `${id}-2`, promotionId: id })).toEqual({
      kind: 'promotion-taken',
      by: id,
    });
    expect(await promotions.saveCoupon(shop.command(), { id, promotionId: 'nobody' })).toEqual({
      kind: 'unknown-promotion',
    });
    const again = { couponId: id, codes: [{ code: code.toLowerCase() }, { code: `NEW-${id}` }] };
    expect(await promotions.addCodes(shop.command(), again)).toEqual({
      kind: 'added',
      added: 1,
      taken: [code.toLowerCase()],
    });
    expect((await promotions.codes(id)).map((each) => each.code)).toEqual([code, `NEW-${id}`]);
    expect((await promotions.codes(id, { after: code })).map((each) => each.code)).toEqual([`NEW-${id}`]);
    expect(await promotions.addCodes(shop.command(), { ...again, couponId: 'nobody' })).toEqual({
      kind: 'unknown-coupon',
    });
  });

  test('[PROMO-33] twenty carts at once get a code with five uses exactly five times', async () => {
    const code = await withCoupon({}, { code: `FIVE-${id}`, limit: 5 });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, cart) => take(`cart:${id}-${cart}`, code)),
    );
    expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(5);
    expect(outcomes.filter(({ kind }) => kind === 'used-up')).toHaveLength(15);
    expect(await stateOf(code)).toBe('used-up');
    expect(await promotions.codes(id)).toEqual([expect.objectContaining({ limit: 5, uses: 5 })]);
  });

  test('[PROMO-33] twenty carts at once share a coupon with five uses, whatever their codes', async () => {
    await withCoupon({ limit: 5 });
    const codes = Array.from({ length: 20 }, (_, index) => ({ code: `ONE-${index}-${id}` }));
    await promotions.addCodes(shop.command(), { couponId: id, codes });
    const outcomes = await Promise.all(codes.map(({ code }) => take(`cart:${code}`, code)));
    expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(5);
    expect((await promotions.coupons()).find((each) => each.id === id)).toMatchObject({ limit: 5, uses: 5 });
  });

  test('[PROMO-33] a customer gets a coupon as often as it allows, whatever codes they bring', async () => {
    const code = await withCoupon({ limitPerCustomer: 1 });
    const outcomes = await Promise.all(
      ['ada@example.com', 'ADA@example.com ', 'bob@example.com'].map((customer, cart) =>
        take(`cart:${id}-${cart}`, code, customer),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(2);
    expect(await stateOf(code, 'ada@example.com')).toBe('used-up');
    expect(await stateOf(code, 'eve@example.com')).toBe('unlocks');
  });

  test('[PROMO-34] all codes are taken or none, and the owner takes each once', async () => {
    const good = await withCoupon({ limitPerCode: 2 });
    const first = id;
    id = `${id}-b`;
    const bad = await withCoupon({}, { code: `ONE-${id}`, limit: 1 });
    expect(await take('cart:other', bad)).toEqual({ kind: 'taken' });
    const both = {
      owner: `cart:${id}`,
      uses: [
        { promotionId: first, code: good },
        { promotionId: id, code: bad },
      ],
    };
    const outcome = await open().transaction((tx) => promotions.inTransaction.takeUses(tx, both));
    expect(outcome).toEqual({ kind: 'used-up', code: bad });
    expect((await promotions.codes(first))[0]!.uses).toBe(0);
    id = first;
    expect(await take('cart:mine', good)).toEqual({ kind: 'taken' });
    expect(await take('cart:mine', good)).toEqual({ kind: 'taken' });
    expect(await take('cart:theirs', good)).toEqual({ kind: 'taken' });
    expect(await take('cart:late', good)).toEqual({ kind: 'used-up', code: good });
  });

  test('[PROMO-34] a code that does not unlock any more cannot be taken', async () => {
    const code = await withCoupon();
    expect(await take('cart:x', 'no such code')).toEqual({ kind: 'used-up', code: 'no such code' });
    await promotions.disable(shop.command(), id);
    expect(await take('cart:x', code)).toEqual({ kind: 'used-up', code });
  });

  test('[PROMO-35] what is given back can be taken again, once', async () => {
    const code = await withCoupon({ limit: 1, limitPerCustomer: 1 }, { code: `BACK-${id}`, limit: 1 });
    expect(await take('cart:a', code, 'ada')).toEqual({ kind: 'taken' });
    expect(await take('cart:b', code, 'ada')).toEqual({ kind: 'used-up', code });
    await giveBack('cart:a');
    await giveBack('cart:a');
    expect(await take('cart:b', code, 'ada')).toEqual({ kind: 'taken' });
    expect(await take('cart:c', code, 'ada')).toEqual({ kind: 'used-up', code });
  });

  test('[PROMO-36] a limit that is set later counts what was used before', async () => {
    const code = await withCoupon();
    expect(await take('cart:a', code)).toEqual({ kind: 'taken' });
    await promotions.saveCoupon(shop.command(), { id, promotionId: id, limit: 2, limitPerCode: 2 });
    expect(await take('cart:b', code)).toEqual({ kind: 'taken' });
    expect(await take('cart:c', code)).toEqual({ kind: 'used-up', code });
    await giveBack('cart:a');
    expect(await take('cart:c', code)).toEqual({ kind: 'taken' });
  });

  test('[PROMO-37] only who may write promotions changes them', async () => {
    const guest = { actor: { kind: 'guest' as const }, idempotencyKey: crypto.randomUUID() };
    const refusals = await Promise.all(
      [
        promotions.save(guest, ten()),
        promotions.enable(guest, id),
        promotions.disable(guest, id),
        promotions.changeSettings(guest, DEFAULT_PROMOTION_SETTINGS),
        promotions.saveCoupon(guest, { id, promotionId: id }),
        promotions.addCodes(guest, { couponId: id, codes: [{ code: 'CODE' }] }),
        promotions.enableCodes(guest, { codes: ['CODE'], enabled: false }),
      ].map(refusalOf),
    );
    expect(refusals.map((each) => each.split(':')[0])).toEqual(refusals.map(() => 'not_allowed'));
  });

  test('[PROMO-29] a deal of several lines comes back from the database as it went in', async () => {
    const deal = promotion(id, {
      kind: 'mix-and-match',
      groups: [{ lines: lines('a', 'b'), quantity: 2 }],
      deal: { kind: 'cheapest', pieces: 1, cut: percent(50) },
    });
    await promotions.save(shop.command(), { ...deal, name: { en: 'Second half', de: 'Zweites halb' } });
    const { name, enabled, changedAt, ...definition } = (await promotions.get(id))!;
    expect(definition).toEqual(deal);
    expect([name, enabled, changedAt]).toEqual([
      { en: 'Second half', de: 'Zweites halb' },
      false,
      START.toISOString(),
    ]);
  });
});
