import type { CommerceClient } from '@vitrine/commerce-engine/client';
import { type Handler, handleAction } from '@vitrine/data-actions/server';
import { marketOf } from '../market-of.server.ts';
import { getProductPrice } from './get-product-price.action.ts';
import { getVariantPrice } from './get-variant-price.action.ts';

export function priceAnswers({ pricing }: CommerceClient): Handler[] {
  return [
    handleAction(getVariantPrice, (inputs, { channel, currency, customerGroup }) =>
      pricing.variantPrices(
        marketOf({ channel, currency, customerGroup }),
        inputs.map(({ variantId }) => variantId),
      ),
    ),
    handleAction(getProductPrice, (inputs, { channel, currency, customerGroup }) =>
      pricing.productPrices(
        marketOf({ channel, currency, customerGroup }),
        inputs.map(({ productId }) => productId),
      ),
    ),
  ];
}
