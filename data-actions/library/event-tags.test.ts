import { expect, test } from 'vitest';
import { tagsOfEvent } from './event-tags.ts';
import {
  getAvailability,
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
  searchProducts,
} from './index.ts';

/** Whether an event makes the answer to a question out of date. */
function reaches(kind: string, payload: Record<string, unknown>, tags: readonly string[]): boolean {
  const bumped = tagsOfEvent({ kind, payload });
  return tags.some((tag) => bumped.includes(tag));
}

test('[DA-80] a changed product reaches its page, its card, its price range and every list', () => {
  const payload = { productIds: ['p1'], slugs: ['mug', 'becher'] };
  const reached = (tags: readonly string[]) => reaches('product.changed', payload, tags);
  expect(reached(getProduct.tags({ slug: 'becher' }))).toBe(true);
  expect(reached(getProductById.tags({ id: 'p1' }))).toBe(true);
  expect(reached(getProductCard.tags({ id: 'p1' }))).toBe(true);
  expect(reached(getProductPrice.tags({ productId: 'p1' }))).toBe(true);
  expect(reached(searchProducts.tags({ text: 'tea' }))).toBe(true);
  expect(reached(getProduct.tags({ slug: 'bowl' }))).toBe(false);
});

test('[DA-80] another list of recommendations reaches that kind alone', () => {
  const reached = (kind: 'new' | 'trending') =>
    reaches('recommendations.changed', { kinds: ['new'] }, getRecommended.tags({ kind, key: '', limit: 4 }));
  expect([reached('new'), reached('trending')]).toEqual([true, false]);
});

test('[DA-80] a changed price reaches prices and lists, not texts', () => {
  const payload = { productIds: ['p1'], variantIds: ['v1'] };
  const reached = (tags: readonly string[]) => reaches('price.changed', payload, tags);
  expect(reached(getVariantPrice.tags({ variantId: 'v1' }))).toBe(true);
  expect(reached(getProductPrice.tags({ productId: 'p1' }))).toBe(true);
  expect(reached(getCollection.tags({ kind: 'sale', limit: 4 }))).toBe(true);
  expect(reached(getProductCard.tags({ id: 'p1' }))).toBe(false);
  expect(reached(getVariantPrice.tags({ variantId: 'v2' }))).toBe(false);
});

test('[DA-80] [PRICE-20] a changed channel reaches every price: it says whether tax comes on top', () => {
  const reached = (tags: readonly string[]) => reaches('channel.changed', { channelIds: ['online'] }, tags);
  expect(reached(getVariantPrice.tags({ variantId: 'v1' }))).toBe(true);
  expect(reached(getProductPrice.tags({ productId: 'p1' }))).toBe(true);
  expect(reached(getProductCard.tags({ id: 'p1' }))).toBe(false);
});

test('[DA-80] another way a product is delivered reaches that product alone, another method all of them', () => {
  const reached = (productId: string) =>
    reaches('delivery.changed', { productIds: ['p1'] }, getDeliveryWays.tags({ productId }));
  expect([reached('p1'), reached('p2')]).toEqual([true, false]);
  const tags = getDeliveryWays.tags({ productId: 'p2' });
  expect(reaches('delivery.changed', { methodIds: ['parcel'] }, tags)).toBe(true);
});

test('[DA-80] a changed class of stock reaches availability and lists', () => {
  const reached = (tags: readonly string[]) =>
    reaches('stock.class-changed', { productIds: ['p1'], variantIds: ['v1'] }, tags);
  expect(reached(getAvailability.tags({ variantId: 'v1' }))).toBe(true);
  expect(reached(getStoreAvailability.tags({ variantId: 'v1' }))).toBe(true);
  expect(reached(searchProducts.tags({ categorySlug: 'mugs' }))).toBe(true);
  expect(reached(getVariantPrice.tags({ variantId: 'v1' }))).toBe(false);
});

test('[DA-80] a changed category reaches the menu, every category and lists', () => {
  const reached = (tags: readonly string[]) =>
    reaches('category.changed', { categoryIds: ['c1'], slugs: ['mugs'] }, tags);
  expect(reached(getCategoryTree.tags({}))).toBe(true);
  expect(reached(getCategory.tags({ slug: 'bowls' }))).toBe(true);
  expect(reached(getCollection.tags({ kind: 'category', slug: 'mugs', limit: 4 }))).toBe(true);
  expect(reached(getCollection.tags({ kind: 'products', ids: ['p1'], limit: 4 }))).toBe(false);
});

test('[DA-80] changed membership reaches lists; a publication its documents and addresses', () => {
  expect(reaches('list.changed', { categoryIds: ['c1'] }, searchProducts.tags({ categoryId: 'c1' }))).toBe(
    true,
  );
  expect(
    tagsOfEvent({ kind: 'page.published', payload: { documentIds: ['home'], urls: ['/about'] } }),
  ).toEqual(['page:home', 'url:/about']);
  expect(reaches('search.indexed', {}, searchProducts.tags({ text: 'mug' }))).toBe(true);
  expect(tagsOfEvent({ kind: 'page.published', payload: { composes: ['product'] } })).toEqual([
    'template:product',
  ]);
  expect(reaches('page.published', { documentIds: ['legal'] }, getFragment.tags({ id: 'legal' }))).toBe(true);
});

test('[DA-80] an event nobody depends on, or with an odd payload, has no tags of its own', () => {
  expect(tagsOfEvent({ kind: 'cart.changed', payload: { cartId: 'c' } })).toEqual([]);
  expect(tagsOfEvent({ kind: 'price.changed', payload: { productIds: 'all', variantIds: [7] } })).toEqual([
    'list:*',
  ]);
});
