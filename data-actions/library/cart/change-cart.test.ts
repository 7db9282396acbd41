import { commerceMigrations, createLocalClient } from '@vitrine/commerce-engine';
import { openPayingShop, type PayingShop } from '@vitrine/commerce-engine/testing';
import { createMemoryPageStore } from '@vitrine/content/server';
import { createActionEngine, createTagVersions } from '@vitrine/data-actions/server';
import { openTestDatabase } from '@vitrine/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answers } from '../server.ts';
import { changeCart, quantityField, shownField } from './change-cart.action.ts';

const shared = {
  channel: 'online',
  locale: 'en',
  currency: 'EUR',
  customerGroup: 'anyone',
  audience: 'everyone',
};

let shop: PayingShop;
let close: () => Promise<void>;
let engine: ReturnType<typeof createActionEngine>;

beforeAll(async () => {
  const database = await openTestDatabase({ migrations: [commerceMigrations] });
  close = () => database.close();
  shop = await openPayingShop(database);
  const commerce = createLocalClient(shop.engine);
  engine = createActionEngine({
    handlers: answers({ commerce, pages: createMemoryPageStore() }),
    tags: createTagVersions(),
  });
});
afterAll(() => close());

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A shopper with two things in the cart: two of nine, and one of three. */
async function shopper() {
  const cartId = crypto.randomUUID();
  const variantIds = [await shop.product(9), await shop.product(3)];
  for (const [at, variantId] of variantIds.entries())
    await shop.engine.cart.addLine(shop.asGuest(), shop.en, { cartId, variantId, quantity: 2 - at });
  const cart = async () => (await shop.engine.cart.get(shop.en, cartId))!;
  const quantities = async () => (await cart()).lines.map(({ quantity }) => quantity);
  const [many, few] = (await cart()).lines.map(({ id, name }) => ({ id, name })) as [Named, Named];
  /** What the page sends: both fields as they were shown but for what was typed, and the button that was pressed. */
  async function send(typed: { many?: string; few?: string }, button: Record<string, string> = {}) {
    const fields = {
      'page.checkout': '/checkout',
      [shownField(many.id)]: '2',
      [quantityField(many.id)]: typed.many ?? '2',
      [shownField(few.id)]: '1',
      [quantityField(few.id)]: typed.few ?? '1',
      code: '',
      ...button,
    };
    const own = { customerId: undefined, sessionId: undefined, cartId };
    const done = await engine.mutate(changeCart.id, fields, engine.openScope({ shared, private: own }));
    if (done.kind !== 'done') throw new Error(JSON.stringify(done));
    const outcome = done.outcome as Parameters<NonNullable<typeof changeCart.form>>[0];
    return changeCart.form!(outcome, { input: done.input as never, from: '/cart', locale: 'en' });
  }
  return { cart, quantities, many, few, send, variantIds };
}

const toCheckout = { to: 'checkout' };

test('[DA-113] a quantity that was typed is written by the button that leads on', async () => {
  const { quantities, send } = await shopper();
  expect(await send({ many: '5', few: '3' }, toCheckout)).toEqual({ location: '/checkout' });
  expect(await quantities()).toEqual([5, 3]);
});

test('[DA-113] what nobody touched is not written, and the cart is not changed by looking', async () => {
  const { cart, many, quantities, send } = await shopper();
  const id = (await cart()).id;
  await shop.engine.cart.setQuantity(shop.asGuest(), shop.en, { cartId: id, lineId: many.id, quantity: 7 });
  const { version } = await cart();
  expect(await send({}, toCheckout)).toEqual({ location: '/checkout' });
  expect(await quantities()).toEqual([7, 1]);
  expect((await cart()).version).toBe(version);
});

test('[DA-113] what cannot be had costs only itself, and nobody is led on past it', async () => {
  const { few, quantities, send } = await shopper();
  const field = quantityField(few.id);
  expect(await send({ many: '4', few: '8' }, toCheckout)).toEqual({
    location: '/cart',
    again: { fields: [], problems: { [field]: 'not-enough' } },
  });
  expect(await quantities()).toEqual([4, 1]);
  for (const typed of ['', '-1', '1.5', '1e9', 'two'])
    expect(await send({ few: typed }, toCheckout)).toMatchObject({
      location: '/cart',
      again: { problems: { [field]: 'bad-quantity' } },
    });
  expect((await quantities())[1]).toBe(1);
});

test('[DA-113] taking a line out keeps what was typed at the others, and can be taken back', async () => {
  const { few, quantities, send } = await shopper();
  const answer = await send({ many: '6' }, { remove: few.id });
  expect(answer.location).toBe('/cart');
  expect(answer.notice).toMatchObject({
    text: `${few.name} was removed from your cart.`,
    button: { text: 'Undo', values: { quantity: '1', place: '1' } },
  });
  expect(await quantities()).toEqual([6]);
  // A second click on the same button has nothing to complain of.
  expect(await send({ many: '2' }, { remove: few.id })).toEqual({ location: '/cart' });
});

test('[DA-113] an emptied cart leads nowhere, and all that was taken out is told', async () => {
  const { few, many, quantities, send } = await shopper();
  const answer = await send({ many: '0', few: '0' }, toCheckout);
  expect(answer).toEqual({
    location: '/cart',
    notice: { tone: 'good', text: `${many.name} and ${few.name} were removed from your cart.` },
  });
  expect(await quantities()).toEqual([]);
});

test('[DA-113] a code that was typed counts too, whichever button is pressed', async () => {
  const { quantities, send } = await shopper();
  expect(await send({ many: '3' }, { ...toCheckout, code: 'NO-SUCH-CODE' })).toEqual({
    location: '/cart',
    again: { fields: ['code'], problems: { code: 'unknown' } },
  });
  expect(await quantities()).toEqual([3, 1]);
});

test('[DA-113] what sold out meanwhile is told, and nobody is led on past it', async () => {
  const { send, variantIds } = await shopper();
  const checkout = await shop.ready([{ variantId: variantIds[1]!, quantity: 3 }]);
  expect(await shop.pay(checkout, 'sim-approve')).toMatchObject({ kind: 'placed' });
  expect(await send({ few: '2' }, toCheckout)).toEqual({
    location: '/cart',
    notice: { tone: 'bad', text: 'Sorry, this has just sold out.' },
  });
});
