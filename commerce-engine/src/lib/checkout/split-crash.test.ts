import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { doomedEngine } from '../testing/doomed-engine.ts';
import { openPayingShop, type PayingShop, testCustomer } from '../testing/paying-shop.ts';

/** A flow has fewer steps; the first one that ends alive ends the enumeration. */
const MOST_STEPS = 600;
/**
 * How many steps there are between two that are tried; 1 = every step. The steps are alike on both engines, so that fewer show
 * that the embedded one commits and rolls back alike.
 */
const STRIDE = Number(process.env.CRASH_STRIDE ?? 7);
/** What each tender of ours has, in cents. The points are worth half a cent each. */
const HAS = { giftCard: 700, credit: 500, points: 400, pointsWorth: 200 } as const;
const OURS = HAS.giftCard + HAS.credit + HAS.pointsWorth;

describeOnEachEngine('a divided payment, killed', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  beforeAll(async () => {
    shop = await openPayingShop(database());
    await shop.engine.loyalty.saveProgramme(shop.command(), {
      id: 'circle',
      name: { en: 'Circle' },
      channels: ['online'],
      earn: [],
      redeem: [{ currency: 'EUR', points: 2, amount: 1 }],
      vesting: { from: 'handed-over', days: 14 },
      expiryDays: 365,
      tiers: [{ id: 'one', name: { en: 'One' }, from: 0 }],
    });
  });

  /** Somebody with points and credit, and a gift card. */
  async function somebodyWithMeans() {
    const ada = testCustomer();
    const { loyalty, storeCredit, giftCards } = shop.engine;
    const customerId = ada.id;
    await loyalty.join({ ...shop.command(), actor: ada }, shop.en, { programmeId: 'circle' });
    await loyalty.adjust(shop.command(), shop.en, {
      customerId,
      programmeId: 'circle',
      points: HAS.points,
      reason: 'goodwill',
    });
    const credit = { customerId, amount: HAS.credit, currency: 'EUR', reason: 'goodwill' } as const;
    await storeCredit.issue(shop.command(), credit);
    const card = await giftCards.issue(shop.command(), { amount: HAS.giftCard, currency: 'EUR' });
    return { ada, card };
  }

  /** What is left of it, to the cent and the point; a card that is empty says so instead. */
  async function meansOf({ ada, card }: Awaited<ReturnType<typeof somebodyWithMeans>>) {
    const { loyalty, storeCredit, giftCards } = shop.engine;
    const [checked, [credit], [programme]] = [
      await giftCards.check({ code: card.code, pin: card.pin, currency: 'EUR' }),
      await storeCredit.balances(ada),
      await loyalty.of(ada, shop.en),
    ];
    return {
      giftCard: checked.kind === 'good' ? checked.card.balance.amount : checked.reason,
      credit: credit?.balance.amount ?? 0,
      points: programme?.points,
    };
  }

  /** What the bank keeps of a checkout's money. */
  const bankOf = async (checkoutId: string) =>
    (
      await database().execute(
        `select coalesce(sum(bank.captured - bank.refunded), 0)::int as money
         from payments_simulator as bank join payments_payment as payment on payment.id = bank.payment_id
         where payment.owner = $1`,
        [`checkout:${checkoutId}`],
      )
    ).rows[0]!.money as number;
  const ordersOf = async (checkoutId: string) =>
    (await database().execute('select id from orders_order where checkout_id = $1', [checkoutId])).rows
      .length;

  /** Time goes by, jobs run, the bank says what it has to say. */
  async function settle(): Promise<void> {
    for (const minutes of [1, 5, 30]) {
      shop.now = new Date(shop.now.getTime() + minutes * 60_000);
      await shop.deliverMessages();
      await shop.engine.checkout.resume();
      await shop.engine.inventory.sweepReservations();
    }
  }

  for (const { token, comesBack, offset } of [
    { token: 'sim-approve', comesBack: true, offset: 0 },
    { token: 'sim-approve', comesBack: false, offset: 1 },
    { token: 'sim-decline', comesBack: false, offset: 2 },
  ])
    it(`[CHECK-18] at every step of paying with a gift card, credit, points and ${token}, when the shopper ${comesBack ? 'tries again' : 'is gone'}: all of it is taken for one order, or nothing`, async () => {
      const variantId = await shop.product(100_000, 2000);
      const stride = STRIDE * (database().engine === 'postgres' ? 1 : 4);
      let [steps, runs, placed] = [offset, 0, 0];
      for (; steps < MOST_STEPS; steps += stride) {
        runs += 1;
        const means = await somebodyWithMeans();
        const { ada, card } = means;
        const checkout = await shop.ready([{ variantId, quantity: 1 }]);
        const { engine, crashing } = doomedEngine({
          database: database(),
          bank: shop.simulator.provider,
          clock: () => shop.now,
          steps,
        });
        const paying = {
          actor: ada,
          key: crypto.randomUUID(),
          giftCards: [card],
          storeCredit: true,
          points: true,
        } as const;
        await shop
          .pay(checkout, token, { ...paying, engine })
          .catch((error: unknown) => (crashing.isDead ? undefined : Promise.reject(error)));
        const isOver = !crashing.isDead;
        if (comesBack) await shop.pay(checkout, token, paying);
        await settle();
        const orders = await ordersOf(checkout.id);
        const hasOrder = comesBack || (token === 'sim-approve' && orders > 0);
        expect({ steps, orders, money: await bankOf(checkout.id), left: await meansOf(means) }).toEqual({
          steps,
          orders: hasOrder ? 1 : 0,
          money: hasOrder ? checkout.total.amount - OURS : 0,
          left: hasOrder
            ? { giftCard: 'empty', credit: 0, points: 0 }
            : { giftCard: HAS.giftCard, credit: HAS.credit, points: HAS.points },
        });
        placed += orders;
        if (isOver) break;
      }
      expect(steps).toBeGreaterThan(40);
      expect(steps).toBeLessThan(MOST_STEPS);
      if (comesBack) expect(placed).toBe(runs);
      if (token === 'sim-approve') expect(placed).toBeGreaterThan(0);
      expect(await examineShop(database())).toEqual([]);
      const [open] = await shop.engine.inventory.orderable(shop.en, [variantId]);
      expect(open!.available).toBe(100_000 - placed);
    });
});
