import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';

describe('looking up an order', () => {
  let database: TestDatabase;
  let shop: SellingShop;
  beforeAll(async () => {
    database = await openTestDatabase({ migrations: [commerceMigrations] });
    shop = await openSellingShop(database);
  });
  afterAll(() => database.close());

  const lookUp = (number: string, email: string) => shop.engine.orders.lookUp({ number, email });
  const ordered = async () => shop.order([{ variantId: await shop.product(5), quantity: 1 }]);

  it('[ORDER-13] neither part can be guessed from the other; waiting opens the order again', async () => {
    const guessed = await ordered();
    const other = await ordered();
    const { email } = other.contact;
    for (let guess = 0; guess < 20; guess += 1)
      expect(await lookUp(guessed.number, `guess${guess}@example.com`)).toBeUndefined();
    expect(await lookUp(guessed.number, guessed.contact.email)).toBeUndefined();
    expect((await lookUp(other.number, ` ${email.toUpperCase()} `))?.id).toBe(other.id);
    for (let guess = 0; guess < 20; guess += 1) expect(await lookUp(`9${guess}`, email)).toBeUndefined();
    expect(await lookUp(other.number, email)).toBeUndefined();
    await shop.wait(16);
    expect((await lookUp(guessed.number, email))?.id).toBe(guessed.id);
    expect((await lookUp(other.number, email))?.id).toBe(other.id);
  });

  it('[ORDER-3] its own key opens it, or its number with its email; nothing else does', async () => {
    const { orders } = shop.engine;
    const [order, other] = [await ordered(), await ordered()];
    expect((await orders.open(order.id, orders.keyOf(order.id)))?.number).toBe(order.number);
    expect(await orders.open(order.id, orders.keyOf(other.id))).toBeUndefined();
    expect(await orders.open(order.id, '')).toBeUndefined();
    expect(await orders.open(order.number, orders.keyOf(order.id))).toBeUndefined();
    expect((await lookUp(order.number, order.contact.email))?.id).toBe(order.id);
    expect(await lookUp(order.number, 'somebody-else@example.com')).toBeUndefined();
  });

  it('[ORDER-13] looking often at one’s own order is no guessing', async () => {
    const order = await ordered();
    for (let look = 0; look < 30; look += 1)
      expect((await lookUp(order.number, order.contact.email))?.id).toBe(order.id);
  });

  it('finds nothing for what no order can have', async () => {
    expect(await lookUp('\u0000', 'ada@example.com')).toBeUndefined();
    expect(await lookUp('1', '\ud800')).toBeUndefined();
  });
});
