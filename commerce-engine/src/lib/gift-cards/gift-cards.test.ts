import { describeOnEachEngine } from '@vitrine/database/testing';
import fc from 'fast-check';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { PayOutcome } from '../checkout/checkout.views.ts';
import { examineShop } from '../doctor/examine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openPayingShop, type PayingShop } from '../testing/paying-shop.ts';
import { readCode, writeCode } from './gift-code.rules.ts';

test('[GIFT-1] [GIFT-2] what is written is read again, however it is typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (random) => {
      const code = writeCode(random);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      const typed = code.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l').replace(/-/g, ' ');
      expect(readCode(` ${typed}`)).toBe(code.replace(/-/g, ''));
    }),
  );
  for (const wrong of ['', '1234', 'UUUU-UUUU-UUUU-UUUU', '0000-0000-0000-0000-0'])
    expect(readCode(wrong)).toBeUndefined();
});

describeOnEachEngine('gift cards', { migrations: [commerceMigrations] }, (database) => {
  let shop: PayingShop;
  beforeAll(async () => {
    shop = await openPayingShop(database());
  });

  const issue = (amount: number, currency = 'EUR', more: { expiresAt?: string; note?: string } = {}) =>
    shop.engine.giftCards.issue(shop.command(), { amount, currency, ...more });
  const check = ({ code, pin }: { code: string; pin: string }, currency = 'EUR') =>
    shop.engine.giftCards.check({ code, pin, currency });
  const left = async (card: { code: string; pin: string }) => {
    const checked = await check(card);
    return checked.kind === 'good' ? checked.card.balance.amount : checked.reason;
  };
  const orderOf = async (outcome: PayOutcome) => {
    if (outcome.kind !== 'placed') throw new Error(`Expected an order, got ${JSON.stringify(outcome)}`);
    return (await shop.engine.orders.open(outcome.order.id, outcome.order.key))!;
  };
  const sound = async () => expect(await examineShop(database())).toEqual([]);

  test('[GIFT-1] code and PIN are told once, and kept nowhere', async () => {
    const command = shop.command();
    const card = await shop.engine.giftCards.issue(command, { amount: 5000, currency: 'EUR' });
    const again = await shop.engine.giftCards.issue(command, { amount: 5000, currency: 'EUR' });
    expect(again).toEqual({ ...card, code: '', pin: '' });
    const { rows } = await database().execute(
      `select to_jsonb(card)::text as text from giftcards_card as card union all
       select answer::text from idempotency_answer where command = 'giftCards.issue'`,
    );
    const kept = JSON.stringify(rows);
    expect(kept).not.toContain(card.code.replace(/-/g, ''));
    expect(kept).not.toContain(card.code);
    expect(kept).not.toContain(`"${card.pin}"`);
    expect(await left(card)).toBe(5000);
  });

  test('[GIFT-3] a balance is the sum of what its ledger says, and the database lets none fall below zero', async () => {
    const card = await issue(5000);
    const ready = await shop.ready([{ variantId: await shop.product(2, 1000), quantity: 1 }]);
    await orderOf(await shop.pay(ready, 'sim-approve', { giftCards: [card] }));
    const { rows } = await database().execute(
      `select sum(amount)::int as sum from giftcards_entry where card_id = $1`,
      [card.id],
    );
    expect(rows).toEqual([{ sum: 5000 - 1490 }]);
    expect(await left(card)).toBe(5000 - 1490);
    await expect(
      database().execute(`update giftcards_card set balance = balance - 3511 where id = $1`, [card.id]),
    ).rejects.toThrow(/check constraint/);
  });

  test('[GIFT-6] ten wrong PINs close a card for a while; nothing tells a wrong code from a wrong PIN', async () => {
    const card = await issue(5000);
    const wrong = { code: card.code, pin: card.pin === '000000' ? '000001' : '000000' };
    expect(await left({ code: '0000-0000-0000-0000', pin: '000000' })).toBe('unknown');
    for (let tries = 0; tries < 10; tries += 1) expect(await left(wrong)).toBe('unknown');
    expect(await left(card)).toBe('locked');
    const before = shop.now;
    shop.now = new Date(before.getTime() + 16 * 60_000);
    expect(await left(card)).toBe(5000);
    shop.now = before;
  });

  test('[GIFT-7] [GIFT-8] what is blocked, over, empty or of another currency is refused', async () => {
    const blocked = await issue(5000);
    await shop.engine.giftCards.setBlocked(shop.command(), { id: blocked.id, blocked: true });
    expect(await left(blocked)).toBe('blocked');
    expect(await left(await issue(5000, 'EUR', { expiresAt: '2026-01-01T00:00:00Z' }))).toBe('over');
    expect(await left(await issue(5000, 'GBP'))).toBe('other-currency');
  });

  test('[GIFT-11] staff find cards and see their ledgers, never a code', async () => {
    const { giftCards } = shop.engine;
    const { actor } = shop.command();
    const card = await issue(5000, 'EUR', { note: 'For 100%_of the choir' });
    const plain = await issue(100);
    expect((await giftCards.list(actor, { q: '100%_OF' })).map(({ id }) => id)).toEqual([card.id]);
    const byCode = await giftCards.list(actor, { q: plain.code.slice(-4).toLowerCase() });
    expect(byCode.map(({ id }) => id)).toContain(plain.id);
    await giftCards.setBlocked(shop.command(), { id: plain.id, blocked: true });
    expect((await giftCards.list(actor, { state: 'blocked' })).map(({ id }) => id)).toContain(plain.id);
    expect((await giftCards.list(actor, { state: 'active' })).map(({ id }) => id)).not.toContain(plain.id);
    const detail = await giftCards.get(actor, card.id);
    expect(detail).toMatchObject({ entries: [{ kind: 'issued', amount: { amount: 5000 } }] });
    expect(JSON.stringify(detail)).not.toContain(card.code);
    expect(await giftCards.get(actor, crypto.randomUUID())).toBeUndefined();
    await expect(giftCards.get({ kind: 'guest' }, card.id)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('[GIFT-9] an order is paid with two cards and a bank for the rest, each what it has', async () => {
    const [small, empty] = [await issue(400), await issue(600)];
    const checkout = await shop.ready([{ variantId: await shop.product(9, 2000), quantity: 1 }]);
    const order = await orderOf(await shop.pay(checkout, 'sim-approve', { giftCards: [small, empty] }));
    expect(order.payments.map(({ provider, captured }) => [provider, captured.amount])).toEqual([
      ['gift-card', 400],
      ['gift-card', 600],
      ['simulator', 1490],
    ]);
    expect(order.paid).toEqual(order.total);
    expect(await left(small)).toBe('empty');
    await sound();
  });

  test('[GIFT-5] the same key with the same card is the same payment, also when the card is empty by then', async () => {
    const card = await issue(1490);
    const checkout = await shop.ready([{ variantId: await shop.product(9, 1000), quantity: 1 }]);
    const pay = () => shop.pay(checkout, 'sim-approve', { giftCards: [card], key: 'card-once' });
    const first = await pay();
    expect(first).toMatchObject({ kind: 'placed' });
    expect(await left(card)).toBe('empty');
    expect(await pay()).toEqual(first);
    const other = await shop.ready([{ variantId: await shop.product(9, 1000), quantity: 1 }]);
    const more = await issue(500);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        shop.pay(other, 'sim-approve', { giftCards: [more], key: 'card-five' }),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ kind: 'placed' });
    await sound();
  });

  test('[GIFT-5] a card that the same payment spends while it is looked at again is no refusal', async () => {
    const card = await issue(500);
    const checkout = await shop.ready([{ variantId: await shop.product(9, 1000), quantity: 1 }]);
    const pay = () => shop.pay(checkout, 'sim-approve', { giftCards: [card], key: 'card-meanwhile' });
    const { check: look } = shop.engine.giftCards;
    let first: PayOutcome | undefined;
    const spy = vi.spyOn(shop.engine.giftCards, 'check').mockImplementationOnce(async (input) => {
      first = await pay();
      return look(input);
    });
    onTestFinished(() => void spy.mockRestore());
    const second = await pay();
    expect(first).toMatchObject({ kind: 'placed' });
    expect(second).toEqual(first);
    expect(await left(card)).toBe('empty');
  });

  test('[GIFT-9] a card that pays everything needs no bank; one that does not, does', async () => {
    const card = await issue(2000);
    const pay = async (cents: number) => {
      const {
        cartId,
        id: checkoutId,
        seen,
      } = await shop.ready([{ variantId: await shop.product(9, cents), quantity: 1 }]);
      const { code, pin } = card;
      return shop.engine.checkout.pay(shop.asGuest(), shop.en, {
        cartId,
        checkoutId,
        seen,
        giftCards: [{ code, pin }],
      });
    };
    expect(await pay(5000)).toMatchObject({ kind: 'incomplete', missing: ['payment'] });
    expect((await orderOf(await pay(1000))).payments).toMatchObject([{ provider: 'gift-card' }]);
    expect(await left(card)).toBe(510);
    await sound();
  });

  test('[GIFT-9] when the bank refuses the rest, or the shopper stays away, the card has its money back', async () => {
    const card = await issue(1000);
    const line = { variantId: await shop.product(9, 2000), quantity: 1 };
    const checkout = await shop.ready([line]);
    expect(await shop.pay(checkout, 'sim-decline', { giftCards: [card] })).toMatchObject({
      kind: 'declined',
    });
    expect(await left(card)).toBe(1000);
    expect(await shop.pay(checkout, 'sim-challenge', { giftCards: [card] })).toMatchObject({
      kind: 'action',
    });
    expect(await left(card)).toBe('empty');
    const before = shop.now;
    shop.now = new Date(before.getTime() + 21 * 60_000);
    await shop.engine.checkout.resume();
    shop.now = before;
    expect(await left(card)).toBe(1000);
    await sound();
  });

  test('a wrong card is refused by its place before anything else happens, and no browser can name one by its id', async () => {
    const card = await issue(1000);
    const checkout = await shop.ready([{ variantId: await shop.product(9, 2000), quantity: 1 }]);
    const wrong = { code: card.code, pin: card.pin === '111111' ? '222222' : '111111' };
    expect(await shop.pay(checkout, 'sim-approve', { giftCards: [card, wrong] })).toMatchObject({
      kind: 'gift-card-refused',
      place: 1,
      reason: 'unknown',
    });
    const { cartId, id: checkoutId, seen } = checkout;
    const forged = { cartId, checkoutId, seen, provider: 'gift-card', method: 'gift-card', token: card.id };
    await expect(shop.engine.checkout.pay(shop.asGuest(), shop.en, forged)).rejects.toMatchObject({
      code: 'bad_input',
    });
    expect(await left(card)).toBe(1000);
  });

  test('[GIFT-10] a card of another system is taken over once, and pays with the code that is printed on it', async () => {
    const old = { code: 'OLDC-ARDS-1234-5678', pin: '4711', amount: 700, currency: 'EUR' };
    const { importCards } = shop.engine.giftCards;
    expect(await importCards(shop.command(), [old])).toEqual({ imported: 1 });
    expect(await importCards(shop.command(), [{ ...old, amount: 9999 }])).toEqual({ imported: 0 });
    expect(await left(old)).toBe(700);
    await expect(importCards(shop.command(), [{ ...old, code: 'short' }])).rejects.toMatchObject({
      code: 'bad_input',
    });
    await sound();
  });

  test('[GIFT-4] [GIFT-5] ten checkouts at once with one card spend its money once', async () => {
    const card = await issue(1490);
    const variantId = await shop.product(50, 1000);
    const checkouts = await Promise.all(
      Array.from({ length: 10 }, () => shop.ready([{ variantId, quantity: 1 }])),
    );
    const outcomes = await Promise.all(
      checkouts.map(({ cartId, id: checkoutId, seen }) =>
        shop.engine.checkout.pay(shop.asGuest(), shop.en, {
          cartId,
          checkoutId,
          seen,
          giftCards: [{ code: card.code, pin: card.pin }],
        }),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'placed')).toHaveLength(1);
    for (const { kind } of outcomes)
      expect(['placed', 'declined', 'incomplete', 'gift-card-refused']).toContain(kind);
    expect(await left(card)).toBe('empty');
    await sound();
  });

  test('[CHECK-23] when a payment is given up while its first tender is asked, the bank is not asked for the rest', async () => {
    const card = await issue(300);
    const ready = await shop.ready([{ variantId: await shop.product(5, 1000), quantity: 1 }]);
    const { payments, checkout } = shop.engine;
    const { advance } = payments;
    const asked = vi.spyOn(shop.simulator.provider, 'start');
    const between = vi.spyOn(payments, 'advance').mockImplementationOnce(async (first) => {
      const paid = await advance(first);
      await checkout.reopen(shop.asGuest(), shop.en, { cartId: ready.cartId });
      return paid;
    });
    onTestFinished(() => [asked, between].forEach((each) => void each.mockRestore()));
    const outcome = await shop.pay(ready, 'sim-approve', { giftCards: [card] });
    expect(outcome).toMatchObject({ kind: 'declined', checkout: { state: 'open' } });
    expect(asked).not.toHaveBeenCalled();
    expect(await left(card)).toBe(300);
    await sound();
  });
});
