import type { Loyalty } from '../loyalty/loyalty.ts';
import type { LoyaltyClient } from './loyalty-client.ts';

export function localLoyalty(loyalty: Loyalty): LoyaltyClient {
  return {
    programmes: (market) => loyalty.programmes(market),
    of: (actor, market) => loyalty.of(actor, market),
    join: (context, market, programmeId) => loyalty.join(context, market, { programmeId }),
    history: (actor, query) => loyalty.history(actor, query),
  };
}
