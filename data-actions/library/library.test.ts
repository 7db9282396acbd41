import { commerceMigrations, createLocalClient } from '@vitrine/commerce-engine';
import { createHttpClient } from '@vitrine/commerce-engine/client';
import { createCommerceApi } from '@vitrine/commerce-engine/http';
import { type FilledShop, openFilledShop, serveOnLoopback } from '@vitrine/commerce-engine/testing';
import type { PageStore } from '@vitrine/content';
import { createMemoryPageStore } from '@vitrine/content/server';
import { type InputOf, many, need, type OutputOf } from '@vitrine/data-actions';
import { createActionEngine, createTagVersions } from '@vitrine/data-actions/server';
import { openTestDatabase } from '@vitrine/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addToCart,
  getAvailability,
  getCart,
  getCategory,
  getCategoryTree,
  getCollection,
  getDeliveryWays,
  getFragment,
  getProduct,
  getProductById,
  getProductCard,
  getProductPrice,
  getRecommended,
  getStoreAvailability,
  getVariantPrice,
  getViewed,
  putBack,
  searchProducts,
  setCartQuantity,
  suggestProducts,
} from './index.ts';
import { answers, cartIdFrom, tagsOfEvent } from './server.ts';

const en = {
  channel: 'online',
  locale: 'en',
  currency: 'EUR',
  customerGroup: 'anyone',
  audience: 'everyone',
};
const de = { ...en, locale: 'de' };
const pounds = { ...en, currency: 'GBP' };

let shop: FilledShop;
let pages: PageStore;
let close: () => Promise<void>;
const tags = createTagVersions();
let engine: ReturnType<typeof createActionEngine>;

beforeAll(async () => {
  const database = await openTestDatabase({ migrations: [commerceMigrations] });
  close = () => database.close();
  shop = await openFilledShop(database);
  database.subscribe((events) => tags.bump(events.flatMap(tagsOfEvent)));
  const fragment = { schema: 1, id: 'legal', kind: 'fragment', name: 'Legal', seo: {}, nodes: [] } as const;
  pages = createMemoryPageStore();
  await pages.publish({ by: 'test', documents: [fragment] });
  engine = createActionEngine({
    handlers: answers({
      commerce: createLocalClient(shop.engine),
      pages,
      cartIdOf: cartIdFrom('a secret of the test shop'),
    }),
    tags,
  });
});
afterAll(() => close());

async function ask<P extends Parameters<ReturnType<typeof engine.openScope>['runPlan']>[0]>(
  plan: P,
  shared = en,
  of = engine,
) {
  const { results } = await of.openScope({ shared }).runPlan(plan, { critical: true });
  for (const { error } of Object.values(results)) if (error) throw error;
  return Object.fromEntries(Object.entries(results).map(([name, { value }]) => [name, value])) as Record<
    keyof P,
    // biome-ignore lint/suspicious/noExplicitAny: the plan's types are another test's business.
    any
  >;
}

function productPage(slug: string) {
  const product = need(getProduct, { slug });
  const variants = product.map(({ variants }) => variants.map(({ id }) => ({ variantId: id })));
  return {
    product,
    price: need(
      getProductPrice,
      product.map(({ id }) => ({ productId: id })),
    ),
    prices: many(getVariantPrice, variants),
    availability: many(getAvailability, variants),
    stores: many(getStoreAvailability, variants),
    ways: need(
      getDeliveryWays,
      product.map(({ id }) => ({ productId: id })),
    ),
    card: need(
      getProductCard,
      product.map(({ id }) => ({ id })),
    ),
    again: need(
      getProductById,
      product.map(({ id }) => ({ id })),
    ),
  };
}

test('[DA-83] a product page is answered in the language and currency of the visitor', async () => {
  const english = await ask(productPage('stoneware-mug'), pounds);
  expect(english.product.name).toBe('Stoneware mug');
  expect(english.price.from).toEqual({ amount: 1600, currency: 'GBP' });
  expect(english.prices).toHaveLength(2);
  expect(english.availability.map((each: { class: string }) => each.class)).toEqual([
    'in-stock',
    'low-stock',
  ]);
  expect(english.stores[0].length).toBeGreaterThan(0);
  expect(english.ways).toEqual([]);
  const german = await ask(productPage('steinzeug-becher'), de);
  expect(german.product.name).toBe('Becher aus Steinzeug');
  expect(german.card.name).toBe('Becher aus Steinzeug');
  expect(german.again.id).toBe(english.product.id);
  expect(german.price.from).toEqual({ amount: 1800, currency: 'EUR' });
});

test('[DA-83] recommended products of the shop, of a category and of products are one question each', async () => {
  await shop.engine.recommendations.refresh({ every: 0 });
  const product = need(getProduct, { slug: 'stoneware-mug' });
  const category = need(getCategory, { slug: 'tableware' });
  const found = await ask({
    newest: need(getRecommended, { kind: 'new', key: '', limit: 2 }),
    below: need(
      getRecommended,
      category.map(({ id }) => ({ kind: 'new' as const, key: id, limit: 9 })),
    ),
    together: need(
      getRecommended,
      product.map(({ id }) => ({ kind: 'bought-together' as const, key: id, limit: 9 })),
    ),
  });
  const [hat, sweater, bowl, mug] = await Promise.all(
    ['wool-hat', 'wool-sweater', 'stoneware-bowl', 'stoneware-mug'].map((handle) => shop.productId(handle)),
  );
  expect(found).toEqual({ newest: [hat, sweater], below: [bowl, mug], together: [] });
});

test('[DA-83] the answers are the same when the commerce engine is another process', async () => {
  const { url, close: stop } = await serveOnLoopback(createCommerceApi(shop.engine));
  const commerce = createHttpClient({ url });
  const remote = createActionEngine({ handlers: answers({ commerce, pages }), tags: createTagVersions() });
  expect(await ask(productPage('stoneware-mug'), pounds, remote)).toEqual(
    await ask(productPage('stoneware-mug'), pounds),
  );
  await stop();
});

test('[DA-83] lists, menus and suggestions', async () => {
  const found = await ask({
    tree: need(getCategoryTree, {}),
    category: need(getCategory, { slug: 'lamps' }),
    lamps: need(searchProducts, { categorySlug: 'lamps', sort: 'price-asc' }),
    sale: need(getCollection, { kind: 'sale', limit: 4 }),
    newest: need(getCollection, { kind: 'newest', limit: 2 }),
    chosen: need(getCollection, { kind: 'products', ids: ['a', 'b', 'c'], limit: 2 }),
    inCategory: need(getCollection, { kind: 'category', slug: 'knitwear', limit: 9 }),
    nowhere: need(searchProducts, { categorySlug: 'no-such-category' }).optional(),
    suggestions: need(suggestProducts, { prefix: 'sto' }),
    legal: need(getFragment, { id: 'legal' }),
  });
  expect(found.tree.map(({ name }: { name: string }) => name)).toEqual(['Home', 'Knitwear']);
  expect(found.category.name).toBe('Lamps');
  expect(found.lamps.total).toBe(2);
  expect(found.sale).toEqual([await shop.productId('desk-lamp')]);
  expect(found.newest).toEqual([await shop.productId('wool-hat'), await shop.productId('wool-sweater')]);
  expect(found.chosen).toEqual(['a', 'b']);
  expect(found.inCategory).toHaveLength(2);
  expect(found.nowhere).toBeUndefined();
  expect(found.suggestions.length).toBeGreaterThan(0);
  expect(found.legal.name).toBe('Legal');
});

test('[DA-84] a price changed in the engine is the next answer, on the page and in the list', async () => {
  const [variantId] = await shop.variantIds('stoneware-bowl');
  const productId = await shop.productId('stoneware-bowl');
  const plan = () => ({
    variant: need(getVariantPrice, { variantId: variantId! }),
    product: need(getProductPrice, { productId }),
    list: need(searchProducts, { categorySlug: 'tableware', sort: 'price-asc' }),
  });
  const before = await ask(plan());
  expect(before.list.productIds.at(-1)).toBe(productId);
  await shop.engine.pricing.setPrices(shop.command(), [
    { variantId: variantId!, price: { amount: 900, currency: 'EUR' } },
  ]);
  const after = await ask(plan());
  expect(after.variant.price.amount).toBe(900);
  expect(after.product.from.amount).toBe(900);
  expect(after.list.productIds[0]).toBe(productId);
});

test('[DA-85] a cart begins with its first line, belongs to who holds its id, and refusals say why', async () => {
  const [ochre, sea] = await shop.variantIds('stoneware-mug');
  const scope = engine.openScope({ shared: en });
  const cartOf = async () =>
    (await scope.runPlan({ cart: need(getCart, {}).optional() }, { hole: true })).results.cart!.value;
  expect(await cartOf()).toBeNull();
  const added = await engine.mutate(addToCart.id, { variantId: ochre, quantity: '2' }, scope);
  expect(added).toMatchObject({ kind: 'done', outcome: { kind: 'changed', cart: { count: 2 } } });
  expect(added.kind === 'done' && added.remember?.cartId).toMatch(/^[0-9a-f-]{36}$/);
  const cart = (await cartOf()) as { id: string; lines: { id: string }[]; total: { amount: number } };
  expect(cart.total.amount).toBe(3600);
  const tooMany = await engine.mutate(addToCart.id, { variantId: sea, quantity: 50 }, scope);
  expect(tooMany).toMatchObject({ outcome: { kind: 'not-enough', left: 3 } });
  for (const quantity of [-1, 0.5, 1e9, Number.NaN])
    expect(await engine.mutate(addToCart.id, { variantId: ochre, quantity }, scope)).not.toMatchObject({
      outcome: { kind: 'changed' },
    });
  const lineId = cart.lines[0]!.id;
  for (const quantity of ['abc', '', '1e9', '0x10', ['1', '2'], undefined, null, {}])
    expect(await engine.mutate(setCartQuantity.id, { lineId, quantity }, scope)).toMatchObject({
      kind: 'done',
      outcome: { kind: 'bad-quantity', max: 20 },
    });
  const stranger = engine.openScope({ shared: en });
  expect(await engine.mutate(setCartQuantity.id, { lineId, quantity: 0 }, stranger)).toMatchObject({
    outcome: { kind: 'unknown-line' },
  });
  expect(await engine.mutate(setCartQuantity.id, { lineId, quantity: '0' }, scope)).toMatchObject({
    outcome: {
      kind: 'changed',
      cart: { count: 0 },
      removed: { variantId: ochre, name: 'Stoneware mug', quantity: 2 },
    },
  });
  const putBackOnce = (quantity: number, idempotencyKey: string) =>
    engine.mutate(putBack.id, { variantId: sea, quantity }, scope, { idempotencyKey });
  // Of 50 pieces that were in the cart once there are 3 now.
  for (const _ of ['pressed', 'pressed again'])
    expect(await putBackOnce(50, 'put back')).toMatchObject({
      outcome: { kind: 'changed', cart: { count: 3 } },
    });
  expect(await putBackOnce(1, 'put back more')).toMatchObject({ outcome: { kind: 'not-enough', left: 3 } });
});

test('[DA-86] a first add to cart whose answer was lost is sent again and counts once', async () => {
  const [variantId] = await shop.variantIds('wool-sweater');
  const idempotencyKey = crypto.randomUUID();
  const add = (quantity: number, key: string) =>
    engine.mutate(addToCart.id, { variantId, quantity }, engine.openScope({ shared: en }), {
      idempotencyKey: key,
    });
  const first = await add(2, idempotencyKey);
  expect(first).toMatchObject({ outcome: { kind: 'changed', cart: { count: 2 } } });
  expect(await add(2, idempotencyKey)).toEqual(first);
  // A key that was used before is no way into its cart with another wish.
  await expect(add(1, idempotencyKey)).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  const other = await add(2, crypto.randomUUID());
  expect(other).toMatchObject({ outcome: { kind: 'changed', cart: { count: 2 } } });
  expect(other.kind === 'done' && other.remember).not.toEqual(first.kind === 'done' && first.remember);
});

test("[DA-86] a key that anyone might pick opens nobody's cart", async () => {
  const [variantId] = await shop.variantIds('wool-sweater');
  const add = () =>
    engine.mutate(addToCart.id, { variantId, quantity: 1 }, engine.openScope({ shared: en }), {
      idempotencyKey: '1',
    });
  expect(await add()).toMatchObject({ outcome: { kind: 'changed' } });
  await expect(add()).rejects.toMatchObject({ code: 'idempotency_key_reused' });
});

test('[DA-87] a renamed category is called so in the breadcrumbs of its products at once', async () => {
  const id = await shop.productId('stoneware-mug');
  const plan = () => ({
    bySlug: need(getProduct, { slug: 'stoneware-mug' }),
    byId: need(getProductById, { id }),
  });
  await ask(plan());
  await shop.engine.catalog.importCategories(shop.command(), [
    {
      handle: 'tableware',
      parent: 'home',
      name: { en: 'The table' },
      slug: { en: 'the-table' },
      position: 0,
    },
  ]);
  const { bySlug, byId } = await ask(plan());
  for (const product of [bySlug, byId])
    expect(product.breadcrumb.at(-1)).toMatchObject({ name: 'The table', slug: 'the-table' });
});

test('[DA-88] however many searches a page has, few are under way at once', async () => {
  const commerce = createLocalClient(shop.engine);
  let running = 0;
  let most = 0;
  async function counted<T>(answer: Promise<T>): Promise<T> {
    most = Math.max(most, ++running);
    return answer.finally(() => running--);
  }
  const search = {
    ...commerce.search,
    search: (...asked: Parameters<typeof commerce.search.search>) =>
      counted(commerce.search.search(...asked)),
    suggest: (...asked: Parameters<typeof commerce.search.suggest>) =>
      counted(commerce.search.suggest(...asked)),
  };
  const counting = createActionEngine({
    handlers: answers({ commerce: { ...commerce, search }, pages }),
    tags: createTagVersions(),
  });
  const numbers = Array.from({ length: 20 }, (_, i) => i + 1);
  const found = await ask(
    {
      searches: many(
        searchProducts,
        numbers.map((pageSize) => ({ pageSize })),
      ),
      collections: many(
        getCollection,
        numbers.map((limit) => ({ kind: 'newest', limit })),
      ),
      suggestions: many(
        suggestProducts,
        numbers.map((count) => ({ prefix: 's'.repeat(count) })),
      ),
    },
    en,
    counting,
  );
  expect(found.searches).toHaveLength(20);
  expect(most).toBe(4);
});

test('[DA-111] what was looked at comes newest first, without the product of the page and what is not sold here, ten at most', async () => {
  const handles = ['wool-hat', 'stoneware-mug', 'stoneware-bowl'];
  const [hat, mug, bowl] = await Promise.all(handles.map((handle) => shop.productId(handle)));
  const listFor = async (viewed: readonly (string | undefined)[], asked: InputOf<typeof getViewed>) => {
    const own = { customerId: undefined, cartId: undefined, sessionId: undefined };
    const scope = engine.openScope({ shared: en, private: { ...own, viewed: viewed as string[] } });
    const { results } = await scope.runPlan({ it: need(getViewed, asked) }, { hole: true, critical: true });
    return results.it!.value as unknown as OutputOf<typeof getViewed>;
  };
  const list = await listFor([bowl, 'gone', hat, crypto.randomUUID(), mug], {
    without: 'stoneware-mug',
    limit: 24,
  });
  expect(list.cards.map(({ id }) => id)).toEqual([bowl, hat]);
  expect(list.prices.map(({ productId }) => productId).sort()).toEqual([bowl, hat].sort());
  expect(list.availability.length).toBeGreaterThan(1);
  expect((await listFor([bowl, hat, mug], { limit: 2 })).cards.map(({ id }) => id)).toEqual([bowl, hat]);
  expect(await listFor([], { limit: 4 })).toEqual({ cards: [], prices: [], availability: [] });
});
