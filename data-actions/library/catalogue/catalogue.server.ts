import type { CommerceClient } from '@vitrine/commerce-engine/client';
import { type Handler, handleAction } from '@vitrine/data-actions/server';
import { marketOf } from '../market-of.server.ts';
import { getCategory } from './get-category.action.ts';
import { getProduct } from './get-product.action.ts';
import { getProductById } from './get-product-by-id.action.ts';
import { getProductCard } from './get-product-card.action.ts';

export function catalogueAnswers({ catalog }: CommerceClient): Handler[] {
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
    handleAction(getCategory, (inputs, { channel, locale }) =>
      catalog.categoriesBySlug(
        marketOf({ channel, locale }),
        inputs.map(({ slug }) => slug),
      ),
    ),
  ];
}
