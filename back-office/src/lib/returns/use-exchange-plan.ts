import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PrepareExchangeOutcome } from '@vitrine/commerce-engine/client';
import { api } from '../asking/ask.ts';

export interface ExchangeWish {
  readonly cartId: string;
  readonly lines: readonly { readonly variantId: string; readonly quantity: number }[];
  readonly by?: { readonly methodId: string; readonly storeId?: string };
  readonly fee: number;
  readonly delivery: string;
}

/** What an exchange would come to, told anew whenever something of it changes. No money moves. */
export function useExchangePlan(returnId: string, wish: ExchangeWish) {
  return useQuery({
    queryKey: ['/returns', returnId, 'exchange-plans', wish],
    queryFn: () =>
      api.post<PrepareExchangeOutcome>(`/returns/${returnId}/exchange-plans`, wish, {
        idempotencyKey: crypto.getRandomValues(new Uint32Array(4)).join('-'),
      }),
    enabled: wish.lines.length > 0,
    placeholderData: keepPreviousData,
    // It fills a cart: what was asked last must stand last.
    retry: false,
  });
}
