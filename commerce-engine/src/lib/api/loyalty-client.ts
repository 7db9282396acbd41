import type { Actor } from '../identity/identity.views.ts';
import type { Loyalty } from '../loyalty/loyalty.ts';
import type { JoinOutcome, LoyaltyView, PointsHistory, ProgrammeView } from '../loyalty/loyalty.views.ts';
import type { Market } from '../market.ts';
import type { ApiCaller } from './api-caller.ts';
import type { CommandContext } from './command-context.ts';

type Customer = Actor & { kind: 'customer' };

/** Programmes, and what members ask of their own points. */
export interface LoyaltyClient {
  programmes(market: Market): Promise<readonly ProgrammeView[]>;
  of(actor: Customer, market: Market): Promise<readonly LoyaltyView[]>;
  join(context: CommandContext, market: Market, programmeId: string): Promise<JoinOutcome>;
  history(
    actor: Customer,
    query: { readonly programmeId: string; readonly limit?: number; readonly after?: string },
  ): Promise<PointsHistory>;
}

export function localLoyalty(loyalty: Loyalty): LoyaltyClient {
  return {
    programmes: (market) => loyalty.programmes(market),
    of: (actor, market) => loyalty.of(actor, market),
    join: (context, market, programmeId) => loyalty.join(context, market, { programmeId }),
    history: (actor, query) => loyalty.history(actor, query),
  };
}

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
