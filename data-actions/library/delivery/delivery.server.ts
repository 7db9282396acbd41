import type { CommerceClient } from '@vitrine/commerce-engine/client';
import { type Handler, handleAction } from '@vitrine/data-actions/server';
import { marketOf } from '../market-of.server.ts';
import { getDeliveryWays } from './get-delivery-ways.action.ts';

export function deliveryAnswers({ delivery }: CommerceClient): Handler[] {
  return [
    handleAction(getDeliveryWays, (inputs, { channel }) =>
      delivery.ways(
        marketOf({ channel }),
        inputs.map(({ productId }) => productId),
      ),
    ),
  ];
}
