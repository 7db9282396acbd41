import type { CommerceClient } from '@vitrine/commerce-engine/client';
import { type Handler, handleAction } from '@vitrine/data-actions/server';
import { marketOf } from '../market-of.server.ts';
import { getCategory } from './get-category.action.ts';
import { getProduct } from './get-product.action.ts';
import { getProductById } from './get-product-by-id.action.ts';
import { getProductCard } from './get-product-card.action.ts';
import { getRecommended } from './get-recommended.action.ts';

export function catalogueAnswers({ catalog, recommendations }: CommerceClient): Handler[] {
  return [
    handleAction(getProduct, (inputs, { channel, locale }) =>
      catalog.productsBySlug(
        marketOf({ channel, locale }),
        inputs.map(({ slug }) => slug),
      ),
    ),
    handleAction(getProductById, (inputs, { channel, locale }) =>
      catalog.productsById(
        marketOf({ channel, locale }),
        inputs.map(({ id }) => id),
      ),
    ),
    handleAction(getProductCard, (inputs, { channel, locale }) =>
      catalog.productCards(
        marketOf({ channel, locale }),
        inputs.map(({ id }) => id),
      ),
    ),
    handleAction(getRecommended, async (inputs, { channel, locale }) => {
      const market = marketOf({ channel, locale });
      const lists = new Map<string, readonly string[]>();
      for (const [kind, own] of Map.groupBy(inputs, (input) => input.kind)) {
        const keys = [...new Set(own.map(({ key }) => key))];
        const limit = Math.max(...own.map((input) => input.limit));
        const found = await recommendations.lists(market, kind, keys, { limit });
        for (const [at, key] of keys.entries()) lists.set(`${kind} ${key}`, found[at]!);
      }
      return inputs.map(({ kind, key, limit }) => lists.get(`${kind} ${key}`)!.slice(0, limit));
    }),
    handleAction(getCategory, (inputs, { channel, locale }) =>
      catalog.categoriesBySlug(
        marketOf({ channel, locale }),
        inputs.map(({ slug }) => slug),
      ),
    ),
  ];
}
