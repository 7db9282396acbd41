import type { Actor } from '../identity/identity.views.ts';
import type { JoinOutcome, LoyaltyView, PointsHistory, ProgrammeView } from '../loyalty/loyalty.views.ts';
import type { Market } from '../market.ts';
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
