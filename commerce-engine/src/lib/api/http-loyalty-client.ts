import type { Market } from '../market.ts';
import type { ApiCaller } from './api-caller.ts';
import type { LoyaltyClient } from './loyalty-client.ts';

const STORE = '/api/store/v1';

/** The customer is who the client's token belongs to. */
export function httpLoyalty(call: ApiCaller): LoyaltyClient {
  const market = ({ channel, locale, currency }: Market) => ({ channel, locale, currency });
  const items = async <View>(path: string, query: Record<string, string>) =>
    (await call.get<{ items: View[] }>(`${STORE}${path}`, query)).items;
  return {
    programmes: (where) => items('/loyalty/programmes', market(where)),
    of: (_actor, where) => items('/my/loyalty', market(where)),
    join: ({ idempotencyKey }, where, programmeId) =>
      call.post(`${STORE}/my/loyalty`, { programmeId }, { idempotencyKey, query: market(where) }),
    history: (_actor, { programmeId, limit, after }) =>
      call.get(`${STORE}/my/loyalty/movements`, {
        programme: programmeId,
        ...(limit !== undefined && { limit: String(limit) }),
        ...(after !== undefined && { after }),
      }),
  };
}
