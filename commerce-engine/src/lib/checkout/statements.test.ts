import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import type { CheckoutView } from './checkout.views.ts';
import type { CheckoutPatch } from './checkout-input.ts';

const sent: string[] = [];
const onStatement = (text: string) => void sent.push(text);
/** Ends of transactions, what the pretended bank asks, and what processes tell and hear of each other. */
const BESIDES = /^(start transaction|commit$)|payments_simulator|pg_notify|\bxid\b/;

describeOnEachEngine(
  'statements of a purchase',
  { migrations: [commerceMigrations], onStatement },
  (database) => {
    let shop: PayingShop;
    beforeAll(async () => {
      shop = await openPayingShop(database());
      shop.engine.search.stop();
    });

    async function statementsOf<Answer>(work: () => Promise<Answer>) {
      sent.length = 0;
      const answer = await work();
      return { answer, statements: sent.filter((text) => !BESIDES.test(text)) };
    }

    test('[CART-27] a line of what is remembered is added by two statements', async () => {
      const variantId = await shop.product(50);
      await shop.ready([{ variantId, quantity: 1 }]);
      const line = { cartId: crypto.randomUUID(), variantId, quantity: 1 };
      const add = () => shop.engine.cart.addLine(shop.asGuest(), shop.en, line);
      const { statements: first } = await statementsOf(add);
      const { statements: second } = await statementsOf(add);
      expect([first, second].map(({ length }) => length)).toEqual([2, 2]);
    });

    test('[CART-23] what is sold at what price is remembered for five seconds, until it changes; stock never is', async () => {
      const variantId = await shop.product(2);
      const cartId = crypto.randomUUID();
      await shop.engine.cart.addLine(shop.asGuest(), shop.en, { cartId, variantId, quantity: 1 });
      const look = () => statementsOf(() => shop.engine.cart.get(shop.en, cartId));
      await look();
      const before = shop.now;
      const { statements: remembered } = await look();
      shop.now = new Date(before.getTime() + 5000);
      const { statements: askedAgain } = await look();
      expect(askedAgain.length).toBe(remembered.length + 2);
      await shop.engine.pricing.setPrices(shop.command(), [
        { variantId, price: { amount: 1234, currency: 'EUR' } },
      ]);
      expect((await look()).answer).toMatchObject({ total: { amount: 1234 } });
      const count = { variantId, locationId: 'warehouse', onHand: 0, reason: 'counted' };
      await shop.engine.inventory.setOnHand(shop.command(), count);
      expect((await look()).answer).toMatchObject({ lines: [{ availability: 'sold-out' }] });
      shop.now = before;
    });

    test('[CHECK-31] filling in, looking and paying ask the database no more often than they must', async () => {
      const variantId = await shop.product(50);
      const { cartId } = await shop.ready([{ variantId, quantity: 1 }]);
      const { statements: filling } = await statementsOf(() =>
        shop.engine.checkout.update(shop.asGuest(), shop.en, { cartId, patch: { note: 'At the back door' } }),
      );
      const { answer: checkout, statements: looking } = await statementsOf(() =>
        shop.engine.checkout.get(shop.en, cartId),
      );
      const { answer: outcome, statements: paying } = await statementsOf(() =>
        shop.pay(checkout!, 'sim-approve'),
      );
      expect(outcome).toMatchObject({ kind: 'placed' });
      expect([filling, looking, paying].map(({ length }) => length)).toEqual([2, 1, 10]);
    });

    test('[CHECK-31] a whole purchase asks the database no more often than it must', async () => {
      const [cup, stool] = [await shop.product(50), await shop.product(50)];
      const { address } = await shop.ready([cup, stool].map((variantId) => ({ variantId, quantity: 1 })));
      const cartId = crypto.randomUUID();
      const fill = (patch: CheckoutPatch) =>
        shop.engine.checkout.update(shop.asGuest(), shop.en, { cartId, patch });
      const { answer: outcome, statements } = await statementsOf(async () => {
        for (const variantId of [cup, stool])
          await shop.engine.cart.addLine(shop.asGuest(), shop.en, { cartId, variantId, quantity: 1 });
        await fill({ contact: { email: 'Ada@Example.com' }, address: address! });
        const checkout = await shop.engine.checkout.get(shop.en, cartId);
        const filled = await fill({ delivery: { methodId: checkout!.options[0]!.methodId }, terms: true });
        return shop.pay((filled as { checkout: CheckoutView }).checkout, 'sim-approve');
      });
      expect(outcome).toMatchObject({ kind: 'placed' });
      expect(statements.length).toBe(19);
    });

    test('[CART-27] [CHECK-31] a bundle asks no more often than any other line', async () => {
      const [cup, stool] = [await shop.product(50), await shop.product(50)];
      const variantId = await shop.bundle([
        { variantId: cup, quantity: 2 },
        { variantId: stool, quantity: 1 },
      ]);
      const { cartId } = await shop.ready([{ variantId, quantity: 1 }]);
      const line = { cartId: crypto.randomUUID(), variantId, quantity: 1 };
      const { statements: adding } = await statementsOf(() =>
        shop.engine.cart.addLine(shop.asGuest(), shop.en, line),
      );
      const { answer: checkout, statements: looking } = await statementsOf(() =>
        shop.engine.checkout.get(shop.en, cartId),
      );
      const { answer: outcome, statements: paying } = await statementsOf(() =>
        shop.pay(checkout!, 'sim-approve'),
      );
      expect(outcome).toMatchObject({ kind: 'placed' });
      expect([adding, looking, paying].map(({ length }) => length)).toEqual([2, 1, 10]);
    });
  },
);
