import type { CommerceClient } from '@vitrine/commerce-engine/client';
import { type Handler, handleAction } from '@vitrine/data-actions/server';
import { marketOf } from '../market-of.server.ts';
import { getAvailability } from './get-availability.action.ts';
import { getStoreAvailability } from './get-store-availability.action.ts';

export function stockAnswers({ inventory }: CommerceClient): Handler[] {
  return [
    handleAction(getAvailability, (inputs, { channel }) =>
      inventory.availability(
        marketOf({ channel }),
        inputs.map(({ variantId }) => variantId),
      ),
    ),
    handleAction(getStoreAvailability, (inputs, { channel }) =>
      inventory.storeAvailability(
        marketOf({ channel }),
        inputs.map(({ variantId }) => variantId),
      ),
    ),
  ];
}
